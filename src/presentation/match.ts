import type { Attachment } from '../attachment.js'
import { attachmentText } from '../attachment-text.js'
import {
  EXACT_FORMS,
  FORMS,
  isElsewhere,
  isWords,
  type Name,
  nameOrder,
  namesOf,
  withoutExtension,
} from './names.js'
import { containerOf } from './parts.js'
import { KINDS, kindOf } from './slide.js'
import type { Mention } from './smil.js'

/** What is still to be matched, and what is. */
interface Search {
  readonly found: Map<Mention, Attachment>
  readonly open: Set<Mention>
  /** Those in the multipart of the SMIL first. */
  readonly unused: Set<Attachment>
  readonly isNear: (part: Attachment) => boolean
}

/**
 * Finds what each `src` means. A name as it is counts before one in another form, of any mention; a
 * name before a guess. A part is shown again only by a name as it is.
 *
 * @param mentions in the order of the SMIL
 * @param parts what there is to show, in the order of the message
 * @returns the part of each mention that has one
 */
export function matchParts(
  mentions: readonly Mention[],
  parts: readonly Attachment[],
  presentation: Attachment,
): ReadonlyMap<Mention, Attachment> {
  const container = containerOf(presentation)
  const isNear = (part: Attachment) => containerOf(part) === container
  const inOrder = [...parts.filter(isNear), ...parts.filter((part) => !isNear(part))]
  const unused = new Set(inOrder)
  const search: Search = { found: new Map(), open: new Set(mentions), unused, isNear }
  matchNames(search, inOrder)
  matchStems(search)
  matchWords(search)
  matchLeftovers(search)
  return search.found
}

function take(search: Search, mention: Mention, part: Attachment): void {
  search.found.set(mention, part)
  search.unused.delete(part)
  search.open.delete(mention)
}

/** Compares names in one form after the other. Of parts with one name each mention takes the next. */
function matchNames(search: Search, parts: readonly Attachment[]): void {
  const named = new Map(parts.map((part) => [part, namesOf(part)]))
  const sources = new Map([...search.open].map((mention) => [mention, mention.src]))
  for (const [step, form] of FORMS.entries()) {
    const next: Index = new Map()
    const last: Index = new Map()
    for (const [part, before] of named) {
      const names = before.map(([kind, name]): Name => [kind, form(name)])
      named.set(part, names)
      for (const [kind, name] of names) {
        add(next, keyOf(kind, name), part)
        if (step < EXACT_FORMS) last.set(keyOf(kind, name), new Set([part]))
      }
    }
    for (const mention of search.open) {
      const src = form(sources.get(mention) as string)
      sources.set(mention, src)
      const keys = nameOrder(mention.src).map((kind) => keyOf(kind, src))
      const part = firstOf(next, keys, search.unused) ?? firstOf(last, keys)
      if (part !== undefined) take(search, mention, part)
    }
  }
}

/** Compares names without their extensions: where one part alone fits, it is that. */
function matchStems(search: Search): void {
  const index: Index = new Map()
  for (const part of search.unused) {
    for (const [, name] of namesOf(part)) for (const key of stems(name)) add(index, key, part)
  }
  for (const mention of search.open) {
    const alike = new Set(stems(mention.src).flatMap((key) => [...(index.get(key) ?? [])]))
    const fitting = [...alike].filter(
      (part) => search.unused.has(part) && (mention.isAny || kindOf(part) === mention.kind),
    )
    const part = onlyOne(search, fitting)
    if (part !== undefined) take(search, mention, part)
  }
}

function stems(sent: string): string[] {
  const name = FORMS.reduce((text, form) => form(text), sent)
  return [name, withoutExtension(name)]
}

/** A text's `src` may be the text of a part, or the text itself, which then needs no part. */
function matchWords(search: Search): void {
  const texts: Index = new Map()
  const open = [...search.open].filter(({ kind }) => kind === 'text')
  const parts = open.length === 0 ? [] : [...search.unused]
  for (const part of parts)
    if (kindOf(part) === 'text') add(texts, words(attachmentText(part)), part)
  for (const mention of open) {
    const part = firstOf(texts, [words(mention.src)], search.unused)
    if (part !== undefined) take(search, mention, part)
    else if (isWords(mention.src)) search.open.delete(mention)
  }
}

/** An attribute has spaces where a text has line ends. */
function words(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

/** One mention and one part of a kind that are left over belong together. */
function matchLeftovers(search: Search): void {
  for (const kind of KINDS) {
    const mentions = [...search.open].filter((one) => one.kind === kind && !isElsewhere(one.src))
    const parts = [...search.unused].filter((part) => kindOf(part) === kind)
    const [mention] = mentions
    const part = onlyOne(search, parts)
    if (mention !== undefined && part !== undefined && mentions.length === 1) {
      take(search, mention, part)
    }
  }
}

/** @returns the only one of the parts, or the only one of those in the multipart of the SMIL. */
function onlyOne(search: Search, parts: readonly Attachment[]): Attachment | undefined {
  const near = parts.filter(search.isNear)
  const [one, other] = near.length > 0 ? near : parts
  return other === undefined ? one : undefined
}

/** Parts by what they may be found by, in order. */
type Index = Map<string, Set<Attachment>>

function keyOf(kind: number, name: string): string {
  return `${kind} ${name}`
}

function add(index: Index, key: string, part: Attachment): void {
  const others = index.get(key)
  if (others === undefined) index.set(key, new Set([part]))
  else others.add(part)
}

/** @returns the first part that is in `among`, found by the first key that finds one. */
function firstOf(
  index: Index,
  keys: readonly string[],
  among?: ReadonlySet<Attachment>,
): Attachment | undefined {
  for (const key of keys) {
    const parts = index.get(key) ?? []
    for (const part of parts) {
      if (among?.has(part) !== false) return part
      // A part that is used stays so: nobody has to pass it again.
      index.get(key)?.delete(part)
    }
  }
  return undefined
}
