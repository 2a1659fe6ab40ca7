import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Mm7Error, parseDeliverReq } from '../../src/index.js'
import {
  buildOptions,
  damaged,
  damagedRequests,
  deliverReq,
} from '../../src/testing/arbitraries/index.js'
import { buildDeliverReq } from '../../src/testing/index.js'

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
    expect(seen.size).toBe(29)
  })
})

describe('requests', () => {
  it('can be posted with fetch', async () => {
    const requests = fc
      .tuple(deliverReq(), buildOptions())
      .map(([message, options]) => buildDeliverReq(message, options))
    await fc.assert(
      fc.asyncProperty(fc.oneof(requests, damagedRequests()), async (built) => {
        const posted = new Request('http://localhost/mm7', { method: 'POST', ...built })
        for (const [name, value] of Object.entries(built.headers)) {
          expect(posted.headers.get(name)).toBe(value)
        }
        expect(Buffer.from(await posted.arrayBuffer()).equals(built.body)).toBe(true)
      }),
    )
  }, 60_000)

  it('have any visible ASCII for a carrier id', () => {
    const seen = new Set<string>()
    for (const { carrierId } of fc.sample(deliverReq(), { numRuns: 2000, seed: 1 })) {
      for (const character of carrierId ?? '') seen.add(character)
    }
    expect([...seen].sort().join('')).toBe(
      Array.from({ length: 0x7e - 0x20 }, (_, i) => String.fromCharCode(0x21 + i)).join(''),
    )
  })
})
