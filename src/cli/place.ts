import { escapeLine } from './terminal.js'

/** A byte of the body, as editors count: from 1, bytes within a line as characters. */
export interface Position {
  readonly line: number
  readonly column: number
}

/** What is around a byte: text with a character that is meant, or bytes with one that is. */
export type Excerpt =
  | {
      readonly kind: 'text'
      readonly line: number
      readonly before: string
      readonly after: string
    }
  | {
      readonly kind: 'bytes'
      readonly from: number
      readonly bytes: Uint8Array
      readonly at: number
    }

const LF = 0x0a
/** How many bytes of a line are shown before the one that is meant, and after. */
const BEFORE = 60
const AFTER = 60
export const ROW = 16
const utf8 = new TextDecoder('utf-8', { fatal: true })
/** What no line of text has. */
const NOT_TEXT = /[^\P{Cc}\t\r]/u

/**
 * @param offsets in ascending order
 * @returns the line of each, from 1
 */
export function linesOf(body: Uint8Array, offsets: readonly number[]): number[] {
  let line = 1
  let at = body.indexOf(LF)
  return offsets.map((offset) => {
    for (; at >= 0 && at < offset; at = body.indexOf(LF, at + 1)) line += 1
    return line
  })
}

/** @returns what to show of the body for a byte of it; undefined if there is nothing. */
export function excerptAt(body: Uint8Array, offset: number, line: number): Excerpt | undefined {
  if (body.length === 0 || offset > body.length) return undefined
  const before = textOf(body.subarray(lineStart(body, offset), offset))
  const after = textOf(body.subarray(offset, lineEnd(body, offset)))
  if (before !== undefined && after !== undefined && before + after !== '') {
    return { kind: 'text', line, before, after }
  }
  const row = Math.floor(Math.min(offset, body.length - 1) / ROW) * ROW
  const from = Math.max(0, row - ROW)
  return { kind: 'bytes', from, bytes: body.subarray(from, row + 2 * ROW), at: offset }
}

function lineStart(body: Uint8Array, offset: number): number {
  const least = Math.max(0, offset - BEFORE)
  const start = body.subarray(least, offset).lastIndexOf(LF) + 1
  let from = least + start
  // Not within a character: at most three bytes go on with one.
  if (start === 0 && least > 0) while (isWithin(body[from]) && from < offset) from += 1
  return from
}

function lineEnd(body: Uint8Array, offset: number): number {
  const most = Math.min(body.length, offset + AFTER)
  const end = body.subarray(offset, most).indexOf(LF)
  let to = end < 0 ? most : offset + end
  if (end < 0) while (isWithin(body[to]) && to > offset) to -= 1
  return to
}

/** @returns whether a byte goes on with a character of UTF-8. */
function isWithin(byte: number | undefined): boolean {
  return byte !== undefined && (byte & 0xc0) === 0x80
}

function textOf(bytes: Uint8Array): string | undefined {
  try {
    const text = utf8.decode(bytes)
    return NOT_TEXT.test(text) ? undefined : text.replace(/\r$/, '')
  } catch {
    return undefined
  }
}

/** @returns sixteen bytes: where they start, each in hexadecimal, and all as ASCII. */
export function hexRow(
  row: Uint8Array,
  from: number,
): { readonly address: string; readonly cells: readonly string[]; readonly ascii: string } {
  const bytes = [...row]
  return {
    address: String(from).padStart(6),
    cells: bytes.map((byte) => byte.toString(16).padStart(2, '0')),
    ascii: bytes
      .map((byte) => (byte > 0x20 && byte < 0x7f ? String.fromCharCode(byte) : '.'))
      .join(''),
  }
}

/** @returns bytes in rows of sixteen, one of them in brackets, or what comes after the last. */
export function hexRows(bytes: Uint8Array, from: number, marked?: number): string[] {
  const rows: string[] = []
  for (let at = 0; at < bytes.length; at += ROW) {
    const { address, cells, ascii } = hexRow(bytes.subarray(at, at + ROW), from + at)
    const shown = cells.map((cell, i) => (from + at + i === marked ? `[${cell}]` : ` ${cell} `))
    if (from + at + cells.length === marked && at + ROW >= bytes.length) shown.push('[  ]')
    rows.push(`${address} ${shown.join('').padEnd(4 * ROW)} ${ascii}`)
  }
  return rows
}

/** @returns lines that show the excerpt, and where in it the byte is. */
export function excerptLines(excerpt: Excerpt): string[] {
  if (excerpt.kind === 'bytes') return hexRows(excerpt.bytes, excerpt.from, excerpt.at)
  const { line, before, after } = excerpt
  const head = `${String(line).padStart(6)} │ `
  const start = escapeLine(before.replaceAll('\t', ' '))
  const rest = escapeLine(after.replaceAll('\t', ' '))
  const caret = `${' '.repeat(head.length - 2)}│ ${' '.repeat(widthOf(start))}^`
  return [`${head}${start}${rest}`, caret]
}

const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/u

/** @returns how many columns a terminal takes for a text. */
function widthOf(text: string): number {
  let width = 0
  for (const character of text) {
    width += WIDE.test(character) ? 2 : /\p{M}/u.test(character) ? 0 : 1
  }
  return width
}
