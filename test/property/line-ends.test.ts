import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type DeliverReq, parseDeliverReq } from '../../src/index.js'
import { multipartRequest, type SentPart } from './multiparts.js'

const ENVELOPE = (subject: string) => `<?xml version="1.0"?>
<e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/"
  xmlns="http://www.3gpp.org/ftp/Specs/archive/23_series/23.140/schema/REL-6-MM7-1-4">
<e:Header><TransactionID>1</TransactionID></e:Header>
<e:Body><DeliverReq><MM7Version>6.8.0</MM7Version>
<Sender><Number>1</Number></Sender>
<Subject>${subject}</Subject>
<Content href="cid:text"/></DeliverReq></e:Body></e:Envelope>`

const line = fc.stringMatching(/^[ -~]{0,30}$/).filter((text) => !text.startsWith('--'))
const lines = fc.array(line, { maxLength: 6 })

/** The message with all its lines ended alike; its attachment a text of these lines. */
function read(text: readonly string[], subject: string, lineEnd: string): DeliverReq {
  const type = 'text/plain; charset=us-ascii'
  const part = (fields: SentPart['fields'], body: string): SentPart => ({
    fields,
    body: Buffer.from(body.replaceAll('\n', lineEnd)),
  })
  const parts = [
    part([['Content-Type', 'text/xml']], ENVELOPE(subject)),
    part(
      [
        ['Content-Type', `${type};${lineEnd} name="a b"`],
        ['Content-ID', '<text>'],
      ],
      text.join('\n'),
    ),
  ]
  return parseDeliverReq(multipartRequest(parts, { lineEnd }))
}

test('a text message with CRLF and the same with LF are the same message, but for the text itself', () => {
  const word = fc.stringMatching(/^[a-z]{1,9}$/)
  fc.assert(
    fc.property(lines, word, (text, subject) => {
      const { attachments: one, contents: ones, ...crlf } = read(text, subject, '\r\n')
      const { attachments: other, contents: others, ...lf } = read(text, subject, '\n')
      expect(lf).toEqual(crlf)
      expect(lf.warnings).toEqual([])
      const shapes = (all: DeliverReq['attachments']) => all.map(({ bytes, ...rest }) => rest)
      expect(shapes(other)).toEqual(shapes(one))
      expect(others.length).toBe(ones.length)
      const texts = [one, other].map((all) => Buffer.from(all[0]?.bytes ?? []).toString())
      // Bytes are never touched: whoever shows the text takes either line end.
      expect(texts).toEqual([text.join('\r\n'), text.join('\n')])
    }),
    { numRuns: 200 },
  )
})
