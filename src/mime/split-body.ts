import type { Limits } from '../limits.js'
import { fail, quote, type Report, warn } from '../report.js'
import type { HeaderLookup } from '../request.js'
import { findBoundary, hasLastDashes, namedBoundary } from './boundary.js'
import { startsAsXml } from './bytes.js'
import { CONTENT_TYPE, type HeaderValue, readHeaderValue } from './content-type.js'
import { readHeaderText } from './header-text.js'
import { splitMultipart } from './multipart.js'
import { mediaTypeIn, mimeType, type Part } from './part.js'
import { findRoot, isXml } from './root.js'
import { describeUnreadable } from './unreadable-body.js'

/** The parts of a request: the root, which holds the envelope, and all that the body is made of. */
export interface SplitBody {
  /** Undefined if there is nothing that could hold an envelope. */
  readonly root: Part | undefined
  /** The parts at the top, the root among them. */
  readonly parts: readonly Part[]
}

/** The request's Content-Type, as sent and taken apart. */
interface BodyType extends HeaderValue {
  readonly text: string
}

/** A header's line end that goes on in the next line (RFC 9112 §5.2), left in it by some servers. */
const FOLD = /\r?\n(?=[ \t])/g
const NOTHING: SplitBody = { root: undefined, parts: [] }

/**
 * Splits a request's body by its Content-Type: `multipart/related` (RFC 2387) into its parts; one of
 * XML's types is the envelope itself. Where the Content-Type does not fit the body, the body decides.
 *
 * @returns the root and the parts at the top
 */
export function splitBody(
  header: HeaderLookup,
  body: Uint8Array,
  limits: Limits,
  report: Report,
): SplitBody {
  const bytes = limitBody(body, limits, report)
  if (bytes.length === 0) {
    fail(report, 'body-empty', 'The body is empty.', { offset: 0 })
    return NOTHING
  }
  const sent = (header(CONTENT_TYPE, report) ?? '').replace(FOLD, '')
  const text = readHeaderText(sent, report, { path: CONTENT_TYPE })
  const { value, parameters } = readHeaderValue(text, CONTENT_TYPE, limits, report)
  const type: BodyType = { text, value, parameters }
  const isMultipart = mimeType(value).startsWith('multipart/')
  const looksLikeXml = startsAsXml(bytes)
  if (value !== 'multipart/related' && !(isXml(value) && looksLikeXml)) {
    const why = isXml(value) ? 'and the body is not XML' : 'not multipart/related or XML'
    const found =
      text === '' ? 'There is no Content-Type' : `The Content-Type is ${quote(text)}, ${why}`
    const what = `${found}; the body decides.`
    warn(report, 'content-type-unexpected', what, { path: CONTENT_TYPE })
  }
  const mayBeMultipart = isMultipart || !looksLikeXml
  const boundary = mayBeMultipart ? namedBoundary(parameters, 0, report) : undefined
  if (boundary !== undefined && !hasLastDashes(boundary, bytes, 0)) {
    const parts = splitMultipart(bytes, boundary, limits, report)
    if (parts.length > 0)
      return { root: findRoot(parts, mimeType(value), parameters, report), parts }
  }
  if (looksLikeXml) return wholeBody(type, bytes, isMultipart, report)
  return splitByGuess(type, bytes, limits, report)
}

function limitBody(body: Uint8Array, limits: Limits, report: Report): Uint8Array {
  if (body.length <= limits.bodyBytes) return body
  const what = `The body has ${body.length} bytes, more than ${limits.bodyBytes}; the rest is not read: raise limits.bodyBytes if you must take it.`
  fail(report, 'body-too-large', what, { offset: limits.bodyBytes })
  return body.subarray(0, limits.bodyBytes)
}

/** The body is the envelope itself: the shape of a message without attachments. */
function wholeBody(
  { text, value, parameters }: BodyType,
  bytes: Uint8Array,
  isMultipart: boolean,
  report: Report,
): SplitBody {
  if (isMultipart) {
    const what = 'The body should be a multipart, but is the bare envelope; read as that.'
    warn(report, 'boundary-missing', what, { offset: 0 })
  }
  const root: Part = {
    headers: text === '' ? new Map() : new Map([[CONTENT_TYPE, [text]]]),
    mediaType: mediaTypeIn(value),
    parameters,
    body: bytes,
    offset: 0,
    parts: [],
  }
  return { root, parts: [root] }
}

function splitByGuess(
  { text, value, parameters }: BodyType,
  bytes: Uint8Array,
  limits: Limits,
  report: Report,
): SplitBody {
  const boundary = findBoundary(bytes)
  if (boundary === undefined) {
    fail(report, 'body-unreadable', describeUnreadable(text, bytes), { offset: 0 })
    return NOTHING
  }
  const parts = splitMultipart(bytes, boundary, limits, report)
  const what = `No boundary is named that occurs; taken from the line --${boundary}.`
  warn(report, 'boundary-missing', what, { offset: 0 })
  return { root: findRoot(parts, mimeType(value), parameters, report), parts }
}
