import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { splitMultipartRelated } from '../../src/index.js'
import { decodeBody } from '../../src/mime/transfer-encoding.js'
import {
  buildOptions,
  deliverReq,
  deliveryReportReq,
  readReplyReq,
  submitReq,
} from '../../src/testing/arbitraries/index.js'
import {
  type BuiltRequest,
  buildDeliverReq,
  buildDeliveryReportReq,
  buildPushedSubmitReq,
  buildReadReplyReq,
} from '../../src/testing/index.js'
import { NAMESPACES } from './releases.js'
import { faultsOf } from './validator.js'

const ATTACHMENTS = { attachments: [{ text: 'a' }, { text: 'b' }] }
let validated = 0

/** The envelope of a request, whatever is around it. */
function envelopeIn({ headers, body }: BuiltRequest): string {
  const isBare = headers['content-type']?.startsWith('text/xml')
  const bytes = isBare ? body : decodeBody(splitMultipartRelated({ headers, body }).root).bytes
  return Buffer.from(bytes).toString()
}

const DEFAULTS = [
  ['DeliverReq', (namespace: string) => buildDeliverReq({ namespace, ...ATTACHMENTS })],
  ['DeliverReq alone', (namespace: string) => buildDeliverReq({ namespace })],
  ['DeliveryReportReq', (namespace: string) => buildDeliveryReportReq({ namespace })],
  ['ReadReplyReq', (namespace: string) => buildReadReplyReq({ namespace })],
  ['SubmitReq', (namespace: string) => buildPushedSubmitReq({ namespace, ...ATTACHMENTS })],
  ['SubmitReq alone', (namespace: string) => buildPushedSubmitReq({ namespace })],
] as const

describe("what the testing kit builds by default is valid by 3GPP's schema", () => {
  it.each(DEFAULTS)('%s, in the namespace of every release', (_, build) => {
    for (const namespace of NAMESPACES) {
      const xml = envelopeIn(build(namespace))
      expect(faultsOf(xml, 'REL-6-MM7-1-4', namespace), xml).toEqual([])
      validated += 1
    }
  })
})

const ARBITRARIES = [
  ['DeliverReq', deliverReq(), buildDeliverReq],
  ['DeliveryReportReq', deliveryReportReq(), buildDeliveryReportReq],
  ['ReadReplyReq', readReplyReq(), buildReadReplyReq],
  ['SubmitReq', submitReq(), buildPushedSubmitReq],
] as const

describe("every message of the arbitraries is valid, with what Liberty's schema adds", () => {
  it.each(ARBITRARIES)('%s', (_, messages, build) => {
    const built = fc.tuple(messages as fc.Arbitrary<object>, buildOptions())
    fc.assert(
      fc.property(built, ([message, options]) => {
        const { namespace, mmStatus } = message as {
          namespace: string
          mmStatus?: { text: string }
        }
        // Skycore's own words for a status are in no schema.
        fc.pre(!['Unreachable', 'NotSupported'].includes(mmStatus?.text ?? ''))
        // The schema is REL-6's, whatever the namespace: REL-5-MM7-1-0 had another name for one element.
        const xml = envelopeIn(build(message as never, options)).replace(
          /(?<=<\/?(?:\w+:)?)DistributionProtection/g,
          'DistributionIndicator',
        )
        expect(faultsOf(xml, 'ID-MM7', namespace), xml).toEqual([])
        validated += 1
      }),
      { numRuns: 60 },
    )
  })

  it('counts', () => {
    console.log(`Schema: ${validated} built messages are valid.`)
    expect(validated).toBeGreaterThan(200)
  })
})
