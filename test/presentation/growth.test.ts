import { expect, it } from 'vitest'
import { textOf } from '../../src/presentation/index.js'
import { message, part, smil } from './given.js'

type Given = { readonly attachments: ReturnType<typeof part>[] }

const doc = (text: string): Given => ({ attachments: [smil(text), part({ name: 'a' })] })
const html = (text: string): Given => ({ attachments: [part({ type: 'text/html', text })] })
const mentions = '<par><img src="a.jpg"/><text src="b c"/></par>'.repeat(500)

/** What a stranger can make larger. */
const DIMENSIONS: Readonly<Record<string, (n: number) => Given>> = {
  pars: (n) => doc('<par>'.repeat(n)),
  'pars that show something': (n) => doc('<par><img src="x"/></par>'.repeat(n)),
  attributes: (n) => doc(`<par><img ${'a="b" '.repeat(n)}src="a"/></par>`),
  'one long src': (n) => doc(`<img src="${'x'.repeat(n)}"/>`),
  'brackets around a src': (n) => doc(`<img src="${'>'.repeat(n)}x${'&quot;'.repeat(n)}"/>`),
  'blanks in a src': (n) => doc(`<text src="${'x '.repeat(n)}${' '.repeat(n)}"/>`),
  'names without end': (n) => doc(`<${'a'.repeat(n)}`.repeat(2)),
  'prefixes without end': (n) => doc('<a:'.repeat(n)),
  'open quotes': (n) => doc(`<img src="${`a=' b=`.repeat(n)}`),
  'quotes of two kinds': (n) => doc(`<img ${`a="'"' `.repeat(n)}`),
  blanks: (n) => doc(`<img${' '.repeat(n)}a${' '.repeat(n)}=${' '.repeat(n)}`),
  'open comments': (n) => doc('<!--'.repeat(n)),
  'open instructions': (n) => doc('<?'.repeat(n)),
  'open declarations': (n) => doc('<?xml '.repeat(n)),
  'open CDATA': (n) => doc('<![CDATA['.repeat(n)),
  'open document types': (n) => doc('<!D'.repeat(n)),
  'a subset': (n) => doc(`<!DOCTYPE x [${'<!--'.repeat(n)}${'"'.repeat(n)}`),
  references: (n) => doc(`<img src="${'&#x41;&#'.repeat(n)}"/>`),
  'less than': (n) => doc('<'.repeat(n)),
  'parts of one name': (n) => message(mentions, ...Array(n).fill({ name: 'a.jpg' })) as Given,
  'parts of one stem': (n) =>
    message(mentions, ...Array.from({ length: n }, (_, i) => ({ name: `a.${i}` }))) as Given,
  'texts of the same words': (n) =>
    message(mentions, ...Array(n).fill({ type: 'text/plain', text: 'b c' })) as Given,
  'open HTML comments': (n) => html('<!--'.repeat(n)),
  'open HTML declarations': (n) => html('<!'.repeat(n)),
  'open scripts': (n) => html('<script>'.repeat(n)),
  'blank elements': (n) => html('<b> </b>'.repeat(n)),
  lines: (n) => html('<br> '.repeat(n)),
}

/** Linear is 8, quadratic 64; between them lies what memory does. */
const FACTOR = 8
const MOST = 24
const LONG_ENOUGH = 1
const LARGEST = 1 << 15

it.each(Object.entries(DIMENSIONS))('time grows no faster than %s', (_, make) => {
  let n = 64
  while (n < LARGEST && leastTime(make(n)) < LONG_ENOUGH) n *= 4
  let ratio = growthAt(make, n)
  // Where memory's collector sets in, what is linear takes a step; what is not does so further up, too.
  for (let tries = 0; tries < 3 && ratio > MOST; tries++) {
    n *= 2
    ratio = growthAt(make, n)
  }
  expect(ratio).toBeLessThan(MOST)
})

/** @returns how many times longer it takes what is larger. The large one goes first: it warms up. */
function growthAt(make: (n: number) => Given, n: number): number {
  const large = leastTime(make(n * FACTOR))
  return large / Math.max(LONG_ENOUGH, leastTime(make(n)))
}

/** @returns milliseconds of the processor, the least of three runs. */
function leastTime(given: Given): number {
  let least = Number.POSITIVE_INFINITY
  for (let run = 0; run < 3; run++) {
    const start = process.cpuUsage()
    textOf(given)
    const { user, system } = process.cpuUsage(start)
    least = Math.min(least, (user + system) / 1000)
  }
  return least
}
