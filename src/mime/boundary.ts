import { quote, type Report, warn } from '../report.js'
import { afterMark, DASH, isBlank, latin1, lineEnd, nextLine } from './bytes.js'

/** boundary of RFC 2046 §5.1.1: 1 to 70 of these characters, the last no space. */
const BOUNDARY = /^[\w'()+,\-./:=? ]{0,69}[\w'()+,\-./:=?]$/
/** A longer first line is no delimiter, whatever it starts with. */
const LONGEST_GUESS = 200
/** How far into a body its first delimiter is looked for. */
const LONGEST_PREAMBLE = 4096
const STARTS_PART = /^(?:\r?\n|[\w-]+[ \t]*:)/

const utf8 = new TextEncoder()

/**
 * @param parameters those of a multipart's Content-Type
 * @param offset where the multipart's body starts, for the warnings
 * @returns the boundary they name as it stands in a delimiter line: a character for each byte, blanks
 * at its end off; undefined if they name none
 */
export function namedBoundary(
  parameters: Readonly<Record<string, string>>,
  offset: number,
  report: Report,
): string | undefined {
  const text = parameters['boundary']?.trimEnd() ?? ''
  if (text === '' || BOUNDARY.test(text)) return text || undefined
  const what = `The boundary ${quote(text)} is longer than 70 characters or has others than it may; used as it is.`
  warn(report, 'boundary-invalid', what, { offset })
  const bytes = utf8.encode(text)
  return latin1(bytes, 0, bytes.length)
}

/**
 * @param from where the body of a multipart starts that names no boundary
 * @returns the boundary of which the first line that is not empty is a delimiter; undefined if that
 * does not look like one, or like the last one of a multipart
 */
export function guessBoundary(bytes: Uint8Array, from: number): string | undefined {
  return boundaryOf(bytes, afterMark(bytes, from))
}

/**
 * @param offset where the body of a multipart within another starts
 * @returns its boundary: that which its parameters name, else that which {@link guessBoundary} finds
 */
export function innerBoundary(
  bytes: Uint8Array,
  parameters: Readonly<Record<string, string>>,
  offset: number,
  report: Report,
): string | undefined {
  const named = namedBoundary(parameters, offset, report)
  if (named !== undefined) return named
  const guess = guessBoundary(bytes, offset)
  const done = guess === undefined ? 'it is kept as one part' : `taken from the line --${guess}`
  const what = `A multipart names no boundary; ${done}.`
  warn(report, 'boundary-missing', what, { offset })
  return guess
}

/**
 * @param bytes a body for which no boundary is named that occurs
 * @returns the boundary that {@link guessBoundary} finds; else that of the first line that can be a
 * delimiter, a header field or an empty line after it: a preamble may come before
 */
export function findBoundary(bytes: Uint8Array): string | undefined {
  const guess = guessBoundary(bytes, 0)
  if (guess !== undefined) return guess
  for (let at = 0; at < Math.min(bytes.length, LONGEST_PREAMBLE); ) {
    const next = nextLine(bytes, at, bytes.length)
    const boundary = boundaryOf(bytes, at)
    if (boundary !== undefined && BOUNDARY.test(boundary)) {
      const following = latin1(bytes, next, Math.min(bytes.length, next + LONGEST_GUESS))
      if (STARTS_PART.test(following)) return boundary
    }
    at = next
  }
  return undefined
}

/** @returns the boundary of which the line at `start` could be a delimiter, though not the last. */
function boundaryOf(bytes: Uint8Array, start: number): string | undefined {
  if (bytes[start] !== DASH || bytes[start + 1] !== DASH) return undefined
  let end = lineEnd(bytes, start, nextLine(bytes, start, bytes.length))
  while (isBlank(bytes[end - 1])) end -= 1
  if (end - start < 3 || end - start > LONGEST_GUESS) return undefined
  const boundary = latin1(bytes, start + 2, end)
  return boundary.endsWith('--') ? undefined : boundary
}
