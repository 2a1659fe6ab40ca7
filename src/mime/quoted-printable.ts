import type { Decoded } from './base64.js'
import { CR, EQUALS, hexPair, isBlank, LF, SPACE } from './bytes.js'

/**
 * Decodes a quoted-printable body (RFC 2045 §6.7). Blanks at the end of a line are transport's and
 * go; a `=` that starts neither a soft line break nor two hexadecimal digits stays as it is.
 *
 * @param input the encoded bytes
 * @returns the decoded bytes and, if a `=` had to be left alone, where the first one is
 */
export function decodeQuotedPrintable(input: Uint8Array): Decoded {
  const bytes = new Uint8Array(input.length)
  let length = 0
  let deviation = -1
  /** Where output since the last byte that is no blank starts: what a line end takes back. */
  let solid = 0
  for (let at = 0; at < input.length; ) {
    const byte = input[at] as number
    if (byte === EQUALS) {
      const isBreak = (input[at + 1] ?? SPACE) <= SPACE
      const value = isBreak ? -1 : hexPair(input, at + 1)
      const next = isBreak ? afterSoftBreak(input, at + 1) : 0
      if (next > 0) {
        at = next
      } else {
        if (value < 0 && deviation < 0) deviation = at
        bytes[length++] = value < 0 ? EQUALS : value
        at += value < 0 ? 1 : 3
      }
      solid = length
    } else if (byte === LF || (byte === CR && input[at + 1] === LF)) {
      length = solid
      bytes[length++] = byte
      if (byte === CR) bytes[length++] = LF
      at += byte === CR ? 2 : 1
      solid = length
    } else {
      bytes[length++] = byte
      if (!isBlank(byte)) solid = length
      at += 1
    }
  }
  // The end of the body is the end of a line as well.
  const decoded = bytes.subarray(0, solid)
  return deviation < 0 ? { bytes: decoded } : { bytes: decoded, deviation }
}

/** @returns where the line after a soft line break starts, if blanks and a line end are at `from`; else 0. */
function afterSoftBreak(input: Uint8Array, from: number): number {
  let at = from
  while (isBlank(input[at])) at += 1
  if (at >= input.length) return at
  const byte = input[at]
  if (byte === LF) return at + 1
  return byte === CR && input[at + 1] === LF ? at + 2 : 0
}
