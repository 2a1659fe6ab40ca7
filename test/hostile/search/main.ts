import { plainTime } from './cost.js'
import { measureAsked } from './fresh.js'
import { type Found, searchAlone, searchRefused, searchTogether } from './search.js'

const SHOWN = 12

if (!measureAsked()) search()

/** Each message is read by a process that has just started, and by one that has read many others. */
function search(): void {
  console.log(
    `16 MiB, byte by byte: ${plainTime(9).toFixed(1)} ms. Each message below is within the limits.`,
  )
  const tell = (title: string, found: Found[]): Found[] => {
    console.log(`\n${title}\n  cold × plain  warm × plain    MB     bytes  outcome`)
    for (const one of found.slice(0, SHOWN)) console.log(rowOf(one))
    const most = Math.max(...found.map(({ fresh }) => fresh.megabytes))
    console.log(`  at most ${most.toFixed(0)} MB`)
    return found
  }
  const head = tell('Headers of 254 parts', searchAlone('head'))
  const body = tell('A body of 16 MiB', searchAlone('body'))
  const envelope = tell('An envelope of 256 KiB', searchAlone('envelope'))
  const together = tell('Together', searchTogether({ head, body, envelope }))
  for (const { recipe } of together.slice(0, 2))
    tell('The dearest of all, refused', searchRefused(recipe))
}

function rowOf({ time, fresh, plain, bytes, code, recipe }: Found): string {
  const times = [fresh.time, time].map(
    (one) => `${one.toFixed(0).padStart(6)} ${(one / plain).toFixed(1).padStart(7)}`,
  )
  const row = [
    ...times,
    fresh.megabytes.toFixed(0).padStart(4),
    String(bytes).padStart(8),
    (code || 'accepted').padEnd(18),
    Object.values(recipe).join(' + '),
  ]
  return row.join('  ')
}
