/**
 * What XML 1.0 §2.2 leaves out of its characters, lone surrogates aside: a regular expression's class.
 */
export const NO_CHARACTERS = '[\\0-\\x08\\x0b\\x0c\\x0e-\\x1f\\ufffe\\uffff]'
/** A decoder leaves no lone surrogates. */
const FORBIDDEN = /* @__PURE__ */ new RegExp(NO_CHARACTERS, 'g')

/** What a character that XML does not have is replaced by. */
export const REPLACEMENT = '\ufffd'

const RUN = /* @__PURE__ */ new RegExp(`${NO_CHARACTERS}+`, 'g')

/** @returns where characters are that XML does not have, those next to one another as one */
export function* forbiddenRuns(text: string): Generator<{ index: number; code: string }> {
  for (const { index } of text.matchAll(RUN)) {
    yield { index, code: text.charCodeAt(index).toString(16).toUpperCase().padStart(4, '0') }
  }
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
