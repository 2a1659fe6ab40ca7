import { describe, expect, it } from 'vitest'
import { createReport } from '../../src/report.js'
import { decodeXml, type XmlSource } from '../../src/soap/xml-text.js'

const START = 1000

function decode(bytes: Uint8Array, charset?: string, isVerbatim = true) {
  const report = createReport()
  const source: XmlSource = { bytes, charset, offset: START, isVerbatim }
  const text = decodeXml(source, report)
  return { ...text, codes: report.warnings.map(({ code }) => code) }
}

const utf8 = (text: string) => new TextEncoder().encode(text)
const le = (text: string) => new Uint8Array(Buffer.from(text, 'utf16le'))
const be = (text: string) => new Uint8Array(Buffer.from(text, 'utf16le').swap16())
const raw = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'))

/** 한 in EUC-KR, 中 in GB 2312, 日ｱ in Shift_JIS. */
const HAN = '\xc7\xd1'
const ZHONG = '\xd6\xd0'
const NI_A = '\x93\xfa\xb1'
const declared = (charset: string) => `<?xml version="1.0" encoding="${charset}"?>`

describe('decodeXml', () => {
  it.each([
    ['UTF-8 unsaid', utf8('<a>é</a>'), undefined, '<a>é</a>', []],
    ['UTF-8 said', utf8(`${declared('UTF-8')}é`), 'utf-8', `${declared('UTF-8')}é`, []],
    ['UTF-8 behind a mark', utf8('\ufeff<a/>'), 'UTF-8', '<a/>', []],
    ['UTF-8 behind blanks', utf8('\n<a>é</a>'), undefined, '\n<a>é</a>', []],
    ['no name at all', utf8('<a>é</a>'), '', '<a>é</a>', []],
    ['utf8', utf8('<a>é</a>'), 'utf8', '<a>é</a>', ['charset-unknown']],
    ['a charset nobody knows', utf8('<a>é</a>'), 'x-nobody', '<a>é</a>', ['charset-unknown']],
    [
      'a charset nobody knows, said twice',
      utf8(declared('x-nobody')),
      'x-nobody',
      declared('x-nobody'),
      ['charset-unknown'],
    ],
    ['CESU-8, said to be', raw('\xed\xa0\xbd\xed\xb8\x80'), 'CESU-8', '😀', []],
    ['CESU-8 by a nickname', raw('\xed\xa0\xbd\xed\xb8\x80'), ' cesu8 ', '😀', ['charset-unknown']],
    [
      'CESU-8 said to be UTF-8',
      raw('\xed\xa0\xbd\xed\xb8\x80'),
      'utf-8',
      '😀',
      ['charset-contradiction'],
    ],
    ['ASCII', utf8('<a>e</a>'), 'us-ascii', '<a>e</a>', []],
    ['ASCII that is UTF-8', utf8('<a>é</a>'), 'ascii', '<a>é</a>', ['charset-contradiction']],
    ['UTF-16 LE with a mark', le('\ufeff<a>é</a>'), undefined, '<a>é</a>', []],
    ['UTF-16 BE with a mark', be('\ufeff<a>é</a>'), 'utf-16', '<a>é</a>', []],
    ['UTF-16 LE without', le('<a>é</a>'), 'utf-16', '<a>é</a>', []],
    ['UTF-16 BE without', be('<a>é</a>'), undefined, '<a>é</a>', []],
    ['UTF-16 declared', be(declared('utf-16')), undefined, declared('utf-16'), []],
    ['UTF-16 that is not', utf8('<a>é</a>'), 'utf-16', '<a>é</a>', ['charset-contradiction']],
    ['UTF-16 by another name', utf8('<abc/>'), 'unicode', '<abc/>', ['charset-contradiction']],
    ['UTF-16 said to be UTF-8', le('\ufeff<a/>'), 'utf-8', '<a/>', ['charset-contradiction']],
    ['EUC-KR', raw(`<a>${HAN}</a>`), 'euc-kr', '<a>한</a>', []],
    [
      'EUC-KR, declared',
      raw(`${declared('euc-kr')}${HAN}`),
      undefined,
      `${declared('euc-kr')}한`,
      [],
    ],
    [
      'EUC-KR, declared UTF-8',
      raw(`${declared('UTF-8')}${HAN}`),
      'euc-kr',
      `${declared('UTF-8')}한`,
      ['charset-contradiction'],
    ],
    [
      'GB 2312, said to be UTF-8',
      raw(`${declared('GB2312')}${ZHONG}`),
      'utf-8',
      `${declared('GB2312')}中`,
      ['charset-contradiction'],
    ],
    ['ASCII, declared GB 2312', raw(declared('GB2312')), undefined, declared('GB2312'), []],
    ['Shift_JIS', raw(`<a>${NI_A}</a>`), 'Shift_JIS', '<a>日ｱ</a>', []],
    ['Latin-1', raw('<a>\xe9</a>'), 'iso-8859-1', '<a>é</a>', []],
    [
      'UTF-16 LE that is cut within a character',
      le('\ufeff<a>é</a>').subarray(0, -1),
      'utf-16',
      '<a>é</a\ufffd',
      ['charset-invalid-bytes'],
    ],
    [
      'UTF-16 BE that is cut within a character, without a mark',
      be('<a>e</a>').subarray(0, -1),
      undefined,
      '<a>e</a\ufffd',
      ['charset-invalid-bytes'],
    ],
    [
      'UTF-8 said to be EUC-KR',
      utf8('<a>한</a>'),
      'euc-kr',
      '<a>한</a>',
      ['charset-contradiction'],
    ],
    [
      'UTF-8 behind a mark of UTF-16',
      raw('\xff\xfe<a/>b'),
      undefined,
      '<a/>b',
      ['charset-contradiction'],
    ],
    ['Latin-1 of no name', raw('<a>\xe9</a>'), undefined, '<a>é</a>', ['charset-invalid-bytes']],
    [
      'windows-1252 of a name that is unknown',
      raw('<a>\x80</a>'),
      'x-none',
      '<a>€</a>',
      ['charset-unknown', 'charset-invalid-bytes'],
    ],
    [
      'UTF-8 of no name that is damaged',
      raw('<a>\xc3\xa9\xe9</a>'),
      undefined,
      '<a>é\ufffd</a>',
      ['charset-invalid-bytes'],
    ],
    ['what is not UTF-8', raw('<a>\xe9</a>'), 'utf-8', '<a>\ufffd</a>', ['charset-invalid-bytes']],
    [
      'what is not of its own',
      raw('<a>\xff</a>'),
      'euc-kr',
      '<a>\ufffd</a>',
      ['charset-invalid-bytes'],
    ],
    ['a nickname', raw('<a>\xe9</a>'), 'latin-1', '<a>é</a>', ['charset-unknown']],
    ['a number of IANA', raw('<a>\xe9</a>'), '4', '<a>é</a>', ['charset-unknown']],
    [
      'a nickname that is declared',
      raw(`${declared('latin-1')}\xe9`),
      undefined,
      `${declared('latin-1')}é`,
      ['charset-unknown'],
    ],
    ['another registered name', raw('<a>\xe9</a>'), 'ISO_8859-1', '<a>é</a>', []],
    ['nothing', utf8(''), undefined, '', []],
  ])('reads %s', (_, bytes, charset, expected, codes) => {
    const decoded = decode(bytes, charset)
    expect(decoded.text).toBe(expected)
    expect(decoded.codes).toEqual(codes)
  })
})

