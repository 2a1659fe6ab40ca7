import { describe, expect, it } from 'vitest'
import { decodeText } from '../src/decode-text.js'

function utf16(text: string, isBig: boolean): Uint8Array {
  const bytes = Buffer.from(text, 'utf16le')
  return isBig ? bytes.swap16() : bytes
}

describe('UTF-16 without a byte order mark', () => {
  it.each([
    'Hi!',
    'no',
    'NOPE',
    'hello there',
    'caf\u00e9 \u00e0 la carte',
    'd\u011bkuji',
    '\u043f\u0440\u0438\u0432\u0435\u0442',
    'Hello \u4e16\u754c',
    '\u65e5\u672c\u8a9e OK',
    'OK \u{1f600}',
    'a\u3000b',
    '7',
  ])('%j is read in the order that its zeros tell', (text) => {
    expect(decodeText(utf16(text, true), 'utf-16')).toEqual({
      ...{ text, charset: 'utf-16be', isExact: true },
    })
    const hasZeros = [...text].some((character) => character < '\u0100')
    if (!hasZeros) return
    expect(decodeText(utf16(text, false), 'utf-16')).toEqual({
      ...{ text, charset: 'utf-16le', isExact: false },
    })
  })

  it.each([
    '\u4e00\u4e8c\u4e09',
    '\u958b\u4e00',
    '\u5f00\u59cb',
    '\u65e5\u672c\u3000\u8a9e',
    '\u{1f600}',
    '\u{1f600}\u{1f44d}',
    '\uac00\ub098',
    '\uac00',
    '\u65e5\u672c',
    '\u2600\ufe0f \u4e00',
    '',
  ])('%j is big-endian, though lower halves of its characters are zero', (text) => {
    expect(decodeText(utf16(text, true), 'ucs-2').text).toBe(text)
  })

  it('is read in the order that its start tells, however long it is', () => {
    const text = `${'hello '.repeat(200)}\u4e00`.repeat(100)
    expect(decodeText(utf16(text, false), 'utf-16').text).toBe(text)
    expect(decodeText(utf16(text, true), 'utf-16').text).toBe(text)
  })
})
