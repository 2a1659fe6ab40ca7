import { DASH } from './bytes.js'

/** How many dashes are before a boundary, and after that of a last delimiter. */
export const DASHES = 2
/** The longest skip, below {@link MAY_END}. */
const LONGEST = 127
/** Added to the skip of a byte that is under the end of the window where a delimiter starts with it. */
export const MAY_END = 128
/** With more boundaries than this, a table costs more than it saves: as deep as parts are nested, and one tried. */
export const MOST_BOUNDARIES = 9
const NONE: readonly string[] = []

/**
 * How far a search for the delimiters of some boundaries may skip (Horspool's, for a set of patterns):
 * by the byte that is under the end of the window, which is as long as the shortest of them.
 */
export class SkipTable {
  /** By the byte: how far to skip, and {@link MAY_END}. */
  readonly skips: Uint8Array = new Uint8Array(256)
  window = 0

  /** Makes it for these boundaries; for any at all, if there are too many. */
  fill(open: readonly string[]): void {
    const { skips } = this
    const isFor = open.length <= MOST_BOUNDARIES
    const boundaries = isFor ? open : NONE
    let window = isFor ? LONGEST : DASHES
    for (const { length } of boundaries) window = Math.min(window, DASHES + length)
    this.window = window
    skips.fill(window)
    skips[DASH] = Math.max(1, window - DASHES)
    const last = window - DASHES - 1
    for (const boundary of boundaries) {
      for (let at = 0; at < last; at++) {
        const byte = byteAt(boundary, at)
        if (last - at < (skips[byte] as number)) skips[byte] = last - at
      }
    }
    // Where the window is the dashes alone, it ends with one.
    if (!isFor) this.#mayEnd(DASH)
    for (const boundary of boundaries) this.#mayEnd(byteAt(boundary, last))
  }

  #mayEnd(byte: number): void {
    this.skips[byte] = (this.skips[byte] as number) | MAY_END
  }
}

/** A character beyond Latin-1 is found nowhere: it may stand in the table for another. */
function byteAt(boundary: string, index: number): number {
  return boundary.charCodeAt(index) & 0xff
}
