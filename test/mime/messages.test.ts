import { describe, expect, it } from 'vitest'
import { DEFAULT_LIMITS, type Limits } from '../../src/limits.js'
import { splitBody } from '../../src/mime/split-body.js'
import { createReport } from '../../src/report.js'
import { bytesOf } from './given.js'

const RELATED = 'multipart/related; type="text/xml"; boundary=b'
const ROOT = '--b\r\nContent-Type: text/xml\r\n\r\n<a/>'

/** @returns what is said of a body: of the limits a failure's message, last. */
function saidOf(body: string, type = RELATED, limits: Partial<Limits> = {}): string[] {
  const report = createReport()
  splitBody(() => type, bytesOf(body), { ...DEFAULT_LIMITS, ...limits }, report)
  const said = report.warnings.map(({ message }) => message)
  // What is on the request is at its header, all else at a byte of its body.
  for (const { path, offset } of report.warnings) expect(path ?? offset).toBeDefined()
  return report.failure === undefined ? said : [...said, report.failure.message]
}

/** A multipart of the root and one part more. */
const withPart = (headers: string, body = 'x'): string =>
  `${ROOT}\r\n--b\r\n${headers}\r\n\r\n${body}\r\n--b--`

describe('a header of a part is reported in words', () => {
  it.each([
    [
      'content-type: a/b; name="=?utf-8?q?=ff?="',
      '"=?utf-8?q?=ff?=" is in encoded words; decoded.',
      'The bytes in the encoded words "=?utf-8?q?=ff?=" are not of their charset; U+FFFD stands for them.',
    ],
    [
      "content-type: a/b; name*=utf-8''%zz",
      'A % in name starts no two hexadecimal digits; read as it is.',
    ],
    [
      "content-type: a/b; name*=utf-8''%ff",
      'The bytes of name are not of utf-8; U+FFFD stands for them.',
    ],
    [
      "content-type: a/b; name*=utf-8''%07",
      'There are control characters in name; replaced by U+FFFD.',
    ],
    ['content-type: a/b; filename=c', 'filename of content-type should be name; read as that.'],
    ['content-type: a/b; x=1; x=2', '"x" appears again; the first counts.'],
    ['content-type: a/b; x=c d=e', 'There is no ";" before "d"; read as if there were.'],
    [
      'content-type: a/b; x="c\\d"',
      '"x" has a backslash that escapes neither a quote nor a backslash; kept.',
    ],
    [
      'content-type: a/b; boundary=c; boundary*=d',
      '"boundary" is there as RFC 2231 extends it, too; the plain one counts.',
    ],
    [
      'content-type: a',
      'The Content-Type "a" is not a media type; treated as application/octet-stream.',
    ],
    [
      'content-type : a/b',
      'Blanks around the name of the header field "content-type"; read without them.',
    ],
    [
      'content-type: a/b\r\ncontent-type: c/d',
      'A part has content-type more than once; the first that says something counts.',
    ],
    [
      'content-type: a/b;\r\nname=c',
      'A line of the header field "content-type" is not indented; read as its continuation.',
    ],
    [
      'content-type: a/b\r\ncontent-id c',
      'The header line "content-id c" is not a field; ignored.',
    ],
    ['content-type: a/b\r\ncontent-id: c', '"c" is not an id in <>; compared as "c".'],
    ['content-type: a/b\r\n\r\r\nc', 'An empty line that ends in CR CR LF; read as one in CRLF.'],
    [
      'content-type: image/gif\r\n \r\n\xff',
      'A line of blanks where headers end; treated as the empty line.',
    ],
    [
      '\r\ncontent-type: a/b',
      'An empty line among the headers of a part; the fields after it are read.',
    ],
    [
      'content-type: text/plain\r\nSubject: c',
      'No empty line between the headers of a part and its body; the headers end before the first line that is not a field.',
    ],
    [
      'content-type: text/plain\r\nx-c: \xff',
      'The header field "x-c" of a text may be its first line; read as a header.',
      'The bytes of x-c are not UTF-8; read as windows-1252.',
    ],
    [
      'content-type: text/plain\r\nx-c: d\x01',
      'The header field "x-c" of a text may be its first line; read as a header.',
      'There are control characters in x-c; replaced by U+FFFD.',
    ],
    [
      'content-type: text/plain\r\nhello',
      'No empty line between the headers of a part and its body; the headers end before the first line that is not a field.',
    ],
    ['content-type: multipart/mixed', 'A multipart names no boundary; it is kept as one part.'],
    [
      'content-type: multipart/mixed; boundary=b',
      'A multipart has the boundary of the one around it; its parts are read as its fellows.',
    ],
    [
      'content-type: multipart/mixed; boundary="\xe9"',
      'The bytes of content-type are not UTF-8; read as windows-1252.',
      'The boundary "é" is longer than 70 characters or has others than it may; used as it is.',
      'The multipart with the boundary "Ã©" ends without its last delimiter: it may have been cut short.',
      'A multipart without parts; kept as one part.',
    ],
    [
      'content-type: multipart/mixed; boundary=i\r\ncontent-transfer-encoding: base64',
      'A multipart in a transfer encoding, against RFC 2045 §6.4; kept as one part.',
    ],
    [
      'content-type: application/vnd.wap.multipart.mixed; boundary=i',
      '"application/vnd.wap.multipart.mixed" is WAP\'s name of multipart/mixed; read as that.',
      'The multipart with the boundary "i" ends without its last delimiter: it may have been cut short.',
      'A multipart without parts; kept as one part.',
    ],
  ])('%j', (headers, ...messages) => {
    expect(saidOf(withPart(headers))).toEqual(messages)
  })

  it('where a name is too long to be one', () => {
    const name = '=?a?q?b?= '.repeat(103)
    expect(saidOf(withPart(`content-type: a/b; name="${name}"`))).toEqual([
      'The name "=?a?q?b?= =?a?q?b?= =?a?q?b?= =?a?q?b?= =?a?q?b?= =?a?q?b?= …" is too long to be one; left as sent.',
    ])
  })
})

