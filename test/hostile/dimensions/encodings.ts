import type { Mm7Request } from '../../../src/index.js'
import { bare, type Dimensions, deliverReq, each, onePart } from './message.js'

function base64(body: string): Mm7Request {
  return onePart('Content-Transfer-Encoding: base64', body)
}

function quotedPrintable(body: string): Mm7Request {
  return onePart('Content-Transfer-Encoding: quoted-printable', body)
}

const subject = (text: string) => bare(deliverReq(`<Subject>${text}</Subject>`))
const CHARSETS = ['utf-8', 'gbk', 'shift_jis', 'euc-kr', 'none']

/** What grows where an encoding is undone. */
export const encodings: Dimensions = {
  'bytes that are called base64': (n) =>
    onePart('Content-Transfer-Encoding: base64', '\0'.repeat(n)),
  'a long name of a transfer encoding': (n) =>
    onePart(`Content-Transfer-Encoding: base64${'('.repeat(n)}`, 'x'),
  'base64, clean': (n) => base64('QUJD'.repeat(n)),
  'base64 in short lines': (n) => base64('Q\r\n'.repeat(n)),
  'base64 in lines that change': (n) => base64(each(n, (i) => `QUJD${i % 7 ? '' : '\r\n'}`)),
  'other bytes called base64': (n) => base64('!'.repeat(n)),
  'base64 with other bytes between': (n) => base64('QUJD!'.repeat(n)),
  'base64 padding': (n) => base64('='.repeat(n)),
  'base64 padded again and again': (n) => base64('QQ=='.repeat(n)),
  'base64url digits': (n) => base64('-_'.repeat(n)),
  'quoted-printable equals signs': (n) => quotedPrintable('='.repeat(n)),
  'quoted-printable escapes': (n) => quotedPrintable('=41'.repeat(n)),
  'quoted-printable soft line breaks': (n) => quotedPrintable('=\r\n'.repeat(n)),
  'quoted-printable blanks': (n) => quotedPrintable(`${' '.repeat(n)}x`),
  'quoted-printable blanks after equals signs': (n) =>
    quotedPrintable(`=${' '.repeat(9)}`.repeat(n)),
  'quoted-printable lines of blanks': (n) => quotedPrintable(' \t \r\n'.repeat(n)),
  'quoted-printable equals signs and others': (n) => quotedPrintable('=x=4'.repeat(n)),
  'unknown transfer encodings': (n) => onePart(`Content-Transfer-Encoding: ${'x'.repeat(n)}`),
  'encoded words in a Subject': (n) => subject('=?utf-8?b?QQ==?= '.repeat(n)),
  'encoded words of many charsets': (n) => subject(each(n, (i) => `=?${CHARSETS[i % 5]}?q?a?= `)),
  'encoded words with a language': (n) => subject('=?utf-8*aa*bb?q?a'.repeat(n)),
  'one encoded word in a Subject, no ASCII': (n) => subject(`=?utf-8?q?${'aé'.repeat(n)}?=`),
  'starts of encoded words in a Subject': (n) => subject('=?'.repeat(n)),
  'encoded words without payload': (n) => subject('=?a?q?'.repeat(n)),
  'percent-escapes in a href': (n) => bare(deliverReq(`<Content href="cid:${'%41'.repeat(n)}"/>`)),
  'percent signs in a href': (n) => bare(deliverReq(`<Content href="${'%'.repeat(n)}"/>`)),
  'blanks in a href': (n) => bare(deliverReq(`<Content href="cid:a${' '.repeat(n)}b"/>`)),
  'text in UTF-16': (n) => ({
    headers: { 'content-type': 'text/xml' },
    body: Buffer.from(`\ufeff${deliverReq(`<Subject>${'é'.repeat(n)}</Subject>`)}`, 'utf16le'),
  }),
  'UTF-16 that is one byte off, as far as its start tells': (n) => ({
    headers: { 'content-type': 'text/xml' },
    body: Buffer.from(
      `\ufeff${deliverReq(`<Subject>${'\u3c00\u6100'.repeat(n)}</Subject>`)}`,
      'utf16le',
    ),
  }),
  'text in no charset': (n) => ({
    headers: { 'content-type': 'text/xml; charset=gbk' },
    body: Buffer.from(deliverReq(`<Subject>${'\xff'.repeat(n)}</Subject>`), 'latin1'),
  }),
  'text in no charset, with many warnings': (n) => ({
    headers: { 'content-type': 'text/xml; charset=gbk' },
    body: Buffer.from(deliverReq(each(n, (i) => `<p${i}:a>\xff\x81\x41</p${i}:a>`)), 'latin1'),
  }),
  'broken UTF-8, with many repairs': (n) => ({
    headers: { 'content-type': 'text/xml' },
    body: Buffer.from(deliverReq(each(n, (i) => `<p${i}:a>\xff&\xe2\x82</p${i}:a>`)), 'latin1'),
  }),
  'zeros before the envelope': (n) => bare('\0'.repeat(n) + deliverReq('')),
  'blanks before the envelope': (n) => bare(' '.repeat(n) + deliverReq('')),
}
