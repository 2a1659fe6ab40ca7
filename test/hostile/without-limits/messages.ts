import type { Mm7Request } from '../../../src/index.js'
import { bare, deliverReq } from '../dimensions/message.js'

/** More than V8's longest string has characters: 2^29 - 24. */
const BYTES = 600_000_000
/** As many parts and elements as there may be at most, or nearly. */
const MANY = 1_000_000

const RELATED = 'multipart/related; type="text/xml"; boundary=b'
const ROOT = `--b\r\nContent-Type: text/xml\r\n\r\n${deliverReq('')}\r\n`
const END = '\r\n--b--\r\n'

/** @returns a body that starts and ends so, and is filled with what is repeated between */
function filled(start: string, unit: string | Buffer, end: string, bytes = BYTES): Buffer {
  const body = Buffer.allocUnsafe(bytes)
  const from = Buffer.from(start, 'latin1').copy(body)
  const to = bytes - Buffer.from(end, 'latin1').copy(body, bytes - end.length)
  return body.fill(unit, from, to)
}

const [BEFORE = '', AFTER = ''] = deliverReq('|').split('|')

/** An envelope with so much between the children of its operation. */
function envelope(unit: string, start = '', end = '', contentType = 'text/xml'): Mm7Request {
  const body = filled(BEFORE + start, unit, end + AFTER)
  return { headers: { 'content-type': contentType }, body }
}

function counted(xml: string): Mm7Request {
  return bare(deliverReq(xml))
}

function part(unit: string | Buffer, headers = '', end = ''): Mm7Request {
  const body = filled(`${ROOT}--b\r\n${headers}\r\n`, unit, end + END)
  return { headers: { 'content-type': RELATED }, body }
}

function head(unit: string, start = '', end = '\r\n'): Mm7Request {
  return part(unit, start, `${end}\r\n\r\nx`)
}

function parts(count: number, make: (i: number) => string): Mm7Request {
  const all = Array.from({ length: count }, (_, i) => make(i)).join('')
  return { headers: { 'content-type': RELATED }, body: Buffer.from(`${ROOT}${all}${END}`) }
}

function utf16(unit: string): Mm7Request {
  const body = Buffer.alloc(BYTES)
  const from = Buffer.from(`\ufeff${BEFORE}<Subject>`, 'utf16le').copy(body)
  const end = Buffer.from(`</Subject>${AFTER}`, 'utf16le')
  body.fill(Buffer.from(unit, 'utf16le'), from, BYTES - end.length)
  end.copy(body, BYTES - end.length)
  return { headers: { 'content-type': 'text/xml; charset=utf-16' }, body }
}

function http(contentType: string): Mm7Request {
  return { headers: { 'content-type': contentType }, body: Buffer.from(ROOT + END) }
}

/** As long as a text may be that is within what limits are at most. */
const LONG = 66_000_000

