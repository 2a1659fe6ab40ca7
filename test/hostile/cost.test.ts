import { describe, expect, it } from 'vitest'
import { attachmentText } from '../../src/index.js'
import { compose, type Size } from './search/compose.js'
import { costOf, leastOf, plainTime } from './search/cost.js'
import { envelopes } from './search/envelope-ingredients.js'
import { bodies, heads } from './search/ingredients.js'
import type { Place } from './search/search.js'

/**
 * A share of the largest message, so that all of them are measured in seconds: what a byte costs is the
 * same, which the tests of growth see to.
 */
const SIZE: Size = { envelope: 1, parts: 1, body: 1 / 8 }
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
const MOST: Readonly<Record<Place, number>> = { head: 15, body: 120, envelope: 40 }
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

/** Bytes that are of no charset, in ways that decoders find hard. */
const BYTES: Readonly<Record<string, Uint8Array>> = {
  'high bytes': new Uint8Array(1 << 21).fill(0x80),
  'bytes at random': Uint8Array.from(
    { length: 1 << 21 },
    (_, i) => Math.imul(i, 2654435761) >>> 24,
  ),
  'halves of surrogates': Uint8Array.from(
    { length: 1 << 21 },
    (_, i) => [0xed, 0xa0, 0xbd][i % 3] as number,
  ),
}
/** How many times longer than the runtime's decoder of its charset, or of UTF-8, a text may take. */
const MOST_OF_TEXT = 5

describe.each(Object.entries(BYTES))('a text of %s, said to be of', (_, bytes) => {
  it.each(['utf-8', 'us-ascii', 'windows-1252', 'cp850', 'shift_jis', 'gb18030', undefined])(
    '%s',
    (charset) => {
      const parameters: Record<string, string> = charset === undefined ? {} : { charset }
      const decoder = new TextDecoder(charset?.replace('cp850', 'windows-1252'))
      let ratio = Number.POSITIVE_INFINITY
      for (let run = 0; run < RUNS && ratio >= MOST_OF_TEXT; run++) {
        const time = leastOf(2, () => attachmentText({ bytes, parameters }))
        ratio = Math.min(ratio, time / leastOf(2, () => decoder.decode(bytes)))
      }
      expect(ratio).toBeLessThan(MOST_OF_TEXT)
    },
  )
})
