import { expect, test } from 'vitest'
import { CODES as LIMIT_CODES } from '../hostile/limit-codes.js'
import { runCampaign } from './campaign.js'
import { corpus } from './corpus.js'

/** A slice of what `npm run fuzz` does, the same at every run. */
const MESSAGES = 300
const SEED = 20250713

test('a damaged message is read or refused with an Mm7Error, and every promise is kept', () => {
  const isOver = ({ messages }: { readonly messages: number }) => messages >= MESSAGES
  const { codes, findings } = runCampaign({
    corpus: corpus(),
    seed: SEED,
    tokenMessages: 1,
    isOver,
  })
  expect(findings.map(({ what }) => what)).toEqual([])
  // It gets everywhere: most codes of errors and warnings have been seen.
  expect(codes.size).toBeGreaterThan(55)
  expect([...codes]).toEqual(expect.arrayContaining(Object.values(LIMIT_CODES)))
})
