import { describe, expect, it } from 'vitest'
import type { Part } from '../../src/mime/part.js'
import { decodeBody, isIdentityEncoded } from '../../src/mime/transfer-encoding.js'
import { bytesOf, textOf } from './given.js'

function part(encoding: string | undefined, body: string, offset = 0): Part {
  const headers = new Map<string, string[]>()
  if (encoding !== undefined) headers.set('content-transfer-encoding', [encoding, 'base64'])
  return { headers, mediaType: 'a/b', parameters: {}, body: bytesOf(body), offset, parts: [] }
}

describe('a transfer encoding', () => {
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
    ['base64', 'Zm9v!', 'foo', 4],
    ['quoted-printable', 'ab=c', 'ab=c', 2],
  ])('%s has noise', (encoding, body, decoded, noise) => {
    const { bytes, deviations } = decodeBody(part(encoding, body, 100))
    expect(textOf(bytes)).toBe(decoded)
    expect(deviations).toMatchObject([{ code: 'transfer-encoding-noise', offset: 100 + noise }])
  })

  it.each(['x-uuencode', 'base64;', 'constructor'])('is unknown: %s', (encoding) => {
    const leaf = part(encoding, 'Zm9v', 7)
    const { bytes, deviations } = decodeBody(leaf)
    expect(bytes).toBe(leaf.body)
    expect(isIdentityEncoded(leaf)).toBe(true)
    expect(deviations).toMatchObject([{ code: 'transfer-encoding-unknown', offset: 7 }])
    expect(deviations[0]?.message).toContain(encoding)
  })
})
