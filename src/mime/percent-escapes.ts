import { isUtf8 } from '../utf8.js'
import { undoEscapes } from './bytes.js'

/** One that starts no two digits. */
const BARE_PERCENT = /%(?![\da-f]{2})/i
const PERCENT = 0x25

const utf8 = /* @__PURE__ */ new TextEncoder()

/** @returns whether there is a % in the text that starts no escape. */
export function hasBarePercent(text: string): boolean {
  return BARE_PERCENT.test(text)
}

/** @returns the text in UTF-8, its escapes undone. */
export function percentBytes(text: string): Uint8Array {
  const bytes = utf8.encode(text)
  return bytes.subarray(0, undoEscapes(bytes, PERCENT, 0, bytes.length))
}

/** @returns the text with its percent-escapes undone (RFC 2392 §2), as it is if they are none. */
export function percentDecode(text: string): string {
  if (!text.includes('%') || hasBarePercent(text)) return text
  // Asked before: an exception takes ten times as long, and there may be very many names.
  return isUtf8(percentBytes(text)) ? decodeURIComponent(text) : text
}
