/** What a sender can fill a place of a message with: texts made from their number, one after the other. */
export interface Ingredient {
  readonly unit: (i: number) => string
  /** Before the first unit, and after the last one. */
  readonly start?: string
  readonly end?: string
  /** How many there may be, where a limit other than that of bytes is met. */
  readonly most?: number
}

export type Ingredients = Readonly<Record<string, Ingredient>>

export const same = (text: string, more: Partial<Ingredient> = {}): Ingredient => ({
  unit: () => text,
  ...more,
})
const parameters = (unit: (i: number) => string): Ingredient => ({
  start: 'Content-Type: text/plain',
  unit,
  end: '\r\n',
  most: 64,
})
/** Sixty-three parameters that fill the headers together. */
const long = (text: string, times: number): string => text.repeat(times)

/** So much that headers of its size fill all parts, each with as many fields or parameters as there may be. */
const spread = (unit: (i: number) => string, more: Partial<Ingredient> = {}): Ingredient => ({
  unit,
  most: 127,
  ...more,
})
const unread = (name: string): Ingredient => ({
  start: 'Content-Type: text/plain',
  unit: (i) => `;p${i}*0*=${name}''%ff%00%`,
  end: '\r\n',
  most: 63,
})

/** What fills the headers of a part: 16 KiB, 128 fields, 64 parameters of one. */
export const heads: Ingredients = {
  fields: { unit: (i) => `X-${i}: ${'a'.repeat(110)}\r\n`, most: 127 },
  'fields of one name': same(`Content-ID: <${'a'.repeat(100)}>\r\n`, { most: 127 }),
  'fields that are UTF-8': same(`X-A: ${'€'.repeat(36)}\r\n`, { most: 127 }),
  'fields that are not UTF-8': same(`X-A: ${'\xff'.repeat(110)}\r\n`, { most: 127 }),
  'fields of windows-1252': same(`X-A: ${'\x85'.repeat(110)}\r\n`, { most: 127 }),
  'fields of CESU-8': same(`X-A: ${'\xed\xa0\xbd\xed\xb8\x80'.repeat(18)}\r\n`, { most: 127 }),
  'fields with controls': same(`X-A: ${'\x01a'.repeat(55)}\r\n`, { most: 127 }),
  'a field of controls': same('\x01', { start: 'X-A: ', end: '\r\n' }),
  'lines of blanks': same(' \r\n', { start: 'X-A: a\r\n', end: 'X-B: b\r\n' }),
  folds: same('\r\n x', { start: 'Content-Type: text/plain', end: '\r\n' }),
  'lines that are none': same('a b\r\nContent-A: <a>\r\n', { most: 63 }),
  'damaged lines': same(`Content-Type text/plain${' '.repeat(90)}\r\n`, { most: 127 }),
  'empty lines before': same('\r\n', { end: 'Content-A: a\r\n' }),
  'lines not indented': same(`\r\nname=${'a'.repeat(40)};`, {
    start: 'Content-Type: text/plain;',
    end: '\r\n',
    most: 63,
  }),
  parameters: parameters((i) => `; p${i}=${'v'.repeat(230)}`),
  'quoted parameters': parameters((i) => `; p${i}="${long('\\"', 110)}"`),
  'backslashes in parameters': parameters((i) => `; p${i}="${long('\\d', 110)}"`),
  'parameters without a semicolon': parameters((i) => ` p${i}=${'v'.repeat(230)}`),
  'words of a value': { ...same(' c'), start: 'Content-Type: text/plain; a=b', end: '\r\n' },
  'extended parameters': parameters((i) => `; p${i}*=gbk''${long('%b0%a1', 38)}`),
  'extended parameters of charsets unknown': parameters(
    (i) => `; p${i}*=x-${i}-y''${long('%b0%a1', 36)}`,
  ),
  'sections of a parameter': parameters((i) => `; name*${i}*=%e2${long('%b0%a1', 37)}`),
  'sections with controls': parameters((i) => `; name*${i}*=${long('%00', 78)}`),
  'a name in encoded words': {
    ...same('=?gbk?q?=b0=a1?= ', { most: 58 }),
    start: 'Content-Type: text/plain; name="',
    end: '"\r\n',
  },
  'comments around a Content-ID': same('(a)', { start: 'Content-ID: <a> ', end: '\r\n' }),
  'quotes around a Content-ID': same('"', { start: 'Content-ID: ', end: 'a\r\n' }),
  'brackets around a Content-ID': same('<', { start: 'Content-ID: ', end: 'a\r\n' }),
  'several Content-Types': {
    unit: (i) => `Content-Type: multipart/mixed; boundary=${'x'.repeat(60)}${i}\r\n`,
    most: 127,
  },
  'a long transfer encoding': same('(', {
    start: 'Content-Transfer-Encoding: base64',
    end: '\r\n',
  }),
  'what is no part of an id before its brackets': same(';', {
    start: 'Content-ID: ',
    end: 'a<id>\r\n',
  }),
  'ids in a list': spread((i) => `<"${i}">,`, { start: 'Content-ID: ', end: '\r\n', most: 250 }),
  'ids with escapes that are none': spread((i) => `<${i}%a>`, {
    start: 'Content-ID: ',
    end: '\r\n',
    most: 300,
  }),
  'ids in fields': spread((i) => `Content-ID:<"${i}">\r\n`, { most: 100 }),
  'Content-Types that are none': spread(() => `Content-Type: ${'a'.repeat(250)}\r\n`, { most: 60 }),
  'short fields with controls of windows-1252': spread((i) => `X-${i}:\x81\r\n`),
  'short extended parameters of ASCII': unread('ascii'),
  'short extended parameters of UTF-16': unread('utf-16'),
  'a name in UTF-16, character by character': spread(() => 'a=00\xe9', {
    start: 'Content-Type: text/plain; name="=?utf-16?q?',
    end: '?="\r\n',
    most: 200,
  }),
  'fields behind an empty line': same('name=;\r\n', {
    start: 'X-A: a\r\n\r\nContent-A: a;\r\n',
    end: '\r\n',
  }),
  'a boundary that does not occur': same('y', {
    start: 'Content-Type: multipart/mixed; boundary=x',
    end: '\r\n',
  }),
}

