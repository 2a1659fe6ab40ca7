import { describe, expect, it } from 'vitest'
import { formatHeaderLine, formatHeaderValue } from '../../../src/mime/write/header-value.js'

describe('a parameter', () => {
  it.each([
    ['utf-8', 'p=utf-8'],
    ["!#$%&'*+-.^`{|}~0aZ_", "p=!#$%&'*+-.^`{|}~0aZ_"],
  ])('is a token where it can be (RFC 2045 §5.1): %j', (text, written) => {
    expect(formatHeaderValue('a/b', { p: text })).toBe(`a/b; ${written}`)
  })

  it.each([
    ['', 'p=""'],
    [' ', 'p=" "'],
    ['a b', 'p="a b"'],
    ['text/xml', 'p="text/xml"'],
    ['(a)<b>@c,d;e:f[g]?h=i', 'p="(a)<b>@c,d;e:f[g]?h=i"'],
    ['say "a\\b"', 'p="say \\"a\\\\b\\""'],
  ])('is in quotes where it has what a token has not: %j', (text, written) => {
    expect(formatHeaderValue('a/b', { p: text })).toBe(`a/b; ${written}`)
  })

  it.each([
    ['é', "p*=utf-8''%C3%A9"],
    ['a\tb\x7f', "p*=utf-8''a%09b%7F"],
    ["😀!'()*", "p*=utf-8''%F0%9F%98%80%21%27%28%29%2a"],
    ['=?utf-8?q?a?=', "p*=utf-8''%3D%3Futf-8%3Fq%3Fa%3F%3D"],
  ])('is as RFC 2231 has it where it is no ASCII, or looks like RFC 2047: %j', (text, written) => {
    expect(formatHeaderValue('a/b', { p: text })).toBe(`a/b; ${written}`)
  })

  it('comes after another', () => {
    expect(formatHeaderValue('a/b', {})).toBe('a/b')
    expect(formatHeaderValue('a/b', { x: '1', y: 'é' })).toBe("a/b; x=1; y*=utf-8''%C3%A9")
  })

  it('cannot hold half a character', () => {
    expect(() => formatHeaderValue('a/b', { name: 'a\ud83d' })).toThrow(
      new TypeError('The parameter name cannot hold "a\\ud83d": half a character.'),
    )
  })
})

describe('a header line', () => {
  it.each([
    ['content-type', 'Content-Type'],
    ['content-transfer-encoding', 'Content-Transfer-Encoding'],
    ['content-id', 'Content-ID'],
    ['message-id', 'Message-ID'],
    ['mime-version', 'MIME-Version'],
    ['x-3gpp-a', 'X-3gpp-A'],
    ['date', 'Date'],
    ['constructor', 'Constructor'],
  ])('has the name %j as it is usually spelt', (name, spelling) => {
    expect(formatHeaderLine(name, 'a\tb €')).toBe(`${spelling}: a\tb €`)
  })

  it.each(['a\r\nBcc: b', 'a\nb', '\0', '\x0b', '\x1f', '\x7f', '\ud83d', '\udc00a'])(
    'cannot hold what would break it: %j',
    (value) => {
      expect(() => formatHeaderLine('x-a', value)).toThrow(TypeError)
      expect(() => formatHeaderLine('x-a', value)).toThrow(/^The header x-a cannot hold "/)
    },
  )
})
