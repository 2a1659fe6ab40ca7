import type { Mm7Request } from '../../../src/index.js'
import { compose, FULL, type Recipe, type Size } from './compose.js'
import { type Cost, costOf } from './cost.js'
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
}

/** How many of a place are tried with those of the others. */
const PAIRED = 2

function measure(recipe: Recipe, request: Mm7Request): Found {
  const fresh = freshCost(request)
  return { ...costOf(request), fresh, recipe, bytes: request.body.byteLength }
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
    ...alone[place].slice(0, PAIRED).map(({ recipe }) => recipe),
  ]) as [Recipe[], Recipe[], Recipe[]]
  const recipes = head.flatMap((one) =>
    body.flatMap((two) => envelope.map((three) => ({ ...one, ...two, ...three }))),
  )
  const several = recipes.filter((recipe) => Object.keys(recipe).length > 1)
  return sorted(several.map((recipe) => measure(recipe, compose(recipe))))
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
  return found.sort((a, b) => b.fresh.time - a.fresh.time)
}
