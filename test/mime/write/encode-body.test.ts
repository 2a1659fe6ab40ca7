import { describe, expect, it } from 'vitest'
import { decodeQuotedPrintable } from '../../../src/mime/quoted-printable.js'
import { encodeBody } from '../../../src/mime/write/encode-body.js'
import { bytesOf, textOf } from '../given.js'

const encode = (text: string, encoding = 'quoted-printable', lineEnd = '\r\n') =>
  textOf(encodeBody(bytesOf(text), encoding, lineEnd))

describe('a body', () => {
  it.each(['binary', '8bit', '7bit', '', 'x-unknown'])('goes as it is in %j', (encoding) => {
    const bytes = bytesOf('a=\xff')
    expect(encodeBody(bytes, encoding, '\n')).toBe(bytes)
  })

  it('is encoded in base64, in lines', () => {
    expect(encode('a'.repeat(58), ' BASE64 ', '\n')).toBe(`${'YWFh'.repeat(19)}\nYQ==`)
    expect(encode('', 'base64')).toBe('')
  })

  it.each([
    ['', ''],
    ['abc!~', 'abc!~'],
    ['a=b', 'a=3Db'],
    ['\x7f\x80\xff\0\x1f', '=7F=80=FF=00=1F'],
    ['a\r\nb', 'a=0D=0Ab'],
    ['a b\tc', 'a b\tc'],
    ['a ', 'a=20'],
    ['a\t', 'a=09'],
    ['a  ', 'a =20'],
  ])('is encoded in quoted-printable: %j', (text, encoded) => {
    expect(encode(text)).toBe(encoded)
    expect(encode(text, ' Quoted-Printable')).toBe(encoded)
  })

  it('has lines of 76 characters at most, none of which a blank ends', () => {
    expect(encode('a'.repeat(75))).toBe('a'.repeat(75))
    expect(encode('a'.repeat(76))).toBe(`${'a'.repeat(75)}=\r\na`)
    expect(encode(`${'a'.repeat(73)}=`)).toBe(`${'a'.repeat(73)}=\r\n=3D`)
    expect(encode(`${'a'.repeat(72)}=`, undefined, '\n')).toBe(`${'a'.repeat(72)}=3D`)
    const [short, long] = ['a'.repeat(71), 'a'.repeat(72)]
    expect(encode(`${short} bbb`)).toBe(`${short} bbb`)
    expect(encode(`${long} bbb`)).toBe(`${long}=20=\r\nbbb`)
    for (let before = 60; before < 90; before++) {
      const text = `${'a'.repeat(before)} \t =${'b'.repeat(80)}`
      const lines = encode(text).split('\r\n')
      for (const line of lines) expect(line).toMatch(/^.{0,75}(?<![ \t])=?$/)
      expect(textOf(decodeQuotedPrintable(bytesOf(lines.join('\r\n'))).bytes)).toBe(text)
    }
  })
})
