/**
 * What a terminal would obey, or would show as something else than it is: controls, marks that turn
 * the direction of the text or have no width, separators of lines.
 */
const UNSAFE = /[\p{Cc}\p{Cf}\p{Surrogate}\u2028\u2029]/gu
/** The same, but for the line ends that JSON is laid out with. */
const UNSAFE_IN_JSON = /(?!\n)[\p{Cc}\p{Cf}\u2028\u2029]/gu

const SHORT: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' }

/** @returns the text as one line that is safe to print. */
export function escapeLine(text: string): string {
  return text.replace(UNSAFE, (character) => SHORT[character] ?? `\\u{${hex(character)}}`)
}

/** How many characters a line may have of what it shows. */
const WIDTH = 200
const HALF_CHARACTER = /[\ud800-\udbff]$/

/** @returns the text as one line that is safe to print, cut if it is long, and a note of that. */
export function shortLine(text: string): string {
  if (text.length <= WIDTH) return escapeLine(text)
  const start = text.slice(0, WIDTH).replace(HALF_CHARACTER, '')
  return `${escapeLine(start)}… (${text.length - start.length} more characters)`
}

/** @returns JSON, which escapes some characters itself, as what is safe to print and the same JSON. */
export function escapeJson(json: string): string {
  return json.replace(UNSAFE_IN_JSON, (character) => character.split('').map(escapeUnit).join(''))
}

/** @returns JSON's escape of a UTF-16 unit: a character beyond the first plane has two. */
function escapeUnit(unit: string): string {
  return `\\u${hex(unit).padStart(4, '0')}`
}

function hex(character: string): string {
  return (character.codePointAt(0) as number).toString(16)
}

/** Ways to print that colours can show. */
export interface Style {
  readonly title: (text: string) => string
  readonly faint: (text: string) => string
  readonly warning: (text: string) => string
  readonly refusal: (text: string) => string
}

/** @returns a style with colours (ECMA-48 §8.3.117), or one that leaves texts as they are. */
export function style(isColourful: boolean): Style {
  const sgr = (code: number) => (text: string) =>
    isColourful ? `\x1b[${code}m${text}\x1b[0m` : text
  return { title: sgr(1), faint: sgr(2), warning: sgr(33), refusal: sgr(31) }
}
