import { CDATA, type OpenSection } from './open-section.js'
import type { TreeBuilder } from './tree-builder.js'

/** What a message says of the parser's: it may name an element, and names may be long. */
const MESSAGE_LENGTH = 80
/** What the parser says at the end of a text in which an element is still open: the innermost. */
const UNCLOSED = 'unclosed tag: '
/** What it says of an end tag that is not that of the innermost element. */
const MISMATCHED = 'unexpected close tag.'
/** What it says of text before the root element or after it, when it has read it. */
const OUTSIDE = 'text data outside of root node.'
const NOT_BLANK = /[^\t\n\r ]/
/** The tag that the parser is in, as far as it came. */
const TAG = /<\/?[^\s<>/=]{1,60}/

/** @returns the start tag of an element of this name, for a message */
export function openTag(name: string): string {
  return `<${name.slice(0, MESSAGE_LENGTH)}>`
}

/** @returns whether it says that the text ends within an element. */
export function isUnclosed(said: string): boolean {
  return said.startsWith(UNCLOSED)
}

/**
 * @param position how far the parser has come in the text
 * @param section what the text ends within, if it does
 * @returns what it says, for one who does not know that there is a parser, and of which tag
 */
export function describe(
  said: string,
  text: string,
  position: number,
  tree: Pick<TreeBuilder, 'closed' | 'openName'>,
  section: OpenSection | undefined,
): string {
  if (section !== undefined) {
    return `The envelope ends inside ${section.name}, which starts here: it may have been cut short.`
  }
  if (isUnclosed(said)) {
    const name = openTag(said.slice(UNCLOSED.length))
    return `The envelope ends inside ${name}: it may have been cut short.`
  }
  const start = text.lastIndexOf('<', position - 1)
  const tag = TAG.exec(text.slice(start, position))?.[0]
  const what = said.slice(0, MESSAGE_LENGTH)
  if (said === MISMATCHED) {
    return `The envelope is not well-formed: ${openTag(tree.closed as string)} is not closed before ${tag}>.`
  }
  const isInTag = tag !== undefined && !text.slice(start, position - 1).includes('>')
  const around = tree.openName
  const place = isInTag ? ` (in ${tag}>)` : around === undefined ? '' : ` (in ${openTag(around)})`
  return `The envelope is not well-formed: ${what}${place}`
}

/** @returns where reading stopped: of text that should not be there, its start */
export function stopIndex(text: string, position: number, message: string): number {
  // At the end of the text the parser has gone one further.
  const index = Math.min(position, text.length)
  if (!message.includes(OUTSIDE)) return index
  // What it has read may have a > in it.
  const markup = text.lastIndexOf('<', index - 2)
  if (text.startsWith(CDATA, markup)) return markup
  const start = markup < 0 ? 0 : text.indexOf('>', markup) + 1
  return start + text.slice(start).search(NOT_BLANK)
}
