/**
 * What a terminal, an editor or a log would obey, or show as something else than it is: controls (Cc),
 * format characters (Cf: they turn the direction of text, or have no width), separators of lines, halves
 * of characters. They stand as ranges: to look up what has a property takes an engine milliseconds.
 */
const CHARACTERS =
  '\\0-\\x1f\\x7f-\\x9f\\xad\\u0600-\\u0605\\u061c\\u06dd\\u070f\\u0890\\u0891\\u08e2\\u180e' +
  '\\u200b-\\u200f\\u2028-\\u202e\\u2060-\\u206f\\ufeff\\ufff9-\\ufffb\\ud800-\\udfff' +
  '\\u{110bd}\\u{110cd}\\u{13430}-\\u{1343f}\\u{1bca0}-\\u{1bca3}\\u{1d173}-\\u{1d17a}' +
  '\\u{e0001}\\u{e0020}-\\u{e007f}'
const UNSAFE = /* @__PURE__ */ new RegExp(`[${CHARACTERS}]`, 'u')
const ALL_UNSAFE = /* @__PURE__ */ new RegExp(UNSAFE, 'gu')

/** @returns whether the text can be shown as it is, in a line */
export function isSafe(text: string): boolean {
  return !UNSAFE.test(text)
}

/** @returns the text with what is not safe to show as escapes of JavaScript: `\u{202e}` */
export function escapeUnsafe(text: string): string {
  if (isSafe(text)) return text
  return text.replace(ALL_UNSAFE, (unsafe) => {
    const code = unsafe.codePointAt(0) as number
    return `\\u{${code.toString(16)}}`
  })
}

/** Half of a character, or of an escape. */
const HALF = /(?:[\ud800-\udbff]|\\(?:u\{?[\da-f]*)?)$/

/** @returns the text as a line of a log, at most so long. */
export function logLine(text: string, longest: number): string {
  if (text.length <= longest && isSafe(text)) return text
  // Before it is escaped: a text may be longer than a message by far.
  const line = escapeUnsafe(text.slice(0, longest + 1))
  return line.length <= longest ? line : `${line.slice(0, longest - 1).replace(HALF, '')}…`
}
