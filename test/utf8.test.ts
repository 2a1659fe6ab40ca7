import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isUtf8, joinSurrogates } from '../src/utf8.js'
import './seed.js'

const strict = new TextDecoder('utf-8', { fatal: true })

function isDecodable(bytes: Uint8Array): boolean {
  try {
    strict.decode(bytes)
    return true
  } catch {
    return false
  }
}

describe('isUtf8', () => {
  it('says what a decoder says, of any bytes and of those that are nearly UTF-8', () => {
    const leads = fc.constantFrom(
      0,
      0x7f,
      0x80,
      0xbf,
      0xc0,
      0xc1,
      0xc2,
      0xdf,
      0xe0,
      0xed,
      0xef,
      0xf0,
      0xf4,
      0xf5,
    )
    const trails = fc.constantFrom(0x7f, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf, 0xc0)
    const character = fc.tuple(leads, fc.array(trails, { maxLength: 3 })).map(([a, b]) => [a, ...b])
    const near = fc.array(character).map((all) => Uint8Array.from(all.flat()))
    const text = fc.string({ unit: 'binary' }).map((value) => new TextEncoder().encode(value))
    fc.assert(
      fc.property(fc.oneof(near, text, fc.uint8Array()), (bytes) => {
        expect(isUtf8(bytes)).toBe(isDecodable(bytes))
      }),
      { numRuns: 2000 },
    )
  })
})

/** CESU-8: each UTF-16 unit as UTF-8 would have it. */
function cesu8(text: string): Uint8Array {
  const unit = (code: number): number[] =>
    code < 0x80
      ? [code]
      : code < 0x800
        ? [0xc0 | (code >> 6), 0x80 | (code & 0x3f)]
        : [0xe0 | (code >> 12), 0x80 | ((code >> 6) & 0x3f), 0x80 | (code & 0x3f)]
  return Uint8Array.from(text.split('').flatMap((one) => unit(one.charCodeAt(0))))
}

describe('joinSurrogates', () => {
  it('makes UTF-8 of CESU-8', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(joinSurrogates(cesu8(text))).toEqual(new TextEncoder().encode(text))
      }),
    )
  })

  it('leaves what has none as it is', () => {
    const bytes = new TextEncoder().encode('한 😀')
    expect(joinSurrogates(bytes)).toBe(bytes)
    const halves = Uint8Array.of(0xed, 0xa0, 0xbd, 0xed, 0xa0, 0xbd, 0xed, 0xb8, 0xed)
    expect(joinSurrogates(halves)).toBe(halves)
  })
})
