import { UTF8 } from '../charset.js'
import { SURROGATE } from '../utf8.js'

/**
 * @param text what `bytes` are in `charset`
 * @param start where the bytes start in the request's body
 * @returns a function that tells where in the request's body the character at an index into `text`
 * is; asked in rising order, mostly, it goes on from where it was
 */
export function byteOffsets(
  text: string,
  bytes: Uint8Array,
  charset: string,
  start: number,
): (index: number) => number {
  // Of most texts nobody asks: nothing is looked at before.
  return goingOn(() => {
    const width = widthIn(charset, text, bytes)
    if (width === undefined) return decoding(bytes, charset, start)
    const offsetAt = counting(text, width, start)
    // Half a unit at the end of UTF-16 is a character as well.
    return (index) => Math.min(offsetAt(index), start + bytes.length)
  })
}

/** @returns how many bytes a UTF-16 unit takes; undefined if its value does not tell. */
function widthIn(
  charset: string,
  text: string,
  bytes: Uint8Array,
): ((unit: number) => number) | undefined {
  if (text.length === bytes.length) return () => 1
  if (charset.startsWith('utf-16')) return () => 2
  // A broken byte in UTF-8 is U+FFFD, and so is a U+FFFD.
  if (charset !== UTF8 || text.includes('\ufffd')) return undefined
  // Half of a pair of surrogates takes half of the four bytes that the two take together.
  return (unit) => (unit < 0x80 ? 1 : unit < 0x800 || (unit >= 0xd800 && unit < 0xe000) ? 2 : 3)
}

/** What leads a character of four bytes; in CESU-8 there are six in its place. */
const LEAD_OF_FOUR = 0xf0

/**
 * @param joined UTF-8
 * @param bytes the same, but with some characters in CESU-8
 * @returns a function from where a byte is in the one to where it is in the other; asked in rising
 * order, mostly, it goes on from where it was
 */
export function unjoinedOffsets(joined: Uint8Array, bytes: Uint8Array): (index: number) => number {
  return goingOn(() => {
    let at = 0
    let offset = 0
    return (index) => {
      while (at < index) {
        const isPair = (joined[at] as number) >= LEAD_OF_FOUR && bytes[offset] === SURROGATE
        at += isPair ? 4 : 1
        offset += isPair ? 6 : 1
      }
      return offset
    }
  })
}

function counting(
  text: string,
  width: (unit: number) => number,
  start: number,
): (index: number) => number {
  let at = 0
  let offset = start
  return (index) => {
    for (; at < index; at++) offset += width(text.charCodeAt(at))
    return offset
  }
}

/** Decodes again, as far as the character: exact for any charset. */
function decoding(bytes: Uint8Array, charset: string, start: number): (index: number) => number {
  const decoder = new TextDecoder(charset)
  let at = 0
  let read = 0
  return (index) => {
    while (at < index && read < bytes.length) {
      // No charset has more units than bytes, but the decoder may hold back the last three.
      const end = read + Math.max(1, index - at - 3)
      at += decoder.decode(bytes.subarray(read, end), { stream: true }).length
      read = Math.min(end, bytes.length)
    }
    // What breaks a sequence off comes with it: the last byte is the character's own.
    return start + read - Math.max(0, at - index)
  }
}

/**
 * @param begin makes a function that goes through a text from its start; it can only go on
 * @returns one that is asked for any index, and begins anew for one that lies before the last
 */
function goingOn(begin: () => (index: number) => number): (index: number) => number {
  let goOn: ((index: number) => number) | undefined
  let last = 0
  return (index) => {
    if (goOn === undefined || index < last) goOn = begin()
    last = index
    return goOn(index)
  }
}
