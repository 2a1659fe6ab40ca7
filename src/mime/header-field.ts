import { quote } from '../report.js'
import type { Warning } from '../warnings.js'
import { COLON, CR, DASH, isBlank, isLineSpace, LF, latin1, nextLine } from './bytes.js'
import { CONTENT_TYPE } from './content-type.js'
import { CONTENT_FIELD, USUAL_NAME, USUAL_NAMES } from './header-names.js'

/** A header field, by its places in the body. */
export interface Field {
  readonly start: number
  /** As sent; empty for a line that is ignored. */
  readonly name: string
  readonly valueStart: number
  /** After the last line folded into it. */
  end: number
}

/** token of RFC 9110 §5.6.2, which leaves out all that XML, pictures and sentences start with. */
const TOKEN = "!#$%&'*+-.^_`|~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
const IS_TOKEN: Uint8Array = /* @__PURE__ */ flagsOf(TOKEN)
/** What is `\w` or a dash to a regular expression. */
const IS_WORD: Uint8Array = /* @__PURE__ */ flagsOf(TOKEN.replace(/[^\w-]/g, ''))

/** @returns for each byte 1 if it is one of the characters, else 0. */
function flagsOf(characters: string): Uint8Array {
  const flags = new Uint8Array(256)
  for (const character of characters) flags[character.charCodeAt(0)] = 1
  return flags
}

/** @returns where the colon is after the name that the line at `start` has; -1 if it has none. */
function findColon(bytes: Uint8Array, line: number): number {
  let start = line
  while (isBlank(bytes[start])) start += 1
  let end = start
  while (IS_TOKEN[bytes[end] as number] === 1) end += 1
  let colon = end
  while (isBlank(bytes[colon])) colon += 1
  // No name starts with a dash, but a boundary may: `--a:b` is a delimiter yet unknown.
  return bytes[colon] === COLON && end > start && bytes[start] !== DASH ? colon : -1
}

/**
 * @param start where a line starts
 * @param end where its characters end
 * @returns the field that it is, or starts; undefined if it is none
 */
export function readField(
  bytes: Uint8Array,
  start: number,
  end: number,
  deviations: Warning[],
): Field | undefined {
  const colon = findColon(bytes, start)
  if (colon === -1) return undefined
  const sent = latin1(bytes, start, colon)
  const name = sent.trim()
  const field = { start, name, valueStart: colon + 1, end }
  if (name === sent) return field
  if (isForeign(field)) return undefined
  const message = `Blanks around the name of the header field ${quote(name)}; read without them.`
  deviations.push({ code: 'header-line-malformed', message, offset: start })
  return { ...field, start: start + sent.indexOf(name) }
}

/**
 * @param line where a line starts, not with a blank
 * @returns whether {@link readField} reads a field there; it needs no string for it
 */
export function startsField(bytes: Uint8Array, line: number): boolean {
  const colon = findColon(bytes, line)
  if (colon === -1) return false
  let end = colon
  while (isBlank(bytes[end - 1])) end -= 1
  return end === colon || isUsualName(bytes, line, end)
}

/** @returns whether it is one of {@link USUAL_NAME}; without a string, as all of a body may be such lines */
function isUsualName(bytes: Uint8Array, start: number, end: number): boolean {
  for (const name of USUAL_NAMES) {
    if (!startsWith(bytes, start, name)) continue
    const rest = start + name.length
    if (!name.endsWith('-')) return rest === end
    let at = rest
    while (at < end && IS_WORD[bytes[at] as number] === 1) at += 1
    return at === end && rest < end
  }
  return false
}

/** @param name in lower case; what is there may be in any */
function startsWith(bytes: Uint8Array, start: number, name: string): boolean {
  let at = 0
  while (at < name.length && ((bytes[start + at] as number) | 0x20) === name.charCodeAt(at)) at += 1
  return at === name.length
}

/** How much of a line tells whether it is a field of MIME. */
export const LONGEST_START = 80
const LETTER_C = 0x63
const HYPHEN_AT = 'content'.length

/** @returns whether a field that only parts have starts there; most that is none needs no string for it. */
export function isContentField(bytes: Uint8Array, at: number, end: number): boolean {
  if (((bytes[at] as number) | 0x20) !== LETTER_C || bytes[at + HYPHEN_AT] !== DASH) return false
  return CONTENT_FIELD.test(latin1(bytes, at, Math.min(end, at + LONGEST_START)))
}

/** @returns whether it is a field, but none of those that parts really have. */
export function isForeign({ name }: Field): boolean {
  return name !== '' && !USUAL_NAME.test(name)
}

/** @returns the first Content-Type that is not empty; an empty one where there is no other. */
export function typeField(bytes: Uint8Array, fields: readonly Field[]): Field | undefined {
  let empty: Field | undefined
  for (const field of fields) {
    if (field.name.length !== CONTENT_TYPE.length) continue
    if (field.name.toLowerCase() !== CONTENT_TYPE) continue
    if (valueEnd(bytes, field) > field.valueStart) return field
    empty ??= field
  }
  return empty
}

/** @returns the value, unfolded (RFC 5322 §2.2.3), a character for each byte. */
export function fieldBytes(bytes: Uint8Array, field: Field): string {
  const end = valueEnd(bytes, field)
  let start = field.valueStart
  while (start < end && isLineSpace(bytes[start])) start += 1
  const lineFeed = nextLine(bytes, start, end)
  return lineFeed === end ? latin1(bytes, start, end) : unfold(bytes, start, end)
}

/**
 * Looks at bytes, since as a character the last one of "à" in UTF-8 is white space.
 *
 * @returns where the value ends but for white space: at the colon, if it is empty
 */
export function valueEnd(bytes: Uint8Array, field: Field): number {
  let { end } = field
  while (isLineSpace(bytes[end - 1])) end -= 1
  return end
}

/** @returns the text without its line ends, be they LF, CRLF or CR CR LF. */
function unfold(bytes: Uint8Array, start: number, end: number): string {
  const unfolded = new Uint8Array(end - start)
  let length = 0
  for (let at = start; at < end; at++) {
    const byte = bytes[at] as number
    if (byte !== LF) unfolded[length++] = byte
    else while (unfolded[length - 1] === CR) length -= 1
  }
  return latin1(unfolded, 0, length)
}
