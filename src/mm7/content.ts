import type { Attachment } from '../message.js'
import { allParts, leavesOf, type Part, withoutBrackets } from '../mime/part.js'
import { quote, type Report, warn } from '../report.js'
import type { AttachmentsByPart } from './attachments.js'
import type { ContentResolver } from './context.js'

type NameKind = 'contentId' | 'contentLocation' | 'name'

/** cid URL of RFC 2392, and what senders make of it: blanks, brackets. */
const CID = /^cid:/i
const WELL_FORMED_CID = /^cid:[^\s<>]+$/i

/**
 * @param parts the parts at the top
 * @param root the envelope's part, which is no content
 * @returns a function from a `href` to the leaves of the part it names
 */
export function contentResolver(
  parts: readonly Part[],
  root: Part | undefined,
  attachments: AttachmentsByPart,
  report: Report,
): ContentResolver {
  const candidates = parts.filter((part) => part !== root)
  // Many elements may name one part: its leaves are looked up once.
  const found = new Map<Part, readonly Attachment[]>()
  let index: PartIndex | undefined
  return (href, tell) => {
    index ??= indexParts(candidates, root, report)
    const part = findPart(href, index, candidates, tell)
    if (part === undefined) return []
    const leaves =
      found.get(part) ?? leavesOf([part]).flatMap((leaf) => attachments.get(leaf) ?? [])
    found.set(part, leaves)
    return leaves
  }
}

/** Parts by each of the names that a `href` may call them; of several with one name, the first. */
type PartIndex = Readonly<Record<NameKind, ReadonlyMap<string, Part>>>

function indexParts(parts: readonly Part[], root: Part | undefined, report: Report): PartIndex {
  const index = {
    contentId: new Map<string, Part>(),
    contentLocation: new Map<string, Part>(),
    name: new Map<string, Part>(),
  }
  for (const part of allParts(parts)) {
    if (part === root) continue
    for (const kind of ['contentId', 'contentLocation', 'name'] as const) {
      const name = part[kind]
      if (name === undefined || name === '') continue
      if (!index[kind].has(name)) index[kind].set(name, part)
      else if (kind === 'contentId') {
        const what = `Two parts have the Content-ID ${quote(name)}; a href finds the first.`
        warn(report, 'content-id-repeated', what, { path: 'content-id' })
      }
    }
  }
  return index
}

function findPart(
  href: string | undefined,
  index: PartIndex,
  candidates: readonly Part[],
  tell: Parameters<ContentResolver>[1],
): Part | undefined {
  const [first] = candidates
  const instead =
    first === undefined ? 'there is no other part' : 'the first other part is taken instead'
  if (href === undefined) {
    tell('href-missing', `The Content has no href; ${instead}.`)
    return first
  }
  const sent = href.trim()
  const bare = withoutBrackets(sent.replace(CID, ''))
  const decoded = percentDecode(bare)
  const { contentId, contentLocation, name } = index
  const byId = contentId.get(decoded) ?? contentId.get(bare)
  if (byId !== undefined && WELL_FORMED_CID.test(href)) return byId
  const byLocation = contentLocation.get(sent) ?? contentLocation.get(decoded)
  if (byId === undefined && byLocation !== undefined && !CID.test(sent)) return byLocation
  const found = byId ?? contentId.get(sent) ?? byLocation ?? name.get(bare) ?? name.get(decoded)
  if (found === undefined) {
    const what = `No part is called ${quote(href)}; ${instead}.`
    tell('href-unmatched', what)
    return first
  }
  const what = `${quote(href)} is not the cid URL of a part; a part was found by it anyway.`
  tell('href-malformed', what)
  return found
}

/** @returns the text with its percent-escapes undone (RFC 2392 §2), as it is if they are none. */
function percentDecode(text: string): string {
  if (!text.includes('%')) return text
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
