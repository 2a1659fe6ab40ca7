import type { Limits } from '../limits.js'
import type { Failure } from '../report.js'
import type { Warning } from '../warnings.js'
import { isBlank, lineEnd, nextLine } from './bytes.js'
import { type Field, readField } from './header-field.js'
import { goesOn, ignoreLine, isEmptyLine } from './header-line.js'

/** What the reader of headers needs to know of the body around them. */
export interface HeaderSource {
  readonly bytes: Uint8Array
  readonly isDelimiter: (lineStart: number) => boolean
  /** How many bytes behind empty lines were looked at so far for more fields, in vain or not. */
  looked: number
}

/** A header block as far as it was read. */
export interface Block {
  /** Lines that were ignored are among them, as fields without name. */
  readonly fields: Field[]
  readonly deviations: Warning[]
  /** Where the line stands that ended it, or the one after the empty line. */
  at: number
  /** What ended it. `text`: a line that is no field, where an empty line should have been. */
  end: 'empty line' | 'delimiter' | 'text' | Failure
}

/** @returns the lines from `start` on that are header fields. */
export function scanBlock(source: HeaderSource, start: number, limits: Limits): Block {
  const { bytes } = source
  const fields: Field[] = []
  const deviations: Warning[] = []
  const block: Block = { fields, deviations, at: start, end: 'delimiter' }
  let field: Field | undefined
  while (block.at < bytes.length && !source.isDelimiter(block.at)) {
    const next = nextLine(bytes, block.at, bytes.length)
    const line = { start: block.at, end: lineEnd(bytes, block.at, next), next }
    if (isEmptyLine(bytes, line, deviations)) {
      block.at = next
      block.end = 'empty line'
      return block
    }
    let isMore = field !== undefined && isBlank(bytes[line.start])
    if (!isMore) {
      const found = readField(bytes, line.start, line.end, deviations)
      isMore = found === undefined && field !== undefined && goesOn(bytes, field, line, deviations)
      if (!isMore) field = found ?? ignoreLine(bytes, line, deviations)
    }
    if (field === undefined) {
      block.end = 'text'
      return block
    }
    // Before the line is kept: what is over a limit is not to cost more than finding it out.
    const failure = overLimit(fields.length + (isMore ? 0 : 1), next - start, limits, start)
    if (failure !== undefined) {
      block.end = failure
      return block
    }
    if (!isMore) fields.push(field)
    field.end = line.end
    block.at = next
  }
  return block
}

function overLimit(
  fields: number,
  size: number,
  limits: Limits,
  offset: number,
): Failure | undefined {
  if (size > limits.headerBytes) {
    const message = `The headers of a part are longer than ${limits.headerBytes} bytes: raise limits.headerBytes if you must take it.`
    return { code: 'headers-too-large', message, offset }
  }
  if (fields > limits.headers) {
    const message = `A part has more than ${limits.headers} header fields: raise limits.headers if you must take it.`
    return { code: 'too-many-headers', message, offset }
  }
  return undefined
}