describe('a multipart is reported in words', () => {
  it.each([
    [
      'A byte order mark or blanks before the first delimiter; ignored.',
      `\xef\xbb\xbf${ROOT}\r\n--b--`,
    ],
    ['A byte order mark or blanks before the first delimiter; ignored.', ` ${ROOT}\r\n--b--`],
    ['There is no line end before the delimiter "--b"; read as if there were.', `${ROOT}--b--`],
    [
      'The multipart with the boundary "b" ends without its last delimiter: it may have been cut short.',
      ROOT,
    ],
    [
      'The last delimiter of the multipart with the boundary "b" comes before its last part; read on.',
      `${ROOT}\r\n--b--\r\n--b\r\n\r\nx\r\n--b--`,
    ],
    [
      'What looks like a part has no delimiter before it; not read.',
      `content-type: a/b\r\n\r\nx\r\n${ROOT}\r\n--b--`,
    ],
    [
      'A multipart without parts; kept as one part.',
      withPart('content-type: multipart/mixed; boundary=i', '--i--'),
    ],
    [
      'A multipart names "i", which does not occur; taken from the line --j.',
      withPart('content-type: multipart/mixed; boundary=i', '--j\r\n\r\nx\r\n--j--'),
    ],
    [
      'A multipart names no boundary; taken from the line --j.',
      withPart('content-type: multipart/mixed', '--j\r\n\r\nx\r\n--j--'),
    ],
    [
      'A multipart in a transfer encoding, against RFC 2045 §6.4; but its boundary occurs; read without it.',
      withPart(
        'content-type: multipart/mixed; boundary=i\r\ncontent-transfer-encoding: base64',
        '--i\r\n\r\nx\r\n--i--',
      ),
    ],
    [
      'Two parts have the Content-ID "c"; the first is found by it.',
      withPart('content-type: a/b\r\ncontent-id: <c>\r\n\r\nx\r\n--b\r\ncontent-id: <c>'),
    ],
    [
      'Two parts have the Content-Location "c"; the first is found by it.',
      withPart('content-location: c\r\n\r\nx\r\n--b\r\ncontent-location: c'),
    ],
  ])('%s', (message, body) => {
    expect(saidOf(body)).toEqual([message])
  })

  it.each([
    [
      'multipart/related; boundary=b',
      'multipart/related has no type parameter (RFC 2387 §3.1); the root is found without it.',
    ],
    [
      'multipart/related; type="a/b"; boundary=b',
      'type="a/b", and the root is "text/xml"; the root\'s own type counts.',
    ],
    [
      'multipart/related; type="text/xml"; boundary=b; start="<c>"',
      'start="<c>" names no part; the envelope is found by what it is.',
    ],
    [
      'multipart/related; type="text/xml"; boundary=c',
      'No boundary is named that occurs; taken from the line --b.',
    ],
    [
      'multipart/mixed; boundary=b',
      'The Content-Type is "multipart/mixed; boundary=b", not multipart/related or XML; the body decides.',
    ],
    [
      '',
      'There is no Content-Type; the body decides.',
      'No boundary is named that occurs; taken from the line --b.',
    ],
  ])('of the type %j', (type, ...messages) => {
    expect(saidOf(`${ROOT}\r\n--b--`, type)).toEqual(messages)
  })

  it('where the root is not the part that it should be', () => {
    const parts = '--b\r\ncontent-type: image/gif\r\ncontent-id: <a>\r\n\r\nx\r\n'
    expect(saidOf(`${parts}${ROOT}\r\n--b--`)).toEqual([
      'There is no start parameter, and the first part is not the envelope; found by what it is.',
    ])
    expect(saidOf(`${parts}${ROOT}\r\n--b--`, `${RELATED}; start="<a>"`)).toEqual([
      'start="<a>" names a part of type image/gif; the envelope is found by what it is.',
    ])
  })
})

describe('a limit is reported with what raises it', () => {
  const nested = withPart('content-type: multipart/mixed; boundary=i', '--i\r\n\r\nx\r\n--i--')
  it.each([
    ['The body is empty.', '', {}],
    [
      'The body has 42 bytes, more than 40; the rest is not read: raise limits.bodyBytes if you must take it.',
      `${ROOT}\r\n--b--`,
      { bodyBytes: 40 },
    ],
    ['There are more than 1 parts: raise limits.parts if you must take it.', nested, { parts: 1 }],
    [
      'There are more than 1 nested multiparts: raise limits.partDepth if you must take it.',
      nested,
      { partDepth: 1 },
    ],
    [
      'The headers of a part are longer than 9 bytes: raise limits.headerBytes if you must take it.',
      `${ROOT}\r\n--b--`,
      { headerBytes: 9 },
    ],
    [
      'There are more than 30 bytes of headers in all parts: raise limits.allHeaderBytes if you must take it.',
      withPart('x-a: 1'),
      { allHeaderBytes: 30 },
    ],
    [
      'A part has more than 1 header fields: raise limits.headers if you must take it.',
      withPart('x-a: 1\r\nx-b: 2'),
      { headers: 1 },
    ],
    [
      'content-type has more than 1 parameters (limits.parameters).',
      withPart('content-type: a/b; x=1; y=2'),
      { parameters: 1 },
    ],
  ])('%s', (message, body, limits) => {
    expect(saidOf(body, RELATED, limits).at(-1)).toBe(message)
  })
})
