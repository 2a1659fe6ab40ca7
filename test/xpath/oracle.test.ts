import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ExtensionElement, type Mm7Message, parseMm7Request } from '../../src/index.js'
import type { Entry } from '../../src/mm7/codec.js'
import { tableOf } from '../../src/mm7/operations/index.js'
import {
  buildOptions,
  deliverReq,
  deliveryReportReq,
  readReplyReq,
  submitReq,
} from '../../src/testing/arbitraries/index.js'
import {
  buildDeliverReq,
  buildDeliveryReportReq,
  buildPushedSubmitReq,
  buildReadReplyReq,
} from '../../src/testing/index.js'
import { openEnvelope, XPATHS } from '../../src/xpath/index.js'
import { captureFiles } from '../conformance/capture-files.js'
import { readHttpMessage } from '../support/http-message.js'

/** What reports that an element was not where, or not called as, the schema has it. */
const ELSEWHERE = new Set([
  'element-name',
  'element-misplaced',
  'operation-nested',
  'attribute-qualified',
])
/** What reports that an element is there and says nothing, or nothing that can be read. */
const USELESS = new Set([
  'element-repeated',
  'element-missing',
  'address-empty',
  'value-unknown',
  'value-malformed',
  'href-missing',
  // Also of xsi:nil, which says that the element is none.
  'attribute-unexpected',
])

interface Difference {
  readonly property: string
  readonly xpath: number
  readonly read: number
}

/** How many values the reader has for a row. */
function countRead(message: Mm7Message, { property, row }: Entry): number {
  const value = (message as unknown as Record<string, unknown>)[property]
  if (row.isMany) return (value as readonly unknown[]).length
  if (property !== 'recipients') return value === undefined ? 0 : 1
  const { to, cc, bcc } = value as Record<string, readonly unknown[]>
  return [to, cc, bcc].some((list) => (list?.length ?? 0) > 0) ? 1 : 0
}

/** What the text of a row's element is, and what the message has of it, where that is a plain text. */
function textsOf(message: Mm7Message, { property }: Entry, found: readonly unknown[]): string[][] {
  const value = (message as unknown as Record<string, unknown>)[property]
  const [first] = found as ExtensionElement[]
  if (typeof value !== 'string' || first === undefined) return []
  return [[property, first.text.trim(), value]]
}

/** Evaluates the XPath of every field. @returns where another number of elements is found than was read */
function compare(request: { headers: object; body: Uint8Array }): {
  message: Mm7Message
  differences: Difference[]
  texts: string[][]
  fields: number
} {
  const message = parseMm7Request(request as never)
  const { select } = openEnvelope(request as never)
  const xpaths = XPATHS[message.operation]
  const differences: Difference[] = []
  const texts: string[][] = []
  let fields = 0
  for (const entry of tableOf(message.operation).entries) {
    const { property } = entry
    if (property === 'extensions') continue
    const found = select(xpaths[property] as string)
    const read = countRead(message, entry)
    texts.push(...textsOf(message, entry, found))
    fields += 1
    if (found.length !== read) differences.push({ property, xpath: found.length, read })
  }
  return { message, differences, texts, fields }
}

let fields = 0

describe('on every capture each XPath selects what the reader read', () => {
  for (const { name, bytes, expected } of captureFiles()) {
    if (expected?.message === undefined) continue
    it(name, () => {
      const request = readHttpMessage(bytes)
      const options = expected.options ?? {}
      if (Object.keys(options).length > 0) return
      const { message, differences, texts, fields: count } = compare(request)
      fields += count
      const codes = message.warnings.map(({ code }) => code as string)
      const isElsewhere = codes.some((code) => ELSEWHERE.has(code))
      const isKept = message.extensions.length > 0
      const isUseless = isKept || codes.some((code) => USELESS.has(code))
      for (const { xpath, read, property } of differences) {
        // Found elsewhere by alsoIn and alsoCalled; or there, and without a value.
        expect(
          read > xpath ? isElsewhere : isUseless || isElsewhere,
          `${property} of ${name}`,
        ).toBe(true)
      }
      if (codes.includes('encoded-word') || isElsewhere || isUseless) return
      for (const [property, selected, read] of texts) expect(selected, property).toBe(read)
    })
  }
})

const BUILT = [
  ['DeliverReq', deliverReq(), buildDeliverReq],
  ['DeliveryReportReq', deliveryReportReq(), buildDeliveryReportReq],
  ['ReadReplyReq', readReplyReq(), buildReadReplyReq],
  ['SubmitReq', submitReq(), buildPushedSubmitReq],
] as const

describe('on every generated message each XPath selects what the reader read', () => {
  it.each(BUILT)('%s', (_, messages, build) => {
    const given = fc.tuple(messages as fc.Arbitrary<object>, buildOptions())
    fc.assert(
      fc.property(given, ([message, options]) => {
        const { differences, texts, message: read } = compare(build(message as never, options))
        // REL-5-MM7-1-0 has another name for this element: alsoCalled.
        const isOld = read.namespace.endsWith('/REL-5-MM7-1-0')
        const others = differences.filter(
          ({ property }) => !(isOld && property === 'distributionIndicator'),
        )
        expect(others).toEqual([])
        for (const [property, selected, value] of texts) {
          if (property !== 'subject') expect(selected, property).toBe(value)
        }
      }),
      { numRuns: 60 },
    )
  })
})

it('compares thousands of fields', () => {
  console.log(`XPath: ${fields} fields of captures compared.`)
  expect(fields).toBeGreaterThan(1000)
})
