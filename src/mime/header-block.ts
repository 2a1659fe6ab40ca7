import type { Limits } from '../limits.js'
import { fail, quote, type Report, warn } from '../report.js'
import { COLON, decodeHeaderText, isBlank, latin1, lineEnd, nextLine } from './bytes.js'

/** The header fields of a part: name in lower case, values as sent, unfolded. */
export type Headers = ReadonlyMap<string, readonly string[]>

/** What the reader of headers needs to know of the body around them. */
export interface HeaderSource {
  readonly bytes: Uint8Array
  readonly end: number
  readonly isDelimiter: (lineStart: number) => boolean
}

/** A header field, by its places in the body. */
interface Field {
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

/** The fields that parts really have. Where no empty line ends the block, only these are fields. */
const MIME_NAME = /^(?:content-[\w-]+|mime-version|x-[\w-]+|date|message-id)$/i
/** A line that was meant for one of these, and lost its colon. */
const DAMAGED_FIELD = /^(?:content-|mime-version\b|x-)/i
/** The fields that a part has once. */
const SINGLE_NAME = /^content-(?:type|id|location|disposition|transfer-encoding)$/

/** A header block as far as it was read. */
interface Block {
  readonly fields: Field[]
  /** Where the line stands that ended it, or the one after the empty line. */
  at: number
  /** What ended it. `text`: a line that is no field, where an empty line should have been. */
  end: 'empty line' | 'delimiter' | 'text' | 'limit'
}

/**
 * Reads the header fields of a part (RFC 2045 §3, RFC 5322 §2.2): CRLF or LF, folded or not.
 *
 * Senders leave out the empty line between headers and body. The block then ends before the first
 * line that is no field; and where that would leave no body at all, before the first field that is
 * none of MIME's, so that the text `Re: hello` is not taken for a header.
 *
 * @param start where the block starts
 * @returns the fields, and where the body starts
 */
export function readHeaderBlock(
  source: HeaderSource,
  start: number,
  limits: Limits,
  report: Report,
): { headers: Headers; bodyStart: number } {
  const block = scanBlock(source, start, limits, report)
  if (block.end === 'delimiter' || (block.end === 'empty line' && isBodyEmpty(source, block.at))) {
    const { fields } = block
    const foreign = fields.findIndex((field) => !MIME_NAME.test(nameOf(source.bytes, field)))
    const [first] = foreign < 0 ? [] : fields.splice(foreign)
    if (first !== undefined) {
      block.at = first.start
      block.end = 'text'
    }
  }
  if (block.end === 'text') {
    const what = 'No empty line between the headers of a part and its body.'
    warn(report, 'blank-line-missing', what, { offset: block.at })
  }
  return { headers: collectFields(source.bytes, block.fields, report), bodyStart: block.at }
}

function scanBlock(source: HeaderSource, start: number, limits: Limits, report: Report): Block {
  const { bytes } = source
  const block: Block = { fields: [], at: start, end: 'delimiter' }
  const { fields } = block
  let current: Field | undefined
  while (block.at < source.end && !source.isDelimiter(block.at)) {
    const next = nextLine(bytes, block.at, source.end)
    const end = lineEnd(bytes, block.at, next)
    if (end === block.at) {
      block.at = next
      block.end = 'empty line'
      return block
    }
    if (current !== undefined && isBlank(bytes[block.at])) {
      current.end = end
    } else {
      current = readField(bytes, block.at, end, report)
      if (current !== undefined) fields.push(current)
      else if (!isDamaged(source, block.at, end, next)) {
        block.end = 'text'
        return block
      } else {
        const line = quote(latin1(bytes, block.at, Math.min(end, block.at + 80)))
        const what = `The header line ${line} is no field; passed over.`
        warn(report, 'header-line-malformed', what, { offset: block.at })
      }
    }
    if (isOverLimit(fields.length, next - start, limits, report, start)) {
      block.end = 'limit'
      return block
    }
    block.at = next
  }
  return block
}

function isOverLimit(
  fields: number,
  size: number,
  limits: Limits,
  report: Report,
  offset: number,
): boolean {
  if (size > limits.headerBytes) {
    const what = `The headers of a part are longer than ${limits.headerBytes} bytes.`
    fail(report, 'headers-too-large', what, { offset })
    return true
  }
  if (fields > limits.headers) {
    const what = `A part has more than ${limits.headers} header fields.`
    fail(report, 'too-many-headers', what, { offset })
    return true
  }
  return false
}

/** @returns the field in the line from `start` to `end`, if it is one. */
function readField(
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
  const field = { start: nameStart, nameEnd, valueStart: colon + 1, end }
  if (nameStart > start || colon > nameEnd) {
    const name = nameOf(bytes, field)
    if (!MIME_NAME.test(name)) return undefined
    const what = `Blanks around the name of the header field ${quote(name)}.`
    warn(report, 'header-line-malformed', what, { offset: start })
  }
  return field
}

/** @returns whether a line that is no field stands among headers, rather than starts the body. */
function isDamaged(source: HeaderSource, start: number, end: number, next: number): boolean {
  const { bytes } = source
  if (DAMAGED_FIELD.test(latin1(bytes, start, Math.min(end, start + 16)))) return true
  let nameEnd = next
  while (IS_TOKEN[bytes[nameEnd] as number] === 1) nameEnd += 1
  return bytes[nameEnd] === COLON && MIME_NAME.test(latin1(bytes, next, nameEnd))
}

/** @returns whether nothing stands between `at` and the next delimiter, or the end. */
function isBodyEmpty(source: HeaderSource, at: number): boolean {
  const next = nextLine(source.bytes, at, source.end)
  const start = lineEnd(source.bytes, at, next) === at ? next : at
  return start >= source.end || source.isDelimiter(start)
}

function nameOf(bytes: Uint8Array, field: Field): string {
  return latin1(bytes, field.start, field.nameEnd)
}

/** @returns the value, unfolded (RFC 5322 §2.2.3). */
function fieldValue(bytes: Uint8Array, field: Field): string {
  const sent = latin1(bytes, field.valueStart, field.end)
  const unfolded = sent.includes('\n') ? sent.replace(/\r?\n/g, '') : sent
  return decodeHeaderText(unfolded.trim())
}

function collectFields(bytes: Uint8Array, fields: readonly Field[], report: Report): Headers {
  const headers = new Map<string, string[]>()
  for (const field of fields) {
    const name = nameOf(bytes, field).toLowerCase()
    const value = fieldValue(bytes, field)
    const values = headers.get(name)
    if (values === undefined) {
      headers.set(name, [value])
      continue
    }
    values.push(value)
    if (SINGLE_NAME.test(name)) {
      const what = `A part has ${name} more than once; the first stands.`
      warn(report, 'header-repeated', what, { offset: field.start, path: name })
    }
  }
  return headers
}
