/** An attribute of a start tag, as its sender wrote it. */
export interface ScannedAttribute {
  readonly name: string
  /** Where its name starts. */
  readonly start: number
  /** Where its value starts and ends, without the quotes; nothing is between them if it has none. */
  readonly from: number
  readonly to: number
  /** Where it ends, its closing quote included: the end of the text if that never comes. */
  readonly end: number
  /** It has a value that stands between quotes. */
  readonly isQuoted: boolean
  /** It has a `=`. */
  readonly isAssigned: boolean
}

/** A start tag, as far as it could be made out. */
export interface ScannedTag {
  readonly name: string
  /** Where it ends, its `>` included. */
  readonly end: number
  /** It ends with `/>`. */
  readonly isEmpty: boolean
  /** In order; none if something else stands among them. Scanned each time: there may be very many. */
  readonly attributes: Iterable<ScannedAttribute>
}

const NAME = /[A-Za-z_:\u0080-\ufffd][^\s<>/"'=“”]*/y
const ATTRIBUTE_NAME = /[^\s<>/"'=“”]+/y
const EQUALS = /\s*=\s*/y
/** What has no quotes around it: to the next blank. */
const UNQUOTED = /[^\s<>"'“”=]+/y
/** What follows a value: the end of the tag, or the next attribute. */
const AFTER_VALUE = /\s*\/?>|\s+[^\s=<>"'“”]+\s*=/y
const IS_QUOTE = /["'“”„‘’]/
/** An apostrophe as well: it may start a value that has no quotes. */
const APOSTROPHE = /[‘’]/

/**
 * @param at where a `<` stands
 * @returns the start tag there; undefined if there is none: no name follows, or a `<` or the end of
 * the text comes before its `>`
 */
export function scanStartTag(text: string, at: number): ScannedTag | undefined {
  const name = match(NAME, text, at + 1)
  if (name === undefined) return undefined
  const first = skipBlanks(text, at + 1 + name.length)
  let isClear = true
  let next = first
  for (;;) {
    const character = text[next]
    if (character === '>') {
      const isEmpty = text[next - 1] === '/'
      const attributes = {
        [Symbol.iterator]: () => attributesIn(text, first, isClear ? next : first),
      }
      return { name, end: next + 1, isEmpty, attributes }
    }
    if (character === undefined || character === '<') return undefined
    const attribute = scanAttribute(text, next)
    if (attribute === undefined && (character !== '/' || text[next + 1] !== '>')) isClear = false
    next = skipBlanks(text, attribute?.end ?? endOfStray(text, next))
  }
}

/** @returns the attributes in a tag that holds nothing else */
function* attributesIn(text: string, from: number, to: number): Generator<ScannedAttribute> {
  for (let next = from; next < to; ) {
    const attribute = scanAttribute(text, next)
    if (attribute !== undefined) yield attribute
    next = skipBlanks(text, attribute?.end ?? next + 1)
  }
}

/** An end tag. */
export interface ScannedEndTag {
  readonly name: string
  /** Where it ends, its `>` included. */
  readonly end: number
}

const END_TAG = /<\/([^\s<>/]+)\s*>/y

/** @returns the end tag at `at`; undefined if there is none. */
export function scanEndTag(text: string, at: number): ScannedEndTag | undefined {
  END_TAG.lastIndex = at
  const name = END_TAG.exec(text)?.[1]
  return name === undefined ? undefined : { name, end: END_TAG.lastIndex }
}

/** @returns the attribute at `start`; undefined if there is none */
function scanAttribute(text: string, start: number): ScannedAttribute | undefined {
  const name = match(ATTRIBUTE_NAME, text, start)
  if (name === undefined) return undefined
  const afterName = start + name.length
  const equals = match(EQUALS, text, afterName)
  const from = afterName + (equals === undefined ? 0 : equals.trimEnd().length)
  const none = { name, start, from, to: from, end: from, isQuoted: false, isAssigned: false }
  if (equals === undefined) return none
  const value = afterName + equals.length
  const quote = text.charAt(value)
  if (IS_QUOTE.test(quote)) {
    const to = closingQuote(text, quote, value + 1)
    if (to !== undefined) {
      return { name, start, from: value + 1, to, end: to + 1, isQuoted: true, isAssigned: true }
    }
    if (!APOSTROPHE.test(quote)) return { ...none, end: text.length }
  }
  const stop = value + (match(UNQUOTED, text, value)?.length ?? 0)
  // A slash before the end of the tag is the tag's.
  const end = text[stop] === '>' && text[stop - 1] === '/' ? stop - 1 : stop
  if (end === value) return { ...none, isAssigned: true }
  return { ...none, from: value, to: end, end, isAssigned: true }
}

/** @returns where what is no attribute ends: a slash, a value without a name, which may never end */
function endOfStray(text: string, at: number): number {
  const character = text.charAt(at)
  const last = IS_QUOTE.test(character) ? closingQuote(text, character, at + 1) : at
  return last === undefined ? text.length : last + 1
}

/** By `test`, since `exec` makes an array each time. */
function match(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at
  return pattern.test(text) ? text.slice(at, pattern.lastIndex) : undefined
}

const BLANKS = /\s*/y

function skipBlanks(text: string, at: number): number {
  BLANKS.lastIndex = at
  BLANKS.test(text)
  return BLANKS.lastIndex
}

/** @returns where the value that starts at `from` ends; undefined if a `<` comes first, or nothing */
function closingQuote(text: string, open: string, from: number): number | undefined {
  const isApostrophe = APOSTROPHE.test(open)
  const closers = isApostrophe ? /['‘’"<]/g : open === "'" ? /['‘’<]/g : /["”“<]/g
  closers.lastIndex = from
  for (let stop = closers.exec(text); stop !== null; stop = closers.exec(text)) {
    const [character] = stop
    if (character === '<' || (character === '"' && isApostrophe)) return undefined
    if (isPlainQuote(open) ? character === open : !isApostrophe) return stop.index
    // Within plain quotes a typographic one is text, and an apostrophe is, unless the tag goes on behind it.
    AFTER_VALUE.lastIndex = stop.index + 1
    if (AFTER_VALUE.test(text)) return stop.index
  }
  return undefined
}

/** @returns whether it is one of the two quotes of XML. */
export function isPlainQuote(character: string | undefined): boolean {
  return character === '"' || character === "'"
}
