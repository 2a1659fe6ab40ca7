import { describe, expect, it } from 'vitest'
import { compose, type Size } from './search/compose.js'
import { costOf, plainTime } from './search/cost.js'
import { envelopes } from './search/envelope-ingredients.js'
import { bodies, heads } from './search/ingredients.js'
import type { Place } from './search/search.js'

/**
 * A share of the largest message, so that all of them are measured in seconds: what a byte costs is the
 * same, which the tests of growth see to.
 */
const SIZE: Size = { envelope: 1, parts: 1 / 8, body: 1 / 8 }
/** By how much that is scaled to the largest. */
const SCALE: Readonly<Record<Place, number>> = {
  head: 1 / SIZE.parts,
  body: 1 / SIZE.body,
  envelope: 1 / SIZE.envelope,
}

/**
 * What each place of the largest message may cost at most, as a multiple of what it takes to read 16 MiB
 * byte by byte: some 12 ms on a machine of today. The test runner's modules, and coverage, make code two
 * to three times as slow as `npm run search` measures it; this leaves room for that.
 */
const MOST: Readonly<Record<Place, number>> = { head: 60, body: 150, envelope: 60 }
const RUNS = 6

const INGREDIENTS = { head: heads, body: bodies, envelope: envelopes }

describe.each(Object.keys(INGREDIENTS) as Place[])('a message full of, in its %s:', (place) => {
  it.each(Object.keys(INGREDIENTS[place]))('%s', (name) => {
    const request = compose({ [place]: name }, SIZE)
    let multiple = Number.POSITIVE_INFINITY
    // Other programs make it look dear for a while; what is dear is so at any time.
    for (let run = 0; run < RUNS && multiple >= MOST[place]; run++) {
      multiple = Math.min(multiple, (costOf(request, 2).time * SCALE[place]) / plainTime(2))
    }
    expect(multiple).toBeLessThan(MOST[place])
  })
})
