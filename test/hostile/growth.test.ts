import { describe } from 'vitest'
import { DEFAULT_LIMITS } from '../../src/index.js'
import { testGrowth } from './growth.js'

describe('with the default limits, time grows no faster than the message, in', () => {
  testGrowth(DEFAULT_LIMITS)
})
