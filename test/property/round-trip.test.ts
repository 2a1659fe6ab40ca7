import assert from 'node:assert/strict'
import fc from 'fast-check'
import { describe, it } from 'vitest'
import { parseDeliverReq } from '../../src/index.js'
import { buildOptions, deliverReq } from '../../src/testing/arbitraries/index.js'
import { buildDeliverReq, toDeliverReq } from '../../src/testing/index.js'

/** More for a long run: `PROPERTY_RUNS=10000`. */
const RUNS = Number(process.env['PROPERTY_RUNS'] ?? 300)

describe('a message that is built and read', () => {
  it('is the message it was, without a warning, however it is packed', () => {
    fc.assert(
      fc.property(deliverReq(), buildOptions(), (message, options) => {
        const request = buildDeliverReq(message, options)
        assert.deepEqual(parseDeliverReq(request, { strict: true }), message)
      }),
      { numRuns: RUNS },
    )
  }, 600_000)

  it('has in its contents the very objects of its attachments', () => {
    fc.assert(
      fc.property(deliverReq(), buildOptions(), (message, options) => {
        const read = parseDeliverReq(buildDeliverReq(message, options))
        const places = (of: typeof read) =>
          of.contents.map(({ attachments }) =>
            attachments.map((one) => of.attachments.indexOf(one)),
          )
        assert.deepEqual(places(read), places(message))
      }),
    )
  })

  it('stands for itself', () => {
    fc.assert(
      fc.property(deliverReq(), (message) => assert.deepEqual(toDeliverReq(message), message)),
    )
  })
})
