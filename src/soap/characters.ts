/**
 * What XML 1.0 §2.2 leaves out of its characters, lone surrogates aside: a regular expression's class.
 */
export const NO_CHARACTERS = '[\\0-\\x08\\x0b\\x0c\\x0e-\\x1f\\ufffe\\uffff]'
/** A decoder leaves no lone surrogates. */
const FORBIDDEN = /* @__PURE__ */ new RegExp(NO_CHARACTERS, 'g')

/** What a character that XML does not have is replaced by. */
export const REPLACEMENT = '\ufffd'

/** @returns where the first character is that XML does not have; below 0 if there is none */
export function findForbidden(text: string): number {
  return text.search(FORBIDDEN)
}

/**
 * Replaces the characters that XML does not have, each by one other. After the last tag, where C
 * programs leave NULs, that is a space: nothing but white space may be there.
 */
export function withoutForbidden(text: string): string {
  const end = text.lastIndexOf('>') + 1
  return (
    text.slice(0, end).replace(FORBIDDEN, REPLACEMENT) + text.slice(end).replace(FORBIDDEN, ' ')
  )
}