describe('what is not of the charset', () => {
  it.each([
    [raw('<a>\xe9</a>'), undefined, 3],
    [raw('<a>\xc3\xa9\xe9</a>'), 'utf-8', 5],
    [raw('<a>\xed\xa0\xbd\xed\xb8\x80b\xed\xa0\xbd</a>'), 'utf-8', 10],
    [raw('<a>\xb0\xa1\xff</a>'), 'euc-kr', 5],
  ])('is reported where it starts: %#', (bytes, charset, offset) => {
    const report = createReport()
    decodeXml({ bytes, charset, offset: START, isVerbatim: true }, report)
    expect(report.warnings).toMatchObject([
      { code: 'charset-invalid-bytes', offset: START + offset },
    ])
  })
})

describe('UTF-16 that is one byte off from somewhere on', () => {
  const XML = '<a><b>é</b><c>日本</c></a>'
  const without = (bytes: Uint8Array, at: number) =>
    Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1)])
  const twice = (bytes: Uint8Array, at: number) =>
    Buffer.concat([bytes.subarray(0, at + 1), bytes.subarray(at)])

  it.each([
    ['the first half of a character was lost, LE', without(le(XML), 2 * 8), '<a><b>é<', 2 * 8],
    ['the second half was lost, LE', without(le(XML), 2 * 8 + 1), '<a><b>é<', 2 * 8],
    ['the first half was lost, BE', without(be(XML), 2 * 8), '<a><b>é<', 2 * 8],
    ['the second half was lost, BE', without(be(XML), 2 * 8 + 1), '<a><b>é<', 2 * 8],
    ['a byte came twice, LE', twice(le(XML), 2 * 8), '<a><b>é<', 2 * 8],
    ['a byte came twice, BE', twice(be(XML), 2 * 8), '<a><b>é<', 2 * 8],
    ['behind a mark', without(le(`\ufeff${XML}`), 2 + 2 * 8), '<a><b>é<', 2 + 2 * 8],
    ['from the start', without(le(`\ufeff${XML}`), 2), '', 2],
  ])('is read up to there: %s', (_, bytes, text, offset) => {
    const decoded = decode(bytes, 'utf-16')
    expect(decoded).toMatchObject({ text, codes: [] })
    expect(decoded.brokenOff).toContain('one byte off')
    expect(decoded.offsetAt(text.length)).toBe(START + offset)
  })

  it.each([
    ['ends within a character', le(XML).subarray(0, -1)],
    ['has characters whose lower half is zero', le('<a>\u3c00\u6100\u4e00\u2f00</a>')],
    ['has a unit of other bytes', le('<a>\u3e3c</a>')],
  ])('is another than one that %s', (_, bytes) => {
    const { text, brokenOff } = decode(bytes, 'utf-16')
    expect(brokenOff).toBeUndefined()
    expect(text).toHaveLength(Math.ceil(bytes.length / 2))
  })
})

