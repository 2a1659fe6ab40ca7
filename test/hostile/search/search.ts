import type { Mm7Request } from '../../../src/index.js'
import { compose, FULL, type Recipe, type Size } from './compose.js'
import { type Cost, costOf, plainTime } from './cost.js'
import { envelopes } from './envelope-ingredients.js'
import { type FreshCost, freshCost } from './fresh.js'
import { bodies, heads } from './ingredients.js'

/** A place of a message, and what it can be filled with. */
export type Place = keyof Recipe

const PLACES: Readonly<Record<Place, readonly string[]>> = {
  head: Object.keys(heads),
  body: Object.keys(bodies),
  envelope: Object.keys(envelopes),
}

/** A message that was measured. */
export interface Found extends Cost {
  readonly recipe: Recipe
  readonly bytes: number
  readonly fresh: FreshCost
  /** Milliseconds that 16 MiB took, byte by byte, right before and after: other programs slow down both. */
  readonly plain: number
}

/** As many as it takes until what is run is compiled, and what it was composed of is collected. */
const RUNS = 6

/** How many of a place are tried with those of the others. */
const PAIRED = 2

function measure(recipe: Recipe, request: Mm7Request): Found {
  const before = plainTime(1)
  const fresh = freshCost(request)
  const cost = costOf(request, RUNS)
  const plain = Math.min(before, plainTime(1))
  return { ...cost, fresh, plain, recipe, bytes: request.body.byteLength }
}

/** @returns each ingredient alone, the dearest first */
export function searchAlone(place: Place, size: Size = FULL): Found[] {
  return sorted(
    PLACES[place].map((name) => {
      const recipe = { [place]: name }
      return measure(recipe, compose(recipe, size))
    }),
  )
}

/** @returns the dearest of each place with the dearest of the others, in twos and threes */
export function searchTogether(alone: Readonly<Record<Place, readonly Found[]>>): Found[] {
  const [head, body, envelope] = (['head', 'body', 'envelope'] as const).map((place) => [
    {},
    ...[...dearest(alone[place])].map(({ recipe }) => recipe),
  ]) as [Recipe[], Recipe[], Recipe[]]
  const recipes = head.flatMap((one) =>
    body.flatMap((two) => envelope.map((three) => ({ ...one, ...two, ...three }))),
  )
  const several = recipes.filter((recipe) => Object.keys(recipe).length > 1)
  return sorted(several.map((recipe) => measure(recipe, compose(recipe))))
}

/** @returns the dearest for a process that has just started, and for one that has not. */
function dearest(found: readonly Found[]): Set<Found> {
  const warm = [...found].sort((a, b) => b.time / b.plain - a.time / a.plain)
  return new Set([...found.slice(0, PAIRED), ...warm.slice(0, PAIRED)])
}

/** What makes an accepted message one that is refused, at the very end of reading it. */
const REFUSALS: Readonly<Record<string, (text: string) => string>> = {
  'an envelope that never ends': (text) => text.replace('</e:Envelope>', '</e:Envelopx>'),
  'an operation that is none': (text) => text.replaceAll('DeliverReq', 'DeliverXeq'),
  'no TransactionID': (text) => text.replaceAll('TransactionID', 'TransactionIX'),
}

/** @returns the message refused for each of these reasons, the dearest first */
export function searchRefused(recipe: Recipe): Found[] {
  const { headers, body } = compose(recipe)
  const text = Buffer.from(body as Uint8Array).toString('latin1')
  return sorted(
    Object.values(REFUSALS).map((refuse) =>
      measure(recipe, { headers, body: Buffer.from(refuse(text), 'latin1') }),
    ),
  )
}

function sorted(found: Found[]): Found[] {
  return found.sort((a, b) => b.fresh.time / b.plain - a.fresh.time / a.plain)
}
