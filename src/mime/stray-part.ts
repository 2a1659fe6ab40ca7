import { isBlank, latin1, lineEnd, nextLine } from './bytes.js'
import { readField } from './header-field.js'
import { CONTENT_FIELD } from './header-names.js'

/** How much of a line is looked at. */
const GLANCE = 80

/**
 * @param from where a preamble or an epilogue starts
 * @param end where it ends
 * @returns where something like a part starts in it: a field of MIME, perhaps others, and an empty line
 */
export function findStrayPart(bytes: Uint8Array, from: number, end: number): number | undefined {
  let start: number | undefined
  for (let at = from; at < end; ) {
    const next = Math.min(end, nextLine(bytes, at, end))
    const stop = lineEnd(bytes, at, next)
    if (stop === at) {
      if (start !== undefined) return start
    } else if (start === undefined || !isBlank(bytes[at])) {
      if (CONTENT_FIELD.test(latin1(bytes, at, Math.min(stop, at + GLANCE)))) start ??= at
      else if (start !== undefined && readField(bytes, at, stop, []) === undefined) {
        start = undefined
      }
    }
    at = next
  }
  return undefined
}
