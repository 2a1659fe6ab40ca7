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
  const value = isBytes ? decodeBytes(bytesOf(text), report, place) : text
  if (!CONTROLS.test(value)) return value
  const what = `There are control characters in ${place.path}; replaced by U+FFFD.`
  warn(report, 'character-forbidden', what, place)
  return replaceControls(value)
}

function decodeBytes(bytes: Uint8Array, report: Report, place: Place & { path: string }): string {
  const text = decodeUtf8(bytes)
  if (text !== undefined) return text
  const what = `The bytes of ${place.path} are not UTF-8; read as windows-1252.`
  warn(report, 'header-line-malformed', what, place)
  return decodeWindows1252(bytes)
}

/** @returns UTF-8 as text, a byte order mark as one of its characters; undefined if the bytes are none. */
function decodeUtf8(bytes: Uint8Array): string | undefined {
  const joined = joinSurrogates(bytes)
  return isUtf8(joined) ? new TextDecoder('utf-8', { ignoreBOM: true }).decode(joined) : undefined
}

/** @returns the bytes that characters of Latin-1 stand for. */
export function bytesOf(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length)
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i)
  return bytes
}
