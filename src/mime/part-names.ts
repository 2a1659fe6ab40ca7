import { type Deviation, NO_DEVIATIONS, quote, type Report, warn } from '../report.js'
import { bareId, idsIn, MOST_IDS, withoutComments } from './content-id.js'
import type { Part } from './part.js'
import { percentDecode } from './percent-escapes.js'

const CONTENT_ID = 'content-id'
const CONTENT_LOCATION = 'content-location'
const NONE: readonly string[] = []

/** @returns the ids of a part: those of each Content-ID it has, toolkits add one of their own. */
export function idsOf(part: Part): readonly string[] {
  const { contentId } = part
  const sent = part.headers.get(CONTENT_ID) ?? NONE
  const [first = ''] = sent
  // Nearly always there is one, and nothing around it but its brackets.
  if (sent.length > 1 || (contentId !== undefined && first.length > contentId.length + 2)) {
    const ids: string[] = []
    for (const text of sent) if (ids.length < MOST_IDS) ids.push(...idsIn(text))
    return [...new Set(ids)].filter((id) => id !== '')
  }
  return contentId === undefined ? NONE : [contentId]
}

/**
 * @param id what a `start` parameter holds, as `parseId` reads it
 * @returns the parts that it names; where none has the id, those that have it but for percent-escapes,
 * which belong in a URL alone (RFC 2392 §2)
 */
export function partsWithId(parts: readonly Part[], id: string): readonly Part[] {
  const named = parts.filter((part) => idsOf(part).includes(id))
  if (named.length > 0) return named
  const plain = plainName(id)
  return parts.filter((part) => idsOf(part).some((other) => plainName(other) === plain))
}

/** @returns what deviates in a `start` that names the part: escapes, there or in its id, that the other has not */
export function escapeDeviations(part: Part, id: string): readonly Deviation[] {
  if (idsOf(part).includes(id)) return NO_DEVIATIONS
  const message = `start=${quote(id)} names a part but for percent-escapes; found without them.`
  return [{ code: 'start-unmatched', message }]
}

/** @returns a name by which those are equal that differ in what senders put around and into names. */
export function plainName(name: string): string {
  return bareId(percentDecode(bareId(name)))
}

/**
 * @returns a name without the comments around it; undefined if there are none. Where it has no brackets,
 * `image (1)` may be one or the other: only what it is to be compared with tells.
 */
export function nameWithoutComments(name: string): string | undefined {
  const inner = withoutComments(name).trim()
  if (inner === '' || inner === name) return undefined
  const at = name.indexOf(inner)
  const isApart = [name[at - 1], name[at + inner.length]].every((next = ' ') => next === ' ')
  return isApart ? inner : undefined
}

/**
 * Reports ids and locations that more than one part has: who looks for one finds the first.
 *
 * @param parts all, those within others among them
 */
export function reportRepeatedNames(parts: readonly Part[], report: Report): void {
  const ids = new Set<string>()
  const locations = new Set<string>()
  for (const part of parts) {
    for (const id of idsOf(part)) checkNew(ids, id, CONTENT_ID, part, report)
    const location = part.contentLocation
    if (location !== undefined) checkNew(locations, location, CONTENT_LOCATION, part, report)
  }
}

function checkNew(
  known: Set<string>,
  name: string,
  field: string,
  part: Part,
  report: Report,
): void {
  if (name !== '' && known.has(name)) {
    const title = field === CONTENT_ID ? 'Content-ID' : 'Content-Location'
    const what = `Two parts have the ${title} ${quote(name)}; the first is found by it.`
    warn(report, 'content-id-repeated', what, { offset: part.offset, path: field })
  }
  known.add(name)
}
