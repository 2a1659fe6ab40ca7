import type { Attachment } from '../attachment.js'

/** @returns a reference or an id without what may be around it: `cid:`, angle brackets, quotes. */
export function bareName(sent: string): string {
  return sent
    .trim()
    .replace(/^"?<?/, '')
    .replace(/^cid:/i, '')
    .replace(/^"?<?/, '')
    .replace(/>?"?$/, '')
    .trim()
}

/** The forms in which a reference and a name are compared, each made of the one before. */
export const FORMS: readonly ((name: string) => string)[] = [
  bareName,
  percentDecode,
  (name) => name.toLowerCase(),
  (name) => name.slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1),
]
/** How many of them leave a name what it is. */
export const EXACT_FORMS = 2

function percentDecode(name: string): string {
  try {
    return decodeURIComponent(name)
  } catch {
    return name
  }
}

/** @returns a name without its extension; as it is if it has none, or nothing else. */
export function withoutExtension(name: string): string {
  const dot = name.lastIndexOf('.')
  return dot > 0 ? name.slice(0, dot) : name
}

const FILE_NAME = /;\s*filename\s*=\s*(?:"([^"]*)"|([^\s;]+))/i

/** One of the things that a part is called, and which of them it is. */
export type Name = readonly [kind: number, name: string]

/** @returns what a part is called: Content-ID, Content-Location, name, and another name of its file. */
export function namesOf(attachment: Attachment): Name[] {
  const { contentId, contentLocation, name, parameters, headers } = attachment
  const disposition = headers?.get('content-disposition')?.[0] ?? ''
  const [, quoted, bare] = FILE_NAME.exec(disposition) ?? []
  const names = [contentId, contentLocation, name, quoted ?? bare ?? parameters['filename']]
  return names.flatMap((one, kind) => (one === undefined ? [] : [[kind, one] as const]))
}

const BY_ID = [0, 1, 2, 3]
const BY_LOCATION = [1, 2, 3, 0]

/** @returns in which order the kinds of names count for a reference. */
export function nameOrder(src: string): readonly number[] {
  return /^\s*<?cid:/i.test(src) ? BY_ID : BY_LOCATION
}

/** It names what is not in the message. Nothing is fetched. */
const ELSEWHERE = /^\s*(?:data:|(?!cid:)[a-z][a-z\d+.-]*:\/\/)/i

/** @returns whether a reference is to the world outside, and no misspelling of a part's name. */
export function isElsewhere(src: string): boolean {
  return ELSEWHERE.test(src)
}

/** @returns whether a text's `src` is the text itself, as python-messaging writes it. */
export function isWords(src: string): boolean {
  return /\S\s+\S/.test(src) && !/\.txt\s*$/i.test(src)
}
