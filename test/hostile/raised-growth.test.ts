import { describe } from 'vitest'
import { DEFAULT_LIMITS, type Limits } from '../../src/index.js'
import { testGrowth } from './growth.js'

const RAISED = Object.fromEntries(
  Object.entries(DEFAULT_LIMITS).map(([name, value]) => [name, value * 1000]),
) as unknown as Limits

describe('with all limits a thousand times higher, time grows no faster than the message, in', () => {
  testGrowth(RAISED)
})
