import fc from 'fast-check'
import { describe, test } from 'vitest'
import { check } from '../fuzz/check.js'
import { DICTIONARY } from '../fuzz/dictionary.js'

const bytes = fc.uint8Array({ maxLength: 400 })
const soup = fc
  .array(fc.oneof(fc.constantFrom(...DICTIONARY), fc.uint8Array({ maxLength: 8 })), {
    maxLength: 30,
  })
  .map((pieces) => Uint8Array.from(Buffer.concat(pieces)))
const contentType = fc.constantFrom(
  'multipart/related; boundary=b',
  'multipart/related',
  'multipart/mixed; boundary="-"',
  'text/xml',
  'application/soap+xml; charset=utf-16',
  'text/xml; charset=shift_jis',
  'image/jpeg',
  '',
)
/** What a header can be: of Latin-1, without line ends. */
const headerText = fc.string({
  unit: fc.integer({ min: 32, max: 255 }).map((code) => String.fromCharCode(code)),
})
const PREFIXES = ['', '--b\r\n', '--b\r\n\r\n<a>', '<a>', '<?xml version="1.0"?><a>']
const prefix = fc.constantFrom(...PREFIXES.map((text) => Buffer.from(text)))

const numRuns = 400

describe('nothing but a message or an Mm7Error comes of', () => {
  test.each([
    ['any bytes', bytes],
    ['any row of what means something to a parser', soup],
  ])('%s', (_, arbitrary: fc.Arbitrary<Uint8Array>) => {
    const any = fc.tuple(contentType, prefix, arbitrary)
    fc.assert(
      fc.property(any, ([type, start, rest]) => {
        check({
          headers: [['Content-Type', type]],
          body: Uint8Array.from(Buffer.concat([start, rest])),
        })
      }),
      { numRuns },
    )
  })

  test('any headers', () => {
    const body = Uint8Array.from(Buffer.from('--b\r\n\r\n<a/>\r\n--b--'))
    const name = fc.oneof(
      fc.constantFrom('content-type', '__proto__', 'X-Skycore-Carrier-Id'),
      fc.string(),
    )
    const pairs = fc.array(fc.tuple(name, headerText), { maxLength: 5 })
    fc.assert(
      fc.property(pairs, (headers) => {
        check({ headers, body })
      }),
      { numRuns },
    )
  })

  test('any parameters of a Content-Type', () => {
    const start = fc.constantFrom(
      'multipart/related; boundary=b',
      'multipart/related; start',
      'text/xml',
    )
    const piece = fc.oneof(
      fc.constantFrom(';', '=', '"', '\\', "*0*=utf-8''%", 'boundary', ' ', '<', '='),
      headerText,
    )
    const text = fc.tuple(start, fc.array(piece)).map(([type, pieces]) => type + pieces.join(''))
    fc.assert(
      fc.property(text, (value) => {
        check({
          headers: [['Content-Type', value]],
          body: Uint8Array.from(
            Buffer.from(`--b\r\nContent-Type: ${value}\r\n\r\n<a/>\r\n--b--`, 'latin1'),
          ),
        })
      }),
      { numRuns },
    )
  })
})
