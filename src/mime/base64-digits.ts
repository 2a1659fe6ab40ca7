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

/** @returns whether at least half of the bytes that are no blanks are of base64's alphabet. */
export function isMostlyBase64(input: Uint8Array): boolean {
  const weights = Int8Array.from(MEANINGS, (meaning) =>
    meaning === BLANK ? 0 : meaning === JUNK ? -1 : 1,
  )
  let balance = 0
  for (let i = 0; i < input.length; i++) balance += weights[input[i] as number] as number
  return balance >= 0
}

/** How far decoding has come: always whole quanta. */
export interface Progress {
  /** In bytes of the input, and of the output. */
  read: number
  written: number
  /** Where the first byte is that deviates; Infinity for none. */
  deviation: number
}

type DecodeRest = (input: Uint8Array, output: Uint8Array, progress: Progress) => void

let decoder: DecodeRest | undefined

/** Decodes what is left to decode, byte by byte where there are no whole quanta. */
export const decodeRest: DecodeRest = (input, output, progress) => {
  // The table takes as long to make as a package to load: few messages have base64.
  decoder ??= restDecoder(valuesOfPairs(), MEANINGS)
  decoder(input, output, progress)
}

// The tables are arguments and the start is made unsigned for V8's sake, which else takes 1.4 times as
// long: to it an argument is a constant, but not what bundlers make of a module's constants, a `var`.
// All of it is one loop: to call a function for each quantum takes twice as long.
function restDecoder(pairs: Int16Array, meanings: Uint8Array): DecodeRest {
  return (input, output, progress) => {
    const source = new DataView(input.buffer, input.byteOffset, input.length)
    const target = new DataView(output.buffer)
    let i = progress.read >>> 0
    let offset = progress.written >>> 0
    let { deviation } = progress
    // The open quantum: its digits, how many there are, and where the last one was.
    let [bits, count, lastDigit] = [0, 0, 0]
    // After a padded quantum, how many more `=` it should have; else -1.
    let due = -1

    for (const last = input.length - 4; ; i++) {
      while (count === 0 && due < 0 && i <= last) {
        const four = source.getInt32(i, true)
        const quantum = ((pairs[four & 0xffff] as number) << 12) | (pairs[four >>> 16] as number)
        if (quantum >= 0) {
          target.setInt32(offset, quantum << 8)
          i += 4
          offset += 3
        } else if (meanings[four & 0xff] === BLANK) i++
        else break
      }
      if (i >= input.length) break
      const meaning = meanings[input[i] as number] as number
      if (meaning === BLANK) continue
      if (meaning === PAD && due > 0) {
        due--
      } else if (meaning === PAD && count > 1) {
        target.setInt32(offset, bits << (32 - 6 * count))
        offset += count - 1
        due = 3 - count
        count = 0
      } else if (meaning === PAD || meaning === JUNK) {
        if (i < deviation) deviation = i
      } else {
        if ((meaning >= URL_SAFE || due >= 0) && i < deviation) deviation = i
        due = -1
        bits = (bits << 6) | (meaning & 63)
        lastDigit = i
        if (++count < 4) continue
        target.setInt32(offset, bits << 8)
        offset += 3
        count = 0
      }
    }

    if (count > 1) {
      target.setInt32(offset, bits << (32 - 6 * count))
      offset += count - 1
    }
    if (count > 1 || due > 0) deviation = Math.min(deviation, input.length)
    if (count === 1) deviation = Math.min(deviation, lastDigit)
    progress.written = offset
    progress.deviation = deviation
  }
}