describe('offsetAt', () => {
  it.each([
    ['ASCII', raw('ab\r\n€X'.replace('€', '')), undefined, 4],
    ['UTF-8', utf8('é€😀\r\nX'), undefined, 2 + 3 + 4 + 2],
    ['UTF-8 behind a mark', utf8('\ufeffé€X'), undefined, 3 + 2 + 3],
    ['UTF-8 with a U+FFFD of its own', utf8('é\ufffdX'), undefined, 2 + 3],
    ['broken UTF-8', raw('é\xe9\xe9\xe2\x82X'), undefined, 5],
    ['UTF-16', le('\ufeffé€😀X'), undefined, 2 + 2 + 2 + 4],
    ['EUC-KR', raw(`a${HAN}b${HAN}X`), 'euc-kr', 1 + 2 + 1 + 2],
    ['Shift_JIS, with half-width kana', raw(`a${NI_A}X`), 'shift_jis', 1 + 2 + 1],
    ['GB 18030', raw(`a\x81\x30\x81\x30${ZHONG}X`), 'gb18030', 1 + 4 + 2],
    ['Latin-1', raw('\xe9\xe9X'), 'iso-8859-1', 2],
  ])('finds a character of %s', (_, bytes, charset, expected) => {
    const { text, offsetAt } = decode(bytes, charset)
    const index = text.indexOf('X')
    expect(offsetAt(index)).toBe(START + expected)
    // And again from the start, from anywhere, and past the end.
    for (let at = 0; at <= index; at++) offsetAt(at)
    expect(offsetAt(index)).toBe(START + expected)
    expect(offsetAt(index + 10)).toBe(START + bytes.length)
    expect(offsetAt(index)).toBe(START + expected)
  })

  it('is exact far into a text, whatever steps it is asked in', () => {
    const bytes = raw(`a${HAN}${NI_A.slice(0, 0)}`.repeat(500))
    const { text, offsetAt } = decode(bytes, 'euc-kr')
    for (let at = 0; at < text.length; at += 37) {
      expect(offsetAt(at)).toBe(START + Math.floor(at / 2) * 3 + (at % 2))
    }
  })

  it('is where the part starts if its transfer encoding was undone', () => {
    const { offsetAt } = decode(utf8('<a>é</a>'), undefined, false)
    expect(offsetAt(5)).toBe(START)
    expect(decode(raw(`<a>${HAN}</a>`), 'euc-kr', false).offsetAt(5)).toBe(START)
  })
})
