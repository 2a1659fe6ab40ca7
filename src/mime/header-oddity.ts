import { quote, type Report, warn } from '../report.js'
import { isBlank, latin1 } from './bytes.js'
import { type Field, fieldName } from './header-field.js'
import { CERTAIN_FIELD, CERTAIN_NAME, DAMAGED_FIELD, GOES_ON } from './header-names.js'

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
