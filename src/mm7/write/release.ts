import { MM7 } from '../../soap/namespaces.js'

/** A release of MM7's schema (TS 23.140 annex L), by the end of its namespace. */
export type Release =
  | 'REL-5-MM7-1-0'
  | 'REL-5-MM7-1-1'
  | 'REL-5-MM7-1-2'
  | 'REL-5-MM7-1-3'
  | 'REL-5-MM7-1-4'
  | 'REL-5-MM7-1-5'
  | 'REL-6-MM7-1-0'
  | 'REL-6-MM7-1-1'
  | 'REL-6-MM7-1-2'
  | 'REL-6-MM7-1-3'
  | 'REL-6-MM7-1-4'

/** The version that relay/servers of each release are known to take. */
const VERSIONS: Readonly<Record<Release, string>> = {
  'REL-5-MM7-1-0': '5.3.0',
  'REL-5-MM7-1-1': '5.2.0',
  'REL-5-MM7-1-2': '5.3.0',
  'REL-5-MM7-1-3': '5.3.0',
  'REL-5-MM7-1-4': '5.3.0',
  'REL-5-MM7-1-5': '5.3.0',
  'REL-6-MM7-1-0': '6.3.0',
  'REL-6-MM7-1-1': '6.3.0',
  'REL-6-MM7-1-2': '6.5.0',
  'REL-6-MM7-1-3': '6.5.0',
  'REL-6-MM7-1-4': '6.8.0',
}

/** The releases in which the address of a sender is text, without an element for its kind. */
const TEXT_SENDERS: readonly string[] = ['REL-5-MM7-1-0', 'REL-5-MM7-1-1']
const NEWEST: Release = 'REL-6-MM7-1-4'
const BASE = /* @__PURE__ */ MM7.slice(0, -NEWEST.length)

/** What a request says of the schema that it goes by. */
export interface Schema {
  readonly namespace: string
  readonly mm7Version: string
  readonly hasTextSenders: boolean
}

/**
 * @param release if the caller names one
 * @param given what the message says itself
 * @throws TypeError if there is no such release, or the message has the namespace of another
 */
export function schemaOf(
  release: string | undefined,
  given: { readonly namespace?: unknown; readonly mm7Version?: unknown },
): Schema {
  const { mm7Version } = given
  const namespace = given.namespace === '' ? undefined : given.namespace
  for (const [name, value] of Object.entries({ namespace, mm7Version })) {
    if (value === undefined || typeof value === 'string') continue
    throw new TypeError(`${name} is of type ${typeof value}: pass a string.`)
  }
  if (release !== undefined && !Object.hasOwn(VERSIONS, release)) {
    throw new TypeError(`The option release is one of ${Object.keys(VERSIONS).join(', ')}.`)
  }
  const chosen = (namespace as string | undefined) ?? BASE + (release ?? NEWEST)
  if (release !== undefined && chosen !== BASE + release) {
    throw new TypeError(`namespace is not that of the release ${release}: give one of the two.`)
  }
  const tail = chosen.slice(chosen.lastIndexOf('/') + 1)
  const known = Object.hasOwn(VERSIONS, tail) ? (tail as Release) : NEWEST
  return {
    namespace: chosen,
    mm7Version: (mm7Version as string | undefined) ?? VERSIONS[known],
    hasTextSenders: TEXT_SENDERS.includes(tail),
  }
}
