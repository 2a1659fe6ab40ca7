import { byteOrderMark } from '../charset.js'

export const TAB = 0x09
export const LF = 0x0a
export const CR = 0x0d
export const SPACE = 0x20
export const DASH = 0x2d
export const COLON = 0x3a
export const LESS_THAN = 0x3c
export const EQUALS = 0x3d

type Latin1Slice = (this: Uint8Array, start: number, end: number) => string

/** Node's own, where there is a Buffer: several times faster, and works on any Uint8Array. */
const latin1Slice: Latin1Slice | undefined = (
  globalThis as { Buffer?: { prototype: { latin1Slice?: Latin1Slice } } }
).Buffer?.prototype.latin1Slice

/** How many arguments a call may safely have. */
const CHUNK = 8192

/** So far a loop is faster than a call of the runtime: hostile lines are short. */
const NEAR = 32

/** @returns whether `byte` is a space or a tab: the linear white space of RFC 5322 §2.2.2. */
export function isBlank(byte: number | undefined): boolean {
  return byte === SPACE || byte === TAB
}

/** @returns whether `byte` is a blank, or the CR of a line that ends with more than one. */
export function isPadding(byte: number | undefined): boolean {
  return isBlank(byte) || byte === CR
}

/** @returns whether `byte` is a blank or of a line end. */
export function isLineSpace(byte: number | undefined): boolean {
  return isPadding(byte) || byte === LF
}

/** What is skipped at the start of a text: 1 for a blank or of a line end, 2 for a zero, as UTF-16 has between ASCII. */
const SKIPPED = new Uint8Array(256)
for (const byte of [SPACE, TAB, CR, LF]) SKIPPED[byte] = 1
SKIPPED[0] = 2

/** @returns the bytes from `start` to before `end`, each as the character of that number. */
export function latin1(bytes: Uint8Array, start: number, end: number): string {
  return latin1Slice === undefined
    ? latin1WithoutBuffer(bytes, start, end)
    : latin1Slice.call(bytes, start, end)
}

/** {@link latin1} for runtimes without Buffer. */
export function latin1WithoutBuffer(bytes: Uint8Array, start: number, end: number): string {
  let text = ''
  for (let at = start; at < end; at += CHUNK) {
    const chunk = bytes.subarray(at, Math.min(end, at + CHUNK))
    text += String.fromCharCode.apply(null, chunk as unknown as number[])
  }
  return text
}

/** What a byte stands for as a hexadecimal digit; -1 for others. */
const HEX = new Int8Array(256).fill(-1)
for (let digit = 0; digit < 16; digit++) {
  const character = digit.toString(16)
  HEX[character.charCodeAt(0)] = digit
  HEX[character.toUpperCase().charCodeAt(0)] = digit
}

/** @returns the number that the two hexadecimal digits at `at` write, or one below 0. */
export function hexPair(bytes: Uint8Array, at: number): number {
  if (at + 1 >= bytes.length) return -1
  return ((HEX[bytes[at] as number] as number) << 4) | (HEX[bytes[at + 1] as number] as number)
}

/**
 * Undoes the escapes in the bytes from `start` to before `end`, in place.
 *
 * @param mark the byte before the two hexadecimal digits of another; before anything else it stays
 * @returns where the result ends
 */
export function undoEscapes(bytes: Uint8Array, mark: number, start: number, end: number): number {
  let length = start
  for (let at = start; at < end; at++) {
    const value = bytes[at] === mark && at + 2 < end ? hexPair(bytes, at + 1) : -1
    bytes[length++] = value < 0 ? (bytes[at] as number) : value
    if (value >= 0) at += 2
  }
  return length
}

/**
 * @param bytes what to look in
 * @param from where to start
 * @param end where `bytes` end for this purpose
 * @returns the start of the next line, or `end` in the last line
 */
export function nextLine(bytes: Uint8Array, from: number, end: number): number {
  const near = Math.min(end, from + NEAR)
  for (let at = from; at < near; at++) if (bytes[at] === LF) return at + 1
  if (near >= end) return end
  const lineFeed = bytes.indexOf(LF, near)
  return lineFeed < 0 || lineFeed >= end ? end : lineFeed + 1
}

/**
 * @param from the start of the line
 * @param next the start of the line after it, or the end of all
 * @returns where the line's own characters end: before its CRLF or LF
 */
export function lineEnd(bytes: Uint8Array, from: number, next: number): number {
  let end = next
  if (end > from && bytes[end - 1] === LF) {
    end -= 1
    if (end > from && bytes[end - 1] === CR) end -= 1
  }
  return end
}

/** @returns where the bytes go on after byte order mark and white space. */
export function afterMark(bytes: Uint8Array, from: number): number {
  let at = from + (byteOrderMark(bytes, from)?.bytes.length ?? 0)
  while (at < bytes.length && SKIPPED[bytes[at] as number] === 1) at += 1
  return at
}

/** @returns whether the first byte after byte order mark and white space is a `<`. */
export function startsAsXml(bytes: Uint8Array): boolean {
  let at = afterMark(bytes, 0)
  while (at < bytes.length && SKIPPED[bytes[at] as number] !== 0) at += 1
  return bytes[at] === LESS_THAN
}

/** @returns the chunks, one after the other. */
export function concatenate(chunks: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0))
  let at = 0
  for (const chunk of chunks) {
    all.set(chunk, at)
    at += chunk.length
  }
  return all
}
