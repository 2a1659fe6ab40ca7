import { CR, LF } from './bytes.js'

/** What a base64 body held. */
export interface Decoded {
  readonly bytes: Uint8Array
  /** Index in the input of the first byte that had to be skipped or guessed at; absent if none. */
  readonly noise?: number
}

/** What is used of Node's `Buffer`, spelt out because the library compiles without Node's types. */
export interface BufferLike {
  from(memory: ArrayBufferLike, offset: number, length: number): BufferBytes
}

interface BufferBytes {
  toString(encoding: 'latin1', start: number, end: number): string
  write(text: string, offset: number, encoding: 'base64'): number
}

const CRLF = 0x0d0a

// Below this, setting `Buffer` up takes longer than it saves.
const SMALL = 4096
// Bounds the strings that `Buffer` needs on the way.
const CHUNK = 65536
// 998 and CRLF (RFC 5322 §2.1.1); a body without a line end by then is taken for a single line.
const LONGEST_LINE = 1000

// What a byte stands for: the value of a digit, one of these, or URL_SAFE with the value of a digit.
const BLANK = 64
const PAD = 65
const JUNK = 66
const URL_SAFE = 128
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
const MEANINGS: Uint8Array = /* @__PURE__ */ meaningsOfBytes()

function meaningsOfBytes(): Uint8Array {
  const meanings = new Uint8Array(256).fill(JUNK)
  for (let value = 0; value < 64; value++) meanings[ALPHABET.charCodeAt(value)] = value
  for (const blank of ' \t\r\n') meanings[blank.charCodeAt(0)] = BLANK
  meanings['='.charCodeAt(0)] = PAD
  meanings['-'.charCodeAt(0)] = URL_SAFE | 62
  meanings['_'.charCodeAt(0)] = URL_SAFE | 63
  return meanings
}

// The value of two digits at once, by their bytes as one little-endian number; -1 for other bytes.
function valuesOfPairs(): Int16Array {
  const values = new Int16Array(65536).fill(-1)
  for (let pair = 0; pair < 64 * 64; pair++) {
    values[ALPHABET.charCodeAt(pair >> 6) | (ALPHABET.charCodeAt(pair & 63) << 8)] = pair
  }
  return values
}

/**
 * Takes a base64 body and returns its bytes, in memory of their own (RFC 2045 §6.8).
 *
 * Lines may have any length and any ending. It never fails. These are noise: bytes outside the
 * alphabet and `=` where none is due, ignored as the RFC asks; the `-` and `_` of base64url, taken
 * for `+` and `/`; data after padding, decoded as a new start; missing padding, noticed where the
 * input ends; and a single digit left over, dropped.
 */
export function decodeBase64(input: Uint8Array): Decoded {
  return decodeWith((globalThis as { Buffer?: BufferLike }).Buffer, input)
}

/** @returns whether at least half of the bytes that are no blanks are of base64's alphabet. */
export function isMostlyBase64(input: Uint8Array): boolean {
  let [digits, others] = [0, 0]
  for (const byte of input) {
    const meaning = MEANINGS[byte] as number
    if (meaning === JUNK) others += 1
    else if (meaning !== BLANK) digits += 1
  }
  return digits >= others
}

/** How far decoding has come, in bytes of the input and of the output: always whole quanta. */
interface Progress {
  read: number
  written: number
}

/** Does what `decodeBase64` does, faster where there is a `buffer`; exported for tests only. */
export function decodeWith(buffer: BufferLike | undefined, input: Uint8Array): Decoded {
  // Three more than there can be: even a quantum of one byte is written as four.
  const output = new Uint8Array(Math.floor(input.length * 0.75) + 3)
  const useBuffer = buffer !== undefined && input.length >= SMALL
  return decodeRest(
    input,
    output,
    useBuffer ? decodeLines(buffer, input, output) : { read: 0, written: 0 },
  )
}

