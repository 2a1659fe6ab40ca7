import fc from 'fast-check'
import { expect, test } from 'vitest'
import { outcomeOf } from '../fuzz/check.js'
import { corpus } from '../fuzz/corpus.js'
import { mutate } from '../fuzz/mutate.js'
import { Random } from '../fuzz/random.js'

const captures = corpus()
const damaged = fc.nat().map((seed) => mutate(captures, new Random(seed)))
const messages = fc.oneof(fc.constantFrom(...captures), damaged)

test('strict refuses a message if and only if it has warnings, with the code of the first, and has read as much', () => {
  fc.assert(
    fc.property(messages, (message) => {
      const tolerant = outcomeOf(message)
      const strict = outcomeOf(message, { strict: true })
      expect(strict.message).toEqual(tolerant.message)
      const { warnings = [] } = tolerant.message
      expect(strict.error?.code).toBe(tolerant.error?.code ?? warnings[0]?.code)
      if (tolerant.error === undefined) expect(strict.error?.offset).toBe(warnings[0]?.offset)
    }),
    { numRuns: 500 },
  )
})

test('an error always has all that could be read: what it echoes is in its partial', () => {
  fc.assert(
    fc.property(messages, (message) => {
      const { error, message: partial } = outcomeOf(message, { strict: true })
      if (error === undefined) return
      const { transactionId, mm7Version, namespace } = error
      expect({ transactionId, mm7Version, namespace }).toEqual({
        transactionId: partial.transactionId,
        mm7Version: partial.mm7Version,
        namespace: partial.namespace,
      })
      // A report has no room for attachments.
      const isReport = /^(?:DeliveryReport|ReadReply)Req$/.test(partial.operation ?? '')
      if (!isReport) expect(partial.attachments).toBeInstanceOf(Array)
      expect(partial.warnings).toBeInstanceOf(Array)
    }),
    { numRuns: 300 },
  )
})
