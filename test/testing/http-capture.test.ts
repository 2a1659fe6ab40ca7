import { describe, expect, it } from 'vitest'
import { readHttpCapture } from '../../src/testing/index.js'

const bytes = (text: string) => new TextEncoder().encode(text)

describe('readHttpCapture', () => {
  it('reads a request', () => {
    const capture = readHttpCapture(
      bytes('POST /mm7?a HTTP/1.1\r\nHost: x\r\nA:b \r\n\r\nbody\r\n'),
    )
    expect(capture).toEqual({
      method: 'POST',
      target: '/mm7?a',
      headers: { host: 'x', a: 'b' },
      body: bytes('body\r\n'),
    })
  })

  it('reads a response', () => {
    const { status, method, body } = readHttpCapture(bytes('HTTP/1.1 200 OK\n\n'))
    expect([status, method, body.length]).toEqual([200, undefined, 0])
  })

  it.each(['\r\n', '\n'])('reads headers without a first line, and line ends %j', (end) => {
    const head = `Content-Type: text/xml${end}Host : x${end}${end}`
    expect(readHttpCapture(bytes(`${head}POST / HTTP/1.1${end}`))).toEqual({
      headers: { 'content-type': 'text/xml', host: 'x' },
      body: bytes(`POST / HTTP/1.1${end}`),
    })
  })

  it('unfolds, joins what is there twice, and takes the first of what may be there once', () => {
    const head = 'POST / HTTP/1.1\nX: a;\n \tb\nX: c\nContent-Type: a/b\nContent-Type: c/d\n\n'
    expect(readHttpCapture(bytes(head)).headers).toEqual({ x: 'a; \tb, c', 'content-type': 'a/b' })
  })

  it('takes no name for something else', () => {
    const { headers } = readHttpCapture(bytes('POST / HTTP/1.1\n__proto__: a\nconstructor: b\n\n'))
    expect(Object.entries(headers)).toEqual([
      ['__proto__', 'a'],
      ['constructor', 'b'],
    ])
  })

  it('reads a character of a header for each byte, as Node does', () => {
    const head = Uint8Array.from([...bytes('GET / HTTP/1.0\nA: '), 0x85, ...bytes('\n\n')])
    expect(readHttpCapture(head).headers).toEqual({ a: '\x85' })
  })

  it.each([
    ['', 'there is nothing in it'],
    ['nonsense', 'it starts with "nonsense"'],
    ['<soap:Envelope/>', 'it starts with "<soap:Envelope/>", not with'],
    ['--urn:b\r\nContent-Type: text/xml\r\n\r\n', 'it starts with "--urn:b", not with'],
    ['Content-Type: text/xml', 'no empty line ends the headers'],
    ['POST / HTTP/1.1\r\nA: b\r\n', 'no empty line ends the headers'],
    ['<?xml version="1.0"?>\n\n', 'it starts with "<?xml'],
    ['POST / HTTP/1.1\nnonsense\n\n', 'the header line "nonsense" is not a field'],
    ['POST / HTTP/1.1\n folded\n\n', 'the header line " folded" is not a field'],
  ])('tells why %j is none', (text, why) => {
    expect(() => readHttpCapture(bytes(text))).toThrow(TypeError)
    expect(() => readHttpCapture(bytes(text))).toThrow(why)
  })

  it.each(['POST / HTTP/1.1\n\n', undefined, {}])('asks for bytes instead of %j', (wrong) => {
    expect(() => readHttpCapture(wrong as never)).toThrow(/^Pass the bytes of a capture/)
  })

  it('gives a view, not a copy', () => {
    const capture = bytes('POST / HTTP/1.1\n\nbody')
    expect(readHttpCapture(capture).body.buffer).toBe(capture.buffer)
  })
})
