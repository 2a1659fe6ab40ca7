import { afterAll, expect, it } from 'vitest'
import { DEFAULT_LIMITS, type Limits } from '../../src/index.js'
import { delimiters } from './dimensions/delimiters.js'
import { encodings } from './dimensions/encodings.js'
import { headers } from './dimensions/headers.js'
import { deepContents, mm7 } from './dimensions/mm7.js'
import { xml } from './dimensions/xml.js'
import { MOST, measure } from './measure.js'

const DIMENSIONS = { ...delimiters, ...headers, ...encodings, ...xml, ...mm7, ...deepContents }

/** Tests that with these limits time grows no faster than the message, in each dimension. */
export function testGrowth(limits: Limits): void {
  const rows: string[] = []
  it.each(Object.entries(DIMENSIONS))(
    '%s',
    (dimension, make) => {
      const { partDepth } = DEFAULT_LIMITS
      const chosen = dimension in deepContents ? { ...limits, partDepth } : limits
      const { n, time, ratio } = measure(make, chosen)
      rows.push(
        `${ratio.toFixed(1).padStart(6)}  ${time.toFixed(1).padStart(7)} ms  ${String(n * 8).padStart(7)}  ${dimension}`,
      )
      expect(ratio, dimension).toBeLessThan(MOST)
    },
    120_000,
  )
  afterAll(() => {
    // For who measures on purpose.
    if (process.env['GROWTH_MS'] === undefined) return
    const head = ' ratio  time of 8n       8n  dimension'
    console.log([head, ...rows].join('\n'))
  })
}
