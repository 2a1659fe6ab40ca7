import { clockValue } from './clock.js'
import type { MediaKind } from './slide.js'
import { nextTag, type Tag } from './tags.js'

/** An element of a SMIL that shows something. */
export interface Mention {
  readonly src: string
  /** By its element. */
  readonly kind: MediaKind
  /** It is a `ref`, which may show anything. */
  readonly isAny: boolean
  readonly alt?: string
  /** When it ends, in milliseconds from the start of its slide, if the SMIL says so. */
  readonly end?: number
}

/** A slide as the SMIL has it. */
export interface SmilSlide {
  readonly duration?: number
  readonly mentions: readonly Mention[]
}

/** The elements that show something (SMIL 2.0 §7.3.1), and what senders write besides. */
const KINDS: ReadonlyMap<string, MediaKind> = new Map([
  ['text', 'text'],
  ['textstream', 'text'],
  ['img', 'image'],
  ['image', 'image'],
  ['animation', 'image'],
  ['audio', 'audio'],
  ['video', 'video'],
  ['ref', 'other'],
  ['vcard', 'other'],
])
/** Real messages have at most some twenty, and 1,500 characters. What comes after is not read. */
const MOST_MENTIONS = 1000
const MOST_CHARACTERS = 256 * 1024

/**
 * Reads who is shown with whom: each outermost `par` is a slide, and so is what is in none. All
 * other elements are looked through. Nothing is fetched, expanded or repeated.
 *
 * @param document a SMIL, well-formed or not
 * @returns the slides that show something, in order; none if there is no such thing
 */
export function readSmil(document: string): SmilSlide[] {
  const text = document.slice(0, MOST_CHARACTERS)
  const slides: SmilSlide[] = []
  let depth = 0
  let par: { readonly attributes: Tag['attributes']; readonly mentions: Mention[] } | undefined
  let left = MOST_MENTIONS
  const close = () => {
    if (par !== undefined && par.mentions.length > 0)
      slides.push(slideOf(par.attributes, par.mentions))
    par = undefined
  }
  for (let tag = nextTag(text, 0); tag !== undefined && left > 0; tag = nextTag(text, tag.to)) {
    if (tag.name === 'par' && !tag.isEmpty) {
      depth = Math.max(0, depth + (tag.isEnd ? -1 : 1))
      if (depth === 0) close()
      else par ??= { attributes: tag.attributes, mentions: [] }
      continue
    }
    const mention = mentionOf(tag)
    if (mention === undefined) continue
    left -= 1
    if (par === undefined) slides.push(slideOf(tag.attributes, [mention]))
    else par.mentions.push(mention)
  }
  close()
  return slides
}

function mentionOf({ name, isEnd, attributes }: Tag): Mention | undefined {
  const kind = KINDS.get(name)
  const src = attributes.get('src')
  if (kind === undefined || isEnd || src === undefined || src.trim() === '') return undefined
  const alt = attributes.get('alt')
  const end = endOf(attributes)
  return {
    src,
    kind,
    isAny: name === 'ref',
    ...(alt !== undefined && { alt }),
    ...(end !== undefined && { end }),
  }
}

function endOf(attributes: Tag['attributes']): number | undefined {
  const end = durationIn(attributes.get('end'))
  if (end !== undefined) return end
  const duration = durationIn(attributes.get('dur') ?? attributes.get('duration'))
  const begin = clockValue(attributes.get('begin') ?? attributes.get('start') ?? '0')
  return duration === undefined || begin === undefined ? undefined : begin + duration
}

function slideOf(attributes: Tag['attributes'], mentions: readonly Mention[]): SmilSlide {
  const said = attributes.get('dur') ?? attributes.get('duration')
  const duration = said === undefined ? latestEnd(mentions) : durationIn(said)
  return { mentions, ...(duration !== undefined && { duration }) }
}

/** @returns when the last of them ends, if of all it is known. */
function latestEnd(mentions: readonly Mention[]): number | undefined {
  let latest = 0
  for (const { end } of mentions) {
    if (end === undefined) return undefined
    latest = Math.max(latest, end)
  }
  return latest
}

/** @returns a clock value above 0: handsets take 0 for "not known". */
function durationIn(text: string | undefined): number | undefined {
  const ms = text === undefined ? undefined : clockValue(text)
  return ms === 0 ? undefined : ms
}
