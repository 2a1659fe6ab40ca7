/** A stretch of a body: text, in lines, or bytes that are none. */
export type Segment =
  | { readonly kind: 'text'; readonly lines: readonly Line[] }
  | { readonly kind: 'bytes'; readonly from: number; readonly to: number }

/** A line of a body, its end included; or a piece of a long one. */
export interface Line {
  readonly from: number
  readonly to: number
  /** From 1. */
  readonly number: number
}

const LF = 0x0a
const DASH = 0x2d
/** A line of text may have one odd byte in so many. */
const ODD_SHARE = 10
/** So many lines of text are none between what is none. */
const MOST_STRAY = 3
/** What comes after so many lines is one. */
const MOST_LINES = 100_000
/** A line is shown in pieces of so many bytes. */
const PIECE = 1000

/**
 * Cuts a body into lines where it is text, and leaves it whole where it is not. What looks like a
 * line or two of text within a picture is part of the picture; what starts with two dashes is not.
 */
export function sourceSegments(body: Uint8Array): Segment[] {
  const lines = sortedLines(body)
  const segments: Segment[] = []
  for (let i = 0; i < lines.length; ) {
    const isText = isTextAt(lines, i)
    let end = i + 1
    while (end < lines.length && isText === isTextAt(lines, end)) end += 1
    const run = lines.slice(i, end)
    const from = (lines[i] as Line).from
    if (isText) segments.push({ kind: 'text', lines: run.flatMap((line) => inPieces(body, line)) })
    else segments.push({ kind: 'bytes', from, to: (lines[end - 1] as Line).to })
    i = end
  }
  return segments
}

/** Cuts a long line, not within a character. */
function inPieces(body: Uint8Array, { from, to, number }: Line): Line[] {
  const pieces: Line[] = []
  for (let at = from; at < to || pieces.length === 0; ) {
    let end = Math.min(to, at + PIECE)
    if (end < to) while (((body[end] as number) & 0xc0) === 0x80 && end > at + PIECE / 2) end -= 1
    pieces.push({ from: at, to: end, number })
    at = end
  }
  return pieces
}

interface SortedLine extends Line {
  readonly isText: boolean
  readonly isDelimiter: boolean
}

function sortedLines(body: Uint8Array): SortedLine[] {
  const lines: SortedLine[] = []
  // Something may be to be said of an empty body.
  for (let from = 0; from < body.length || lines.length === 0; ) {
    const at = lines.length < MOST_LINES ? body.indexOf(LF, from) : -1
    const to = at < 0 ? body.length : at + 1
    const isText = oddBytes(body, from, to) * ODD_SHARE <= to - from
    const isDelimiter = isText && body[from] === DASH && body[from + 1] === DASH
    lines.push({ from, to, number: lines.length + 1, isText, isDelimiter })
    from = to
  }
  return lines
}

/** @returns whether a line is text: a few between what is none are not. */
function isTextAt(lines: readonly SortedLine[], at: number): boolean {
  const line = lines[at] as SortedLine
  if (!line.isText || line.isDelimiter) return line.isText
  return !isCut(lines, at, -1) || !isCut(lines, at, 1)
}

/** @returns whether what is no text is near, in one direction. */
function isCut(lines: readonly SortedLine[], at: number, step: 1 | -1): boolean {
  for (let n = 1; n <= MOST_STRAY; n++) {
    const line = lines[at + n * step]
    if (line === undefined || line.isDelimiter) return false
    if (!line.isText) return true
  }
  return false
}
/** @returns how many bytes are of no character of text in UTF-8. */
function oddBytes(body: Uint8Array, from: number, to: number): number {
  let odd = 0
  for (let at = from; at < to; ) {
    const length = characterLength(body, at, to)
    if (length === 0) odd += 1
    at += Math.max(length, 1)
  }
  return odd
}

/** @returns how many bytes the character at `at` has; 0 if there is none, or one that does not show. */
export function characterLength(body: Uint8Array, at: number, end: number): number {
  const byte = body[at] as number
  if (byte < 0x80) return (byte >= 0x20 && byte !== 0x7f) || (byte >= 0x09 && byte <= 0x0d) ? 1 : 0
  const length = byte >= 0xf0 && byte < 0xf5 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc2 ? 2 : 0
  if (length === 0 || byte >= 0xf5 || at + length > end) return 0
  for (let i = 1; i < length; i++) if (((body[at + i] as number) & 0xc0) !== 0x80) return 0
  return length
}
