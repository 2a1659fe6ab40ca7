import { CR, DASH, isBlank, LF, lineEnd, nextLine } from './bytes.js'

/** How a line ends. */
export interface LineEnd {
  /** Where its characters end but for blanks. */
  readonly end: number
  readonly isPadded: boolean
  /** Where the next line starts. */
  readonly next: number
}

/** @returns whether two dashes are there: every delimiter starts with them. */
export function isDashes(bytes: Uint8Array, at: number): boolean {
  return bytes[at] === DASH && bytes[at + 1] === DASH
}

/** @returns how the line ends that `from` is in, with the padding that transport may add (RFC 2046 §5.1.1). */
export function endOfLine(bytes: Uint8Array, from: number): LineEnd {
  const next = nextLine(bytes, from, bytes.length)
  let stop = lineEnd(bytes, from, next)
  // CR CR LF is a line end as well.
  if (bytes[next - 1] === LF && bytes[stop] === CR && bytes[stop - 1] === CR) stop -= 1
  let end = stop
  while (isBlank(bytes[end - 1])) end -= 1
  return { end, isPadded: end < stop, next }
}

/** @returns where the line after the line end at `at` starts; undefined if there is none. */
export function lineAfter(bytes: Uint8Array, at: number): number | undefined {
  if (at === bytes.length) return at
  if (bytes[at] === LF) return at + 1
  if (bytes[at] !== CR) return undefined
  const lineFeed = bytes[at + 1] === CR ? at + 2 : at + 1
  return bytes[lineFeed] === LF ? lineFeed + 1 : undefined
}

/** @returns whether nothing but dashes is before `start` in its line: the delimiter of another. */
export function startsWithDashes(bytes: Uint8Array, start: number): boolean {
  let at = start
  while (bytes[at - 1] === DASH) at -= 1
  return at === 0 || bytes[at - 1] === LF
}
