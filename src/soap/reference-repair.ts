import { REPLACEMENT } from './characters.js'
import type { Deviations } from './deviations.js'
import type { Edits } from './edits.js'

const REFERENCE = /&(?:amp|lt|gt|quot|apos|#0*(\d{1,7})|#x0*([\da-fA-F]{1,6}));/y

/**
 * Repairs what starts with an `&`: one that starts no reference, and references to what is no character.
 * Two to the halves of a pair of surrogates are one character, as writers mean it that escape UTF-16
 * unit by unit.
 *
 * @param at where the `&` stands
 * @returns where to look on
 */
export function repairReference(
  text: string,
  at: number,
  edits: Edits,
  deviations: Deviations,
): number {
  const reference = scanReference(text, at)
  if (reference === undefined) {
    deviations.add('ampersand-bare', 'An & that starts no reference; read as it is.', at)
    edits.replace(at, at + 1, '&amp;')
    return at + 1
  }
  const { code, end } = reference
  if (code === undefined || isXmlCharacter(code)) return end
  const low = isSurrogate(code, HIGH) ? scanReference(text, end) : undefined
  if (low?.code !== undefined && isSurrogate(low.code, LOW)) {
    const character = String.fromCharCode(code, low.code)
    const what = () =>
      `${text.slice(at, low.end)} are the halves of a character; read as ${character}.`
    deviations.add('character-forbidden', what, at)
    edits.replace(at, low.end, character)
    return low.end
  }
  const what = () => `${text.slice(at, end)} is not a character of XML; replaced by U+FFFD.`
  deviations.add('character-forbidden', what, at)
  edits.replace(at, end, REPLACEMENT)
  return end
}

/** @returns the reference at `at`, of a character by its code; undefined if there is none */
function scanReference(
  text: string,
  at: number,
): { readonly code: number | undefined; readonly end: number } | undefined {
  REFERENCE.lastIndex = at
  const match = REFERENCE.exec(text)
  if (match === null) return undefined
  const [reference, decimal, hexadecimal] = match
  const digits = decimal ?? hexadecimal
  const radix = decimal === undefined ? 16 : 10
  const code = digits === undefined ? undefined : Number.parseInt(digits, radix)
  return { code, end: at + reference.length }
}

/** Where the halves of pairs of surrogates start; there are 1,024 of each. */
const HIGH = 0xd800
const LOW = 0xdc00

function isSurrogate(code: number, first: number): boolean {
  return code >= first && code < first + 0x400
}

/** Char of XML 1.0 §2.2. */
function isXmlCharacter(code: number): boolean {
  if (code < 0x20) return code === 0x09 || code === 0x0a || code === 0x0d
  return (
    code <= 0xd7ff || (code >= 0xe000 && code <= 0xfffd) || (code >= 0x10000 && code <= 0x10ffff)
  )
}
