import { fieldPlace, quote, type Report, warn } from '../report.js'
import { decodeExtendedParameters } from './extended-parameters.js'

/** A Content-Type or Content-Disposition, taken apart (RFC 2045 §5.1). */
export interface HeaderValue {
  /** `type/subtype`, or the disposition, in lower case; empty if there is none. */
  readonly value: string
  /** An object without prototype; names in lower case. */
  readonly parameters: Readonly<Record<string, string>>
  /** The names of those that came by RFC 2231, if any did. */
  readonly extended?: ReadonlySet<string>
}

/** The name of the header field, in lower case. */
export const CONTENT_TYPE = 'content-type'

/** The parameters of a value that has none. */
export const NO_PARAMETERS: Readonly<Record<string, string>> = Object.freeze(Object.create(null))

/** How far reading has come, and how often it has complained. */
interface Cursor {
  readonly text: string
  at: number
  readonly field: string
  readonly report: Report
  readonly offset: number | undefined
  complaints: number
}

/** A value without parameters: most parts of most messages. */
const SIMPLE = /^[\w/+.-]+$/
const VALUE = /[^;,\s"]*/y
/** token of RFC 2045 §5.1: any character but blanks, controls and tspecials. */
const NAME = /[^\s()<>@,;:\\"/[\]?=]+/y
const SEPARATOR = /[\s;]*/y
const EQUALS = /\s*=\s*/y
const BLANKS = /\s*/y
const WORD = /[^;\s]*/y
/** After a word of an unquoted value: what looks like the next parameter. */
const NEXT_PARAMETER = /\s+[\w*-]+\s*=/y
const JUNK = /[^;]+/y
const TSPECIALS = /[\s()<>@,;:\\"/[\]?=]/

/** A value may have place for thousands of faults: those after so many are not told. */
const MOST_COMPLAINTS = 16

/** What is told about a parameter, or about what should have been one. */
const COMPLAINTS = {
  'parameter-malformed': (junk: string) => `${junk} is not a parameter; ignored.`,
  'parameter-separator-missing': (name: string) =>
    `There is no ";" before ${name}; read as if there were.`,
  'parameter-repeated': (name: string) => `${name} appears again; the first counts.`,
  'parameter-unquoted': (value: string) => `${value} should be in quotes; read as if it were.`,
}

/**
 * @param text the value of the header field
 * @param field its name, for the warnings
 * @param offset where it is in the body, if it is there
 * @returns its value and parameters; of a parameter that is there twice, the first
 */
export function parseHeaderValue(
  text: string,
  field: string,
  report: Report,
  offset?: number,
): HeaderValue {
  if (SIMPLE.test(text)) return { value: text.toLowerCase(), parameters: NO_PARAMETERS }
  const cursor: Cursor = { text, at: 0, field, report, offset, complaints: 0 }
  const parameters: Record<string, string> = Object.create(null)
  let isExtended = false
  take(cursor, BLANKS)
  const value = take(cursor, VALUE).toLowerCase()
  for (;;) {
    const separator = take(cursor, SEPARATOR)
    if (cursor.at >= text.length) break
    const name = take(cursor, NAME).toLowerCase()
    if (name === '' || take(cursor, EQUALS) === '') {
      complain(cursor, 'parameter-malformed', name + take(cursor, JUNK))
      continue
    }
    if (!separator.includes(';')) complain(cursor, 'parameter-separator-missing', name)
    const parameter = text[cursor.at] === '"' ? takeQuoted(cursor) : takeUnquoted(cursor)
    if (parameters[name] !== undefined) {
      complain(cursor, 'parameter-repeated', name)
      continue
    }
    isExtended ||= name.includes('*')
    parameters[name] = parameter
  }
  if (!isExtended) return { value, parameters }
  const { faults, ...decoded } = decodeExtendedParameters(parameters)
  for (const fault of faults) {
    warnAt(cursor, 'parameter-malformed', `${fault}; read as far as possible.`)
  }
  return { value, ...decoded }
}

/** @returns what the sticky pattern matches here; by `test`, since `exec` makes an array each time. */
function take(cursor: Cursor, pattern: RegExp): string {
  const { text, at } = cursor
  pattern.lastIndex = at
  if (!pattern.test(text)) return ''
  cursor.at = pattern.lastIndex
  return text.slice(at, cursor.at)
}

/** quoted-string of RFC 5322 §3.2.4. */
function takeQuoted(cursor: Cursor): string {
  const { text, at } = cursor
  let end = at + 1
  while (end < text.length && text[end] !== '"') end += text[end] === '\\' ? 2 : 1
  const inner = text.slice(at + 1, end)
  if (end >= text.length) complain(cursor, 'parameter-unquoted', text.slice(at))
  cursor.at = end + 1
  return inner.includes('\\') ? inner.replace(/\\([\s\S])/g, '$1') : inner
}

/** Takes words up to a `;` or the next parameter: senders leave out the quotes, and the `;` too. */
function takeUnquoted(cursor: Cursor): string {
  const { text, at } = cursor
  take(cursor, WORD)
  while (cursor.at < text.length && text[cursor.at] !== ';') {
    NEXT_PARAMETER.lastIndex = cursor.at
    if (NEXT_PARAMETER.test(text)) break
    take(cursor, BLANKS)
    take(cursor, WORD)
  }
  const raw = text.slice(at, cursor.at).trim()
  if (raw === '' || TSPECIALS.test(raw)) complain(cursor, 'parameter-unquoted', raw)
  return raw
}

function complain(cursor: Cursor, code: keyof typeof COMPLAINTS, about: string): void {
  warnAt(cursor, code, COMPLAINTS[code](quote(about)))
}

function warnAt(cursor: Cursor, code: keyof typeof COMPLAINTS, message: string): void {
  if (++cursor.complaints > MOST_COMPLAINTS) return
  const { field, report, offset } = cursor
  warn(report, code, message, fieldPlace(field, offset))
}
