import { DASH } from './bytes.js'

/** How many dashes are before a boundary. */
const DASHES = 2
/** The longest skip that fits the table. */
const LONGEST = 255
/** With more boundaries than this, a table costs more than it saves. */
export const MOST_BOUNDARIES = 8
const NONE: readonly string[] = []

/**
 * How far a search for the delimiters of some boundaries may skip (Horspool's, for a set of patterns):
 * by the byte that is under the end of the window, which is as long as the shortest of them.
 */
export class SkipTable {
  readonly skips: Uint8Array = new Uint8Array(256)
  /** 1 for each byte that is under the end of the window where a delimiter starts with it. */
  readonly ends: Uint8Array = new Uint8Array(256)
  window = 0

  /** Makes it for these boundaries; for any at all, if there are too many. */
  fill(open: readonly string[]): void {
    const { skips, ends } = this
    const isFor = open.length <= MOST_BOUNDARIES
    const boundaries = isFor ? open : NONE
    let window = isFor ? LONGEST : DASHES
    for (const { length } of boundaries) window = Math.min(window, DASHES + length)
    this.window = window
    skips.fill(window)
    skips[DASH] = Math.max(1, window - DASHES)
    ends.fill(isFor ? 0 : 1)
    for (const boundary of boundaries) {
      const last = window - DASHES - 1
      ends[boundary.charCodeAt(last)] = 1
      for (let at = 0; at < last; at++) {
        const byte = boundary.charCodeAt(at)
        skips[byte] = Math.min(skips[byte] as number, last - at)
      }
    }
  }
}
