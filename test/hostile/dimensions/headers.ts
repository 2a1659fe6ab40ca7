import type { Mm7Request } from '../../../src/index.js'
import { bare, type Dimensions, deliverReq, each, onePart, related } from './message.js'

const EUROS = '€'

/** @returns a request whose own Content-Type ends with this. */
function http(parameters: string): Mm7Request {
  const { body } = related('')
  return { headers: [['Content-Type', `multipart/related; boundary=b; ${parameters}`]], body }
}

/** What grows in a header or in what is in one. */
export const headers: Dimensions = {
  'header fields': (n) => onePart(each(n, (i) => `X-${i}: a\r\n`)),
  'header fields of one name': (n) => onePart('X-A: a\r\n'.repeat(n)),
  'header fields that may be there once': (n) => onePart('Content-ID: <a>\r\n'.repeat(n)),
  'header fields in pairs': (n) => onePart(each(n, (i) => `__proto__: ${i}\r\nconstructor: a\r\n`)),
  'HTTP header fields': (n) => ({
    ...bare(deliverReq('')),
    headers: Array.from({ length: n }, (_, i): [string, string] => [`x-${i}`, 'a']),
  }),
  'empty lines before headers': (n) => onePart(`${'\r\n'.repeat(n)}Content-ID: <a>`),
  'empty lines among headers': (n) => onePart(each(n, (i) => `\r\nContent-A${i}: a\r\n`)),
  'headers after an empty line': (n) => onePart(`\r\n${each(n, (i) => `Content-A${i}: a\r\n`)}`),
  'continuations that are not indented': (n) =>
    onePart(`Content-Type: a/b;${'\r\nname=a;'.repeat(n)}`),
  'CRs in a header': (n) => onePart(`Content-Type: a/b;${'\r'.repeat(n)}\r\n x`),
  'CRs after headers': (n) => onePart(`Content-Type: a/b\r\n${'\r'.repeat(n)}x`),
  'header fields of a text': (n) =>
    onePart(`Content-Type: text/plain\r\n${each(n, (i) => `A${i}: b\r\n`)}`),
  'damaged header lines': (n) => onePart('Content-Type text/plain\r\n'.repeat(n)),
  'lines that are no header, before fields': (n) => onePart('a b\r\nContent-ID: <a>\r\n'.repeat(n)),
  'header lines, and no empty line': (n) => related(`--b\r\n${each(n, (i) => `A${i}: b\r\n`)}`),
  'a long header line': (n) => onePart(`X-A: ${'a'.repeat(n)}`),
  'a long name of a header': (n) => onePart(`${'a'.repeat(n)}: b`),
  'a long line without a colon': (n) => onePart('a'.repeat(n)),
  'lines without a colon': (n) => related('--b\r\naaaaaaaaaaaaaaaaaaaaaaa\r\n'.repeat(n)),
  folds: (n) => onePart(`Content-Type: text/plain${'\r\n '.repeat(n)}`),
  'folded parameters': (n) => onePart(`Content-Type: a/b${each(n, (i) => `;\r\n\tp${i}=v`)}`),
  'blanks before a header': (n) => onePart(`${' '.repeat(n)}X-A: b`),
  'blanks before a colon': (n) => onePart(`X-A${' '.repeat(n)}: b`),
  'blanks in a header': (n) => onePart(`Content-Type: text/plain${' '.repeat(n)}; a=b`),
  'blanks in a value': (n) => onePart(`Content-Type: a/b; a=b${' '.repeat(n)}c`),
  'blanks before an equals sign': (n) => onePart(`Content-Type: a/b; a${' '.repeat(n)}b`),
  'bytes beyond ASCII': (n) => onePart(`X-A: ${EUROS.repeat(n)}`),
  parameters: (n) => onePart(`Content-Type: a/b${each(n, (i) => `; p${i}=v`)}`),
  'parameters without semicolons': (n) => onePart(`Content-Type: a/b${each(n, (i) => ` p${i}=v`)}`),
  'parameters that are none': (n) => onePart(`Content-Type: a/b${'; "'.repeat(n)}`),
  'words that are no parameters': (n) => onePart(`Content-Type: a/b; a=b${' c'.repeat(n)}`),
  'parameters without a value': (n) => onePart(`Content-Type: a/b${'; a='.repeat(n)}`),
  'the same parameter': (n) => onePart(`Content-Type: a/b${'; a=b'.repeat(n)}`),
  'sections of a parameter': (n) => onePart(`Content-Type: a/b${each(n, (i) => `; a*${i}*=%41b`)}`),
  'stars of a parameter': (n) => onePart(`Content-Type: a/b; a${'*1'.repeat(n)}=b`),
  'percent-escapes of a parameter': (n) => onePart(`Content-Type: a/b; a*=''${'%e2'.repeat(n)}`),
  'quotes of a parameter': (n) => onePart(`Content-Type: a/b; a*=${"'".repeat(n)}`),
  'quoted strings': (n) => onePart(`Content-Type: a/b${each(n, (i) => `; p${i}="v w"`)}`),
  'a quoted string that never ends': (n) => onePart(`Content-Type: a/b; a="${'b'.repeat(n)}`),
  'backslashes in a quoted string': (n) => onePart(`Content-Type: a/b; a="${'\\\\'.repeat(n)}"`),
  quotes: (n) => onePart(`Content-Type: a/b; a=${'"'.repeat(n)}`),
  semicolons: (n) => onePart(`Content-Type: a/b${';'.repeat(n)}`),
  'HTTP parameters': (n) => http(each(n, (i) => `p${i}=v;`)),
  'HTTP parameters without semicolons': (n) => http(each(n, (i) => `p${i}=v `)),
  'HTTP words that are no parameters': (n) => http(`a=b${' c'.repeat(n)}`),
  'encoded words in a name': (n) =>
    onePart(`Content-Type: a/b; name="${'=?utf-8?q?a?= '.repeat(n)}"`),
  'encoded words that never end': (n) =>
    onePart(`Content-Type: a/b; name="${'=?utf-8?q'.repeat(n)}"`),
  'starts of encoded words': (n) => onePart(`Content-Type: a/b; name="${'=?'.repeat(n)}"`),
  'blanks in encoded words in a name': (n) =>
    onePart(`Content-Type: a/b; name="${'=?utf-8?q?a b?= '.repeat(n)}"`),
  'backslashes of a path': (n) => onePart(`Content-Type: a/b; name="${'\\d'.repeat(n)}"`),
  'controls in a header': (n) => onePart(`X-A: ${'\x01a'.repeat(n)}`),
  'quotes around a Content-ID': (n) => onePart(`Content-ID: ${'"'.repeat(n)}a${'"'.repeat(n)}`),
  'comments around a Content-ID': (n) =>
    onePart(`Content-ID: ${'('.repeat(n)}${')'.repeat(n)} <a> ${'(b)'.repeat(n)}`),
  'cid: in a Content-ID': (n) => onePart(`Content-ID: <${'cid:'.repeat(n)}a>`),
  'Content-IDs of parts that are percent-encoded': (n) =>
    related(each(n, (i) => `--b\r\nContent-ID: <a%20${i}>\r\n\r\n\r\n`)),
  'brackets around a Content-ID': (n) => onePart(`Content-ID: ${'<'.repeat(n)}a${'>'.repeat(n)}`),
  'what is no part of an id before its brackets': (n) =>
    onePart(`Content-ID: ${';'.repeat(n)}a<id>`),
  'brackets that only close': (n) => onePart(`Content-ID: ${'>'.repeat(n)}a`),
}
