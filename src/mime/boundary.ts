import { quote, type Report, warn } from '../report.js'
import { DASH, isBlank, latin1, lineEnd, nextLine } from './bytes.js'

/** boundary of RFC 2046 §5.1.1: 1 to 70 of these characters, the last no space. */
const BOUNDARY = /^[\w'()+,\-./:=? ]{0,69}[\w'()+,\-./:=?]$/
/** A longer first line is no delimiter, whatever it starts with. */
const LONGEST_GUESS = 200

const utf8 = new TextEncoder()

/** @returns the boundary as it stands in a delimiter line: a character for each byte, blanks at its end off. */
export function toDelimiterText(boundary: string): string {
  const text = boundary.trimEnd()
  const bytes = utf8.encode(text)
  return bytes.length === text.length ? text : latin1(bytes, 0, bytes.length)
}

/**
 * @param parameters those of a multipart's Content-Type
 * @param from where the multipart's body starts
 * @returns the boundary to look for: the parameter's, else that of a first line which looks like a
 * delimiter; undefined if there is neither
 */
export function findBoundary(
  parameters: Readonly<Record<string, string>>,
  bytes: Uint8Array,
  from: number,
  report: Report,
): string | undefined {
  const named = toDelimiterText(parameters['boundary'] ?? '')
  if (named !== '') {
    if (!BOUNDARY.test(named)) {
      const what = `The boundary ${quote(named)} is longer than 70 characters or has others than it may.`
      warn(report, 'boundary-invalid', what, { offset: from })
    }
    return named
  }
  const guess = guessBoundary(bytes, from)
  const done = guess === undefined ? 'it is kept as one part' : `taken from the line --${guess}`
  warn(report, 'boundary-missing', `A multipart names no boundary; ${done}.`, { offset: from })
  return guess
}

/** @returns the boundary of which the first line that is not empty, at or after `from`, is a delimiter. */
export function guessBoundary(bytes: Uint8Array, from: number): string | undefined {
  let start = from
  while (start < bytes.length && isLineSpace(bytes[start])) start += 1
  if (bytes[start] !== DASH || bytes[start + 1] !== DASH) return undefined
  let end = lineEnd(bytes, start, nextLine(bytes, start, bytes.length))
  while (end > start && isBlank(bytes[end - 1])) end -= 1
  if (end - start < 3 || end - start > LONGEST_GUESS) return undefined
  return latin1(bytes, start + 2, end)
}

function isLineSpace(byte: number | undefined): boolean {
  return isBlank(byte) || byte === 0x0d || byte === 0x0a
}
