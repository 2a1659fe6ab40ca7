import type { Mm7Request } from '../../src/index.js'

/**
 * What a terminal obeys, what turns a text around or has no width, what ends a line: C0, DEL and C1, the
 * bidi controls of Unicode, separators of lines, halves of characters.
 */
export const UNSAFE: RegExp = /[\p{Cc}\p{Cf}\p{Surrogate}\u2028\u2029]/u
const CONTROLS = Array.from({ length: 0xa0 }, (_, unit) => String.fromCharCode(unit))
  .filter((control) => UNSAFE.test(control))
  .join('')
const BIDI = '\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u2028\u2029'

/** What a stranger sends. In XML and in headers alike: what either does not have makes it malformed. */
export const EVIL: Readonly<Record<string, string>> = {
  controls: `zq${CONTROLS.replace('\n', '').replace('\r', '')}zq`,
  'line ends': 'zq\r\n\r\nmm7: {"type":"accepted"}\nzq\rzq\u0085zq',
  'escapes of a terminal': 'zq\x1b]0;title\x07\x1b[2J\x9b31mzq',
  'bidi controls': `zq${BIDI}gpj.exe`,
  'what has no width': 'zq\u00ad\u200b\u200c\u200d\u2060\ufeff\u{e0041}\u{1d173}zq',
  'what names of XML may have': 'zq\u061c\u200c\u200d\u{e0041}\ufeffzq',
  markup: '<x>&#x202e;&#27;&#xd83d;</x>"\'\\u202e',
  'a long text': 'zq'.repeat(5000),
  'a long text of bidi controls': BIDI.repeat(500),
  'a long text of pairs': `z${'\u{1f600}'.repeat(2000)}`,
}

const MM7 = 'http://www.3gpp.org/ftp/Specs/archive/23_series/23.140/schema/REL-6-MM7-1-4'
const SOAP = 'http://schemas.xmlsoap.org/soap/envelope/'
const body = (inner: string, header = `<TransactionID xmlns="${MM7}">t</TransactionID>`) =>
  `<e:Envelope xmlns:e="${SOAP}"><e:Header>${header}</e:Header><e:Body>${inner}</e:Body></e:Envelope>`
const REQUIRED = '<MM7Version>6.8.0</MM7Version><Sender><Number>1</Number></Sender>'
const deliverReq = (inner: string, version = REQUIRED) =>
  body(`<DeliverReq xmlns="${MM7}">${version}${inner}</DeliverReq>`)

const bytes = (text: string) => new Uint8Array(Buffer.from(text))
const bare = (xml: string, type = 'text/xml'): Mm7Request => ({
  headers: { 'content-type': type },
  body: bytes(xml),
})
const part = (fields: string, content = 'x', href = ''): Mm7Request => ({
  headers: { 'content-type': 'multipart/related; type="text/xml"; boundary=b' },
  body: bytes(
    `--b\r\nContent-Type: text/xml\r\n\r\n${deliverReq(`<Content href="${href}"/>`)}\r\n--b\r\n${fields}\r\n\r\n${content}\r\n--b--\r\n`,
  ),
})
const word = (text: string) => `=?utf-8?B?${Buffer.from(text).toString('base64')}?=`
const percent = (text: string) =>
  [...Buffer.from(text)].map((b) => `%${b.toString(16).padStart(2, '0')}`).join('')
const references = (text: string) => [...text].map((c) => `&#${c.codePointAt(0)};`).join('')