/** What a sender can make huge, once nothing but the runtime bounds it. */
export const MESSAGES: Readonly<Record<string, () => Mm7Request>> = {
  'an envelope of elements': () => envelope('<a/>'),
  'an envelope of one text': () => envelope('a', '<Subject>', '</Subject>'),
  'an envelope of one attribute': () => envelope('a', '<a b="', '"/>'),
  'an envelope of one comment': () => envelope('a', '<!--', '-->'),
  'an envelope of bare ampersands': () => envelope('&', '<Subject>', '</Subject>'),
  'an envelope of Latin-1': () =>
    envelope('\xe9', '<Subject>', '</Subject>', 'text/xml; charset=iso-8859-1'),
  'an envelope of UTF-16': () => utf16('é'),
  'an encoded word': () => envelope('a', '<Subject>=?utf-8?q?', '?=</Subject>'),
  'a body that is one text': () => ({
    headers: { 'content-type': 'text/plain' },
    body: filled('', 'a', ''),
  }),
  'a multipart without its boundary': () => ({
    headers: { 'content-type': RELATED },
    body: filled('', 'a', ''),
  }),
  'a part of text': () => part('a', 'Content-Type: text/plain\r\n'),
  'a part of text of no charset': () =>
    part(Buffer.from([0x80]), 'Content-Type: text/plain; charset=utf-8\r\n'),
  'some parts of text': () => {
    const text = Buffer.concat([
      Buffer.alloc(190_000_000, 'a'),
      Buffer.from('\r\n--b\r\nContent-Type: text/plain\r\n\r\n'),
    ])
    return part(text, 'Content-Type: text/plain\r\n')
  },
  'a presentation': () => part('<par/>', 'Content-Type: application/smil\r\n'),
  'a part of HTML': () => part('<p>a</p>', 'Content-Type: text/html\r\n'),
  'a part of base64': () =>
    part('QUJD', 'Content-Type: text/plain\r\nContent-Transfer-Encoding: base64\r\n'),
  'a part of quoted-printable': () =>
    part('=41', 'Content-Type: text/plain\r\nContent-Transfer-Encoding: quoted-printable\r\n'),
  'a field': () => head('a', 'X-A: '),
  'a block of fields': () => head('X-A: a\r\n'),
  'a preamble of delimiters that are none': () => part('--bx\r\n'),
  'a million parts': () => parts(MANY, () => '--b\r\n\r\nx\r\n'),
  'a million multiparts in one another': () =>
    parts(
      MANY,
      (i) => `--b${i || ''}\r\nContent-Type: multipart/mixed; boundary=b${i + 1}\r\n\r\n`,
    ),
  'a million fields after empty lines': () =>
    parts(1, () => `--b\r\n\r\n${'Content-ID: <a>\r\n'.repeat(MANY)}Content-Type: a/b\r\n\r\nx`),
  'a million elements in one another': () => counted('<a>'.repeat(MANY) + '</a>'.repeat(MANY)),
  'a million elements in one another, one end tag of them wrong': () =>
    counted('<p:a>'.repeat(MANY) + '</q:a>'.repeat(MANY)),
  'a million recipients': () =>
    counted(`<Recipients><To>${'<Number>1</Number>'.repeat(MANY)}</To></Recipients>`),
  'a million extensions': () => counted('<Extension><a b=""/></Extension>'.repeat(MANY)),
  'a million contents': () => counted('<Content href="cid:a"/>'.repeat(MANY)),
  'elements, as many as fit': () => counted('<a/>'.repeat(LONG / 4)),
  'attributes, as many as fit': () => {
    const all = Array.from({ length: 5_000_000 }, (_, i) => ` a${i}=""`)
    return counted(`<a${all.join('')}/>`)
  },
  'declarations, as many as fit': () => {
    const all = Array.from({ length: 3_000_000 }, (_, i) => ` xmlns:a${i}="a"`)
    return counted(`<a${all.join('')}/>`)
  },
  'one attribute again and again': () => counted(`<a${' b'.repeat(LONG / 2)}/>`),
  'bare ampersands, as many as fit': () => counted(`<Subject>${'&'.repeat(LONG)}</Subject>`),
  'a TransactionID of quotes': () =>
    bare(deliverReq('').replace('>1</Tr', `>${'"'.repeat(LONG)}</Tr`)),
  'controls, as many as fit': () => counted(`<Subject>${'\x01'.repeat(LONG)}</Subject>`),
  'a value without quotes': () => counted(`<a b=${'a'.repeat(LONG)}/>`),
  'a value of typographic quotes': () => counted(`<a b="${'”'.repeat(LONG / 3)}"/>`),
  'end tags of nothing': () => counted('</a>'.repeat(LONG / 4)),
  'less-than signs': () => counted(`<Subject>${'<'.repeat(LONG)}</Subject>`),
  'encoded words of one byte': () =>
    counted(`<Subject>${'=?utf-8?q?a?= '.repeat(LONG / 14)}</Subject>`),
  'an encoded word of many pieces': () =>
    counted(`<Subject>=?utf-8?q?${'aé'.repeat(LONG / 3)}?=</Subject>`),
  'an address of suffixes': () =>
    counted(`<Recipients><To><Number>${'/TYPE='.repeat(LONG / 6)}</Number></To></Recipients>`),
  'a number of digits': () => counted(`<ReplyCharging replyChargingSize="${'1'.repeat(LONG)}"/>`),
  'a date of digits': () => counted(`<TimeStamp>${'1'.repeat(LONG)}</TimeStamp>`),
  'a duration of digits': () => {
    const xml = deliverReq(`<ExpiryDate>P${'1'.repeat(LONG)}</ExpiryDate>`)
    return bare(xml.replaceAll('DeliverReq', 'SubmitReq'))
  },
  'a href of escapes': () => counted(`<Content href="cid:${'%41'.repeat(LONG / 3)}"/>`),
  'a field of controls, as long as fits': () => longField('\x01'),
  'a field of backslashes, as long as fits': () =>
    longField('\\"', 'Content-Type: a/b; name="', '"'),
  'parameters, as many as fit': () => longField('; a=b', 'Content-Type: a/b'),
  'sections of a parameter': () => {
    const all = Array.from({ length: 65_000 }, (_, i) => `; name*${i}*=${'%41'.repeat(300)}`)
    return parts(1, () => `--b\r\nContent-Type: a/b${all.join('')}\r\n\r\nx`)
  },
  'an identifier of identifiers': () => longField('<a>', 'Content-ID: '),
  'an identifier of comments': () => longField('(a)', 'Content-ID: <a> '),
  'a boundary': () => longField('a', 'Content-Type: multipart/mixed; boundary='),
  'folds of a field': () => longField('\r\n a', 'X-A: a'),
  'a Content-Type of HTTP': () => http(`${RELATED}; a="${'\\"'.repeat(200_000_000)}"`),
  'a Content-Type of HTTP, of parameters': () => http(RELATED + '; a=b'.repeat(100_000_000)),
  'a boundary of HTTP': () => http(`multipart/related; boundary="${'b'.repeat(400_000_000)}"`),
}

/** A field of the headers of a part, as long as they may be. */
function longField(unit: string, start = 'X-A: ', end = ''): Mm7Request {
  const field = start + unit.repeat(Math.floor(LONG / unit.length)) + end
  return parts(1, () => `--b\r\n${field}\r\n\r\nx`)
}
