import { describe, expect, it } from 'vitest'
import { be, CESU, declared, decode, HAN, le, NI_A, raw, START, utf8, ZHONG } from './encoded.js'

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
    ['from the start, a byte too many', twice(le(`\ufeff${XML}`), 2), '', 2],
    [
      'from a second mark, a blank before it',
      Buffer.concat([le('\ufeff'), raw(' '), le(`\ufeff${XML}`)]),
      '\uff20',
      2 + 2,
    ],
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
    ['has a tag between its characters', le('<a>\u3c41\u6100\u3e00\u4e00</a>')],
  ])('is another than one that %s', (_, bytes) => {
    const { text, brokenOff } = decode(bytes, 'utf-16')
    expect(brokenOff).toBeUndefined()
    expect(text).toHaveLength(Math.ceil(bytes.length / 2))
  })
})

it('UTF-8 is never one byte off, whatever characters it has', () => {
  const { text, brokenOff } = decode(utf8('\ufeff<a>\u3c00<b/></a>'))
  expect([text, brokenOff]).toEqual(['<a>\u3c00<b/></a>', undefined])
})

describe('a declaration', () => {
  it.each([
    ['may stand behind blanks', `\n ${declared('euc-kr')}${HAN}`],
    ['may have blanks in it', `<?xml version = "1.0" encoding = "euc-kr" ?>${HAN}`],
    ['may have apostrophes for quotes', declared('euc-kr').replaceAll('"', "'") + HAN],
  ])('%s', (_, text) => {
    const decoded = decode(raw(text))
    expect(decoded).toMatchObject({ text: text.replace(HAN, '한'), codes: [] })
  })

  it.each([
    ['within the document', `<a>${declared('euc-kr')}한</a>`],
    ['behind something', `x${declared('euc-kr')}한`],
    ['behind many blanks', `${' '.repeat(160)}${declared('euc-kr')}한`],
  ])('is none %s', (_, text) => {
    expect(decode(utf8(text))).toMatchObject({ text, codes: [] })
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
    expect(decode(raw(`\xef\xbb\xbf<a>${CESU}</a>`), undefined, false).offsetAt(5)).toBe(START)
  })
})