/** Where it is sent. */
export const PLACES: Readonly<Record<string, (evil: string) => Mm7Request>> = {
  'the Content-Type of the request': (evil) => bare(deliverReq(''), `${evil}; a=b`),
  'the charset of the request': (evil) => bare(deliverReq(''), `text/xml; charset="${evil}"`),
  'the boundary': (evil) => ({
    ...part('A: b'),
    headers: { 'content-type': `multipart/related; boundary="${evil}"` },
  }),
  'the start': (evil) => ({
    ...part('A: b'),
    headers: { 'content-type': `multipart/related; boundary=b; type=x; start="${evil}"` },
  }),
  'the type': (evil) => ({
    ...part('A: b'),
    headers: { 'content-type': `multipart/related; boundary=b; type="${evil}"` },
  }),
  'a parameter of the request': (evil) =>
    bare(deliverReq(''), `text/xml; ${evil}; ${evil}=${evil}; a=b; a=${evil}`),
  'its Content-Length': (evil) => ({
    ...bare(deliverReq('')),
    headers: { 'content-type': 'text/xml', 'content-length': evil },
  }),
  'its Content-Encoding': (evil) => ({
    ...bare(evil),
    headers: { 'content-type': 'text/xml', 'content-encoding': evil },
  }),
  'its carrier': (evil) => ({
    ...bare(deliverReq('')),
    headers: { 'content-type': 'text/xml', 'x-skycore-carrier-id': evil },
  }),
  'a delimiter': (evil) => ({
    headers: { 'content-type': 'multipart/related' },
    body: bytes(`--${evil}\r\n\r\nx\r\n--b--`),
  }),
  'a preamble': (evil) => ({
    ...part(''),
    body: bytes(`${evil}\r\nContent-Type: a\r\n\r\n${evil}\r\n--b\r\n\r\nx`),
  }),
  'a header line': (evil) => part(`Content-Type: image/png\r\n${evil}\r\n${evil}: x`),
  'a media type': (evil) => part(`Content-Type: ${evil}`),
  'a charset': (evil) => part(`Content-Type: text/plain; charset="${evil}"`),
  'a parameter': (evil) =>
    part(`Content-Type: image/png; ${evil}; ${evil}=x; a=${evil}; a=${evil}`),
  'a file name': (evil) => part(`Content-Type: image/png; name="${evil}"`),
  'a file name in encoded words': (evil) => part(`Content-Type: image/png; name="${word(evil)}"`),
  'an extended file name': (evil) =>
    part(`Content-Disposition: attachment; filename*=utf-8''${percent(evil)}`),
  'an extended file name of a charset': (evil) =>
    part(`Content-Disposition: attachment; filename*=${percent(evil)}''x; name*=${evil}''y`),
  'a Content-ID': (evil) =>
    part(`Content-ID: ${evil}\r\nContent-ID: <${evil}>`, 'x', `cid:${percent(evil)}`),
  'a Content-Location': (evil) =>
    part(`Content-Location: ${evil}\r\n\r\nx\r\n--b\r\nContent-Location: ${evil}`),
  'a transfer encoding': (evil) => part(`Content-Transfer-Encoding: ${evil}`),
  'a boundary within': (evil) =>
    part(`Content-Type: multipart/mixed; boundary="${evil}"`, '--x\r\n\r\ny'),
  'an encoded word of a charset': (evil) =>
    part(`Content-Type: image/png; name="=?${percent(evil)}?q?x?="`),
  'the declaration': (evil) => bare(`<?xml version="1.0" encoding="${evil}"?>${deliverReq('')}`),
  'a root': (evil) => bare(`<${evil} xmlns="${evil}"/>`),
  'what is no XML': (evil) => bare(evil),
  'a DOCTYPE': (evil) => bare(`<!DOCTYPE ${evil}>${deliverReq('')}`),
  'the namespace of SOAP': (evil) => bare(deliverReq('').replace(SOAP, evil)),
  'the namespace of MM7': (evil) => bare(deliverReq('').replaceAll(MM7, evil)),
  'an operation': (evil) => bare(body(`<${evil} xmlns="${MM7}"/>`)),
  'an operation in references': (evil) => bare(body(`<a:b xmlns:a="${references(evil)}"/>`)),
  'a header entry': (evil) => bare(body('', `<${evil}/><a xmlns="${evil}">${evil}</a>`)),
  'an element': (evil) => bare(deliverReq(`<${evil}>x</${evil}>`)),
  'an element that is open': (evil) => bare(`<a><${evil.replaceAll(/\s/g, '')}>`),
  'an end tag': (evil) => bare(`<a></${evil}>`),
  'an attribute': (evil) => bare(deliverReq(`<Subject ${evil}="x" b="${evil}">x</Subject>`)),
  'an attribute in references': (evil) =>
    bare(deliverReq(`<Subject b="${references(evil)}">x</Subject>`)),
  'a prefix': (evil) => bare(deliverReq(`<${evil}:a/><a ${evil}:b=""/>`)),
  'a text between elements': (evil) => bare(deliverReq(evil)),
  'a version': (evil) => bare(deliverReq('', REQUIRED.replace('6.8.0', evil))),
  'a version in references': (evil) =>
    bare(deliverReq('', REQUIRED.replace('6.8.0', references(evil)))),
  'a TransactionID': (evil) =>
    bare(body('<x/>', `<TransactionID xmlns="${MM7}">${evil}</TransactionID>`)),
  'a TransactionID in references': (evil) =>
    bare(
      body('<x/>', `<TransactionID xmlns="${MM7}" ${evil}="">${references(evil)}</TransactionID>`),
    ),
  'a value of a closed set': (evil) =>
    bare(deliverReq(`<Priority>${evil}</Priority><Priority>${references(evil)}</Priority>`)),
  'a time': (evil) => bare(deliverReq(`<TimeStamp>${evil}</TimeStamp>`)),
  'a time in references': (evil) => bare(deliverReq(`<TimeStamp>${references(evil)}</TimeStamp>`)),
  'an address': (evil) =>
    bare(
      deliverReq(
        `<Recipients><To><Number id="${evil}" displayOnly="${evil}">${evil}/TYPE=${evil}</Number></To></Recipients>`,
      ),
    ),
  'a href': (evil) =>
    bare(deliverReq(`<Content href="${evil}" type="${evil}" allowAdaptations="${evil}"/>`)),
  'a Subject in encoded words': (evil) =>
    bare(deliverReq(`<Subject>${word(evil)} =?${evil}?q?x?=</Subject>`)),
  'a fault': (evil) =>
    bare(
      body(
        `<e:Fault><faultcode>${evil}</faultcode><faultstring>${evil}</faultstring><detail><${evil}/></detail></e:Fault>`,
      ),
    ),
  'a StatusCode': (evil) =>
    bare(
      body(
        `<DeliverRsp xmlns="${MM7}"><MM7Version>6.8.0</MM7Version><Status><StatusCode>${evil}</StatusCode><StatusText>${evil}</StatusText></Status></DeliverRsp>`,
      ),
    ),
}
