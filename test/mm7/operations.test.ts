import { describe, expect, it } from 'vitest'
import { buildMm7Rsp, parseMm7Request } from '../../src/index.js'
import { tableOf } from '../../src/mm7/operations/index.js'
import { writeOperation } from '../../src/mm7/write/write-operation.js'
import { MM7 } from '../../src/soap/namespaces.js'
import { writeXml } from '../../src/soap/write/write-xml.js'
import { openEnvelope, XPATHS } from '../../src/xpath/index.js'
import { readAnswer } from '../support/answer.js'
import { bytesOf, envelope } from './given.js'
import { DELIVER_REQ } from './operations/deliver-req.js'
import { DELIVERY_REPORT_REQ } from './operations/delivery-report-req.js'
import { READ_REPLY_REQ } from './operations/read-reply-req.js'
import { SUBMIT_REQ } from './operations/submit-req.js'

const LITERALS = [DELIVER_REQ, DELIVERY_REPORT_REQ, READ_REPLY_REQ, SUBMIT_REQ]
const PER_ENTRY = { namespace: MM7, prefixes: 'per-entry', prefix: '', lineEnd: undefined } as const

describe.each(LITERALS.map((literal) => [literal.message.operation, literal] as const))(
  '%s',
  (operation, { elements, message }) => {
    const xml = `<${operation} xmlns="${MM7}">${elements}</${operation}>`
    const request = {
      headers: { 'content-type': 'text/xml' },
      body: bytesOf(envelope(xml)),
    }
    const read = parseMm7Request(request)

    it('is read from the literal XML', () => {
      const { warnings, transactionId, namespace, ...rest } = read
      expect(rest).toEqual(message)
      expect([transactionId, namespace]).toEqual(['1', MM7])
      const codes = warnings.map(({ code }) => code)
      // Nothing stands beside it; and DeliverReq's has what 3GPP's schema has once and Liberty's twice.
      const isKnown = new Set<string>(['href-unmatched', 'element-repeated'])
      expect(codes.filter((code) => !isKnown.has(code))).toEqual([])
    })

    it('is written as the literal XML', () => {
      const node = writeOperation(operation, tableOf(operation), message, MM7)
      expect(writeXml(node, PER_ENTRY)).toBe(xml)
    })

    it('has an XPath for each property, which finds something in it', () => {
      const { select } = openEnvelope(request)
      const found = Object.entries(XPATHS[operation]).filter(
        ([, xpath]) => select(xpath).length > 0,
      )
      const names = found.map(([name]) => name)
      // An address is of one kind; what Liberty's schema adds is in DeliverReq's literal alone.
      const isEither = /\.(?:number|rfc2822|shortCode|type)$|^extensions$/
      const wanted = Object.keys(XPATHS[operation]).filter((name) => !isEither.test(name))
      expect(names).toEqual(expect.arrayContaining(wanted))
    })

    it('is answered by its own element', () => {
      expect(readAnswer(buildMm7Rsp(read)).element).toBe(operation.replace(/Req$/, 'Rsp'))
    })
  },
)

it('an XPath reaches the attributes and the elements of a value', () => {
  const within = (prefix: string) =>
    Object.entries(XPATHS.DeliverReq)
      .filter(([name]) => name.startsWith(`${prefix}.`))
      .map(([name, xpath]) => [name.slice(prefix.length + 1), xpath.replace(/^.*DeliverReq\//, '')])
  expect(within('sender')).toEqual([
    ['number', 'mm7:Sender/mm7:Number'],
    ['rfc2822', 'mm7:Sender/mm7:RFC2822Address'],
    ['shortCode', 'mm7:Sender/mm7:ShortCode'],
  ])
  expect(within('recipients')).toEqual([
    ['to', 'mm7:Recipients/mm7:To'],
    ['cc', 'mm7:Recipients/mm7:Cc'],
    ['bcc', 'mm7:Recipients/mm7:Bcc'],
  ])
  expect(within('contents')).toEqual([
    ['href', 'mm7:Content/@href'],
    ['allowAdaptations', 'mm7:Content/@allowAdaptations'],
    ['type', 'mm7:Content/@type'],
  ])
  expect(within('additionalInformation')).toEqual([['href', 'mm7:AdditionalInformation/@href']])
  expect(within('previouslySentBy')).toEqual([
    ['address', 'mm7:Previouslysentby/mm7:UserAgent'],
    ['sequence', 'mm7:Previouslysentby/mm7:UserAgent/@sequence'],
  ])
  expect(within('previouslySentDateAndTime')).toEqual([
    ['timeStamp', 'mm7:Previouslysentdateandtime/mm7:DateTime'],
    ['sequence', 'mm7:Previouslysentdateandtime/mm7:DateTime/@sequence'],
  ])
  expect(within('uaCapabilities')).toEqual([
    ['uaProf', 'mm7:UACapabilities/@UAProf'],
    ['timeStamp', 'mm7:UACapabilities/@TimeStamp'],
  ])
  expect(within('messageExtraData')).toEqual([
    ['key', 'mm7:MessageExtraData/mm7:element/mm7:key'],
    ['value', 'mm7:MessageExtraData/mm7:element/mm7:value'],
  ])
})
