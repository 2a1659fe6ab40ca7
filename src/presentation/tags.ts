/** A tag of markup that need not be well-formed. */
export interface Tag {
  /** In lower case, without prefix. */
  readonly name: string
  readonly isEnd: boolean
  /** It is a start tag that no end tag is due for: `<img/>`. */
  readonly isEmpty: boolean
  /** Names in lower case, without prefix; references in the values resolved. */
  readonly attributes: ReadonlyMap<string, string>
  /** Where it starts in the text, and where the text goes on. */
  readonly from: number
  readonly to: number
}

/** What is no tag and holds none, and what ends it. */
const SKIPPED = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
] as const
/** An XML declaration, whose last `?` may be missing. */
const XML_DECLARATION = /<\?xml\s[^<>]*>/y
/** Within a DOCTYPE and its subset: what may hide a `>`, and what tells where it ends. */
const IN_DOCTYPE = /["'[\]>]|<!--|<\?/g
const HIDING = { '"': '"', "'": "'", '<!--': '-->', '<?': '?>' } as const

const TAG_NAME = /<(\/?)(?:[\p{L}_][^\s/>="'<:]*:)?([\p{L}_][^\s/>="'<:]*)/uy
const ATTRIBUTE =
  /(?:[^\s=/>"'<:]+:)?([^\s=/>"'<:]+)(?:\s*=\s*(?:"([^"<]*)"|'([^'<]*)'|([^\s"'<>]+)))?/y

/**
 * @param text markup, or anything
 * @param from where to start
 * @returns the next tag; comments, CDATA sections, processing instructions and document types are
 * skipped, to the end of the text if they have none
 */
export function nextTag(text: string, from: number): Tag | undefined {
  let at = text.indexOf('<', from)
  while (at >= 0) {
    const after = afterSkipped(text, at)
    const tag = after === at ? readTag(text, at) : undefined
    if (tag !== undefined) return tag
    at = text.indexOf('<', Math.max(after, at + 1))
  }
  return undefined
}

/** @returns where the text goes on after what is no tag; `at` if there may be one. */
export function afterSkipped(text: string, at: number): number {
  XML_DECLARATION.lastIndex = at
  if (XML_DECLARATION.test(text)) return XML_DECLARATION.lastIndex
  for (const [open, close] of SKIPPED) {
    if (text.startsWith(open, at)) return afterNext(text, close, at + open.length)
  }
  return text.startsWith('<!', at) ? afterDoctype(text, at + 2) : at
}

function afterNext(text: string, close: string, from: number): number {
  const end = text.indexOf(close, from)
  return end < 0 ? text.length : end + close.length
}

function afterDoctype(text: string, from: number): number {
  let depth = 0
  IN_DOCTYPE.lastIndex = from
  for (let found = IN_DOCTYPE.exec(text); found !== null; found = IN_DOCTYPE.exec(text)) {
    const [what] = found
    if (what === '>' && depth === 0) return IN_DOCTYPE.lastIndex
    if (what === '[') depth += 1
    else if (what === ']') depth = 0
    else if (what !== '>') {
      const close = HIDING[what as keyof typeof HIDING]
      IN_DOCTYPE.lastIndex = afterNext(text, close, IN_DOCTYPE.lastIndex)
    }
  }
  return text.length
}

/** Reads on where an attribute is not one; a tag that the end of the text cuts off is one, too. */
function readTag(text: string, from: number): Tag | undefined {
  TAG_NAME.lastIndex = from
  const named = TAG_NAME.exec(text)
  if (named === null) return undefined
  const [, slash, name = ''] = named
  const attributes = new Map<string, string>()
  let to = TAG_NAME.lastIndex
  while (to < text.length && text[to] !== '>' && text[to] !== '<') {
    ATTRIBUTE.lastIndex = to
    const [sent = '', attribute, double, single, bare] = ATTRIBUTE.exec(text) ?? []
    to += Math.max(sent.length, 1)
    const value = double ?? single ?? (text[to] === '>' ? bare?.replace(/\/$/, '') : bare)
    const key = attribute?.toLowerCase()
    if (key === undefined || value === undefined || attributes.has(key)) continue
    attributes.set(key, resolveReferences(value))
  }
  const isEmpty = text[to - 1] === '/'
  if (text[to] === '>') to += 1
  return { name: name.toLowerCase(), isEnd: slash === '/', isEmpty, attributes, from, to }
}

const REFERENCE = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|(amp|lt|gt|quot|apos|nbsp));/gi
const CHARACTERS: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
}
const LAST_CHARACTER = 0x10ffff

/** @returns the text with XML's five references, `&nbsp;` and those by number resolved, none else. */
export function resolveReferences(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(REFERENCE, (sent, decimal, hex, name) => {
    if (name !== undefined) return CHARACTERS[name.toLowerCase()] as string
    const number = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal)
    return number > 0 && number <= LAST_CHARACTER ? String.fromCodePoint(number) : sent
  })
}
