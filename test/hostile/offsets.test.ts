import { expect, test } from 'vitest'
import { type Mm7Error, parseDeliverReq } from '../../src/index.js'

test('half a character at the end of UTF-16 is not a place beyond the body', () => {
  const text = Buffer.from('\ufeff<Envelope><Header>', 'utf16le')
  const body = Uint8Array.from([...text, 0x3c])
  try {
    parseDeliverReq({ headers: { 'content-type': 'text/xml' }, body })
    expect.unreachable()
  } catch (error) {
    expect((error as Mm7Error).code).toBe('xml-malformed')
    expect((error as Mm7Error).offset).toBe(body.length)
  }
})
