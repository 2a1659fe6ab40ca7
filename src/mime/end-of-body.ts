import { CR, LF } from './bytes.js'
import type { Delimiter } from './delimiter-search.js'

/**
 * The line end before a delimiter is not of the body. Where the lines around end in a bare LF, a CR
 * before it is: it is the last byte of the content.
 *
 * @param headStart where the part's headers start, after a line
 * @param bodyStart where its body does
 * @returns where the body before the delimiter ends
 */
export function endOfBody(
  bytes: Uint8Array,
  headStart: number,
  bodyStart: number,
  { start, next }: Delimiter,
): number {
  if (start <= bodyStart || bytes[start - 1] !== LF) return start
  const before = Math.max(carriageReturns(bytes, headStart), carriageReturns(bytes, bodyStart))
  const after = bytes[next - 1] === LF ? carriageReturns(bytes, next) : before
  const most = Math.min(before, after) || Math.min(1, before + after)
  let end = start - 1
  while (start - 1 - end < most && bytes[end - 1] === CR) end -= 1
  return end
}

/** @returns how many CRs the line before `at` ends in, before its LF: more than two are none's habit. */
function carriageReturns(bytes: Uint8Array, at: number): number {
  if (bytes[at - 2] !== CR) return 0
  return bytes[at - 3] === CR ? 2 : 1
}
