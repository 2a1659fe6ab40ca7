import { findCharsetName } from './charset-names.js'
import { UPPER_HALVES } from './charset-tables.js'

/** @returns whether `name` is one of those of ASCII. */
export function isAscii(name: string): boolean {
  return findCharsetName(name)?.encoding === ASCII
}

/** @returns whether `name` is one of those of CESU-8. */
export function isCesu8(name: string): boolean {
  return findCharsetName(name)?.encoding === CESU8
}

/** Decodes the bytes of a charset. */
export interface Decoder {
  /** Its name in the Encoding Standard, or `ibm437`, `ibm850`. */
  readonly encoding: string
  /** @throws TypeError at bytes that are not of the charset */
  readonly decode: (bytes: Uint8Array) => string
  /** Decodes with U+FFFD for bytes that are not of the charset. */
  readonly decodeAll: (bytes: Uint8Array) => string
}

export const ASCII = 'ascii'
export const UTF8 = 'utf-8'
export const UTF16 = 'utf-16'
export const CESU8 = 'cesu-8'
export const NOT_ASCII: RegExp = /[^\0-\x7f]/
/** What stands where nothing is said that fits: the superset of Latin-1 that senders mean by it. */
const LAST_RESORT = 'windows-1252'

/** How encodings are decoded that the Encoding Standard knows by another name, or not. */
const STANDARD_NAMES: ReadonlyMap<string, string> = new Map([
  [ASCII, UTF8],
  [CESU8, UTF8],
  [UTF16, 'utf-16le'],
])

/** One for each encoding, made when it is first asked for; undefined: this runtime has it not. */
const decoders = new Map<string, Decoder | undefined>()

/**
 * @param name a charset's name, as IANA's registry, a MIME header or XML has it, or a nickname
 * @returns its decoder, or undefined if the name says nothing to us, or to this runtime
 */
export function strictDecoder(name: string): Decoder | undefined {
  const encoding = findCharsetName(name)?.encoding
  return encoding === undefined ? undefined : decoderOf(encoding)
}

/** @returns the decoder of an encoding, by the name that `findCharsetName` gives it */
export function decoderOf(encoding: string): Decoder | undefined {
  const name = STANDARD_NAMES.get(encoding) ?? encoding
  if (!decoders.has(name)) decoders.set(name, createDecoder(name))
  return decoders.get(name)
}

/** @returns the text of bytes that are of no charset that was named, or could be meant. */
export function decodeWindows1252(bytes: Uint8Array): string {
  return lastResort().decode(bytes)
}

export function lastResort(): Decoder {
  return decoderOf(LAST_RESORT) as Decoder
}

export function utf8Decoder(): Decoder {
  return decoderOf(UTF8) as Decoder
}

/** @returns the text; undefined if the bytes are not of the charset. */
export function decodeUnlessBroken(decoder: Decoder, bytes: Uint8Array): string | undefined {
  try {
    return decoder.decode(bytes)
  } catch {
    return undefined
  }
}

function createDecoder(encoding: string): Decoder | undefined {
  const upper = UPPER_HALVES.get(encoding)
  if (upper !== undefined) {
    const decode = (bytes: Uint8Array): string => decodeSingleBytes(bytes, upper)
    return { encoding, decode, decodeAll: decode }
  }
  try {
    const strict = new TextDecoder(encoding, { fatal: true })
    const lenient = new TextDecoder(encoding)
    return {
      encoding,
      decode: (bytes) => strict.decode(bytes),
      decodeAll: (bytes) => lenient.decode(bytes),
    }
  } catch {
    return undefined
  }
}

function decodeSingleBytes(bytes: Uint8Array, upper: string): string {
  return textOfUnits(bytes.length, (i) => {
    const byte = bytes[i] as number
    return byte < 0x80 ? byte : upper.charCodeAt(byte - 0x80)
  })
}

/** So many units are decoded at a time: a text may be as long as the body. */
const CHUNK = 8192

/** Made when they are first needed, and used again: a message may have thousands of such texts. */
let utf16: InstanceType<typeof TextDecoder> | undefined
let units: DataView<ArrayBuffer> | undefined

/**
 * @param length how many units of UTF-16 the text has
 * @param unitAt tells each of them
 * @returns the text; to replace each of thousands of matches, or to add them one by one, takes far longer
 */
export function textOfUnits(length: number, unitAt: (index: number) => number): string {
  let text = ''
  utf16 ??= new TextDecoder('utf-16le', { ignoreBOM: true })
  units ??= new DataView(new ArrayBuffer(2 * CHUNK))
  for (let start = 0; start < length; start += CHUNK) {
    const count = Math.min(CHUNK, length - start)
    for (let i = 0; i < count; i++) units.setUint16(2 * i, unitAt(start + i), true)
    // A character may be cut in two by the end of a chunk.
    const stream = start + count < length
    text += utf16.decode(new Uint8Array(units.buffer, 0, 2 * count), { stream })
  }
  return text
}

/** A byte order mark (Unicode §23.8), and the charset that it tells. */
export interface ByteOrderMark {
  readonly bytes: readonly number[]
  readonly charset: string
}

const MARKS: readonly ByteOrderMark[] = [
  { bytes: [0xef, 0xbb, 0xbf], charset: UTF8 },
  { bytes: [0xff, 0xfe], charset: 'utf-16le' },
  { bytes: [0xfe, 0xff], charset: 'utf-16be' },
]
/** No mark starts with a byte below it. */
const LEAST_OF_MARKS = 0xef

/** @returns the byte order mark that stands at `at`, if there is one. */
export function byteOrderMark(bytes: Uint8Array, at = 0): ByteOrderMark | undefined {
  if ((bytes[at] ?? 0) < LEAST_OF_MARKS) return undefined
  return MARKS.find((mark) => mark.bytes.every((byte, i) => bytes[at + i] === byte))
}
