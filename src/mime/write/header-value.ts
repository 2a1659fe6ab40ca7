import { quote } from '../../report.js'

/** token of RFC 2045 §5.1. */
const TOKEN = /^[\w!#$%&'*+\-.^`{|}~]+$/
/** What a quoted-string may hold as it is, or behind a backslash. */
const PRINTABLE = /^[\x20-\x7e]*$/
/** Half of a pair of UTF-16, which no bytes stand for. */
export const HALF_CHARACTER: RegExp = /[\ud800-\udfff]/u
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what it is about
const CONTROL = /[\0-\x08\x0a-\x1f\x7f\ud800-\udfff]/u

/**
 * @param value a media type
 * @param parameters its parameters; one with other characters than ASCII's is put as RFC 2231 has it
 * @returns the value of a Content-Type (RFC 2045 §5.1)
 * @throws TypeError if a parameter has half a character
 */
export function formatHeaderValue(
  value: string,
  parameters: Readonly<Record<string, string>>,
): string {
  const all = Object.entries(parameters).map(([name, text]) => `; ${formatParameter(name, text)}`)
  return value + all.join('')
}

function formatParameter(name: string, text: string): string {
  if (TOKEN.test(text)) return `${name}=${text}`
  // What looks like an encoded word of RFC 2047 would be read as one.
  if (PRINTABLE.test(text) && !text.includes('=?'))
    return `${name}="${text.replace(/["\\]/g, '\\$&')}"`
  if (HALF_CHARACTER.test(text)) {
    throw new TypeError(`The parameter ${name} cannot hold ${quote(text)}: half a character.`)
  }
  const escaped = encodeURIComponent(text).replace(/[!'()*]/g, percentEscape)
  return `${name}*=utf-8''${escaped}`
}

/** `encodeURIComponent` leaves these, attribute-char of RFC 2231 §7 does not have them all. */
function percentEscape(character: string): string {
  return `%${character.charCodeAt(0).toString(16)}`
}

/** How some names are written; others have a capital at the start of each word. */
const SPELLINGS: Readonly<Record<string, string>> = {
  'content-id': 'Content-ID',
  'mime-version': 'MIME-Version',
  'message-id': 'Message-ID',
}

/**
 * @param name in lower case
 * @param value without line ends; in UTF-8 (RFC 6532) once it is sent
 * @returns the line of a header (RFC 5322 §2.2), its line end not included
 * @throws TypeError if the value would break out of its line, or has half a character
 */
export function formatHeaderLine(name: string, value: string): string {
  if (CONTROL.test(value)) {
    throw new TypeError(`The header ${name} cannot hold ${quote(value)}.`)
  }
  const spelling = Object.hasOwn(SPELLINGS, name) ? SPELLINGS[name] : undefined
  const written = spelling ?? name.replace(/(?:^|-)[a-z]/g, (start) => start.toUpperCase())
  return `${written}: ${value}`
}
