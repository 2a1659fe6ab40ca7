import { nextTag, resolveReferences } from './tags.js'

/** Elements that start and end a line. */
const BLOCKS: ReadonlySet<string> = new Set(
  'address article blockquote body br dd div dl dt footer form h1 h2 h3 h4 h5 h6 header hr li ol p pre section table td th tr ul'.split(
    ' ',
  ),
)
/** Elements whose text nobody reads. */
const HIDDEN: ReadonlySet<string> = new Set(['script', 'style', 'title'])
/** Comments and declarations, to the end of the text if they have none. */
const NO_TEXT = /<!--[\s\S]*?(?:-->|$)|<[!?][^>]*(?:>|$)/g

/**
 * @param html HTML, well-formed or not
 * @returns the text in it, a line for each block
 */
export function htmlText(html: string): string {
  const clean = html.replace(NO_TEXT, '')
  const pieces: string[] = []
  let at = 0
  for (let tag = nextTag(clean, 0); tag !== undefined; tag = nextTag(clean, at)) {
    pieces.push(resolveReferences(clean.slice(at, tag.from).replace(/\s+/g, ' ')))
    if (BLOCKS.has(tag.name)) pieces.push('\n')
    const isHidden = HIDDEN.has(tag.name) && !tag.isEnd && !tag.isEmpty
    at = isHidden ? endOf(clean, tag.name, tag.to) : tag.to
  }
  pieces.push(resolveReferences(clean.slice(at).replace(/\s+/g, ' ')))
  const lines = pieces.join('').split('\n')
  return lines
    .map((line) => line.replace(/ +/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n')
}

/** @returns where an element ends whose text may look like tags. */
function endOf(html: string, name: string, from: number): number {
  const END = new RegExp(`</${name}`, 'gi')
  END.lastIndex = from
  return END.exec(html)?.index ?? html.length
}
