import { trimXml } from '../../soap/element.js'

/** What senders write for words of the schema, both in lower case. */
const SPELLINGS: ReadonlyMap<string, string> = /* @__PURE__ */ new Map([
  ['advertisment', 'advertisement'],
  ['canceled', 'cancelled'],
  ['unrecognized', 'unrecognised'],
])

/** @returns the word of an enumeration that is meant: in any case, and in a spelling that was seen */
export function wordIn<T extends string>(words: readonly T[], sent: string): T | undefined {
  const lower = trimXml(sent).toLowerCase()
  const meant = SPELLINGS.get(lower) ?? lower
  return words.find((word) => word.toLowerCase() === meant)
}
