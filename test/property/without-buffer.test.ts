import fc from 'fast-check'
import { afterEach, expect, test, vi } from 'vitest'
import * as withBuffer from '../../src/index.js'
import { corpus, type FuzzMessage } from '../fuzz/corpus.js'
import { mutate } from '../fuzz/mutate.js'
import { Random } from '../fuzz/random.js'

afterEach(() => {
  vi.unstubAllGlobals()
})

const captures = corpus()

/** What comes of a message, in values that do not depend on which copy of the library made them. */
function outcome({ parseDeliverReq }: typeof withBuffer, message: FuzzMessage): unknown {
  try {
    return parseDeliverReq(message)
  } catch (error) {
    const { name, code, offset, path, status, partial } = error as withBuffer.Mm7Error
    return { name, code, offset, path, status, partial }
  }
}

test('with Buffer and without it the same is read', async () => {
  vi.resetModules()
  vi.stubGlobal('Buffer', undefined)
  const withoutBuffer = await import('../../src/index.js')
  vi.unstubAllGlobals()
  expect(withoutBuffer.parseDeliverReq).not.toBe(withBuffer.parseDeliverReq)
  // Long enough for what Buffer speeds up.
  const long = 'QUJDREVGR0hJ'.repeat(700).replace(/.{76}/g, '$&\r\n')
  const big: FuzzMessage = {
    headers: [['Content-Type', 'multipart/related; boundary=b']],
    body: new TextEncoder().encode(
      `--b\r\n\r\n<a/>\r\n--b\r\nContent-Transfer-Encoding: base64\r\n\r\n${long}\r\n--b--`,
    ),
  }
  fc.assert(
    fc.property(fc.nat(), (seed) => {
      const message = mutate([...captures, ...Array<FuzzMessage>(20).fill(big)], new Random(seed))
      const expected = outcome(withBuffer, message)
      vi.stubGlobal('Buffer', undefined)
      const actual = outcome(withoutBuffer, message)
      vi.unstubAllGlobals()
      expect(actual).toEqual(expected)
    }),
    { numRuns: 300 },
  )
})
