import type { Limits } from '../limits.js'
import { fail, type Place, type Report, warn, warnAll } from '../report.js'
import { type Field, fieldBytes } from './header-field.js'
import { SINGLE_NAME } from './header-names.js'
import { type HeaderSource, scanBlock } from './header-scan.js'
import { isPlain, readHeaderText } from './header-text.js'
import { takeSpreadFields } from './spread-fields.js'
import { takeTextFromFields } from './text-fields.js'

export type { HeaderSource } from './header-scan.js'

/** The header fields of a part: names in lower case, values unfolded, trimmed and decoded. */
export type Headers = ReadonlyMap<string, readonly string[]>

/**
 * Reads the header fields of a part (RFC 2045 §3, RFC 5322 §2.2): CRLF or LF, folded or not.
 *
 * Senders leave out the empty line between headers and body, and put others between headers. Without
 * it the block ends before the first line that is not a field. In a text any line may look like one:
 * there only what is hardly text is a field.
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
  const block = scanBlock(source, start, limits)
  if (typeof block.end === 'object') fail(report, block.end.code, block.end.message, block.end)
  takeSpreadFields(source, start, block, limits)
  takeTextFromFields(source, block)
  warnAll(report, block.deviations)
  if (block.end === 'text') {
    const what =
      'No empty line between the headers of a part and its body; the headers end before the first line that is not a field.'
    warn(report, 'blank-line-missing', what, { offset: block.at })
  }
  return { headers: collectFields(source.bytes, block.fields, report), bodyStart: block.at }
}

function collectFields(bytes: Uint8Array, fields: readonly Field[], report: Report): Headers {
  const headers = new Map<string, string[]>()
  for (const field of fields) {
    const name = field.name.toLowerCase()
    if (name === '') continue
    const sent = fieldBytes(bytes, field)
    const value = isPlain(sent) ? sent : readHeaderText(sent, report, placeOf(field, name))
    const values = headers.get(name)
    if (values === undefined) {
      headers.set(name, [value])
      continue
    }
    values.push(value)
    if (SINGLE_NAME.test(name)) {
      const what = `A part has ${name} more than once; the first that says something counts.`
      warn(report, 'header-repeated', what, placeOf(field, name))
    }
  }
  return headers
}

function placeOf({ start }: Field, name: string): Place & { path: string } {
  return { offset: start, path: name }
}
