import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { BUNDLERS, LIMITS, weigh } from '../bundlers/bundlers.js'
import { ROOT } from '../support/root.js'

describe.each(Object.entries(BUNDLERS))('what an import weighs in a bundle of %s', (_, bundler) => {
  it.each(LIMITS)('%s: at most %d bytes', async (names, limit) => {
    const size = await weigh(bundler, names, join(ROOT, 'dist/index.js'))
    expect(size).toBeGreaterThan(200)
    expect(size).toBeLessThanOrEqual(limit)
  })
})
