import {
  type Decoder,
  decoderOf,
  decodeUnlessBroken,
  isAscii,
  isCesu8,
  lastResort,
  NOT_ASCII,
  strictDecoder,
  UTF8,
  utf8Decoder,
} from '../charset.js'
import { findCharsetName } from '../charset-names.js'
import { quote, type Report, warn } from '../report.js'
import { joinSurrogates } from '../utf8.js'

/** What senders call UTF-8, and IANA does not. */
const UNREGISTERED = /^utf8/i

/** A text, and the bytes that it is of: in CESU-8, what they are in UTF-8. */
export interface Decoded {
  readonly text: string
  readonly charset: string
  readonly bytes: Uint8Array
  /** There are bytes that are not of the charset. */
  readonly isBroken?: true
  /** No charset is named that is known, and the bytes are not UTF-8. */
  readonly isGuess?: true
}

/**
 * Decodes by the first charset that the bytes are of, UTF-8 the last of them; if they are of none, by
 * the first that is known, with U+FFFD for what is not of it.
 */
export function decode(
  bytes: Uint8Array,
  named: readonly string[],
  report: Report,
  offset: number,
): Decoded {
  let fallback = ''
  for (const name of new Set([...named, UTF8])) {
    const decoder = strictDecoder(name)
    if (decoder === undefined) {
      const what = `The charset ${quote(name)} is unknown here; ignored.`
      warn(report, 'charset-unknown', what, { offset })
      continue
    }
    if (UNREGISTERED.test(name) || findCharsetName(name)?.isNickname) {
      const what = `The charset ${quote(name)} has no such name; read as ${decoder.encoding}.`
      warn(report, 'charset-unknown', what, { offset })
    }
    fallback ||= decoder.encoding
    const text = decodeWhole(decoder, bytes, fallback)
    if (text !== undefined) {
      const said = named.includes(name) ? name : fallback
      if (isAscii(said) ? NOT_ASCII.test(text) : !named.includes(name) && said !== UTF8) {
        const what = `The charset is said to be ${quote(said)}, but there are other bytes; read as UTF-8.`
        warn(report, 'charset-contradiction', what, { offset })
      }
      return { text, charset: decoder.encoding, bytes }
    }
    if (decoder.encoding !== UTF8) continue
    const joined = decodeJoined(bytes)
    if (joined === undefined) continue
    if (!isCesu8(name)) {
      const what = 'The envelope is in CESU-8, characters in six bytes, not in UTF-8; read as that.'
      warn(report, 'charset-contradiction', what, { offset })
    }
    return joined
  }
  const joined = fallback === UTF8 ? joinSurrogates(bytes) : bytes
  const text = (decoderOf(fallback) as Decoder).decodeAll(joined)
  // Where something of it is UTF-8, it was meant for that, and cut or damaged.
  if (named.every((name) => strictDecoder(name) === undefined) && !NOT_ASCII_OR_LOST.test(text)) {
    const { decodeAll, encoding } = lastResort()
    return { text: decodeAll(bytes), charset: encoding, bytes, isGuess: true }
  }
  return { text, charset: fallback, bytes: joined, isBroken: true }
}

const NOT_ASCII_OR_LOST = /[^\0-\x7f\ufffd]/

/** The start of a tag in UTF-16: in UTF-8 it is one as well, with a character that XML does not have. */
const WIDE_TAG = /<\0|\0</

/**
 * @param first the charset that was tried first
 * @returns the text; undefined if the bytes are not of the charset: the next one may be theirs
 */
function decodeWhole(decoder: Decoder, bytes: Uint8Array, first: string): string | undefined {
  const text = decodeUnlessBroken(decoder, bytes)
  const isOther = decoder.encoding !== first && first.startsWith('utf-16')
  return isOther && text !== undefined && WIDE_TAG.test(text) ? undefined : text
}

/** @returns the text, if it is CESU-8: UTF-8 made of UTF-16, each half of a pair by itself. */
function decodeJoined(bytes: Uint8Array): Decoded | undefined {
  const joined = joinSurrogates(bytes)
  if (joined === bytes) return undefined
  const text = decodeUnlessBroken(utf8Decoder(), joined)
  return text === undefined ? undefined : { text, charset: UTF8, bytes: joined }
}
