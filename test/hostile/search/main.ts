import { plainTime } from './cost.js'
import { type Found, searchAlone, searchRefused, searchTogether } from './search.js'

const SHOWN = 12

const plain = plainTime()
console.log(
  `16 MiB, byte by byte: ${plain.toFixed(1)} ms. Each message below is within the limits.`,
)

const head = tell('Headers of 254 parts', searchAlone('head'))
const body = tell('A body of 16 MiB', searchAlone('body'))
const envelope = tell('An envelope of 256 KiB', searchAlone('envelope'))
const together = tell('Together', searchTogether({ head, body, envelope }))
const dearest = together[0] as Found
tell('The dearest of all, refused', searchRefused(dearest.recipe))

function tell(title: string, found: Found[]): Found[] {
  console.log(`\n${title}\n   ms  × plain     bytes  outcome`)
  for (const { time, bytes, code, recipe } of found.slice(0, SHOWN)) {
    const row = [
      time.toFixed(0).padStart(5),
      (time / plain).toFixed(1).padStart(8),
      String(bytes).padStart(9),
      (code || 'accepted').padEnd(18),
    ]
    console.log(`${row.join('  ')}  ${Object.values(recipe).join(' + ')}`)
  }
  return found
}
