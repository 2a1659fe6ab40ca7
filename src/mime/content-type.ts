import type { Limits } from '../limits.js'
import { type Deviation, fail, fieldPlace, type Report, warnOf } from '../report.js'
import { decodeExtendedParameters } from './extended-parameters.js'
import { type Cursor, deviate, take, takeQuoted, takeUnquoted } from './parameter-value.js'

/** A Content-Type or Content-Disposition, taken apart (RFC 2045 §5.1). */
export interface HeaderValue {
  /** `type/subtype`, or the disposition, in lower case; empty if there is none. */
  readonly value: string
  /** An object without prototype; names in lower case. */
  readonly parameters: Readonly<Record<string, string>>
  /** The names of those that RFC 2231 has in a charset, if any are. */
  readonly encoded?: ReadonlySet<string>
}

/** A header's value, and what is not as it should be about it. */
export interface ParsedHeader extends HeaderValue {
  readonly deviations: readonly Deviation[]
  /** There are more parameters than were to be read. */
  readonly isCut: boolean
}

/** The names of the header fields, in lower case. */
export const CONTENT_TYPE = 'content-type'
export const CONTENT_DISPOSITION = 'content-disposition'

/** The parameters of a value that has none. */
export const NO_PARAMETERS: Readonly<Record<string, string>> = /* @__PURE__ */ Object.freeze(
  /* @__PURE__ */ Object.create(null),
)

/** The parameters that are asked for, where not all of them are: the others are not decoded. */
const READ: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  [CONTENT_DISPOSITION, new Set(['filename', 'name'])],
])

/** A value without parameters: most parts of most messages. */
const SIMPLE = /^[\w/+.-]+$/
const VALUE = /[^;,\s"]*/y
/** A parameter, not a type or a disposition. */
const FILE_NAME = /^(?:file)?name(?:\*\d{0,9}\*?)?=/
/** token of RFC 2045 §5.1: any character but blanks, controls and tspecials. */
const NAME = /[^\s()<>@,;:\\"/[\]?=]+/y
const SEPARATOR = /[\s;]*/y
const EQUALS = /\s*=\s*/y
const BLANKS = /\s*/y
const JUNK = /[^;]+/y

/**
 * Takes a header field of the body or of the request apart, and reports what is not as it should be.
 *
 * @param text the value of the header field
 * @param field its name
 * @param offset where it is in the body, if it is there
 */
export function readHeaderValue(
  text: string,
  field: string,
  limits: Limits,
  report: Report,
  offset?: number,
): HeaderValue {
  if (SIMPLE.test(text)) return { value: text.toLowerCase(), parameters: NO_PARAMETERS }
  const parsed = parseHeaderValue(text, limits.parameters, READ.get(field))
  const place = fieldPlace(field, offset)
  warnOf(report, parsed.deviations, place)
  if (parsed.isCut) {
    const what = `${field} has more than ${limits.parameters} parameters (limits.parameters).`
    fail(report, 'too-many-parameters', what, place)
  }
  return parsed
}

/**
 * @param text the value of a header field
 * @param most how many parameters are read, what only should have been one counted
 * @param read the names of those that are asked for; undefined: any
 * @returns its value and parameters; of a parameter that is there twice, the first
 */
export function parseHeaderValue(
  text: string,
  most: number,
  read?: ReadonlySet<string>,
): ParsedHeader {
  const cursor: Cursor = { text, at: 0, deviations: [] }
  const parameters: Record<string, string> = Object.create(null)
  const { deviations } = cursor
  let isExtended = false
  let isCut = false
  take(cursor, BLANKS)
  const value = takeValue(cursor)
  for (let count = 1; ; count++) {
    const separator = take(cursor, SEPARATOR)
    if (cursor.at >= text.length) break
    isCut = count > most
    if (isCut) break
    const name = take(cursor, NAME).toLowerCase()
    if (name === '' || take(cursor, EQUALS) === '') {
      deviate(cursor, 'parameter-malformed', name + take(cursor, JUNK))
      continue
    }
    if (!separator.includes(';')) deviate(cursor, 'parameter-separator-missing', name)
    const parameter = text[cursor.at] === '"' ? takeQuoted(cursor, name) : takeUnquoted(cursor)
    if (parameters[name] !== undefined) {
      deviate(cursor, 'parameter-repeated', name)
      continue
    }
    isExtended ||= name.includes('*')
    parameters[name] = parameter
  }
  if (!isExtended) return { value, parameters, deviations, isCut }
  const { deviations: more, ...decoded } = decodeExtendedParameters(parameters, read)
  return { value, ...decoded, deviations: [...deviations, ...more], isCut }
}

/** @returns the value before the parameters; none where a file name stands in its place */
function takeValue(cursor: Cursor): string {
  const { at } = cursor
  const value = take(cursor, VALUE).toLowerCase()
  if (!value.includes('=') || !FILE_NAME.test(value)) return value
  cursor.at = at
  return ''
}
