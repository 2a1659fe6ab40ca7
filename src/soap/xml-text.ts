import {
  byteOrderMark,
  decodeUnlessBroken,
  NOT_ASCII,
  strictDecoder,
  UTF8,
  utf8Decoder,
} from '../charset.js'
import { quote, type Report, warn } from '../report.js'
import { byteOffsets, unjoinedOffsets } from './byte-offsets.js'
import { type Decoded, decode } from './charset-by-trial.js'

/** The text of an XML document, and where in the request's body each character of it is. */
export interface XmlText {
  readonly text: string
  /** @returns the byte offset into the request's body of the character at `index`. */
  readonly offsetAt: (index: number) => number
  /** Why it ends before the document does: what comes after it is no text. */
  readonly brokenOff?: string
}

/** What is known of an XML document before it is read. */
export interface XmlSource {
  readonly bytes: Uint8Array
  /** The charset parameter of its Content-Type. */
  readonly charset: string | undefined
  /** Where it starts in the request's body. */
  readonly offset: number
  /** The bytes stand in the request's body as they are, no transfer encoding around them. */
  readonly isVerbatim: boolean
}

const DECLARATION = /^\s*<\?xml[^?]{0,80}?\sencoding\s*=\s*["'“]([^"'”]{1,40})["'”]/
const IS_UTF8 = /^utf-8$/i
/** How much of the start can hold the declaration. */
const DECLARATION_BYTES = 160

/**
 * Decodes an XML document. The charset is that of the byte order mark, else of the Content-Type,
 * else of the XML declaration, else UTF-8 (RFC 7303 §3, as practised); should the bytes not be of it,
 * the next one in that order is tried before characters are given up.
 *
 * @returns its text without the byte order mark
 */
export function decodeXml(source: XmlSource, report: Report): XmlText {
  const plain = decodePlain(source)
  if (plain !== undefined) return plain
  const mark = byteOrderMark(source.bytes)
  const bytes = mark === undefined ? source.bytes : source.bytes.subarray(mark.bytes.length)
  const start = source.offset + (mark?.bytes.length ?? 0)
  const named = namedCharsets(bytes, mark?.charset, source.charset, report, source.offset)
  const decoded = decode(bytes, named, report, start)
  const { text: whole, charset } = decoded
  const offsetAt = offsetsIn(source, decoded, bytes, start)
  const shift = findShift(whole, decoded.bytes, charset)
  const text = whole.slice(0, shift)
  if (decoded.isGuess) {
    const what = `No charset is named that is known, and the bytes are not UTF-8; read as ${charset}.`
    warn(report, 'charset-invalid-bytes', what, { offset: offsetAt(whole.search(NOT_ASCII)) })
  }
  const broken = decoded.isBroken ? text.indexOf('\ufffd') : -1
  if (broken >= 0) {
    const what = `Bytes that are not of ${charset} stand as U+FFFD.`
    warn(report, 'charset-invalid-bytes', what, { offset: offsetAt(broken) })
  }
  return shift === undefined ? { text, offsetAt } : { text, offsetAt, brokenOff: SHIFTED }
}

/** The common case: UTF-8 said to be UTF-8, or not said to be anything. */
function decodePlain(source: XmlSource): XmlText | undefined {
  const { bytes, charset = UTF8, offset } = source
  if (!IS_UTF8.test(charset) || bytes[0] !== 0x3c || bytes[1] === 0) return undefined
  const text = decodeUnlessBroken(utf8Decoder(), bytes)
  if (text === undefined) return undefined
  const declared = DECLARATION.exec(text)?.[1] ?? UTF8
  if (!IS_UTF8.test(declared)) return undefined
  return { text, offsetAt: offsetsIn(source, { text, charset: UTF8, bytes }, bytes, offset) }
}

/** @returns the charsets to try, in order; warns if what is said of it does not agree. */
function namedCharsets(
  bytes: Uint8Array,
  mark: string | undefined,
  parameter: string | undefined,
  report: Report,
  offset: number,
): string[] {
  const isWide = bytes[0] === 0 || bytes[1] === 0
  const guess = isWide ? (bytes[0] === 0 ? 'utf-16be' : 'utf-16le') : undefined
  const head = bytes.subarray(0, DECLARATION_BYTES)
  const ascii = String.fromCharCode(...head).replaceAll('\0', '')
  const declared = DECLARATION.exec(ascii)?.[1]
  const said = [mark, parameter, declared].filter(isNamed)
  const families = new Set(said.map(familyOf))
  if (families.size > 1) {
    const names = said.map(quote).join(' and ')
    const what = `The charset is said to be ${names}; the first that the bytes are of counts.`
    warn(report, 'charset-contradiction', what, { offset })
  } else if (!isWide && mark === undefined && families.has('utf-16')) {
    const what = 'The charset is said to be utf-16, but the bytes are not; that name is ignored.'
    warn(report, 'charset-contradiction', what, { offset })
  }
  // Wide bytes speak for themselves, either way.
  const fitting = said.filter((name) => (familyOf(name) === 'utf-16') === isWide)
  return [mark, guess, ...fitting].filter(isNamed)
}

function isNamed(name: string | undefined): name is string {
  return name !== undefined && name !== ''
}

/** @returns one name for the spellings of a charset. */
function familyOf(name: string): string {
  const encoding = strictDecoder(name)?.encoding ?? name.toLowerCase()
  return encoding.startsWith('utf-16') ? 'utf-16' : encoding
}

/** @returns where in the request's body each character is of what starts at `start`; the part, if it was encoded. */
function offsetsIn(
  source: XmlSource,
  { text, charset, bytes: joined }: Decoded,
  bytes: Uint8Array,
  start: number,
): (index: number) => number {
  if (!source.isVerbatim) return () => source.offset
  const offsets = byteOffsets(text, joined, charset, start)
  if (joined === bytes) return offsets
  const originalOffset = unjoinedOffsets(joined, bytes)
  return (index) => start + originalOffset(offsets(index) - start)
}

const SHIFTED =
  'The UTF-16 of the envelope is one byte off, from here on at the latest: one was lost or added.'
/** `<`, should the bytes of UTF-16 be one off: a character of no language of today. */
const SHIFTED_LESS_THAN = '\u3c00'
const TAG = /<\/?[a-z_][\t-;=?-~]*>/i
const ASCII = /[\t-~]/

/**
 * @param text what the bytes were decoded to
 * @returns where UTF-16 is one byte off from: all after that is other characters than were sent
 */
function findShift(text: string, bytes: Uint8Array, charset: string): number | undefined {
  if (!charset.startsWith('utf-16') || !text.includes(SHIFTED_LESS_THAN)) return undefined
  const shifted = new TextDecoder(charset, { ignoreBOM: true }).decode(bytes.subarray(1))
  let start = shifted.search(TAG)
  if (start < 0) return undefined
  while (start > 0 && ASCII.test(shifted[start - 1] as string)) start -= 1
  return start
}
