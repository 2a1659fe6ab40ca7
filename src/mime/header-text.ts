import { decodeWindows1252, NOT_ASCII, textOfUnits } from '../charset.js'
import { type Place, type Report, warn } from '../report.js'
import { isUtf8, joinSurrogates } from '../utf8.js'
import { TAB } from './bytes.js'

/** Control characters but the tab, which is white space in a header (RFC 5322 §2.2.2). */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what it is about
const CONTROLS = /[\0-\x08\x0a-\x1f\x7f-\x9f]/
const NOT_BYTES = /[^\0-\xff]/

const PLAIN = /^[\t\x20-\x7e]*$/

/** @returns whether the text of a header is what {@link readHeaderText} makes of it. */
export function isPlain(text: string): boolean {
  return PLAIN.test(text)
}

/** @returns whether there are control characters in the text. */
export function hasControls(text: string): boolean {
  return CONTROLS.test(text)
}

/** @returns the text with U+FFFD for each control character. */
export function replaceControls(text: string): string {
  return CONTROLS.test(text) ? withoutControls(text) : text
}

function withoutControls(text: string): string {
  return textOfUnits(text.length, (i) => {
    const unit = text.charCodeAt(i)
    return isControl(unit) ? REPLACEMENT : unit
  })
}

const REPLACEMENT = 0xfffd

function isControl(unit: number): boolean {
  return unit < 0xa0 && (unit < 0x20 ? unit !== TAB : unit >= 0x7f)
}

/**
 * @param text a header's text, one character a byte; one that has other characters is decoded already
 * @returns the same as UTF-8, which is what senders of bytes beyond ASCII mean (RFC 6532), or as
 * windows-1252 if it is no UTF-8; with U+FFFD for control characters
 */
export function readHeaderText(
  text: string,
  report: Report,
  place: Place & { path: string },
): string {
  const isBytes = NOT_ASCII.test(text) && !NOT_BYTES.test(text)
  const value = isBytes ? decodeBytes(text, report, place) : text
  if (!CONTROLS.test(value)) return value
  const what = `There are control characters in ${place.path}; replaced by U+FFFD.`
  warn(report, 'character-forbidden', what, place)
  return replaceControls(value)
}

function decodeBytes(text: string, report: Report, place: Place & { path: string }): string {
  const decoded = decodeUtf8(text)
  if (decoded !== undefined) return decoded
  const what = `The bytes of ${place.path} are not UTF-8; read as windows-1252.`
  warn(report, 'header-line-malformed', what, place)
  return decodeWindows1252(briefBytesOf(text))
}

/** Made when it is first needed, and used again: a message may have thousands of such fields. */
let utf8: InstanceType<typeof TextDecoder> | undefined

/** @returns the bytes of UTF-8 as text, a byte order mark as one of its characters; undefined if they are none. */
function decodeUtf8(text: string): string | undefined {
  const bytes = briefBytesOf(text)
  const joined = joinSurrogates(bytes, bytes)
  utf8 ??= new TextDecoder('utf-8', { ignoreBOM: true })
  return isUtf8(joined) ? utf8.decode(joined) : undefined
}

/** The bytes of one field after the other: to allocate those of thousands takes longer than to decode them. */
let brief: Uint8Array | undefined
const BRIEF = 16_384

/** @returns what {@link bytesOf} returns, but good only until the next call. */
function briefBytesOf(text: string): Uint8Array {
  if (text.length > BRIEF) return bytesOf(text)
  brief ??= new Uint8Array(BRIEF)
  return bytesOf(text, brief.subarray(0, text.length))
}

/** @returns the bytes that characters of Latin-1 stand for. */
export function bytesOf(text: string, bytes: Uint8Array = new Uint8Array(text.length)): Uint8Array {
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i)
  return bytes
}
