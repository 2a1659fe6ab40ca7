import { describe, expect, it } from 'vitest'
import { describeUnreadable } from '../../src/mime/unreadable-body.js'
import { bytesOf } from './given.js'

const GZIP = ' It is compressed (gzip): inflate it before.'
const BASE64 =
  " It is base64: decode it before, as with Buffer.from(event.body, 'base64') where an event has isBase64Encoded."

/** What is said after what was found. */
function advice(text: string): string {
  return describeUnreadable('a/b', bytesOf(text)).replace(/^.*? bytes\)\./s, '')
}

const encode = (text: string): string => Buffer.from(text, 'latin1').toString('base64')

describe('a body that cannot be read', () => {
  it('is told by its type and its start', () => {
    expect(describeUnreadable('a/b', bytesOf('hello'))).toBe(
      'The body is neither XML nor a multipart: Content-Type "a/b", it starts with "hello" (5 bytes).',
    )
    expect(describeUnreadable('', bytesOf('b'.repeat(30)))).toBe(
      `The body is neither XML nor a multipart: no Content-Type, it starts with "${'b'.repeat(24)}" (30 bytes).`,
    )
  })

  it.each([
    ['\x1f\x8b\x08', GZIP],
    ['\x1e\x8b\x08', ''],
    ['\x1f\x8c\x08', ''],
    ['\x1f', ''],
  ])('may be compressed: %j', (text, expected) => {
    expect(advice(text)).toBe(expected)
  })

  it.each([
    encode('<?xml version="1.0"?><a/>'),
    encode('<Envelope/>\n'),
    encode('<Envelope/>\n12'),
    ` \r\n${encode('<Envelope/>\n')}`,
    `${encode('<Envelope/>\n')} \r\n`,
    encode('--b\r\nContent-Type: text/xml'),
    encode(' \r\n--b\r\nContent-Type: text/xml'),
    encode('\x1f\x8b\x08 and what is compressed'),
    encode('<Envelope a="\xff\xfe">').replaceAll('/', '_').replaceAll('+', '-'),
    encode(`<a>${'b'.repeat(2000)}</a>`),
    encode(`<a>${'b'.repeat(300)}</a>`).replaceAll(/.{76}/g, '$&\r\n'),
  ])('may be in base64: %.30j', (text) => {
    expect(advice(text)).toBe(BASE64)
  })

  it.each([
    encode('hello, this is a text'),
    encode('a <?xml version="1.0"?><a/>'),
    encode('a--b\r\nContent-Type: text/xml'),
    encode('a \r\n--b\r\nContent-Type: text/xml'),
    `!${encode('<Envelope/>\n')}`,
    `${encode('<Envelope/>\n')}!`,
    `${encode('<Envelope/>\n')}\n!`,
    encode('<a/>'),
    'PG Vu dmV sb3 Bl Lz4 K',
  ])('is not in base64: %.30j', (text) => {
    expect(advice(text)).toBe('')
  })
})
