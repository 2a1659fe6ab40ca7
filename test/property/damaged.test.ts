import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Attachment, attachmentText } from '../../src/index.js'
import { check, outcomeOf } from '../fuzz/check.js'
import { corpus, type FuzzMessage } from '../fuzz/corpus.js'
import { mutate } from '../fuzz/mutate.js'
import { Random } from '../fuzz/random.js'

const captures = corpus()
const capture = fc.constantFrom(...captures)
const numRuns = 150

/** A body with a run chosen in it. */
const withRun = fc
  .tuple(capture, fc.nat(), fc.nat())
  .map(([message, a, b]): [FuzzMessage, number, number] => {
    const { length } = message.body
    const start = a % (length + 1)
    return [message, start, start + (b % (length - start + 1))]
  })

function withBody(message: FuzzMessage, ...pieces: readonly Uint8Array[]): FuzzMessage {
  return { ...message, body: Uint8Array.from(Buffer.concat(pieces)) }
}

/** `check` also sees that each attachment is a run of the input or the decoding of one. */
describe('a message or an Mm7Error, and no attachment that did not arrive, comes of a capture', () => {
  test('that is cut short', () => {
    fc.assert(
      fc.property(withRun, ([message, at]) => {
        check(withBody(message, message.body.subarray(0, at)))
      }),
      { numRuns },
    )
  })

  test('of which a run is missing', () => {
    fc.assert(
      fc.property(withRun, ([message, start, end]) => {
        check(withBody(message, message.body.subarray(0, start), message.body.subarray(end)))
      }),
      { numRuns },
    )
  })

  test('of which a bit is flipped', () => {
    fc.assert(
      fc.property(withRun, fc.nat(7), ([message, at], bit) => {
        const body = Uint8Array.from(message.body)
        body.set([(body[at] ?? 0) ^ (1 << bit)].slice(0, body.length - at), at)
        check({ ...message, body })
      }),
      { numRuns },
    )
  })

  test('of which a run is repeated', () => {
    fc.assert(
      fc.property(withRun, fc.integer({ min: 2, max: 20 }), ([message, start, end], times) => {
        const run = message.body.subarray(start, end)
        const repeated = Array<Uint8Array>(times).fill(run)
        check(
          withBody(
            message,
            message.body.subarray(0, start),
            ...repeated,
            message.body.subarray(end),
          ),
        )
      }),
      { numRuns },
    )
  })

  test('that is spliced with another', () => {
    fc.assert(
      fc.property(withRun, withRun, ([message, at], [other, from]) => {
        check(withBody(message, message.body.subarray(0, at), other.body.subarray(from)))
      }),
      { numRuns },
    )
  })

  test('that is damaged in several ways, and its headers too', () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        check(mutate(captures, new Random(seed)))
      }),
      { numRuns: 400 },
    )
  })
})

test('a text cut anywhere is still text: attachmentText never throws', () => {
  const charset = fc.constantFrom('utf-8', 'utf-16', 'gbk', 'shift_jis', 'iso-2022-jp', 'none', '')
  fc.assert(
    fc.property(charset, fc.uint8Array(), (name, bytes) => {
      const attachment = { bytes, parameters: { charset: name } } as unknown as Attachment
      expect(attachmentText(attachment)).toBeTypeOf('string')
    }),
    { numRuns: 300 },
  )
})

test('what was read before does not change what is read: every message reads the same again', () => {
  const pair = fc.tuple(fc.nat(), fc.nat())
  fc.assert(
    fc.property(pair, ([a, b]) => {
      const first = mutate(captures, new Random(a))
      const once = outcomeOf(first)
      outcomeOf(mutate(captures, new Random(b)))
      expect(outcomeOf(first)).toEqual(once)
    }),
    { numRuns },
  )
})
