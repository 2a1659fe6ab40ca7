import type { Limits } from '../limits.js'
import { fail, type Report, warn } from '../report.js'
import { decodeHeaderText, isBlank, lineEnd, NOT_ASCII, nextLine } from './bytes.js'
import { CONTENT_TYPE } from './content-type.js'
import { type Field, fieldBytes, fieldName, isForeign, readField } from './header-field.js'
import { SINGLE_NAME } from './header-names.js'
import { ignoreLine, isCertain, takesBlanksForEmpty } from './header-oddity.js'

/** The header fields of a part: names in lower case, values unfolded, trimmed and decoded. */
export type Headers = ReadonlyMap<string, readonly string[]>

/** What the reader of headers needs to know of the body around them. */
export interface HeaderSource {
  readonly bytes: Uint8Array
  readonly isDelimiter: (lineStart: number) => boolean
}

/** A header block as far as it was read. */
interface Block {
  /** Lines that were ignored are among them, as fields without name. */
  readonly fields: Field[]
  /** Where the line stands that ended it, or the one after the empty line. */
  at: number
  /** What ended it. `text`: a line that is no field, where an empty line should have been. */
  end: 'empty line' | 'delimiter' | 'text' | 'limit'
}

/** Media types whose content may have lines that look like header fields. */
const TEXT_TYPE = /^text\/(?!xml\b)/i

/**
 * Reads the header fields of a part (RFC 2045 §3, RFC 5322 §2.2): CRLF or LF, folded or not.
 *
 * Senders leave out the empty line between headers and body. The block then ends before the first
 * line that is not a field. In a text any line may look like one: there, and where nothing comes after
 * the block, it ends before the first field that is not one of MIME's, so that the text `Re: hello` is
 * not a header.
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
  const { bytes } = source
  const block = scanBlock(source, start, limits, report)
  const { fields } = block
  if (isInDoubt(source, block)) {
    // What comes before a field that no text has is among headers.
    let certain = fields.length - 1
    while (certain >= 0 && !isCertain(bytes, fields[certain] as Field)) certain -= 1
    const foreign = fields.findIndex((field, i) => i > certain && isForeign(bytes, field))
    const [first] = foreign < 0 ? [] : fields.splice(foreign)
    if (first !== undefined) {
      block.at = first.start
      block.end = 'text'
    }
  }
  if (block.end === 'text') {
    const what =
      'No empty line between the headers of a part and its body; the headers end before the first line that is not a field.'
    warn(report, 'blank-line-missing', what, { offset: block.at })
  }
  return { headers: collectFields(bytes, fields, report), bodyStart: block.at }
}

/** @returns whether only the fields that parts really have are to be believed. */
function isInDoubt(source: HeaderSource, block: Block): boolean {
  switch (block.end) {
    case 'empty line':
      return isBodyEmpty(source, block.at) && isText(source.bytes, block.fields)
    case 'text':
      return isText(source.bytes, block.fields)
    default:
      return block.end === 'delimiter'
  }
}

function scanBlock(source: HeaderSource, start: number, limits: Limits, report: Report): Block {
  const { bytes } = source
  const fields: Field[] = []
  const block: Block = { fields, at: start, end: 'delimiter' }
  let field: Field | undefined
  while (block.at < bytes.length && !source.isDelimiter(block.at)) {
    const next = nextLine(bytes, block.at, bytes.length)
    const end = lineEnd(bytes, block.at, next)
    if (end === block.at || takesBlanksForEmpty(bytes, block.at, end, next, report)) {
      block.at = next
      block.end = 'empty line'
      return block
    }
    const isFolded = field !== undefined && isBlank(bytes[block.at])
    if (!isFolded) {
      field =
        readField(bytes, block.at, end, report) ?? ignoreLine(bytes, block.at, end, next, report)
    }
    if (field === undefined) {
      block.end = 'text'
      return block
    }
    // Before the line is kept: what is over a limit is not to cost more than finding it out.
    if (failsLimit(fields.length + (isFolded ? 0 : 1), next - start, limits, report, start)) {
      block.end = 'limit'
      return block
    }
    if (!isFolded) fields.push(field)
    field.end = end
    block.at = next
  }
  return block
}

function failsLimit(
  fields: number,
  size: number,
  limits: Limits,
  report: Report,
  offset: number,
): boolean {
  if (size > limits.headerBytes) {
    const what = `The headers of a part are longer than ${limits.headerBytes} bytes.`
    fail(report, 'headers-too-large', what, { offset })
  } else if (fields > limits.headers) {
    const what = `A part has more than ${limits.headers} header fields.`
    fail(report, 'too-many-headers', what, { offset })
  } else {
    return false
  }
  return true
}

/** @returns whether nothing stands between `at` and the next delimiter, or the end. */
function isBodyEmpty(source: HeaderSource, at: number): boolean {
  const { bytes } = source
  const next = nextLine(bytes, at, bytes.length)
  const start = lineEnd(bytes, at, next) === at ? next : at
  return start >= bytes.length || source.isDelimiter(start)
}

/** @returns whether these are the headers of a text, in which any line may look like a field. */
function isText(bytes: Uint8Array, fields: readonly Field[]): boolean {
  const type = fields.find((field) => fieldName(bytes, field).toLowerCase() === CONTENT_TYPE)
  return type === undefined || TEXT_TYPE.test(fieldBytes(bytes, type))
}

function collectFields(bytes: Uint8Array, fields: readonly Field[], report: Report): Headers {
  const headers = new Map<string, string[]>()
  for (const field of fields) {
    const name = fieldName(bytes, field).toLowerCase()
    if (name === '') continue
    const sent = fieldBytes(bytes, field)
    const isAscii = !NOT_ASCII.test(sent)
    const value = isAscii ? sent : decodeHeaderText(sent)
    if (!isAscii && value === sent) {
      const what = `The bytes of ${name} are not UTF-8; read as Latin-1.`
      warn(report, 'header-line-malformed', what, { offset: field.start, path: name })
    }
    const values = headers.get(name)
    if (values === undefined) {
      headers.set(name, [value])
      continue
    }
    values.push(value)
    if (SINGLE_NAME.test(name)) {
      const what = `A part has ${name} more than once; the first counts.`
      warn(report, 'header-repeated', what, { offset: field.start, path: name })
    }
  }
  return headers
}
