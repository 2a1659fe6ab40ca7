import { describe } from 'vitest'
import { testGrowth } from './growth.js'
import { RAISED } from './raised-limits.js'

describe('with all limits a thousand times higher, time grows no faster than the message, in', () => {
  testGrowth(RAISED)
})
