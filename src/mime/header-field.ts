import { quote, type Report, warn } from '../report.js'
import { COLON, DASH, isBlank, isLineSpace, latin1 } from './bytes.js'
import { USUAL_NAME } from './header-names.js'

/** A header field, by its places in the body. */
export interface Field {
  readonly start: number
  readonly nameEnd: number
  readonly valueStart: number
  /** After the last line folded into it. */
  end: number
}

/** token of RFC 9110 §5.6.2, which leaves out all that XML, pictures and sentences start with. */
const IS_TOKEN = new Uint8Array(256)
for (const token of "!#$%&'*+-.^_`|~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz") {
  IS_TOKEN[token.charCodeAt(0)] = 1
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
  report: Report,
): Field | undefined {
  let nameStart = start
  while (isBlank(bytes[nameStart])) nameStart += 1
  let nameEnd = nameStart
  while (IS_TOKEN[bytes[nameEnd] as number] === 1) nameEnd += 1
  let colon = nameEnd
  while (isBlank(bytes[colon])) colon += 1
  if (nameEnd === nameStart || colon >= end || bytes[colon] !== COLON) return undefined
  // No name starts so, but a boundary may: `--a:b` is a delimiter yet unknown.
  if (bytes[nameStart] === DASH) return undefined
  const field = { start: nameStart, nameEnd, valueStart: colon + 1, end }
  if (nameStart > start || colon > nameEnd) {
    if (isForeign(bytes, field)) return undefined
    const what = `Blanks around the name of the header field ${quote(fieldName(bytes, field))}; read without them.`
    warn(report, 'header-line-malformed', what, { offset: start })
  }
  return field
}

/** @returns the name, as sent. */
export function fieldName(bytes: Uint8Array, field: Field): string {
  return latin1(bytes, field.start, field.nameEnd)
}

/** @returns whether it is a field, but none of those that parts really have. */
export function isForeign(bytes: Uint8Array, field: Field): boolean {
  return field.nameEnd > field.start && !USUAL_NAME.test(fieldName(bytes, field))
}

/** @returns the value, unfolded (RFC 5322 §2.2.3), a character for each byte. */
export function fieldBytes(bytes: Uint8Array, field: Field): string {
  let start = field.valueStart
  let end = field.end
  // Before it is text: as a character, the last byte of "à" in UTF-8 is white space.
  while (start < end && isLineSpace(bytes[start])) start += 1
  while (end > start && isLineSpace(bytes[end - 1])) end -= 1
  const sent = latin1(bytes, start, end)
  return sent.includes('\n') ? sent.replace(/\r?\n/g, '') : sent
}
