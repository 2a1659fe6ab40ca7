import type { Attachment } from '../attachment.js'
import { bareId } from '../mime/content-id.js'
import { allParts, leavesOf, type Part } from '../mime/part.js'
import { idsOf, nameWithoutComments, plainName } from '../mime/part-names.js'
import { percentDecode } from '../mime/percent-escapes.js'
import { quote } from '../report.js'
import type { AttachmentsByPart } from './attachments.js'
import type { ContentResolver } from './context.js'

/** cid URL of RFC 2392, and what senders make of it: blanks, brackets, quotes. */
const CID = /^cid:/i
const WELL_FORMED_CID = /^cid:[^\s<>"]+$/i

/**
 * @param parts the parts at the top
 * @param root the envelope's part, which is no content
 * @returns a function from a `href` to the leaves of the part it names
 */
export function contentResolver(
  parts: readonly Part[],
  root: Part | undefined,
  attachments: AttachmentsByPart,
): ContentResolver {
  const candidates = parts.filter((part) => part !== root)
  // Many elements may name one part: its leaves are looked up once.
  const found = new Map<Part, readonly Attachment[]>()
  let index: PartIndex | undefined
  return (href, warn) => {
    index ??= new PartIndex(allParts(candidates).filter((part) => part !== root))
    const part = findPart(href, index, candidates, warn)
    if (part === undefined) return []
    const known = found.get(part)
    if (known !== undefined) return known
    const leaves = leavesOf([part]).flatMap((leaf) => attachments.get(leaf) ?? [])
    found.set(part, leaves)
    return leaves
  }
}

type PartsByName = ReadonlyMap<string, Part>

/**
 * Parts by each of the names that a `href` may call them; of several with one name, the first. All but
 * the ids are gone through only for a `href` that is none.
 */
class PartIndex {
  readonly ids: PartsByName
  readonly #parts: readonly Part[]
  #locations: PartsByName | undefined
  #names: PartsByName | undefined
  #plain: PartsByName | undefined
  #commented: PartsByName | undefined

  constructor(parts: readonly Part[]) {
    this.#parts = parts
    this.ids = indexBy(parts, idsOf)
  }

  get locations(): PartsByName {
    this.#locations ??= indexBy(this.#parts, ({ contentLocation }) => [contentLocation])
    return this.#locations
  }

  get names(): PartsByName {
    this.#names ??= indexBy(this.#parts, ({ name }) => [name])
    return this.#names
  }

  /** @returns the part with that name, but for what senders put around it and into it. */
  findPlain(name: string): Part | undefined {
    this.#plain ??= this.#indexPlain((each) => plainName(each))
    const inner = nameWithoutComments(name)
    const named = this.#plain.get(name) ?? (inner && this.#plain.get(inner))
    if (named) return named
    this.#commented ??= this.#indexPlain((each) => nameWithoutComments(plainName(each)))
    return this.#commented.get(name)
  }

  /** Ids before locations, these before file names. */
  #indexPlain(nameOf: (name: string) => string | undefined): PartsByName {
    const index = new Map<string, Part>()
    for (const [name, part] of [...this.ids, ...this.locations, ...this.names]) {
      const plain = nameOf(name)
      if (plain !== undefined && !index.has(plain)) index.set(plain, part)
    }
    return index
  }
}

function indexBy(
  parts: readonly Part[],
  namesOf: (part: Part) => readonly (string | undefined)[],
): PartsByName {
  const index = new Map<string, Part>()
  for (const part of parts) {
    for (const name of namesOf(part)) if (name && !index.has(name)) index.set(name, part)
  }
  return index
}

function findPart(
  href: string | undefined,
  index: PartIndex,
  candidates: readonly Part[],
  warn: Parameters<ContentResolver>[1],
): Part | undefined {
  const [first] = candidates
  const instead =
    first === undefined ? 'there is no other part' : 'the first other part is taken instead'
  if (href === undefined) {
    warn('href-missing', `The Content has no href; ${instead}.`)
    return first
  }
  const { part, isByUrl } = lookUp(href, index)
  if (part === undefined) {
    const what = `No part is called ${quote(href)}; ${instead}.`
    warn('href-unmatched', what)
    return first
  }
  if (!isByUrl) {
    const what = `${quote(href)} is not the cid URL of a part; a part was found by it anyway.`
    warn('href-malformed', what)
  }
  return part
}

/** @returns the part that a `href` names, and whether it is its URL: by id (RFC 2392) or by location. */
function lookUp(sent: string, index: PartIndex): { part: Part | undefined; isByUrl: boolean } {
  const { ids } = index
  if (WELL_FORMED_CID.test(sent)) {
    const url = sent.replace(CID, '')
    const byUrl = ids.get(percentDecode(url)) ?? ids.get(url)
    if (byUrl !== undefined) return { part: byUrl, isByUrl: true }
  }
  const bare = bareId(sent)
  const decoded = percentDecode(bare)
  const byId = ids.get(decoded) ?? ids.get(bare)
  const { locations, names } = index
  const byLocation = locations.get(sent) ?? locations.get(decoded)
  if (byId === undefined && byLocation !== undefined && !CID.test(sent)) {
    return { part: byLocation, isByUrl: true }
  }
  const named = byId ?? ids.get(sent) ?? byLocation ?? names.get(bare) ?? names.get(decoded)
  return { part: named ?? index.findPlain(plainName(sent)), isByUrl: false }
}
