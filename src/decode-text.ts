import {
  ASCII,
  byteOrderMark,
  CESU8,
  type Decoder,
  decoderOf,
  decodeUnlessBroken,
  lastResort,
  NOT_ASCII,
  UTF8,
  UTF16,
  utf8Decoder,
} from './charset.js'
import { findCharsetName } from './charset-names.js'
import { isUtf8, joinSurrogates } from './utf8.js'
import { utf16Order } from './utf16-order.js'

const REPLACEMENT = '\ufffd'

/** A text, and how it was found. */
export interface DecodedText {
  readonly text: string
  /** The charset that it was decoded from, by its name in the Encoding Standard. */
  readonly charset: string
  /** The bytes are, to the last, of the charset that was named, or of UTF-8 if none was. */
  readonly isExact: boolean
}

/**
 * @param bytes text in the charset of its byte order mark, else in the charset `name`. Where that says
 * nothing, it is UTF-8 if it can be, else windows-1252.
 * @returns the text, with U+FFFD for what cannot be decoded
 */
export function decodeText(bytes: Uint8Array, name: string | undefined): DecodedText {
  const mark = byteOrderMark(bytes)
  const said = name === undefined ? ASCII : findCharsetName(name)?.encoding
  const known = mark?.charset ?? (said === UTF16 ? utf16Order(bytes, decodeAs) : said)
  const decoder = (known !== undefined && decoderOf(known)) || utf8Decoder()
  const charset = decoder.encoding
  const text = decodeExactly(decoder, bytes)
  if (text !== undefined) {
    // UTF-16 that no mark tells is big-endian (RFC 2781 §4.3): what its zeros tell is a guess.
    const isGuess = known === undefined || (said === UTF16 && charset === 'utf-16le' && !mark)
    const isBeyond = name !== undefined && known === ASCII && NOT_ASCII.test(text)
    return { text, charset, isExact: !isGuess && !isBeyond }
  }
  if (charset !== UTF8) {
    // Bytes that are UTF-8, and no ASCII, are so by chance hardly ever: it is the name that is wrong.
    const meant = isUtf8(bytes) && bytes.some((byte) => byte >= 0x80) ? utf8Decoder() : decoder
    const { decodeAll, encoding } = meant
    return { text: decodeAll(bytes), charset: encoding, isExact: false }
  }
  const joined = joinSurrogates(bytes)
  const mended = joined === bytes ? undefined : decodeExactly(decoder, joined)
  if (mended !== undefined) return { text: mended, charset: CESU8, isExact: known === CESU8 }
  const isUnsaid = known === undefined || known === ASCII
  const last = isUnsaid ? lastResort() : decoder
  return { text: last.decodeAll(joined), charset: last.encoding, isExact: false }
}

/** @param encoding one that every runtime knows */
function decodeAs(encoding: string, bytes: Uint8Array): string {
  return (decoderOf(encoding) as Decoder).decodeAll(bytes)
}

/** @returns whether U+FFFD stands in the text for bytes that are not of its charset. */
export function hasReplacements({ text, isExact }: DecodedText): boolean {
  return !isExact && text.includes(REPLACEMENT)
}

/**
 * @param name the charset that a text was said to be in
 * @returns what was done about bytes that are not of it; undefined if all are, or nobody knows it
 */
export function remedyOf(decoded: DecodedText, name: string): string | undefined {
  const { charset, isExact } = decoded
  if (hasReplacements(decoded)) return 'U+FFFD stands for them'
  if (isExact) return undefined
  const said = findCharsetName(name)?.encoding
  // The order of UTF-16 without a mark is a guess, and not wrong.
  const isOfIt = said === UTF16 && charset.startsWith(UTF16)
  return said === undefined || isOfIt ? undefined : `read as ${charset}`
}

/** An exception takes as long as a text of some kilobytes. */
const LONG = 16_384

/** @returns the text; undefined if the bytes are not of the charset. */
function decodeExactly(decoder: Decoder, bytes: Uint8Array): string | undefined {
  // A long text is decoded as far as its first mistake; short ones, of which a message may have thousands,
  // without an exception.
  if (bytes.length > LONG) return decodeUnlessBroken(decoder, bytes)
  const text = decoder.decodeAll(bytes)
  if (!text.includes(REPLACEMENT)) return text
  // One that was sent is no replacement.
  return decoder.encoding === UTF8 && isUtf8(bytes) ? text : undefined
}
