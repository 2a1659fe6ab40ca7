import { decodeAs } from '../charset.js'
import { decodeBase64 } from './base64.js'
import { concatenate } from './bytes.js'
import { decodeQuotedPrintable } from './quoted-printable.js'

/** encoded-word of RFC 2047 §2, all of it ASCII; the charset may carry a language (RFC 2231 §5). */
const ENCODED_WORD = /=\?([^?*\s]+)(?:\*[^?\s]*)?\?([bq])\?([!->@-~]*)\?=/gi

/**
 * @param text a header's value or a Subject
 * @returns the same with its encoded words decoded (RFC 2047), blanks between two of them taken out;
 * a character may be cut in two by the end of a word, as senders do though §5 forbids it
 */
export function decodeEncodedWords(text: string): string {
  let decoded = ''
  let end = 0
  let pending: { charset: string; chunks: Uint8Array[] } | undefined
  const flush = (): void => {
    if (pending !== undefined) decoded += decodeAs(concatenate(pending.chunks), pending.charset)
    pending = undefined
  }
  for (const match of text.matchAll(ENCODED_WORD)) {
    const [word, charset = '', encoding = '', payload = ''] = match
    const between = text.slice(end, match.index)
    if (pending === undefined || between.trim() !== '') {
      flush()
      decoded += between
    }
    const bytes = decodeWord(encoding, payload)
    if (pending?.charset !== charset.toLowerCase()) {
      flush()
      pending = { charset: charset.toLowerCase(), chunks: [] }
    }
    pending.chunks.push(bytes)
    end = match.index + word.length
  }
  flush()
  return decoded + text.slice(end)
}

function decodeWord(encoding: string, payload: string): Uint8Array {
  if (encoding.toLowerCase() === 'b') return decodeBase64(toBytes(payload)).bytes
  // The Q encoding is quoted-printable with the underscore for a space (RFC 2047 §4.2). As it is, a
  // space at the end would go: in a body it is transport's.
  return decodeQuotedPrintable(toBytes(payload.replaceAll('_', '=20'))).bytes
}

function toBytes(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0))
}
