import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { type Decoded, decodeBase64, decodeWith } from '../../src/mime/base64.js'

/** The characters of `text` as bytes, in the middle of a larger memory at an odd offset. */
function body(text: string): Uint8Array {
  const memory = new Uint8Array(text.length + 8).fill(0x41)
  memory.set(Buffer.from(text, 'latin1'), 3)
  return memory.subarray(3, 3 + text.length)
}

/** `bytes` in base64, in lines of `width` characters that each end in `lineEnd`. */
function encode(bytes: Uint8Array, width: number, lineEnd: string): string {
  const text = Buffer.from(bytes).toString('base64')
  const lines: string[] = []
  for (let i = 0; i < text.length; i += width) lines.push(text.slice(i, i + width) + lineEnd)
  return lines.join('')
}

/** `size` bytes whose base64 has every digit. */
function sample(size: number): Uint8Array {
  return Uint8Array.from({ length: size }, (_, i) => Math.imul(i, 0x9e3779b1) >>> 13)
}

/** What came of decoding, in a form that is quick to compare: a character for each byte. */
function outcome({ bytes, deviation }: Decoded): [text: string, deviation: number | undefined] {
  return [Buffer.from(bytes).toString('latin1'), deviation]
}

/** What comes of decoding `bytes` encoded with nothing that deviates. */
function clean(bytes: Uint8Array): [text: string, deviation: undefined] {
  return [Buffer.from(bytes).toString('latin1'), undefined]
}

const lineEnds = ['\r\n', '\n', '\r', ' \t\r\n', '']

