import { textOfUnits } from '../charset.js'
import { type Deviation, quote } from '../report.js'

/** How far reading a header's value has come, and what was found. */
export interface Cursor {
  readonly text: string
  at: number
  readonly deviations: Deviation[]
}

/** What ends an unquoted value: a semicolon, or after a word what looks like the next parameter. */
const END_OF_UNQUOTED = /;|\s[\w*-]+\s*=/g
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

/** @returns what the sticky pattern matches here; by `test`, since `exec` makes an array each time. */
export function take(cursor: Cursor, pattern: RegExp): string {
  const { text, at } = cursor
  pattern.lastIndex = at
  if (pattern.test(text)) cursor.at = pattern.lastIndex
  return text.slice(at, cursor.at)
}

/**
 * quoted-string of RFC 5322 §3.2.4, but that a backslash escapes only a quote or another backslash: before
 * anything else it is one of a path of Windows, whose senders do not escape it.
 */
export function takeQuoted(cursor: Cursor, name: string): string {
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
export function takeUnquoted(cursor: Cursor): string {
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

/** @param about what the deviation is reported of: a name, a value, what is no parameter */
export function deviate(cursor: Cursor, code: keyof typeof DEVIATIONS, about: string): void {
  cursor.deviations.push({ code, message: DEVIATIONS[code](quote(about)) })
}
