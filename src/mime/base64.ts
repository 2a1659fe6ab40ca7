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

const CR = 0x0d
const LF = 0x0a

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
const MEANINGS: Uint8Array = new Uint8Array(256).fill(JUNK)
// The value of two digits at once, by their bytes as one little-endian number; -1 for other bytes.
const PAIRS: Int16Array = new Int16Array(65536).fill(-1)

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
for (let pair = 0; pair < 64 * 64; pair++) {
  PAIRS[ALPHABET.charCodeAt(pair >> 6) | (ALPHABET.charCodeAt(pair & 63) << 8)] = pair
}
for (let value = 0; value < 64; value++) MEANINGS[ALPHABET.charCodeAt(value)] = value
for (const blank of ' \t\r\n') MEANINGS[blank.charCodeAt(0)] = BLANK
MEANINGS['='.charCodeAt(0)] = PAD
MEANINGS['-'.charCodeAt(0)] = URL_SAFE | 62
MEANINGS['_'.charCodeAt(0)] = URL_SAFE | 63

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

/** Does what `decodeBase64` does, faster where there is a `buffer`; exported for tests only. */
export function decodeWith(buffer: BufferLike | undefined, input: Uint8Array): Decoded {
  // Three more than there can be: even a quantum of one byte is written as four.
  const output = new Uint8Array(Math.floor(input.length * 0.75) + 3)
  const useBuffer = buffer !== undefined && input.length >= SMALL
  const [read, written] = useBuffer ? decodeLines(buffer, input, output) : [0, 0]
  return decodeRest(input, output, read, written)
}

/**
 * Decodes with `buffer` for as long as the lines are all like the first one and hold only digits.
 * Returns how much was read and written by then: always whole quanta.
 */
function decodeLines(
  buffer: BufferLike,
  input: Uint8Array,
  output: Uint8Array,
): [read: number, written: number] {
  const source = buffer.from(input.buffer, input.byteOffset, input.length)
  const target = buffer.from(output.buffer, 0, output.length)
  const feed = input.subarray(0, LONGEST_LINE).indexOf(LF)
  const ending = feed < 0 ? 0 : input[feed - 1] === CR ? 2 : 1
  const stride = feed < 0 ? LONGEST_LINE : feed + 1

  let [read, written] = [0, 0]
  for (;;) {
    // Four lines hold whole quanta, whatever their length.
    const lines = 4 * Math.floor(Math.min(CHUNK, input.length - read) / stride / 4)
    const end = read + lines * stride
    if (lines === 0 || !linesEnd(input.subarray(read, end), stride, ending)) break
    const text = source.toString('latin1', read, end)
    // `write` takes these two for digits, and skips other noise: then it writes less.
    if (text.includes('-') || text.includes('_')) break
    const size = (lines * (stride - ending) * 3) / 4
    if (target.write(text, written, 'base64') !== size) break
    read = end
    written += size
  }
  return [read, written]
}

/** Tells whether lines of `stride` bytes all have the `ending`: 0 for none, 1 for LF, 2 for CRLF. */
function linesEnd(lines: Uint8Array, stride: number, ending: number): boolean {
  for (let last = stride - 1; last < lines.length; last += stride) {
    if (ending > 0 && lines[last] !== LF) return false
    if (ending > 1 && lines[last - 1] !== CR) return false
  }
  return true
}

/** Takes how much was read and written already, decodes the rest, and returns all the bytes. */
function decodeRest(input: Uint8Array, output: Uint8Array, read: number, written: number): Decoded {
  const source = new DataView(input.buffer, input.byteOffset, input.length)
  const target = new DataView(output.buffer)
  let size = written
  let noise = input.length + 1
  // The open quantum: its digits, how many there are, and where the last one was.
  let [bits, count, last] = [0, 0, 0]
  // After a padded quantum, how many more `=` it should have; else -1.
  let due = -1

  for (let i = read; i < input.length; i++) {
    const meaning = MEANINGS[input[i] as number] as number
    if (meaning === BLANK) continue
    if (meaning < BLANK && count === 0 && due < 0) {
      const end = decodeQuanta(source, i, target, size)
      if (end > i) {
        size += ((end - i) * 3) / 4
        i = end - 1
        continue
      }
    }
    if (meaning === PAD && due > 0) {
      due--
    } else if (meaning === PAD && count > 1) {
      size += closeQuantum(target, size, bits, count)
      due = 3 - count
      count = 0
    } else if (meaning === PAD || meaning === JUNK) {
      noise = Math.min(noise, i)
    } else {
      if (meaning >= URL_SAFE || due >= 0) noise = Math.min(noise, i)
      due = -1
      bits = (bits << 6) | (meaning & 63)
      last = i
      if (++count === 4) {
        size += closeQuantum(target, size, bits, count)
        count = 0
      }
    }
  }

  if (count > 1) size += closeQuantum(target, size, bits, count)
  if (count > 1 || due > 0) noise = Math.min(noise, input.length)
  if (count === 1) noise = Math.min(noise, last)
  const bytes = output.subarray(0, size)
  return noise > input.length ? { bytes } : { bytes, noise }
}

/** Decodes from `from` on while there are four digits in a row; returns where that ends. */
function decodeQuanta(source: DataView, from: number, target: DataView, to: number): number {
  const last = source.byteLength - 4
  let i = from
  for (let offset = to; i <= last; i += 4, offset += 3) {
    const four = source.getInt32(i, true)
    const quantum = ((PAIRS[four & 0xffff] as number) << 12) | (PAIRS[four >>> 16] as number)
    if (quantum < 0) break
    target.setInt32(offset, quantum << 8)
  }
  return i
}

/** Writes the bytes that the last `count` digits of `bits` hold; returns how many those are. */
function closeQuantum(target: DataView, offset: number, bits: number, count: number): number {
  target.setInt32(offset, bits << (32 - 6 * count))
  return count - 1
}
