import { describe, expect, it } from 'vitest'
import { byteOffsets, unjoinedOffsets } from '../../src/soap/byte-offsets.js'

const TEXT = 'a\x7f\x80\u07ff\u0800\ud7ff😀\ue000\uffffz'

/** Where each character of a text is, asked in rising order and then anywhere. */
function offsets(text: string, bytes: Uint8Array, charset: string): number[] {
  const offsetAt = byteOffsets(text, bytes, charset, 100)
  const rising = [...Array(text.length + 1).keys()].map(offsetAt)
  const falling = [...Array(text.length + 1).keys()].reverse().map(offsetAt)
  expect(falling.reverse()).toEqual(rising)
  expect(rising.map((_, index) => byteOffsets(text, bytes, charset, 100)(index))).toEqual(rising)
  return rising
}

describe('where the characters of a text are', () => {
  it('is counted in UTF-8, half of a character of four bytes in the middle of it', () => {
    const bytes = Buffer.from(TEXT)
    const all = [0, 1, 2, 4, 6, 9, 12, 14, 16, 19, 22, 23]
    expect(offsets(TEXT, bytes, 'utf-8')).toEqual(all.map((at) => 100 + at))
  })

  it('is counted in UTF-8 for the first and the last of four bytes, too', () => {
    const text = '\u{10000}\u{10ffff}a'
    const all = [0, 2, 4, 6, 8, 9]
    expect(offsets(text, Buffer.from(text), 'utf-8')).toEqual(all.map((at) => 100 + at))
  })

  it('is each byte where there are as many, and two in UTF-16', () => {
    expect(offsets('abc', Buffer.from('abc'), 'utf-8')).toEqual([100, 101, 102, 103])
    expect(offsets('aé', Buffer.from('aé', 'latin1'), 'windows-1252')).toEqual([100, 101, 102])
    expect(offsets('aé😀', Buffer.from('aé😀', 'utf16le'), 'utf-16le')).toEqual([
      100, 102, 104, 106, 108,
    ])
    expect(offsets('a\ufffd', Uint8Array.of(0x61, 0, 0x62), 'utf-16le')).toEqual([100, 102, 103])
  })

  it('is found by decoding where bytes are broken, or of other widths', () => {
    const broken = Uint8Array.of(0x61, 0xe2, 0x82, 0x62, 0xff, 0x63)
    expect(offsets(new TextDecoder().decode(broken), broken, 'utf-8')).toEqual([
      100, 101, 103, 104, 105, 106,
    ])
    const gbk = Uint8Array.of(0x61, 0xd6, 0xd0, 0x62, 0xce, 0xc4, 0x63)
    expect(offsets('a中b文c', gbk, 'gbk')).toEqual([100, 101, 103, 104, 106, 107])
  })

  it('is after what was sent as two halves in six bytes', () => {
    const sent = Uint8Array.of(
      0x61,
      0xed,
      0xa0,
      0xbd,
      0xed,
      0xb8,
      0x80,
      0x62,
      0xf0,
      0x9f,
      0x98,
      0x80,
      0x63,
    )
    const joined = Buffer.from('a😀b😀c')
    const offsetAt = unjoinedOffsets(joined, sent)
    expect([0, 1, 5, 6, 10, 11].map(offsetAt)).toEqual([0, 1, 7, 8, 12, 13])
    expect([10, 5, 1, 0].map(offsetAt)).toEqual([12, 7, 1, 0])
  })
})
