import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Part, splitMultipartRelated } from '../../src/index.js'
import { bodies, fields, multipartRequest, parts, type SentPart } from './multiparts.js'

const numRuns = 300
/** Lines, none of them a delimiter; a line end at the end, or a delimiter would not be a line. */
const preamble = fc
  .array(
    fc.constantFrom('This is a multipart message.', '', '--', '----=_Part_1_2', '-- x', 'a: b'),
  )
  .map((lines) => lines.map((line) => `${line}\r\n`).join(''))
const epilogue = fc.oneof(preamble, fc.constantFrom('x', '--', ' '))

function read(sent: readonly SentPart[], spelling?: Parameters<typeof multipartRequest>[1]) {
  return splitMultipartRelated(multipartRequest(sent, spelling)).parts
}

/** What a part holds, wherever in the body. */
function plain(part: Part): unknown {
  const { body, headers, parts: inner, offset: _, ...rest } = part
  return {
    ...rest,
    headers: [...headers].sort(),
    body: Buffer.from(body).toString('latin1'),
    inner: inner.map(plain),
  }
}

describe('of any multipart', () => {
  test('every part comes back byte for byte, with all its fields', () => {
    fc.assert(
      fc.property(parts, (sent) => {
        const got = read(sent).map(({ headers, body }) => ({
          fields: [...headers].map(([name, values]) => [name, ...values]),
          body: Buffer.from(body).toString('latin1'),
        }))
        expect(got).toEqual(
          sent.map((part) => ({
            fields: part.fields.map(([name, value]) => [name.toLowerCase(), value]),
            body: Buffer.from(part.body).toString('latin1'),
          })),
        )
      }),
      { numRuns },
    )
  })

  test('the preamble and the epilogue say nothing', () => {
    fc.assert(
      fc.property(parts, preamble, epilogue, (sent, before, after) => {
        const wrapped = read(sent, { preamble: before, epilogue: after })
        expect(wrapped.map(plain)).toEqual(read(sent).map(plain))
      }),
      { numRuns },
    )
  })

  test('the order of header fields says nothing', () => {
    const shuffled = parts.chain((sent) =>
      fc.tuple(
        fc.constant(sent),
        fc.tuple(
          ...sent.map((part) =>
            fc.shuffledSubarray([...part.fields], { minLength: part.fields.length }),
          ),
        ),
      ),
    )
    fc.assert(
      fc.property(shuffled, ([sent, orders]) => {
        const other = sent.map(({ body }, i) => ({ body, fields: orders[i] ?? [] }))
        expect(read(other).map(plain)).toEqual(read(sent).map(plain))
      }),
      { numRuns },
    )
  })

  test('the case of the names of header fields says nothing', () => {
    fc.assert(
      fc.property(parts, fc.mixedCase(fc.constant('abcdefghijklmnopqrstuvwxyz')), (sent, cases) => {
        const recase = (name: string) =>
          name.replace(/[a-z]/gi, (letter) => cases.charAt(letter.toLowerCase().charCodeAt(0) - 97))
        const other = sent.map((part) => ({
          ...part,
          fields: part.fields.map(([name, value]): [string, string] => [recase(name), value]),
        }))
        expect(read(other).map(plain)).toEqual(read(sent).map(plain))
      }),
      { numRuns },
    )
  })

  test('a part that is added changes no other', () => {
    const one = fc.record({ fields, body: bodies })
    fc.assert(
      fc.property(parts, one, fc.nat(), (sent, added, place) => {
        const at = place % (sent.length + 1)
        const more = read([...sent.slice(0, at), added, ...sent.slice(at)]).map(plain)
        expect(more.filter((_, i) => i !== at)).toEqual(read(sent).map(plain))
      }),
      { numRuns },
    )
  })

  test('a multipart among the parts changes no other', () => {
    fc.assert(
      fc.property(parts, parts, fc.nat(), (sent, inner, place) => {
        const at = place % (sent.length + 1)
        const { headers, body } = multipartRequest(inner, { boundary: 'inner' })
        const type = (headers as Record<string, string>)['content-type'] as string
        const nested: SentPart = { fields: [['Content-Type', type]], body: body as Uint8Array }
        const isFree = inner.every((part) => !Buffer.from(part.body).includes('--inner'))
        fc.pre(isFree)
        const got = read([...sent.slice(0, at), nested, ...sent.slice(at)])
        expect(got.filter((_, i) => i !== at).map(plain)).toEqual(read(sent).map(plain))
        expect(got[at]?.parts.map(plain)).toEqual(read(inner).map(plain))
      }),
      { numRuns },
    )
  })

  test('the boundary says nothing', () => {
    const boundary = fc.stringMatching(/^[\w'()+,\-./:=? ]{0,69}[\w'()+,\-./:=?]$/)
    fc.assert(
      fc.property(parts, boundary, (sent, chosen) => {
        fc.pre(sent.every(({ body }) => !Buffer.from(body).includes(`--${chosen}`)))
        expect(read(sent, { boundary: chosen }).map(plain)).toEqual(read(sent).map(plain))
      }),
      { numRuns },
    )
  })
})
