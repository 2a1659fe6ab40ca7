/**
 * The names of header fields of parts, in sets of which each holds the one before: regular
 * expressions' alternatives.
 */

/** What a part has once. */
const SINGLE = 'content-(?:type|id|location|disposition|transfer-encoding)'
/** What is recognized without its colon. */
const KNOWN = `${SINGLE}|content-(?:description|language|duration|base|md5)|mime-version`
/** What no text has at the start of a line, and what parts really have; after a dash at the end more comes. */
const CERTAIN_NAMES = ['content-', 'mime-version']
export const USUAL_NAMES: readonly string[] = [...CERTAIN_NAMES, 'x-', 'date', 'message-id']
const CERTAIN = /* @__PURE__ */ alternativesOf(CERTAIN_NAMES)
const USUAL = /* @__PURE__ */ alternativesOf(USUAL_NAMES)

function alternativesOf(names: readonly string[]): string {
  return names.map((name) => (name.endsWith('-') ? `${name}[\\w-]+` : name)).join('|')
}

const nameOf = (names: string): RegExp => new RegExp(`^(?:${names})$`, 'i')

/** The name of a field that a part has once. */
export const SINGLE_NAME: RegExp = /* @__PURE__ */ nameOf(SINGLE)
/** A line that was meant for a field that parts have, and lost its colon. */
export const DAMAGED_FIELD: RegExp = /* @__PURE__ */ new RegExp(`^(?:${KNOWN})\\b`, 'i')
/** The name of a field that no text has. */
export const CERTAIN_NAME: RegExp = /* @__PURE__ */ nameOf(CERTAIN)
/** A field that no text has: what comes before it is among headers. */
export const CERTAIN_FIELD: RegExp = /* @__PURE__ */ new RegExp(`^(?:${CERTAIN}):`, 'i')
/** A field that only parts have. */
export const CONTENT_FIELD: RegExp = /^content-[\w-]+[ \t]*:/i
/** The name of a field that parts really have. */
export const USUAL_NAME: RegExp = /* @__PURE__ */ nameOf(USUAL)
/** After a line of blanks: a field that parts have, or the rest of one. */
export const GOES_ON: RegExp = /* @__PURE__ */ new RegExp(
  `^(?:\\r?\\n|[ \\t]+[^ \\t\\r\\n]|(?:${USUAL})[ \\t]*:)`,
  'i',
)

/**
 * A field that a part may have besides, by its name and value. A line of text may start with a word
 * and a colon, too, but hardly so: `Re: lunch` and `Date: tomorrow` are none.
 */
export const LIKELY_FIELD: RegExp =
  /^(?:(?:from|to|cc|bcc|sender):.*@|date:.*\d:\d|message-id:\s*<|received:\s*(?:by|from)\b|(?!message-id:)\w+-[^:]+:)/i

/** A parameter of Content-Type or Content-Disposition at the start of a line. */
export const PARAMETER: RegExp =
  /^(?:(?:file)?name|boundary|charset|type|start(?:-info)?|format|delsp|size|(?:creation|modification|read)-date|report-type|protocol|micalg|codecs|profiles|version|level|method|access-type|x-[\w-]+)(?:\*\d{0,9}\*?)?[ \t]*=/i
