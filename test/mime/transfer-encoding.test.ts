import { describe, expect, it } from 'vitest'
import type { Part } from '../../src/mime/part.js'
import { decodeBody, isIdentityEncoded } from '../../src/mime/transfer-encoding.js'
import { bytesOf, textOf } from './given.js'

function part(encoding: string | readonly string[] | undefined, body: string, offset = 0): Part {
  const headers = new Map<string, string[]>()
  if (encoding !== undefined) headers.set('content-transfer-encoding', [encoding].flat())
  return { headers, mediaType: 'a/b', parameters: {}, body: bytesOf(body), offset, parts: [] }
}

describe('a transfer encoding', () => {
  it.each([
    [['', 'base64'], 'foo', []],
    [['x-none', 'base64'], 'foo', []],
    [['x-none', 'base64;'], 'foo', ['transfer-encoding-unknown']],
    [['base64', '7bit'], 'foo', []],
    [['7bit', 'base64'], 'Zm9v', []],
    [['', 'x-none'], 'Zm9v', ['transfer-encoding-unknown']],
    [['x-none', 'x-other'], 'Zm9v', ['transfer-encoding-unknown']],
    [['', ''], 'Zm9v', []],
  ])('is the first of several that says something: %j', (encodings, text, codes) => {
    const { bytes, deviations } = decodeBody(part(encodings, 'Zm9v'))
    expect(textOf(bytes)).toBe(text)
    expect(deviations.map(({ code }) => code)).toEqual(codes)
  })

  it.each(['base64.', 'base64,', 'Base64 ;', '_base64_'])(
    'has something around it: %s',
    (encoding) => {
      const { bytes, deviations } = decodeBody(part(encoding, 'Zm9v'))
      expect(textOf(bytes)).toBe('foo')
      expect(deviations).toMatchObject([{ code: 'transfer-encoding-unknown' }])
    },
  )

  it.each(['b64', 'base64x', 'base', 'base64/gzip'])(
    'is another where it is not one of MIME: %s',
    (encoding) => {
      expect(textOf(decodeBody(part(encoding, 'Zm9v')).bytes)).toBe('Zm9v')
    },
  )

  it.each([undefined, '', '7bit', '8bit', 'binary', 'BINARY', ' 8Bit '])(
    'leaves the bytes where they are: %j',
    (encoding) => {
      const leaf = part(encoding, 'Zm9v=41\0\xff')
      const { bytes, deviations } = decodeBody(leaf)
      expect(bytes).toBe(leaf.body)
      expect(isIdentityEncoded(leaf)).toBe(true)
      expect(deviations).toEqual([])
    },
  )

  it.each([
    ['base64', 'Zm9v\r\nYmFy\r\n', 'foobar'],
    ['BASE64', 'MzMzMw==', '3333'],
    [' Quoted-Printable\t', 'a=3D', 'a='],
  ])('is undone: %s', (encoding, body, decoded) => {
    const leaf = part(encoding, body)
    const { bytes, deviations } = decodeBody(leaf)
    expect(textOf(bytes)).toBe(decoded)
    expect(isIdentityEncoded(leaf)).toBe(false)
    expect(textOf(leaf.body)).toBe(body)
    expect(deviations).toEqual([])
  })

  it.each([
    ['base64', 'Zm9v!', 'foo', 4, 'ignored'],
    ['quoted-printable', 'ab=c', 'ab=c', 2, 'kept'],
  ])('%s is malformed', (encoding, body, decoded, deviation, done) => {
    const { bytes, deviations } = decodeBody(part(encoding, body, 100))
    expect(textOf(bytes)).toBe(decoded)
    const message = `The part is not clean ${encoding}; what is not of it is ${done}.`
    const offset = 100 + deviation
    expect(deviations).toEqual([{ code: 'transfer-encoding-malformed', message, offset }])
  })

  it.each(['x-uuencode', 'constructor', ';', 'base64 8bit', `base64;${'x'.repeat(74)}`])(
    'is unknown: %s',
    (encoding) => {
      const leaf = part(encoding, 'Zm9v', 7)
      const { bytes, deviations } = decodeBody(leaf)
      expect(bytes).toBe(leaf.body)
      expect(isIdentityEncoded(leaf)).toBe(true)
      expect(deviations).toMatchObject([{ code: 'transfer-encoding-unknown', offset: 7 }])
      expect(deviations[0]?.message).toContain(encoding.slice(0, 60))
      expect(deviations[0]?.message).toMatch(/ is unknown; the bytes are as sent\.$/)
    },
  )

  it.each([
    'base64;',
    'base64; charset=x',
    '"base64"',
    "'Base64'",
    'base64 (for the picture)',
    '(for the picture) base64',
    'base-64',
    'base_64',
    'BASE 64',
    'base‑64',
    '<base64>',
    '=base64',
    '(for (the) picture) base64',
  ])('is plain from %s', (encoding) => {
    const { bytes, deviations } = decodeBody(part(encoding, 'Zm9v', 7))
    expect(textOf(bytes)).toBe('foo')
    expect(deviations).toMatchObject([{ code: 'transfer-encoding-unknown', offset: 7 }])
    expect(deviations[0]?.message).toContain('read as base64')
  })

  it.each([
    ['quoted_printable', 'a=3D', 'a='],
    ['quotedprintable', 'a=3D', 'a='],
    ['8-bit;', 'Zm9v', 'Zm9v'],
    ['"7bit"', 'Zm9v', 'Zm9v'],
    ['7-bit', 'Zm9v', 'Zm9v'],
    ['(binary) binary', 'Zm9v', 'Zm9v'],
    [`base64;${'x'.repeat(73)}`, 'Zm9v', 'foo'],
  ])('is plain from %s, too', (encoding, body, decoded) => {
    const { bytes, deviations } = decodeBody(part(encoding, body))
    expect(textOf(bytes)).toBe(decoded)
    expect(deviations).toMatchObject([{ code: 'transfer-encoding-unknown' }])
    expect(deviations[0]?.message).toMatch(
      /; read as (?:quoted-printable|[78]bit|binary|base64)\.$/,
    )
  })

  it('is the first that says something', () => {
    const headers = new Map([['content-transfer-encoding', ['', 'base64']]])
    expect(textOf(decodeBody({ ...part(undefined, 'Zm9v'), headers }).bytes)).toBe('foo')
  })

  it.each([
    '\xff\xd8\xff\xe0\0\x10JFIF\0\r\n--\n\xff\xd9',
    '\x89PNG\r\n\x1a\n\0\0',
    '<?',
    '<smil><body>mostly letters</body></smil>',
    '\xef\xbb\xbf\r\n<Envelope>mostly letters</Envelope>',
  ])('is said to be base64 of %j, which is not: kept as sent', (body) => {
    const leaf = part('base64', body, 5)
    const { bytes, deviations } = decodeBody(leaf)
    expect(bytes).toBe(leaf.body)
    expect(deviations).toMatchObject([{ code: 'transfer-encoding-malformed', offset: 5 }])
    expect(deviations[0]?.message).toContain('as sent')
  })

  it('is quoted-printable whatever the body looks like', () => {
    expect(decodeBody(part('quoted-printable', '<a>=3D=zz!</a>'))).toMatchObject({
      bytes: bytesOf('<a>==zz!</a>'),
      deviations: [{ code: 'transfer-encoding-malformed' }],
    })
  })

  it('is base64 where half of it is', () => {
    expect(textOf(decodeBody(part('base64', 'Zm9v!!!!')).bytes)).toBe('foo')
    expect(textOf(decodeBody(part('base64', 'Zm9v!!!!!')).bytes)).toBe('Zm9v!!!!!')
    expect(textOf(decodeBody(part('base64', 'Zm9v<!>')).bytes)).toBe('foo')
  })
})
