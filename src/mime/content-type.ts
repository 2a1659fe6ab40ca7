import { quote, type Report, warn } from '../report.js'
import { decodeEncodedWords } from './encoded-word.js'
import { decodeExtendedParameters } from './extended-parameters.js'

/** A Content-Type or Content-Disposition, taken apart (RFC 2045 §5.1). */
export interface HeaderValue {
  /** `type/subtype`, or the disposition, in lower case; empty if there is none. */
  readonly value: string
  /** An object without prototype; names in lower case. */
  readonly parameters: Record<string, string>
}

/** A value without parameters: most parts of most messages. */
const SIMPLE = /^[\w/+.-]+$/
const NONE: Record<string, string> = Object.freeze(Object.create(null))

const VALUE = /[^;,\s"]*/y
/** token of RFC 2045 §5.1: any character but blanks, controls and tspecials. */
const NAME = /[^\s()<>@,;:\\"/[\]?=]+/y
const SEPARATOR = /[\s;]*/y
const EQUALS = /\s*=\s*/y
const UNQUOTED = /[^;]*/y
/** In an unquoted value: blanks, and after them what looks like the next parameter. */
const NEXT_PARAMETER = /(?<!\s)\s+[\w*-]+\s*=/
const JUNK = /[^;]+/y
const TSPECIALS = /[\s()<>@,;:\\"/[\]?=]/

/**
 * @param text the value of the header field
 * @param field its name, for the warnings
 * @param offset where it stands in the body, if it does
 * @returns its value and parameters; of a parameter that is there twice, the first
 */
export function parseHeaderValue(
  text: string,
  field: string,
  report: Report,
  offset?: number,
): HeaderValue {
  if (SIMPLE.test(text)) return { value: text.toLowerCase(), parameters: NONE }
  const place = offset === undefined ? { path: field } : { path: field, offset }
  const parameters: Record<string, string> = Object.create(null)
  let at = 0
  let isExtended = false

  const take = (pattern: RegExp): string => {
    pattern.lastIndex = at
    const match = pattern.exec(text)
    at += match?.[0].length ?? 0
    return match?.[0] ?? ''
  }

  take(/\s*/y)
  const value = take(VALUE).toLowerCase()
  for (;;) {
    const separator = take(SEPARATOR)
    if (at >= text.length) break
    const name = take(NAME).toLowerCase()
    if (name === '' || take(EQUALS) === '') {
      const junk = name + take(JUNK)
      warn(
        report,
        'parameter-malformed',
        `${field}: ${quote(junk)} is no parameter; passed over.`,
        place,
      )
      continue
    }
    if (!separator.includes(';')) {
      warn(report, 'parameter-separator-missing', `${field}: no ";" before ${quote(name)}.`, place)
    }
    const parameter = text[at] === '"' ? takeQuoted() : takeUnquoted()
    if (parameters[name] !== undefined) {
      warn(report, 'parameter-repeated', `${field}: ${quote(name)} again; the first stands.`, place)
      continue
    }
    isExtended ||= name.includes('*')
    parameters[name] = parameter
  }
  return { value, parameters: isExtended ? decodeExtendedParameters(parameters) : parameters }

  function takeQuoted(): string {
    let end = at + 1
    while (end < text.length && text[end] !== '"') end += text[end] === '\\' ? 2 : 1
    const inner = text.slice(at + 1, end)
    if (end >= text.length) {
      warn(report, 'parameter-unquoted', `${field}: no quote ends ${quote(inner)}.`, place)
    }
    at = end + 1
    return inner.includes('\\') ? inner.replace(/\\([\s\S])/g, '$1') : inner
  }

  function takeUnquoted(): string {
    const rest = take(UNQUOTED)
    const next = NEXT_PARAMETER.exec(rest)
    if (next !== null) at -= rest.length - next.index
    const raw = (next === null ? rest : rest.slice(0, next.index)).trim()
    if (raw === '' || TSPECIALS.test(raw)) {
      warn(report, 'parameter-unquoted', `${field}: ${quote(raw)} should be in quotes.`, place)
    }
    return raw
  }
}

/**
 * @returns the file name among a part's parameters (`name`, else `filename`), decoded should a mail
 * program have put it in encoded words, which RFC 2047 §5 does not allow
 */
export function fileName(
  type: HeaderValue | undefined,
  disposition: HeaderValue | undefined,
  report: Report,
  offset: number,
): string | undefined {
  const raw = type?.parameters['name'] ?? disposition?.parameters['filename']
  if (raw === undefined) return undefined
  const name = decodeEncodedWords(raw)
  if (name !== raw) {
    warn(report, 'parameter-encoded-word', `The name ${quote(raw)} is in encoded words; decoded.`, {
      offset,
    })
  }
  return name
}
