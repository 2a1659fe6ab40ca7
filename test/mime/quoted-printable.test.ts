import { describe, expect, it } from 'vitest'
import { decodeQuotedPrintable } from '../../src/mime/quoted-printable.js'
import { bytesOf, textOf } from './given.js'

function decode(text: string): [text: string, deviation: number | undefined] {
  const { bytes, deviation } = decodeQuotedPrintable(bytesOf(text))
  return [textOf(bytes), deviation]
}

describe('decodeQuotedPrintable', () => {
  it.each([
    ['', ''],
    ['abc', 'abc'],
    ['=41=6a=6A=00=FF', 'Ajj\0\xff'],
    ['\xe9\0', '\xe9\0'],
    ['a=3D\r\nb=\r\nc=\nd', 'a=\r\nbcd'],
    ['a=', 'a'],
    ['a= \t', 'a'],
    ['a= \t\r\nb', 'ab'],
    ['=', ''],
    ['a \t\r\nb\t \nc', 'a\r\nb\nc'],
    ['a \t', 'a'],
    [' \t\r\n \n ', '\r\n\n'],
    ['a=20\r\nb=09', 'a \r\nb\t'],
    ['a =\r\nb', 'a b'],
    ['a\rb\r', 'a\rb\r'],
    ['a\r\r\nb', 'a\r\r\nb'],
    ['a b  c', 'a b  c'],
  ])('decodes %j (RFC 2045 §6.7)', (text, decoded) => {
    expect(decode(text)).toEqual([decoded, undefined])
  })

  it.each([
    ['a=b', 'a=b', 1],
    ['=4', '=4', 0],
    ['=G0=0G', '=G0=0G', 0],
    ['==41', '=A', 0],
    ['a= b', 'a= b', 1],
    ['a= b\nc', 'a= b\nc', 1],
    ['a=\rb', 'a=\rb', 1],
    ['a=b\nc', 'a=b\nc', 1],
    ['=41=/0=:0=@0=`0=g0=1/', 'A=/0=:0=@0=`0=g0=1/', 3],
  ])(
    'leaves a "=" alone that starts nothing in %j, and tells of it',
    (text, decoded, deviation) => {
      expect(decode(text)).toEqual([decoded, deviation])
    },
  )

  it('leaves its input as it is', () => {
    const input = bytesOf('=41 \r\n')
    const { bytes } = decodeQuotedPrintable(input)
    bytes.fill(0)
    expect(textOf(input)).toBe('=41 \r\n')
  })
})
