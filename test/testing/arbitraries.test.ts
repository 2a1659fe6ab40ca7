import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Mm7Error, parseDeliverReq } from '../../src/index.js'
import { damaged, damagedRequests, deliverReq } from '../../src/testing/arbitraries/index.js'

describe('damaged requests', () => {
  it('are read or refused, and nothing else happens', () => {
    const outcomes = { read: 0, refused: 0 }
    fc.assert(
      fc.property(damagedRequests(), (request) => {
        try {
          parseDeliverReq(request)
          outcomes.read += 1
        } catch (error) {
          expect(error).toBeInstanceOf(Mm7Error)
          outcomes.refused += 1
        }
      }),
      { numRuns: 300 },
    )
    expect(outcomes.read).toBeGreaterThan(0)
    expect(outcomes.refused).toBeGreaterThan(0)
  }, 60_000)

  it('leave what they are made of as it is', () => {
    const bytes = Uint8Array.from({ length: 50 }, (_, i) => i)
    fc.assert(fc.property(damaged(bytes), (other) => other !== bytes))
    expect([...bytes]).toEqual(Array.from({ length: 50 }, (_, i) => i))
  })

  it('can be made of nothing', () => {
    fc.assert(
      fc.property(damaged(new Uint8Array(0)), (other) => other.every((byte) => byte <= 255)),
    )
  })
})

describe('messages', () => {
  it('have every field now and then', () => {
    const seen = new Set<string>()
    for (const message of fc.sample(deliverReq(), { numRuns: 100, seed: 1 })) {
      for (const name of Object.keys(message)) seen.add(name)
    }
    expect(seen.size).toBe(28)
  })
})
