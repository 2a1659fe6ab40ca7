/** What is an envelope, whatever comes in it, unless the boundary occurs that the request names; UTF-16 has a mark. */
const STARTS_AS_XML = /^[\s\x7f]*</
/** After a preamble: a line that could be a delimiter, but not the last, and what a part starts with. */
const COULD_BE_FIRST = /^--\S(?![^\n]*--[ \t\r]*\n)[^\n]*\n(?:\r?\n|[\w-]+[ \t]*:)/m
const DELIMITERS = /--=_boundary\.(\d+)(--)?[ \t]*(?:\r*\n|$)/g

/** A line that is a delimiter, or the end of a line that is one. */
export interface Delimiter {
  readonly start: number
  readonly next: number
  readonly isClose: boolean
}

/** @returns the delimiters of multiparts that are open where they stand, by the headers before them */
export function delimitersIn(text: string, contentType: string): Delimiter[] {
  const lines = [...text.matchAll(DELIMITERS)]
  const named = /=_boundary\.(\d+)/.exec(contentType)?.[1]
  const isThere = lines.some(({ 1: number }) => number === named)
  const isXml = STARTS_AS_XML.test(text)
  if (isXml && !/^multipart/i.test(contentType)) return []
  const first = isThere ? named : guessed(text, lines)
  if (first === undefined || (isXml && !isThere)) return []
  const open: (string | undefined)[] = [first]
  const delimiters: Delimiter[] = []
  for (const [i, { 0: line, 1: number, 2: dashes, index }] of lines.entries()) {
    const last = delimiters.at(-1)
    const before = text.slice(text.lastIndexOf('\n', index - 1) + 1, index)
    const isGlued = index > 0 && before !== ''
    // With dashes alone before it, it is the delimiter of another.
    if (isGlued && /^-+$/.test(before)) continue
    const found = { start: index, next: index + line.length, isClose: dashes !== undefined }
    if (isGlued && !isFollowed(text, found, last)) continue
    if (open.includes(number)) open.length = open.indexOf(number) + 1
    else {
      const after = lines.slice(i).map((each) => each[1])
      if (last === undefined || last.isClose) continue
      if (!isNamed(text.slice(last.next, index), number, after)) continue
      open.push(number)
    }
    delimiters.push(found)
  }
  return delimiters
}

/** @returns the boundary that is taken where none is named that occurs, if it is one of these lines' */
function guessed(text: string, lines: readonly RegExpMatchArray[]): string | undefined {
  const start = text.search(/\S/)
  const at = text.startsWith('--', start) ? start : text.search(COULD_BE_FIRST)
  return lines.find(({ index }) => index === at)?.[1]
}

/**
 * @param after the numbers of the boundaries that occur from here on
 * @returns whether the header fields that a part starts with name the boundary: the first there that occurs
 */
function isNamed(
  part: string,
  number: string | undefined,
  after: readonly (string | undefined)[],
): boolean {
  if (STARTS_AS_XML.test(part)) return false
  const [headers = ''] = part.trimStart().split(/\n\r*\n/, 1)
  const named = [...headers.matchAll(/boundary="?=_boundary\.(\d+)\b/gi)]
  return named.find(({ 1: name }) => after.includes(name))?.[1] === number
}

/** What comes after a delimiter that is glued to what is before it. */
const FOLLOWS = /(?:\r*\n|[\w-]+[ \t]*:|--=_boundary|$)/y

/** @returns whether what is glued to the line before is a delimiter: not within header fields */
function isFollowed(
  text: string,
  { start, next, isClose }: Delimiter,
  last: Delimiter | undefined,
): boolean {
  FOLLOWS.lastIndex = next
  if (!FOLLOWS.test(text)) return false
  // Another delimiter comes only after the last one of a multipart.
  if (!isClose && text.startsWith('--', next)) return false
  if (last === undefined || last.next === start) return true
  return /\n\r*\n/.test(text.slice(last.next, start).trimStart())
}
