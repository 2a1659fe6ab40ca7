import { splitName } from './prefixes.js'

const TAG_OR_CDATA = /<!\[CDATA\[|<(\/?)([^\s<>/]+)/g
const CDATA_END = ']]>'

/**
 * Finds where elements of some names end, as if all in them were text: to look for each by itself would
 * take as long as the text for each of them.
 */
export class OwnEnds {
  /** By where a start tag is, of those that no other of their name comes after before an end tag does. */
  readonly #ends = new Map<number, number | 'unclosed'>()

  /** @param isOne tells which names matter */
  constructor(text: string, isOne: (name: string) => boolean) {
    TAG_OR_CDATA.lastIndex = 0
    /** By name in lower case, where the start tag is that no tag of the name has come after. */
    const open = new Map<string, number>()
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
      if (isOne(local)) this.#add(local.toLowerCase(), tag.index, slash === '/', open)
    }
  }

  #add(name: string, at: number, isEnd: boolean, open: Map<string, number>): void {
    // Nobody asks where an end tag ends that no start tag is before.
    const start = open.get(name) ?? at
    if (isEnd) {
      this.#ends.set(start, at)
      open.delete(name)
    } else {
      this.#ends.delete(start)
      open.set(name, at)
      this.#ends.set(at, 'unclosed')
    }
  }

  /**
   * @param start where a start tag is
   * @returns where the end tag is that is its element's own; `unclosed` if there is none behind it; `start`
   * if that is unclear: another element of the name starts before, or a CDATA section seems to be around it
   */
  find(start: number): number | 'unclosed' {
    return this.#ends.get(start) ?? start
  }
}
