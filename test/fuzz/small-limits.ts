import type { Limits } from '../../src/index.js'
import type { FuzzMessage } from './corpus.js'
import { Random } from './random.js'

/** For each limit the largest that damaged captures exceed now and then. */
const LARGEST: readonly (readonly [name: keyof Limits, most: number])[] = [
  ['bodyBytes', 4096],
  ['soapBytes', 2048],
  ['parts', 6],
  ['partDepth', 2],
  ['headerBytes', 256],
  ['allHeaderBytes', 512],
  ['headers', 6],
  ['parameters', 3],
  ['xmlDepth', 8],
  ['xmlElements', 30],
  ['xmlAttributes', 3],
  ['allXmlAttributes', 8],
]

/**
 * @returns limits that are small, the same ones for the same body: one that is found to break a
 * promise does so again when it is read from a file
 */
export function smallLimits({ body }: FuzzMessage): Partial<Limits> {
  const random = new Random(checksum(body))
  // Few at a time: the tightest one keeps others from being reached.
  const chosen = Array.from({ length: 1 + random.below(3) }, () => random.pick(LARGEST))
  return Object.fromEntries(chosen.map(([name, most]) => [name, 1 + random.below(most)]))
}

/** FNV-1a. */
function checksum(bytes: Uint8Array): number {
  let sum = 0x811c9dc5
  for (const byte of bytes) sum = Math.imul(sum ^ byte, 0x01000193)
  return sum
}
