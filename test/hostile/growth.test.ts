import { afterAll, describe, expect, it } from 'vitest'
import { DEFAULT_LIMITS, type Limits } from '../../src/index.js'
import { delimiters } from './dimensions/delimiters.js'
import { encodings } from './dimensions/encodings.js'
import { headers } from './dimensions/headers.js'
import { deepContents, mm7 } from './dimensions/mm7.js'
import { xml } from './dimensions/xml.js'
import { MOST, measure } from './measure.js'

const DIMENSIONS = { ...delimiters, ...headers, ...encodings, ...xml, ...mm7, ...deepContents }

const RAISED = Object.fromEntries(
  Object.entries(DEFAULT_LIMITS).map(([name, value]) => [name, value * 1000]),
) as unknown as Limits

const rows: string[] = []

describe.each([
  ['the default limits', DEFAULT_LIMITS],
  ['all limits a thousand times higher', RAISED],
])('with %s, time grows no faster than the message, in', (name, limits) => {
  it.each(Object.entries(DIMENSIONS))(
    '%s',
    (dimension, make) => {
      const { partDepth } = DEFAULT_LIMITS
      const chosen = dimension in deepContents ? { ...limits, partDepth } : limits
      const { n, time, ratio } = measure(make, chosen)
      const raised = limits === RAISED ? 'raised' : 'default'
      rows.push(
        `${ratio.toFixed(1).padStart(6)}  ${time.toFixed(1).padStart(7)} ms  ${String(n * 8).padStart(7)}  ${raised.padEnd(7)}  ${dimension}`,
      )
      expect(ratio, `${dimension} with ${name}`).toBeLessThan(MOST)
    },
    120_000,
  )
})

afterAll(() => {
  // For who measures on purpose.
  if (process.env['GROWTH_MS'] === undefined) return
  const head = ' ratio  time of 8n       8n  limits   dimension'
  console.log([head, ...rows].join('\n'))
})