describe.each([
  ['with Buffer', Buffer],
  ['without Buffer', undefined],
])('decodeBase64 %s', (_, buffer) => {
  function decode(text: string): [text: string, deviation: number | undefined] {
    return outcome(decodeWith(buffer, body(text)))
  }

  it.each([
    ['', ''],
    ['Zg==', 'f'],
    ['Zm8=', 'fo'],
    ['Zm9v', 'foo'],
    ['Zm9vYg==', 'foob'],
    ['Zm9vYmE=', 'fooba'],
    ['Zm9vYmFy', 'foobar'],
    ['AAECAw==', '\0\x01\x02\x03'],
    ['+/+/////', '\xfb\xff\xbf\xff\xff\xff'],
  ])('decodes %j (RFC 4648 §10)', (text, expected) => {
    expect(decode(text)).toEqual([expected, undefined])
  })

  it.each([
    ['lines that cut quanta', 'Zm\r\n9vY\r\nmFy\r\n'],
    ['blanks', ' Zm9v\tYm Fy '],
    ['empty lines', '\r\n\r\nZm9v\r\n\r\nYmFy\r\n\r\n'],
    ['mixed line ends', 'Zm\n9v\rYm\r\nFy'],
    ['blanks alone', ' \t\r\n'],
  ])('takes no offence at %s', (_, text) => {
    expect(decode(text)).toEqual([text.trim() && 'foobar', undefined])
  })

  it('takes padding with blanks in it', () => {
    expect(decode('Zg\r\n= \r\n=\r\n')).toEqual(['f', undefined])
  })

  it.each([
    ['!Zm9v', 'foo', 0],
    ['Zm9v*YmFy', 'foobar', 4],
    ['Zm9vY.mF~y', 'foobar', 5],
    ['Zm9vYmFy\0', 'foobar', 8],
    ['Zm\x0c9v', 'foo', 2],
    ['Zm\xe99v\xff', 'foo', 2],
    ['?!', '', 0],
  ])('skips what is outside of the alphabet in %j', (text, expected, deviation) => {
    expect(decode(text)).toEqual([expected, deviation])
  })

  it.each([
    ['-_-_', '\xfb\xff\xbf', 0],
    ['Zm9v+/-/', 'foo\xfb\xff\xbf', 6],
    ['Zm9vYm__', 'foobo\xff', 6],
  ])('takes base64url in %j', (text, expected, deviation) => {
    expect(decode(text)).toEqual([expected, deviation])
  })

  it.each([
    ['Zg', 'f', 2],
    ['Zm8', 'fo', 3],
    ['Zg=', 'f', 3],
    ['Zm9vYmE\r\n', 'fooba', 9],
  ])('makes up for the padding missing in %j', (text, expected, deviation) => {
    expect(decode(text)).toEqual([expected, deviation])
  })

  it.each([
    ['Z', '', 0],
    ['Zm9vY', 'foo', 4],
    ['Zm9vY\r\n', 'foo', 4],
    ['Zm9vY!', 'foo', 4],
    ['Zm9vY=', 'foo', 4],
    ['Zg==Z', 'f', 4],
    ['!Z', '', 0],
  ])('drops the single digit left over in %j', (text, expected, deviation) => {
    expect(decode(text)).toEqual([expected, deviation])
  })

  it.each([
    ['=', '', 0],
    ['Zm9v=', 'foo', 4],
    ['Zg===', 'f', 4],
    ['Zm8==', 'fo', 4],
    ['Zm9vY=mFy', 'foobar', 5],
  ])('skips the `=` that pads nothing in %j', (text, expected, deviation) => {
    expect(decode(text)).toEqual([expected, deviation])
  })

  it.each([
    ['Zg==Zg==', 'ff', 4],
    ['Zm8=\r\nZm9v', 'fofoo', 6],
    ['Zg=Zm8=', 'ffo', 3],
    ['Zg==-_-_', 'f\xfb\xff\xbf', 4],
    ['Zm8=Zg==Zm9vYmFy', 'foffoobar', 4],
    ['Zg==!Zg==', 'ff', 4],
  ])('decodes the data after padding in %j', (text, expected, deviation) => {
    expect(decode(text)).toEqual([expected, deviation])
  })

  it.each([4095, 4096, 65535, 65536, 200_001])('decodes %i bytes in lines and in one', (size) => {
    const bytes = sample(size)
    for (const lineEnd of lineEnds) {
      for (const width of [76, 75, 64, 4, 998, 5000]) {
        expect(decode(encode(bytes, width, lineEnd))).toEqual(clean(bytes))
      }
    }
  })

  it.each([
    ['a byte outside of the alphabet', '!'],
    ['a blank that is none in MIME', '\f'],
    ['a byte that is not ASCII', '\xc1'],
    ['base64url', '-'],
    ['base64url', '_'],
    ['padding', '='],
  ])('finds %s among many clean lines', (_, character) => {
    for (const lineEnd of ['\r\n', '\n', '']) {
      const text = encode(sample(150_000), 76, lineEnd)
      // A digit, and the line end or else two more digits.
      const line = 2000 * (76 + lineEnd.length)
      for (const index of [line + 20, line + 76, line + 77]) {
        const broken = text.slice(0, index) + character + text.slice(index + 1)
        expect(decode(broken)[1]).toBe(index)
        const longer = text.slice(0, index) + character + text.slice(index)
        expect(decode(longer)[1]).toBe(index)
      }
    }
  })

  it('returns bytes of its own and leaves the input as it was', () => {
    for (const size of [3, 30_000]) {
      const input = body(encode(sample(size), 76, '\r\n'))
      const before = input.slice()
      const { bytes } = decodeWith(buffer, input)
      expect(Object.getPrototypeOf(bytes)).toBe(Uint8Array.prototype)
      // Neither the input's memory nor Buffer's pool.
      expect(bytes.buffer.byteLength).toBeLessThanOrEqual(input.length + 3)
      new Uint8Array(bytes.buffer).fill(0)
      expect(input).toEqual(before)
    }
  })

  it('decodes what Buffer encodes, whatever the lines', () => {
    const property = fc.property(
      fc.uint8Array({ maxLength: 200 }),
      fc.nat(100),
      fc.integer({ min: 1, max: 1100 }),
      fc.constantFrom(...lineEnds),
      (some, times, width, lineEnd) => {
        const bytes = new Uint8Array(some.length * times)
        for (let i = 0; i < times; i++) bytes.set(some, i * some.length)
        expect(decode(encode(bytes, width, lineEnd))).toEqual(clean(bytes))
      },
    )
    fc.assert(property, { numRuns: 200 })
  })
})

