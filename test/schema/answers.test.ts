import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FAILURE_STATUS } from '../../src/errors.js'
import {
  buildDeliverRsp,
  buildMm7Rsp,
  buildVaspErrorFault,
  Mm7Error,
  SkycoreStatus,
  Status,
} from '../../src/index.js'
import { elementText } from '../../src/testing/arbitraries/texts.js'
import { WARNING_STATUS } from '../../src/warnings.js'
import { NAMESPACES, VERSIONS } from './releases.js'
import { faultsOf } from './validator.js'

/** The operations of the schema, and what is none. */
const OPERATIONS = [
  'DeliverReq',
  'DeliveryReportReq',
  'ReadReplyReq',
  'SubmitReq',
  'CancelReq',
  'RSErrorRsp',
  undefined,
]
const STATUSES = [...Object.values(Status), ...Object.values(SkycoreStatus), { code: 9999 }]
const BY_STATUS = new Map(
  Object.entries({ ...FAILURE_STATUS, ...WARNING_STATUS }).map(([code, status]) => [status, code]),
)
/** A code of an error for each status that errors have. */
const ONE_OF_EACH_STATUS = [...BY_STATUS.values()]
let validated = 0

function expectValid(xml: string, namespace: string): void {
  expect(faultsOf(xml, 'REL-6-MM7-1-4', namespace), xml).toEqual([])
  validated += 1
}

describe.each(NAMESPACES)('in %s', (namespace) => {
  const correlation = { transactionId: '1', mm7Version: '6.8.0', namespace }

  it.each(OPERATIONS)('every answer to %s is valid', (operation) => {
    const to = { ...correlation, ...(operation !== undefined && { operation }) }
    for (const status of STATUSES) {
      const isFault = operation === 'CancelReq' || operation === 'RSErrorRsp'
      const isFailure = status.code >= 2000
      if (!isFault || isFailure) expectValid(buildMm7Rsp(to, status), namespace)
      if (isFailure) expectValid(buildVaspErrorFault(to, status), namespace)
    }
  })

  it('every answer to an error is valid', () => {
    for (const operation of OPERATIONS) {
      for (const code of ONE_OF_EACH_STATUS) {
        const error = new Mm7Error({
          code: code as Mm7Error['code'],
          message: 'm',
          partial: { namespace },
          ...(operation !== undefined && { operation }),
        })
        for (const build of [buildMm7Rsp, buildDeliverRsp, buildVaspErrorFault]) {
          expectValid(build(error), namespace)
        }
      }
    }
  })
})

it('every answer is valid whatever is in it', () => {
  const text = fc.oneof(elementText, fc.string({ unit: 'binary' }))
  const given = fc.record(
    {
      operation: fc.constantFrom('DeliverReq', 'DeliveryReportReq', 'ReadReplyReq', 'SubmitReq'),
      transactionId: text,
      mm7Version: fc.constantFrom(...VERSIONS),
      namespace: fc.constantFrom(...NAMESPACES),
    },
    { requiredKeys: ['operation', 'namespace'] },
  )
  const status = fc.record(
    { code: fc.integer({ min: 1000, max: 9999 }), text, details: text },
    { requiredKeys: ['code'] },
  )
  fc.assert(
    fc.property(given, status, text, (to, chosen, detail) => {
      const more = {
        ...(to.operation === 'DeliverReq' && { serviceCode: detail }),
        ...(to.operation === 'SubmitReq' && { messageId: detail }),
      }
      expectValid(buildMm7Rsp(to, chosen, more), to.namespace)
      if (chosen.code >= 2000) expectValid(buildVaspErrorFault(to, chosen), to.namespace)
    }),
    { numRuns: 100 },
  )
})

it('counts', () => {
  console.log(`Schema: ${validated} answers are valid.`)
  expect(validated).toBeGreaterThan(1000)
})
