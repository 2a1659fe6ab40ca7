import { quote, type Report, warn } from '../report.js'
import { isBlank, latin1 } from './bytes.js'
import { CERTAIN_NAMES, type Field, fieldName, MIME_NAMES } from './header-field.js'

/** A line that was meant for a field that parts have, and lost its colon. */
const DAMAGED_FIELD =
  /^(?:content-(?:type|id|location|disposition|transfer-encoding|description|language|duration|base|md5)|mime-version)\b/i
/** A field that no text has: what comes before it is among headers. */
const CERTAIN_FIELD = new RegExp(`^(?:${CERTAIN_NAMES}):`, 'i')
const CERTAIN_NAME = new RegExp(`^(?:${CERTAIN_NAMES})$`, 'i')
/** A field that parts have, or the rest of one. */
const GOES_ON = new RegExp(`^(?:\\r?\\n|[ \\t]+[^ \\t\\r\\n]|(?:${MIME_NAMES})[ \\t]*:)`, 'i')
/** How much of a line is looked at to see what it was meant for. */
const GLANCE = 80

/**
 * A line of blanks is a fold by RFC 5322 §4.2, and among headers it is one here; where no field that
 * parts have comes after it, it was meant for the empty line.
 */
export function takesBlanksForEmpty(
  bytes: Uint8Array,
  start: number,
  end: number,
  next: number,
  report: Report,
): boolean {
  if (!isBlank(bytes[start]) || latin1(bytes, start, end).trim() !== '') return false
  if (GOES_ON.test(latin1(bytes, next, Math.min(bytes.length, next + GLANCE)))) return false
  const what = 'A line of blanks where headers end; treated as the empty line.'
  warn(report, 'header-line-malformed', what, { offset: start })
  return true
}

/**
 * @param next where the line after the one from `start` to `end` starts
 * @returns a line that is no field as one without a name, if it stands among headers; undefined if
 * it starts the body
 */
export function ignoreLine(
  bytes: Uint8Array,
  start: number,
  end: number,
  next: number,
  report: Report,
): Field | undefined {
  const line = latin1(bytes, start, Math.min(end, start + GLANCE))
  // Two dashes may be the first delimiter of a multipart whose headers are being read.
  if (line.startsWith('--')) return undefined
  if (!DAMAGED_FIELD.test(line)) {
    const following = latin1(bytes, next, Math.min(bytes.length, next + GLANCE))
    if (!CERTAIN_FIELD.test(following)) return undefined
  }
  const what = `The header line ${quote(line)} is not a field; ignored.`
  warn(report, 'header-line-malformed', what, { offset: start })
  return { start, nameEnd: start, valueStart: start, end }
}

/** @returns whether the field is one that no text has. */
export function isCertain(bytes: Uint8Array, field: Field): boolean {
  return CERTAIN_NAME.test(fieldName(bytes, field))
}
