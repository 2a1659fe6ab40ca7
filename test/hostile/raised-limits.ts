import { DEFAULT_LIMITS, type Limits } from '../../src/index.js'

/** Every limit a thousand times its default: they hide nothing that takes long. */
export const RAISED: Limits = Object.fromEntries(
  Object.entries(DEFAULT_LIMITS).map(([name, value]) => [name, value * 1000]),
) as unknown as Limits
