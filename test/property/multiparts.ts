import fc from 'fast-check'
import type { Mm7Request } from '../../src/index.js'

/** A part as it is to be sent. */
export interface SentPart {
  readonly fields: readonly (readonly [name: string, value: string])[]
  readonly body: Uint8Array
}

/** How a multipart is written. */
export interface Spelling {
  readonly boundary?: string
  readonly lineEnd?: string
  readonly preamble?: string
  readonly epilogue?: string
}

const BOUNDARY = '----=_Part_1_2.3'

/** @returns the bytes of a multipart with these parts (RFC 2046 §5.1.1). */
export function writeMultipart(parts: readonly SentPart[], spelling: Spelling = {}): Buffer {
  const { boundary = BOUNDARY, lineEnd = '\r\n', preamble = '', epilogue = '' } = spelling
  const pieces: Uint8Array[] = [Buffer.from(preamble, 'latin1')]
  for (const { fields, body } of parts) {
    const lines = fields.map(([name, value]) => `${name}: ${value}${lineEnd}`).join('')
    pieces.push(Buffer.from(`--${boundary}${lineEnd}${lines}${lineEnd}`), body)
    pieces.push(Buffer.from(lineEnd))
  }
  pieces.push(Buffer.from(`--${boundary}--${epilogue === '' ? '' : lineEnd}${epilogue}`, 'latin1'))
  return Buffer.concat(pieces)
}

/** @returns a request with these parts. */
export function multipartRequest(parts: readonly SentPart[], spelling: Spelling = {}): Mm7Request {
  const { boundary = BOUNDARY } = spelling
  return {
    headers: { 'content-type': `multipart/related; type="text/xml"; boundary="${boundary}"` },
    body: writeMultipart(parts, spelling),
  }
}

/** What looks like the structure around it. */
const LOOK_ALIKES = ['\r\n--', '--', '\n', '\r', '\r\n\r\n', '-', 'Content-ID: <x>\r\n', '\0', ' ']

/** Bytes of any kind, but for a line that starts as a delimiter of {@link writeMultipart} does. */
export const bodies: fc.Arbitrary<Uint8Array> = fc
  .array(
    fc.oneof(
      fc.uint8Array({ maxLength: 40 }),
      fc.constantFrom(...LOOK_ALIKES).map((text) => Uint8Array.from(Buffer.from(text))),
    ),
    { maxLength: 12 },
  )
  .map((pieces) => Uint8Array.from(Buffer.concat(pieces)))
  .filter((bytes) => !Buffer.from(bytes).toString('latin1').includes(`--${BOUNDARY}`))

const words = fc.stringMatching(/^[A-Za-z0-9]{1,12}$/)

/** Fields as parts have them, and others; each name once. */
export const fields: fc.Arbitrary<[name: string, value: string][]> = fc.uniqueArray(
  fc.oneof(
    fc.tuple(
      fc.constant('Content-Type'),
      fc.constantFrom('image/jpeg', 'text/plain; charset=utf-8', 'application/smil; name="a.smil"'),
    ),
    fc.tuple(
      fc.constant('Content-ID'),
      words.map((word) => `<${word}>`),
    ),
    fc.tuple(fc.constant('Content-Location'), words),
    fc.tuple(fc.constant('Content-Transfer-Encoding'), fc.constantFrom('8bit', 'binary', '7bit')),
    fc.tuple(
      words.map((word) => `X-${word}`),
      fc.stringMatching(/^[!-~]([ -~]{0,40}[!-~])?$/),
    ),
  ),
  { selector: ([name]) => name.toLowerCase(), minLength: 1, maxLength: 5 },
)

export const parts: fc.Arbitrary<SentPart[]> = fc.array(fc.record({ fields, body: bodies }), {
  minLength: 1,
  maxLength: 6,
})
