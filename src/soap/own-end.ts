import { splitName } from './prefixes.js'

const TAG_OR_CDATA = /<!\[CDATA\[|<(\/?)([^\s<>/]+)/g
const CDATA_END = ']]>'

interface TagPlace {
  readonly at: number
  readonly isEnd: boolean
}

/**
 * Finds where elements of some names end, as if all in them were text: to look for each by itself would
 * take as long as the text for each of them.
 */
export class OwnEnds {
  /** The tags of each name in lower case, in order. */
  readonly #tags = new Map<string, TagPlace[]>()
  /** Of each name, how many of its tags were passed: it is asked in rising order. */
  readonly #passed = new Map<string, number>()

  /** @param isOne tells which names matter */
  constructor(text: string, isOne: (name: string) => boolean) {
    TAG_OR_CDATA.lastIndex = 0
    let cdataEnd = 0
    for (let tag = TAG_OR_CDATA.exec(text); tag !== null; tag = TAG_OR_CDATA.exec(text)) {
      const [, slash, name] = tag
      if (name === undefined) {
        // Of a section that never ends nothing is skipped; nor is its end looked for again.
        if (cdataEnd >= 0) cdataEnd = text.indexOf(CDATA_END, TAG_OR_CDATA.lastIndex)
        if (cdataEnd >= 0) TAG_OR_CDATA.lastIndex = cdataEnd + CDATA_END.length
        continue
      }
      const { local } = splitName(name)
      if (isOne(local)) this.#tagsOf(local).push({ at: tag.index, isEnd: slash === '/' })
    }
  }

  #tagsOf(name: string): TagPlace[] {
    const key = name.toLowerCase()
    const known = this.#tags.get(key)
    if (known !== undefined) return known
    const tags: TagPlace[] = []
    this.#tags.set(key, tags)
    return tags
  }

  /**
   * @param start where the start tag is of an element of this name
   * @returns where the end tag is that is its own; `unclosed` if there is none behind it, `unclear` if
   * another element of the name starts before, or a CDATA section seems to be around it
   */
  find(name: string, start: number): number | 'unclosed' | 'unclear' {
    const key = name.toLowerCase()
    const tags = this.#tagsOf(key)
    let passed = this.#passed.get(key) ?? 0
    while ((tags[passed]?.at ?? start) < start) passed += 1
    this.#passed.set(key, passed)
    if (tags[passed]?.at !== start) return 'unclear'
    const next = tags[passed + 1]
    if (next === undefined) return 'unclosed'
    return next.isEnd ? next.at : 'unclear'
  }
}
