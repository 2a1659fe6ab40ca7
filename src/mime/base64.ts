import { decodeRest, type Progress } from './base64-digits.js'
import { type BufferLike, decodeLines } from './base64-lines.js'

/** What a body held that was in a transfer encoding. */
export interface Decoded {
  readonly bytes: Uint8Array
  /** Index in the input of the first byte that deviates: had to be skipped or guessed at; absent if none. */
  readonly deviation?: number
}

// Below this, setting `Buffer` up takes longer than it saves.
const SMALL = 4096

/**
 * Takes a base64 body and returns its bytes, in memory of their own (RFC 2045 §6.8).
 *
 * Lines may have any length and any ending. It never fails. These deviate: bytes outside the
 * alphabet and `=` where none is due, ignored as the RFC asks; the `-` and `_` of base64url, taken
 * for `+` and `/`; data after padding, decoded as a new start; missing padding, noticed where the
 * input ends; and a single digit left over, dropped.
 */
export function decodeBase64(input: Uint8Array): Decoded {
  return decodeWith((globalThis as { Buffer?: BufferLike }).Buffer, input)
}

/** Does what `decodeBase64` does, faster where there is a `buffer`; exported for tests only. */
export function decodeWith(buffer: BufferLike | undefined, input: Uint8Array): Decoded {
  // Three more than there can be: even a quantum of one byte is written as four.
  const output = new Uint8Array(Math.floor(input.length * 0.75) + 3)
  const progress: Progress = { read: 0, written: 0, deviation: Number.POSITIVE_INFINITY }
  if (buffer !== undefined && input.length >= SMALL) decodeLines(buffer, input, output, progress)
  decodeRest(input, output, progress)
  const { written, deviation } = progress
  const bytes = output.subarray(0, written)
  return deviation > input.length ? { bytes } : { bytes, deviation }
}
