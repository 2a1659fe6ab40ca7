import { describe, expect, it } from 'vitest'
import { decodeAs, strictDecoder } from '../src/charset.js'

const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values)

describe('strictDecoder', () => {
  it.each([
    ['utf-8', 'utf-8'],
    ['UTF8', 'utf-8'],
    [' utf-8\t', 'utf-8'],
    ['us-ascii', 'utf-8'],
    ['gb2312', 'gbk'],
    ['EUC-KR', 'euc-kr'],
    ['ks_c_5601-1992', 'euc-kr'],
    ['cp932', 'shift_jis'],
    ['cp936', 'gbk'],
    ['CP949', 'euc-kr'],
    ['cp950', 'big5'],
    ['cp1252', 'windows-1252'],
    ['utf-16', 'utf-16le'],
    ['utf-16be', 'utf-16be'],
  ])('knows %j', (name, encoding) => {
    expect(strictDecoder(name)?.encoding).toBe(encoding)
    expect(strictDecoder(name)).toBe(strictDecoder(name.toLowerCase()))
  })

  it.each(['', 'x-none', 'constructor', '__proto__', 'utf-8; a', '\0', 'é'.repeat(100_000)])(
    'does not know %.20j',
    (name) => {
      expect(strictDecoder(name)).toBeUndefined()
    },
  )

  it.each(['utf-8', 'gbk', 'euc-kr', 'utf-16le', 'shift_jis'])(
    'throws at what is no %s, and decodes on after that',
    (name) => {
      const decoder = strictDecoder(name)
      const text = name === 'utf-16le' ? bytes(0x41, 0, 0x42, 0) : bytes(0x41, 0x42)
      expect(() => decoder?.decode(bytes(0x41, 0xff, 0x82))).toThrow(TypeError)
      expect(decoder?.decode(text)).toBe('AB')
    },
  )
})

describe('decodeAs', () => {
  it.each([
    [bytes(0xe2, 0x82, 0xac), 'utf-8', '€'],
    [bytes(0xd6, 0xd0), 'GB2312', '中'],
    [bytes(0xef, 0xbb, 0xbf, 0x61), 'utf-8', 'a'],
    [bytes(0x61, 0xff), 'utf-8', 'a\ufffd'],
    [bytes(0xc3, 0xa9), 'x-none', 'é'],
    [bytes(), 'utf-8', ''],
  ])('decodes %j as %s', (input, name, text) => {
    expect(decodeAs(input, name)).toBe(text)
  })
})
