/**
 * The names of header fields of parts, in sets of which each holds the one before: regular
 * expressions' alternatives.
 */

/** What a part has once. */
const SINGLE = 'content-(?:type|id|location|disposition|transfer-encoding)'
/** What is recognized without its colon. */
const KNOWN = `${SINGLE}|content-(?:description|language|duration|base|md5)|mime-version`
/** What no text has at the start of a line. */
const CERTAIN = String.raw`content-[\w-]+|mime-version`
/** What parts really have. */
const USUAL = String.raw`${CERTAIN}|x-[\w-]+|date|message-id`

const nameOf = (names: string): RegExp => new RegExp(`^(?:${names})$`, 'i')

/** The name of a field that a part has once. */
export const SINGLE_NAME: RegExp = nameOf(SINGLE)
/** A line that was meant for a field that parts have, and lost its colon. */
export const DAMAGED_FIELD: RegExp = new RegExp(String.raw`^(?:${KNOWN})\b`, 'i')
/** The name of a field that no text has. */
export const CERTAIN_NAME: RegExp = nameOf(CERTAIN)
/** A field that no text has: what comes before it is among headers. */
export const CERTAIN_FIELD: RegExp = new RegExp(`^(?:${CERTAIN}):`, 'i')
/** The name of a field that parts really have. */
export const USUAL_NAME: RegExp = nameOf(USUAL)
/** After a line of blanks: a field that parts have, or the rest of one. */
export const GOES_ON: RegExp = new RegExp(
  String.raw`^(?:\r?\n|[ \t]+[^ \t\r\n]|(?:${USUAL})[ \t]*:)`,
  'i',
)
