import { CR, DASH, isBlank, LF, latin1, lineEnd, nextLine } from './bytes.js'
import { isContentField, LONGEST_START, startsField } from './header-field.js'

/** How much of a field is looked at that is glued to a delimiter, of at most 72 characters. */
const GLUED_GLANCE = 72 + LONGEST_START
/** What may be a field of MIME, and the colon that makes it one: each word is gone over once. */
const WORD = /content-[\w-]+([ \t]*:)?/gi
const DELIMITER = /^--\S*\r?$/
const LEAST = 'content-x:'.length

/**
 * @param from where a preamble or an epilogue starts
 * @param end where it ends
 * @returns where something like a part starts in it: a field of MIME, perhaps others, and an empty line
 */
export function findStrayPart(bytes: Uint8Array, from: number, end: number): number | undefined {
  let start: number | undefined
  for (let at = from; at < end; ) {
    // A line may start with the CR of a line end that was damaged.
    if (bytes[at] === CR || (start === undefined && bytes[at] === LF)) {
      at += 1
      continue
    }
    const next = nextLine(bytes, at, end)
    let stop = lineEnd(bytes, at, next)
    while (stop > at && bytes[stop - 1] === CR) stop -= 1
    if (stop === at) return start
    if (!isBlank(bytes[at])) {
      if (startsPart(bytes, at, stop)) start ??= at
      else if (start !== undefined && !startsField(bytes, at)) start = undefined
    }
    at = next
  }
  return undefined
}

/** The least of a line is made a string: all of the body may be epilogue, and its lines short. */
function startsPart(bytes: Uint8Array, at: number, stop: number): boolean {
  if (stop - at < LEAST) return false
  if (bytes[at] === DASH) {
    return hasGluedField(latin1(bytes, at, Math.min(stop, at + GLUED_GLANCE)))
  }
  return isContentField(bytes, at, stop)
}

/** @returns whether a field of MIME follows what may be a delimiter, without a line end between them. */
function hasGluedField(line: string): boolean {
  WORD.lastIndex = 0
  for (let word = WORD.exec(line); word !== null; word = WORD.exec(line)) {
    if (word[1] !== undefined) return DELIMITER.test(line.slice(0, word.index))
  }
  return false
}