const encoded = (encoding: string, text: string): Ingredient =>
  same(text, { start: `Content-Transfer-Encoding: ${encoding}\r\n\r\n` })

/** Multiparts in one another, the innermost of the boundary `h`: all that a message may have beside its own. */
const nested = [...'acdefgh']
  .map((boundary) => `Content-Type: multipart/mixed; boundary=${boundary}\r\n\r\n--${boundary}\r\n`)
  .join('')
/** Content-Types of boundaries that do not occur. */
const types = Array.from(
  { length: 100 },
  (_, i) => `Content-Type: multipart/mixed; boundary=q${i}\r\n`,
).join('')

const typed = (type: string, text: string): Ingredient =>
  same(text, { start: `Content-Type: ${type}\r\n\r\n` })

/** What fills the body beside headers and envelope: 16 MiB. */
export const bodies: Ingredients = {
  plain: typed('image/jpeg', 'a'),
  'line ends': typed('image/jpeg', '\r\n'),
  'line feeds': typed('image/jpeg', '\n'),
  dashes: typed('image/jpeg', '-'),
  'delimiter prefixes': typed('image/jpeg', '\r\n--'),
  'near-delimiters, one more': typed('image/jpeg', '\r\n--bX'),
  'near-delimiters, the same once more': typed('image/jpeg', '\r\n--bb'),
  'near-delimiters, blanks': typed('image/jpeg', '\r\n--b c'),
  'near-delimiters at the end of a line': typed('image/jpeg', 'x--b\r\nx\r\n'),
  'near-delimiters and a word with a colon': typed('image/jpeg', 'x--b\r\nab c:\r\n'),
  'surrogates of CESU-8': typed('text/plain; charset=utf-8', '\xed\xa0\xbd\xed\xb8\x80'),
  'zeros called XML': typed('text/xml', '\0'),
  'blanks called XML': typed('text/xml', ' '),
  base64: encoded('base64', `${'QUJD'.repeat(19)}\r\n`),
  'base64 in lines that change': encoded('base64', `${'QUJD'.repeat(19)}\r\nQUJD\r\n`),
  'base64 in lines of one': encoded('base64', 'Q\r\n'),
  'base64 and other bytes': encoded('base64', 'QUJD!'),
  'other bytes called base64': encoded('base64', '!'),
  'padding called base64': encoded('base64', '='),
  'base64, padded all over': encoded('base64', 'QQ=='),
  'base64 of URLs': encoded('base64', '-_'),
  'quoted-printable escapes': encoded('quoted-printable', '=41'),
  'quoted-printable equals signs': encoded('quoted-printable', '='),
  'quoted-printable soft breaks': encoded('quoted-printable', '=\n'),
  'quoted-printable blanks': encoded('quoted-printable', '= '),
  'quoted-printable lines': encoded('quoted-printable', ' \n'),
  'last delimiters': same('--b--\r\n', { start: '\r\nx\r\n' }),
  'last delimiters glued to a line': same('x--b--\n\n', { start: '\r\nx\r\n' }),
  'last delimiters glued to last delimiters': same('--b----b--\n\n', { start: '\r\nx\r\n' }),
  'last delimiters, nested': same('--h--\n', { start: `${nested}\r\nx\r\n` }),
  'dashes, nested': same('-', { start: `${nested}\r\n` }),
  'near-delimiters, nested': same('x--hX\n', { start: `${nested}\r\n` }),
  'near-delimiters of boundaries that do not occur': same('x--q0\r\nx\r\n', {
    start: `${types}\r\n`,
  }),
  'delimiters of no boundary, nested': same('--x--\n', { start: `${nested}${types}\r\n` }),
  'near-delimiters beyond many Content-Types': same('\r\n--bX', { start: `${types}\r\n` }),
  'empty lines without headers': same('\n'),
  'headers behind empty lines': same(
    `--b\r\nX-A: a\r\n\r\nContent-A: a;\r\n${'name=;\r\n'.repeat(1900)}\r\nx\r\n`,
  ),
  'epilogue of line ends': same('\n', { start: '\r\nx\r\n--b--\r\n' }),
  'epilogue of blanks': same(' \n', { start: '\r\nx\r\n--b--\r\n' }),
  'epilogue of words': same('c\n', { start: '\r\nx\r\n--b--\r\n' }),
  'epilogue of fields': same('Content-A: b\nx\n', { start: '\r\nx\r\n--b--\r\n' }),
  'epilogue of half a part': same('c:\n', { start: '\r\nx\r\n--b--\r\nContent-A: b\n' }),
  'epilogue of fields with blanks': same('x-a :\n', {
    start: '\r\nx\r\n--b--\r\nContent-A: b\n',
  }),
  'epilogue of fields glued to delimiters': same(`--${'content-'.repeat(18)}\n`, {
    start: '\r\nx\r\n--b--\r\n',
  }),
  'epilogue of words with a dash': same('c234567-90\n', { start: '\r\nx\r\n--b--\r\n' }),
  'epilogue of dashes': same('--\n', { start: '\r\nx\r\n--b--\r\n' }),
  'epilogue of near-delimiters': same('\n--bX', { start: '\r\nx\r\n--b--\r\n' }),
}