describe('decodeBase64', () => {
  it('gives the same with and without Buffer, whatever the bytes', () => {
    const anyByte = fc.oneof(
      fc.nat(255),
      fc.constantFrom(...'=-_+/Zm \r\n').map((character) => character.charCodeAt(0)),
    )
    const property = fc.property(
      fc.array(anyByte, { maxLength: 50 }),
      fc.array(fc.tuple(fc.nat(9999), anyByte), { maxLength: 5 }),
      fc.constantFrom(...lineEnds),
      (few, changes, lineEnd) => {
        const many = encode(sample(6000), 76, lineEnd)
        const changed = body(many + String.fromCharCode(...few))
        for (const [index, byte] of changes) changed[index % changed.length] = byte
        for (const input of [Uint8Array.from(few), changed]) {
          expect(outcome(decodeWith(Buffer, input))).toEqual(outcome(decodeWith(undefined, input)))
        }
      },
    )
    fc.assert(property, { numRuns: 200 })
  })

  it.each(['\r\n', '\n', ''])(
    'leaves all but the last lines to Buffer (line end %j)',
    (lineEnd) => {
      const write = vi.spyOn(Buffer.prototype, 'write')
      decodeWith(Buffer, body(encode(sample(200_000), 76, lineEnd)))
      const sizes = write.mock.results.map(({ value }) => value as number)
      write.mockRestore()
      expect(sizes.reduce((sum, size) => sum + size, 0)).toBeGreaterThan(197_000)
    },
  )

  it('uses the global Buffer if there is one', () => {
    const bytes = sample(5000)
    const input = body(encode(bytes, 76, '\r\n'))
    const from = vi.spyOn(Buffer, 'from')
    const withBuffer = decodeBase64(input)
    const calls = from.mock.calls.length
    vi.stubGlobal('Buffer', undefined)
    const without = decodeBase64(input)
    vi.unstubAllGlobals()
    from.mockRestore()
    expect([outcome(withBuffer), outcome(without)]).toEqual([clean(bytes), clean(bytes)])
    expect(calls).toBe(2)
  })
})

describe('a body that is long enough for Buffer', () => {
  const both = (text: string) => {
    const [fast, slow] = [Buffer, undefined].map((each) => outcome(decodeWith(each, body(text))))
    expect(fast).toEqual(slow)
    return fast?.[1]
  }

  it.each(['\r\n', '\n', ''])(
    'is reported where its first digit of base64url is: lines end in %j',
    (end) => {
      const text = encode(sample(6000), 76, end)
      const digits = [0, 75, 76 + end.length, 2000, 3000].filter((at) =>
        /[^\r\n]/.test(text.charAt(at)),
      )
      for (const at of digits) {
        for (const digit of '-_') {
          const other = digit === '-' ? '_' : '-'
          expect(both(text.slice(0, at) + digit + text.slice(at + 1))).toBe(at)
          expect(
            both(`${text.slice(0, at)}${digit}${text.slice(at + 1, -8)}${other}${text.slice(-7)}`),
          ).toBe(at)
          // What deviates before it counts.
          expect(both(`*${text.slice(1, at + 1)}${digit}${text.slice(at + 2)}`)).toBe(0)
        }
      }
    },
  )

  it.each(['\r\n', '\n'])('is read where lines change in it: %j', (end) => {
    const text = encode(sample(6000), 76, end)
    for (const other of ['\n', '\r', '\r\n', ' \n', '', '**']) {
      const parts = text.split(end)
      for (const at of [1, 4, 5, 20]) {
        both(parts.slice(0, at).join(end) + other + parts.slice(at).join(end))
      }
    }
    expect(both(`\n${text}`)).toBeUndefined()
    expect(both(`${'A'.repeat(1200)}${end}${text}`)).toBeUndefined()
  })
})
