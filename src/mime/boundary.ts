import { quote, type Report, warn } from '../report.js'
import { afterMark, isPadding, latin1, lineEnd, nextLine } from './bytes.js'
import { isDashes } from './line-end.js'

/** boundary of RFC 2046 §5.1.1: 1 to 70 of these characters, the last no space. */
const BOUNDARY = /^[\w'()+,\-./:=? ]{0,69}[\w'()+,\-./:=?]$/
/** A longer first line is no delimiter, whatever it starts with. */
const LONGEST_GUESS = 200
/** How far into a body its first delimiter is looked for. */
const LONGEST_PREAMBLE = 4096
const STARTS_PART = /^(?:\r?\n|[\w-]+[ \t]*:)/
const PARAMETER = /\bboundary[ \t]*=[ \t]*(?:"([^"]*)"|([^\s;]+))/i

const utf8 = /* @__PURE__ */ new TextEncoder()

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
 * @param from where the body of the multipart starts
 * @returns whether its sender counts into the boundary the dashes that only the last delimiter ends in: the
 * first line that looks like a delimiter has none
 */
export function hasLastDashes(boundary: string, bytes: Uint8Array, from: number): boolean {
  if (!boundary.endsWith('--')) return false
  const window = `\n${latin1(bytes, from, Math.min(bytes.length, from + LONGEST_PREAMBLE))}`
  const line = `\n--${boundary.slice(0, -2)}`
  for (let at = window.indexOf(line); at >= 0; at = window.indexOf(line, at + 1)) {
    const rest = window.slice(at + line.length, at + line.length + 2)
    if (/^\r?\n/.test(rest)) return true
    if (rest === '--') return false
  }
  return false
}

/** @returns the boundary in a Content-Type of which there is another; undefined if it has none. */
export function boundaryIn(contentType: string): string | undefined {
  const [, quoted, bare] = PARAMETER.exec(contentType) ?? []
  return quoted ?? bare
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
 * @param bytes what holds a multipart for which no boundary is named that occurs
 * @param from where its body starts
 * @param end where it ends
 * @returns the boundary that {@link guessBoundary} finds; else that of the first line that can be a
 * delimiter, a header field or an empty line after it: a preamble may come before
 */
export function findBoundary(
  bytes: Uint8Array,
  from = 0,
  end: number = bytes.length,
): string | undefined {
  const first = afterMark(bytes, from)
  const guess = first < end ? boundaryOf(bytes, first) : undefined
  if (guess !== undefined) return guess
  for (let at = from; at < Math.min(end, from + LONGEST_PREAMBLE); ) {
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
  if (!isDashes(bytes, start)) return undefined
  let end = lineEnd(bytes, start, nextLine(bytes, start, bytes.length))
  while (isPadding(bytes[end - 1])) end -= 1
  if (end - start < 3 || end - start > LONGEST_GUESS) return undefined
  const boundary = latin1(bytes, start + 2, end)
  return boundary.endsWith('--') ? undefined : boundary
}
