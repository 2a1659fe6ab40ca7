import { DASH } from './bytes.js'

/** How many dashes are before a boundary. */
const DASHES = 2
/** The longest skip that fits the table. */
const LONGEST = 255

/**
 * How far a search for the delimiters of some boundaries may skip (Horspool's, for a set of patterns):
 * by the byte that is under the end of the window, which is as long as the shortest of them.
 */
export class SkipTable {
  readonly skips: Uint8Array = new Uint8Array(256)
  /** 1 for each byte that is under the end of the window where a delimiter starts with it. */
  readonly ends: Uint8Array = new Uint8Array(256)
  window = 0

  /** Makes it for these boundaries; for any at all, if there are none. */
  fill(boundaries: readonly string[]): void {
    const { skips, ends } = this
    let window = boundaries.length > 0 ? LONGEST : DASHES
    for (const { length } of boundaries) window = Math.min(window, DASHES + length)
    this.window = window
    skips.fill(window)
    skips[DASH] = Math.max(1, window - DASHES)
    ends.fill(boundaries.length > 0 ? 0 : 1)
    for (const boundary of boundaries) {
      ends[boundary.charCodeAt(window - DASHES - 1)] = 1
      for (let skip = window - DASHES - 1; skip > 0; skip--) {
        const byte = boundary.charCodeAt(window - DASHES - 1 - skip)
        if (skip < (skips[byte] as number)) skips[byte] = skip
      }
    }
  }
}
