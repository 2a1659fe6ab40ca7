import { describe, expect, it } from 'vitest'
import {
  DEFAULT_LIMITS,
  type Limits,
  Mm7Error,
  type Mm7Request,
  parseDeliverReq,
} from '../../src/index.js'
import { deliverReq, each, related } from './dimensions/message.js'
import { CODES } from './limit-codes.js'
import { leastTime } from './measure.js'
import { RAISED } from './raised-limits.js'

type Name = keyof Limits

const FIRST = '--b\r\nContent-ID: <first>\r\n\r\nfirst\r\n'
/** Elements of an envelope without more: Envelope to DeliverReq, MM7Version, Sender and its Number. */
const ELEMENTS = 8
const DEPTH = 3
/** Those of an envelope without more: two declarations. */
const ATTRIBUTES = 2
/** Of the part that holds the envelope, as `related` makes it. */
const ROOT_HEADERS = 'Content-Type: text/xml\r\nContent-ID: <s>\r\n\r\n'
/** Bytes of a part's headers, where many have them. */
const PER_PART = 10_000

function withXml(children: string): Mm7Request {
  return related(FIRST.trim(), deliverReq(children))
}

function padded(make: (padding: string) => string, size: number): string {
  return make('x'.repeat(size - make('').length))
}

function lengthOf({ body }: Mm7Request): number {
  return body.byteLength
}

/** For each limit a message that has exactly `n` of what it limits, and an attachment before. */
const MESSAGES: Readonly<Record<Name, (n: number) => Mm7Request>> = {
  bodyBytes: (n) => {
    const make = (padding: string) => related(`${FIRST}--b\r\n\r\n${padding}`)
    return make('x'.repeat(n - lengthOf(make(''))))
  },
  soapBytes: (n) =>
    related(
      FIRST.trim(),
      padded((text) => deliverReq(`<Subject>${text}</Subject>`), n),
    ),
  parts: (n) => related(FIRST + each(n - 2, () => '--b\r\n\r\nx\r\n')),
  partDepth: (n) =>
    related(
      FIRST +
        each(
          n - 1,
          (i) => `--b${i || ''}\r\nContent-Type: multipart/mixed; boundary=b${i + 1}\r\n\r\n`,
        ) +
        `--b${n - 1 || ''}\r\n\r\nx`,
    ),
  headerBytes: (n) => related(`${FIRST}--b\r\n${padded((text) => `X-A: ${text}\r\n`, n)}\r\nx`),
  allHeaderBytes: (n) => {
    const empty = 'X-A: \r\n\r\n'.length
    const own = ROOT_HEADERS.length + 'Content-ID: <first>\r\n\r\n'.length
    const count = Math.ceil((n - own) / PER_PART)
    const lengths = Array.from({ length: count }, (_, i) =>
      Math.min(PER_PART, n - own - i * PER_PART),
    )
    const parts = lengths.map((length) => `--b\r\nX-A: ${'x'.repeat(length - empty)}\r\n\r\nx`)
    return related(FIRST + parts.join('\r\n'))
  },
  headers: (n) => related(`${FIRST}--b\r\n${each(n, (i) => `X-${i}: a\r\n`)}\r\nx`),
  parameters: (n) =>
    related(`${FIRST}--b\r\nContent-Type: a/b${each(n, (i) => `; p${i}=v`)}\r\n\r\nx`),
  xmlDepth: (n) => withXml('<a>'.repeat(n - DEPTH) + '</a>'.repeat(n - DEPTH)),
  xmlElements: (n) => withXml('<a/>'.repeat(n - ELEMENTS)),
  xmlAttributes: (n) => withXml(`<a${each(n, (i) => ` a${i}="v"`)}/>`),
  allXmlAttributes: (n) => {
    const [rest, full] = [(n - ATTRIBUTES) % 50, Math.floor((n - ATTRIBUTES) / 50)]
    const tag = (count: number): string => `<a${each(count, (i) => ` a${i}=""`)}/>`
    return withXml(tag(50).repeat(full) + tag(rest))
  },
}

const LIMITS = Object.entries(DEFAULT_LIMITS) as [Name, number][]

function errorOf(request: Mm7Request, limits?: Partial<Limits>): Mm7Error | undefined {
  try {
    parseDeliverReq(request, limits && { limits })
    return undefined
  } catch (error) {
    if (error instanceof Mm7Error) return error
    throw error
  }
}

describe.each(LIMITS)('the limit %s', (name, byDefault) => {
  const make = MESSAGES[name]

  it('lets as much through as it says, and no more', () => {
    expect(errorOf(make(byDefault))).toBe(undefined)
    expect(errorOf(make(byDefault + 1))?.code).toBe(CODES[name])
  })

  it('acts where it is set to, be it higher or lower', () => {
    const lower = name.endsWith('Bytes') ? byDefault - 1000 : byDefault - 1
    expect(errorOf(make(lower), { [name]: lower })).toBe(undefined)
    expect(errorOf(make(lower + 1), { [name]: lower })?.code).toBe(CODES[name])
    expect(errorOf(make(byDefault + 1), { [name]: byDefault + 1 })).toBe(undefined)
    expect(errorOf(make(byDefault + 1), { [name]: Number.POSITIVE_INFINITY })).toBe(undefined)
  })

  it('leaves what was read before it acted, and says where it did', () => {
    const request = make(byDefault + 1)
    const error = errorOf(request)
    expect(error?.message).toContain(String(byDefault))
    expect(error?.transactionId).toBe('1')
    const [first] = error?.partial.attachments ?? []
    expect(Buffer.from(first?.bytes ?? []).toString()).toBe('first')
    expect(error?.offset).toBeGreaterThan(0)
    expect(error?.offset).toBeLessThanOrEqual(lengthOf(request))
  })
})

/** What is over the limit is not read: far more of it takes a fraction of what reading it takes. */
describe('acts while reading, not after:', () => {
  // Where parts lie too deep they are still looked through, as one part; bytes are not even that.
  it.each([
    ['soapBytes', 16 * 1024, MESSAGES.xmlElements(40_000)],
    ['parts', 256, MESSAGES.parts(40_000)],
    ['headers', 128, MESSAGES.headers(40_000)],
    ['headerBytes', 16 * 1024, MESSAGES.headers(40_000)],
    ['allHeaderBytes', 64 * 1024, MESSAGES.allHeaderBytes(2_000_000)],
    ['xmlDepth', 64, MESSAGES.xmlDepth(20_000)],
    ['xmlElements', 4096, MESSAGES.xmlElements(40_000)],
    ['xmlAttributes', 64, MESSAGES.xmlAttributes(20_000)],
    ['allXmlAttributes', 1024, MESSAGES.allXmlAttributes(40_000)],
  ] as const)('%s', (name, limit, request) => {
    const limits = { ...RAISED, [name]: limit }
    const ratios = [1, 2, 3, 4].map(
      () => leastTime(request, RAISED, 1) / leastTime(request, limits, 2),
    )
    expect(Math.max(...ratios)).toBeGreaterThan(3)
  })
})
