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
  if (bytes[stop] === CR && bytes[stop - 1] === CR) stop -= 1
  let end = stop
  while (isBlank(bytes[end - 1])) end -= 1
  return { end, isPadded: end < stop, next }
}

/** @returns whether nothing is in the line from `at` on */
export function isLineEnd(bytes: Uint8Array, at: number): boolean {
  if (at === bytes.length || bytes[at] === LF) return true
  if (bytes[at] !== CR) return false
  return bytes[bytes[at + 1] === CR ? at + 2 : at + 1] === LF
}

/** @returns whether nothing but dashes is before `start` in its line: the delimiter of another. */
export function startsWithDashes(bytes: Uint8Array, start: number): boolean {
  let at = start
  while (bytes[at - 1] === DASH) at -= 1
  return at === 0 || bytes[at - 1] === LF
}
