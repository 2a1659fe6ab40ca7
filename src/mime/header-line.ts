import { quote } from '../report.js'
import type { Warning } from '../warnings.js'
import { CR, isBlank, latin1, SPACE, TAB } from './bytes.js'
import { type Field, valueEnd } from './header-field.js'
import { CERTAIN_FIELD, CERTAIN_NAME, DAMAGED_FIELD, GOES_ON, PARAMETER } from './header-names.js'

/** A line among headers, by its places in the body. */
export interface Line {
  readonly start: number
  /** Where its characters end. */
  readonly end: number
  /** Where the next line starts. */
  readonly next: number
}

/** How much of a line is looked at to see what it was meant for. */
const GLANCE = 80
const SEMICOLON = 0x3b
const NO_BREAK_SPACE = 0xa0

function malformed(message: string, offset: number): Warning {
  return { code: 'header-line-malformed', message, offset }
}

/**
 * A line of blanks is a fold by RFC 5322 §4.2, and among headers it is one here; where no field that
 * parts have comes after it, it was meant for the empty line. So is a line of CRs: what ends all
 * lines in CR CR LF has no other.
 *
 * @returns whether the line ends the headers
 */
export function isEmptyLine(bytes: Uint8Array, line: Line, deviations: Warning[]): boolean {
  const { start, end, next } = line
  if (start === end) return true
  if (bytes[start] === CR) {
    for (let at = start; at < end; at++) if (bytes[at] !== CR) return false
    deviations.push(malformed('An empty line that ends in CR CR LF; read as one in CRLF.', start))
    return true
  }
  if (!isBlank(bytes[start])) return false
  let at = start + 1
  while (at < end && isWhite(bytes[at] as number)) at += 1
  if (at < end) return false
  if (GOES_ON.test(latin1(bytes, next, Math.min(bytes.length, next + GLANCE)))) return false
  deviations.push(
    malformed('A line of blanks where headers end; treated as the empty line.', start),
  )
  return true
}

/** White space of Latin-1, as what trims a text knows it. */
function isWhite(byte: number): boolean {
  return byte === SPACE || byte === NO_BREAK_SPACE || (byte >= TAB && byte <= CR)
}

/**
 * @param field the one before the line
 * @returns whether the line, which is no field, goes on with it although it is not indented: it
 * starts with a parameter, and the field ends with a semicolon
 */
export function goesOn(
  bytes: Uint8Array,
  field: Field,
  { start, end }: Line,
  deviations: Warning[],
): boolean {
  if (!PARAMETER.test(latin1(bytes, start, Math.min(end, start + GLANCE)))) return false
  if (bytes[valueEnd(bytes, field) - 1] !== SEMICOLON) return false
  const name = quote(field.name)
  const what = `A line of the header field ${name} is not indented; read as its continuation.`
  deviations.push(malformed(what, start))
  return true
}

/**
 * @returns a line that is no field as one without a name, if it stands among headers; undefined if
 * it starts the body
 */
export function ignoreLine(
  bytes: Uint8Array,
  { start, end, next }: Line,
  deviations: Warning[],
): Field | undefined {
  const line = latin1(bytes, start, Math.min(end, start + GLANCE))
  // Two dashes may be the first delimiter of a multipart whose headers are being read.
  if (line.startsWith('--')) return undefined
  if (!DAMAGED_FIELD.test(line)) {
    const following = latin1(bytes, next, Math.min(bytes.length, next + GLANCE))
    if (!CERTAIN_FIELD.test(following)) return undefined
  }
  deviations.push(malformed(`The header line ${quote(line)} is not a field; ignored.`, start))
  return { start, name: '', valueStart: start, end }
}

/** @returns whether the field is one that no text has. */
export function isCertain({ name }: Field): boolean {
  return CERTAIN_NAME.test(name)
}
