import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Mm7Request, parseDeliverReq } from '../../src/index.js'
import { outcomeOf } from '../fuzz/check.js'
import { corpus } from '../fuzz/corpus.js'
import { mutate } from '../fuzz/mutate.js'
import { Random } from '../fuzz/random.js'

const captures = corpus()
const damaged = fc.nat().map((seed) => mutate(captures, new Random(seed)))
const numRuns = 200

function read(request: Mm7Request): unknown {
  return outcomeOf(request as Parameters<typeof outcomeOf>[0])
}

describe('the input', () => {
  test('is never changed, and may be frozen', () => {
    fc.assert(
      fc.property(damaged, ({ headers, body }) => {
        const sealed = Object.preventExtensions(Uint8Array.from(body))
        const object = Object.freeze(Object.fromEntries(headers))
        const first = read(Object.freeze({ headers: object, body: sealed }))
        expect(Buffer.compare(sealed, body)).toBe(0)
        expect(read({ headers: object, body })).toEqual(first)
      }),
      { numRuns },
    )
  })

  test('reads the same as a Uint8Array, a Buffer, an ArrayBuffer and a view at any offset', () => {
    fc.assert(
      fc.property(damaged, fc.integer({ min: 1, max: 9 }), ({ headers, body }, offset) => {
        const memory = new Uint8Array(body.length + 2 * offset).fill(0x2d)
        memory.set(body, offset)
        const expected = read({ headers, body })
        const view = memory.subarray(offset, offset + body.length)
        for (const other of [Buffer.from(body), Uint8Array.from(body).buffer, view]) {
          expect(read({ headers, body: other })).toEqual(expected)
        }
      }),
      { numRuns },
    )
  })

  test('reads the same whatever the headers come in, and whatever the case of their names', () => {
    fc.assert(
      fc.property(damaged, ({ headers, body }) => {
        const names = new Set(headers.map(([name]) => name.toLowerCase()))
        fc.pre(names.size === headers.length)
        const expected = read({ headers, body })
        const upper = headers.map(([name, value]): [string, string] => [name.toUpperCase(), value])
        for (const other of [
          upper,
          new Map(upper),
          Object.fromEntries(upper),
          new Headers(upper),
        ]) {
          expect(read({ headers: other, body })).toEqual(expected)
        }
      }),
      { numRuns },
    )
  })
})

describe('a name that every object has', () => {
  const NAMES = [
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    'valueOf',
    '__defineGetter__',
  ]
  const name = fc.constantFrom(...NAMES)

  test('is data wherever a sender puts it', () => {
    fc.assert(
      fc.property(fc.array(name, { minLength: 1, maxLength: 5 }), (names) => {
        const attributes = [...new Set(names)].map((one) => `${one}="v"`).join(' ')
        const elements = names.map((one) => `<${one} ${attributes}>t</${one}>`).join('')
        const xml = `<e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/" xmlns="http://www.3gpp.org/ftp/Specs/archive/23_series/23.140/schema/REL-6-MM7-1-4"><e:Header><TransactionID>1</TransactionID></e:Header><e:Body><DeliverReq><MM7Version>6.8.0</MM7Version><Sender><Number>1</Number></Sender>${elements}<Recipients>${elements}</Recipients></DeliverReq></e:Body></e:Envelope>`
        const fields = names.map((one) => `${one}: v\r\n`).join('')
        const parameters = names.map((one) => `; ${one}=v`).join('')
        const message = parseDeliverReq({
          headers: [
            ...names.map((one): [string, string] => [one, 'v']),
            ['Content-Type', `multipart/related; type="text/xml"; boundary=b${parameters}`],
          ],
          body: Buffer.from(
            `--b\r\nContent-Type: text/xml\r\n\r\n${xml}\r\n--b\r\nContent-Type: a/b${parameters}\r\n${fields}\r\nx\r\n--b--`,
          ),
        })
        expect(message.extensions.map((one) => one.name)).toEqual([...names, ...names])
        for (const { attributes: kept } of message.extensions) {
          expect(Object.getPrototypeOf(kept)).toBe(null)
          expect(Object.keys(kept)).toEqual([...new Set(names)])
        }
        const [attachment] = message.attachments
        expect([...(attachment?.headers.keys() ?? [])]).toEqual([
          'content-type',
          ...new Set(names.map((one) => one.toLowerCase())),
        ])
        expect(Object.keys(attachment?.parameters ?? {})).toEqual([
          ...new Set(names.map((one) => one.toLowerCase())),
        ])
        expect(Object.keys(Object.prototype)).toEqual([])
      }),
      { numRuns },
    )
  })
})
