import { textOfUnits } from '../charset.js'
import type { Limits } from '../limits.js'
import { type Deviation, fail, fieldPlace, quote, type Report, warnOf } from '../report.js'
import { decodeExtendedParameters } from './extended-parameters.js'

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

/** How far reading has come, and what was found. */
interface Cursor {
  readonly text: string
  at: number
  readonly deviations: Deviation[]
}

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
/** What ends an unquoted value: a semicolon, or after a word what looks like the next parameter. */
const END_OF_UNQUOTED = /;|\s[\w*-]+\s*=/g
const JUNK = /[^;]+/y
/** A value in the quotes of a word processor: samples are copied from documents. */
const TYPOGRAPHIC = /^[“”]([^“”]*)[“”]$/
const TSPECIALS = /[\s()<>@,;:\\"/[\]?=]/

/** What is reported of a parameter, or of what should have been one. */
const DEVIATIONS = {
  'parameter-malformed': (junk: string) => `${junk} is not a parameter; ignored.`,
  'parameter-separator-missing': (name: string) =>
    `There is no ";" before ${name}; read as if there were.`,
  'parameter-repeated': (name: string) => `${name} appears again; the first counts.`,
  'parameter-unquoted': (value: string) => `${value} should be in quotes; read as if it were.`,
}

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

/** @returns what the sticky pattern matches here; by `test`, since `exec` makes an array each time. */
function take(cursor: Cursor, pattern: RegExp): string {
  const { text, at } = cursor
  pattern.lastIndex = at
  if (pattern.test(text)) cursor.at = pattern.lastIndex
  return text.slice(at, cursor.at)
}

/**
 * quoted-string of RFC 5322 §3.2.4, but that a backslash escapes only a quote or another backslash: before
 * anything else it is one of a path of Windows, whose senders do not escape it.
 */
function takeQuoted(cursor: Cursor, name: string): string {
  const { text, at } = cursor
  const close = text.indexOf('"', at + 1)
  const plain = text.slice(at + 1, close)
  if (close > 0 && !plain.includes('\\')) {
    cursor.at = close + 1
    return plain
  }
  let end = at + 1
  while (end < text.length && text[end] !== '"') end += text[end] === '\\' ? 2 : 1
  const inner = text.slice(at + 1, end)
  if (end >= text.length) deviate(cursor, 'parameter-unquoted', text.slice(at))
  cursor.at = end + 1
  const { value, isKept } = unescapeQuoted(inner)
  if (isKept) {
    const message = `${quote(name)} has a backslash that escapes neither a quote nor a backslash; kept.`
    cursor.deviations.push({ code: 'parameter-malformed', message })
  }
  return value
}

function unescapeQuoted(inner: string): { value: string; isKept: boolean } {
  const units = new Uint16Array(inner.length)
  let length = 0
  let isKept = false
  for (let at = 0; at < inner.length; at++) {
    if (inner[at] === '\\' && at + 1 < inner.length) {
      if (inner[at + 1] === '"' || inner[at + 1] === '\\') at += 1
      else isKept = true
    }
    units[length++] = inner.charCodeAt(at)
  }
  return { value: textOfUnits(length, (i) => units[i] as number), isKept }
}

/** Takes words up to a `;` or the next parameter: senders leave out the quotes, and the `;` too. */
function takeUnquoted(cursor: Cursor): string {
  const { text, at } = cursor
  END_OF_UNQUOTED.lastIndex = at
  cursor.at = END_OF_UNQUOTED.exec(text)?.index ?? text.length
  const raw = text.slice(at, cursor.at).trim()
  const [, quoted] = TYPOGRAPHIC.exec(raw) ?? []
  if (raw === '' || quoted !== undefined || TSPECIALS.test(raw)) {
    deviate(cursor, 'parameter-unquoted', raw)
  }
  return quoted ?? raw
}

function deviate(cursor: Cursor, code: keyof typeof DEVIATIONS, about: string): void {
  cursor.deviations.push({ code, message: DEVIATIONS[code](quote(about)) })
}