/** Decodes with `buffer` for as long as the lines are all like the first one and hold only digits. */
function decodeLines(buffer: BufferLike, input: Uint8Array, output: Uint8Array): Progress {
  const source = buffer.from(input.buffer, input.byteOffset, input.length)
  const target = buffer.from(output.buffer, 0, output.length)
  const view = new DataView(input.buffer, input.byteOffset, input.length)
  const line = firstLine(input)

  let [read, written] = [0, 0]
  for (;;) {
    // Four lines hold whole quanta, whatever their length.
    const lines = 4 * Math.floor(Math.min(CHUNK, input.length - read) / line.length / 4)
    const end = read + lines * line.length
    if (lines === 0 || !linesEnd(view, read, end, line)) break
    const text = source.toString('latin1', read, end)
    // `write` takes these two for digits, and skips other noise: then it writes less.
    if (text.includes('-') || text.includes('_')) break
    const size = (lines * (line.length - line.ending) * 3) / 4
    if (target.write(text, written, 'base64') !== size) break
    read = end
    written += size
  }
  return { read, written }
}

/** The length of a line with its ending, which is 0 bytes for none, 1 for LF, 2 for CRLF. */
interface Line {
  readonly length: number
  readonly ending: 0 | 1 | 2
}

function firstLine(input: Uint8Array): Line {
  const feed = input.subarray(0, LONGEST_LINE).indexOf(LF)
  if (feed < 1) return { length: LONGEST_LINE, ending: 0 }
  return { length: feed + 1, ending: input[feed - 1] === CR ? 2 : 1 }
}

/** Tells whether all lines from `start` to `end` have the ending of `line`. */
function linesEnd(input: DataView, start: number, end: number, line: Line): boolean {
  const mask = 0xffff >> (8 * (2 - line.ending))
  for (let at = start + line.length - 2; at < end; at += line.length) {
    if ((input.getUint16(at) & mask) !== (CRLF & mask)) return false
  }
  return true
}

/** Decodes what is left to decode, and returns all the bytes. */
function decodeRest(input: Uint8Array, output: Uint8Array, progress: Progress): Decoded {
  const source = new DataView(input.buffer, input.byteOffset, input.length)
  const target = new DataView(output.buffer)
  decodeQuanta(source, target, progress)
  let noise = input.length + 1
  // The open quantum: its digits, how many there are, and where the last one was.
  let [bits, count, last] = [0, 0, 0]
  // After a padded quantum, how many more `=` it should have; else -1.
  let due = -1

  while (progress.read < input.length) {
    const i = progress.read++
    const meaning = MEANINGS[input[i] as number] as number
    if (meaning === BLANK) continue
    if (meaning === PAD && due > 0) {
      due--
    } else if (meaning === PAD && count > 1) {
      close(target, progress, bits, count)
      due = 3 - count
      count = 0
    } else if (meaning === PAD || meaning === JUNK) {
      noise = Math.min(noise, i)
    } else {
      if (meaning >= URL_SAFE || due >= 0) noise = Math.min(noise, i)
      due = -1
      bits = (bits << 6) | (meaning & 63)
      last = i
      if (++count < 4) continue
      close(target, progress, bits, count)
      count = 0
      decodeQuanta(source, target, progress)
    }
  }

  if (count > 1) close(target, progress, bits, count)
  if (count > 1 || due > 0) noise = Math.min(noise, input.length)
  if (count === 1) noise = Math.min(noise, last)
  const bytes = output.subarray(0, progress.written)
  return noise > input.length ? { bytes } : { bytes, noise }
}

/** Decodes for as long as there are whole quanta, with nothing but blanks between them. */
const decodeQuanta = /* @__PURE__ */ quantaDecoder(/* @__PURE__ */ valuesOfPairs(), MEANINGS)

// The tables are arguments and the start is made unsigned for V8's sake, which else takes 1.4 times as
// long: to it an argument is a constant, but not what bundlers make of a module's constants, a `var`.
function quantaDecoder(pairs: Int16Array, meanings: Uint8Array) {
  return (source: DataView, target: DataView, progress: Progress): void => {
    const last = source.byteLength - 4
    let i = progress.read >>> 0
    let offset = progress.written >>> 0
    while (i <= last) {
      const four = source.getInt32(i, true)
      const quantum = ((pairs[four & 0xffff] as number) << 12) | (pairs[four >>> 16] as number)
      if (quantum >= 0) {
        target.setInt32(offset, quantum << 8)
        i += 4
        offset += 3
      } else if (meanings[four & 0xff] === BLANK) {
        i++
      } else {
        break
      }
    }
    progress.read = i
    progress.written = offset
  }
}

/** Writes the bytes that the last `count` digits of `bits` hold. */
function close(target: DataView, progress: Progress, bits: number, count: number): void {
  target.setInt32(progress.written, bits << (32 - 6 * count))
  progress.written += count - 1
}
