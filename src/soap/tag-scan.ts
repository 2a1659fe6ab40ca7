/** A start tag, as far as it could be made out. */
export interface ScannedTag {
  readonly name: string
  /** Where its `>` is. */
  readonly end: number
  /** Where typographic quotes stand for plain ones. */
  readonly typographic: readonly number[]
}

const NAME = /[A-Za-z_:\u0080-\ufffd][^\s<>/"'=“”]*/y
/** What follows a value: the end of the tag, or the next attribute. */
const AFTER_VALUE = /\s*\/?>|\s+[^\s=<>"'“”]+\s*=/y
const IS_TYPOGRAPHIC = /[“”]/

/**
 * @param at where a `<` stands
 * @returns the start tag there; undefined if there is none: no name follows, or a `<` or the end of
 * the text comes before its `>`
 */
export function scanStartTag(text: string, at: number): ScannedTag | undefined {
  NAME.lastIndex = at + 1
  const name = NAME.exec(text)?.[0]
  if (name === undefined) return undefined
  const stops = /[<>"'“”]/g
  stops.lastIndex = at + 1 + name.length
  const typographic: number[] = []
  for (let stop = stops.exec(text); stop !== null; stop = stops.exec(text)) {
    const [character] = stop
    if (character === '>') return { name, end: stop.index, typographic }
    const close = character === '<' ? -1 : closingQuote(text, character, stop.index + 1)
    if (close < 0) return undefined
    for (const quote of [stop.index, close]) {
      if (IS_TYPOGRAPHIC.test(text.charAt(quote))) typographic.push(quote)
    }
    stops.lastIndex = close + 1
  }
  return undefined
}

/** @returns where the value that starts at `from` ends; one below 0 if a `<` comes first. */
function closingQuote(text: string, open: string, from: number): number {
  const closers = open === "'" ? /['<]/g : /["”“<]/g
  closers.lastIndex = from
  for (let stop = closers.exec(text); stop !== null; stop = closers.exec(text)) {
    const [character] = stop
    if (character === '<') return -1
    // Within plain quotes a typographic one is text, unless the tag goes on behind it.
    AFTER_VALUE.lastIndex = stop.index + 1
    if (character === open || open !== '"' || AFTER_VALUE.test(text)) return stop.index
  }
  return -1
}
