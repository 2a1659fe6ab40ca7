import { strictDecoder } from '../charset.js'
import { decodeText, hasReplacements } from '../decode-text.js'
import { type Deviation, NO_DEVIATIONS, quote } from '../report.js'
import { decodeBase64 } from './base64.js'
import { EQUALS, SPACE, undoEscapes } from './bytes.js'
import { bytesOf, hasControls, replaceControls } from './header-text.js'

/**
 * encoded-word of RFC 2047 §2; the charset may carry a language (RFC 2231 §5). Senders leave blanks and
 * characters beyond ASCII in it as they are, which §2 forbids.
 */
const ENCODED_WORD = /=\?([^?*\s]+)(?:\*[^?\s]*)?\?([bq])\?([^?]*)\?=/gi
type Word = readonly [word: string, charset: string, encoding: string, payload: string]
const UNDERSCORE = 0x5f

/** A text whose encoded words are decoded, and what is to be reported of it. */
export interface DecodedWords {
  readonly value: string
  readonly deviations: readonly Deviation[]
}

/** What was found among encoded words. */
interface Found {
  isDecoded: boolean
  hasControls: boolean
  /** There are bytes that are not of their charset. */
  isBroken: boolean
  /** The first charset that nobody knows. */
  unknown: string | undefined
}

/** Encoded words of one charset, one after the other. */
interface Run {
  readonly charset: string
  text: string
}

/** The bytes that follow a run's text: a character may be cut in two by the end of a word. */
interface Pending {
  readonly bytes: Uint8Array
  length: number
}

/**
 * @param text a header's value or a Subject
 * @returns the same with its encoded words decoded (RFC 2047), blanks between two of them taken out;
 * a character may be cut in two by the end of a word, as senders do though §5 forbids it. Words in a
 * charset that is unknown stay as they are (§6.2). Control characters become U+FFFD.
 */
export function decodeEncodedWords(text: string): DecodedWords {
  if (!text.includes('=?')) return { value: text, deviations: NO_DEVIATIONS }
  const found: Found = { isDecoded: false, hasControls: false, isBroken: false, unknown: undefined }
  let value = ''
  let end = 0
  let run: Run | undefined
  // No payload has more bytes than characters.
  const pending: Pending = { bytes: new Uint8Array(text.length), length: 0 }
  const flush = (): void => {
    if (run === undefined) return
    decodePending(pending, run, found)
    const { text: decoded } = run
    found.hasControls ||= hasControls(decoded)
    value += replaceControls(decoded)
    run = undefined
  }
  for (const match of text.matchAll(ENCODED_WORD)) {
    const [word, sent, encoding, payload] = match as unknown as Word
    const charset = sent.toLowerCase()
    if (strictDecoder(charset) === undefined) {
      found.unknown ??= sent
      continue
    }
    found.isDecoded = true
    const between = text.slice(end, match.index)
    if (between.trim() !== '' || run?.charset !== charset) {
      const isAfterWord = run !== undefined && between.trim() === ''
      flush()
      if (!isAfterWord) value += between
      run = { charset, text: '' }
    }
    if (encoding.toLowerCase() === 'b') addBase64(pending, payload)
    else addQ(pending, payload, run, found)
    end = match.index + word.length
  }
  flush()
  return { value: value + text.slice(end), deviations: deviationsOf(text, found) }
}

function deviationsOf(text: string, found: Found): Deviation[] {
  const deviations: Deviation[] = []
  if (found.isDecoded) {
    const message = `${quote(text)} is in encoded words; decoded.`
    deviations.push({ code: 'encoded-word', message })
  }
  if (found.unknown !== undefined) {
    const message = `The charset ${quote(found.unknown)} of encoded words is unknown; they are left as sent.`
    deviations.push({ code: 'charset-unknown', message })
  }
  if (found.isBroken) {
    const message = `The bytes in the encoded words ${quote(text)} are not of their charset; U+FFFD stands for them.`
    deviations.push({ code: 'charset-invalid-bytes', message })
  }
  if (found.hasControls) {
    const message = `There are control characters in the encoded words ${quote(text)}; replaced by U+FFFD.`
    deviations.push({ code: 'character-forbidden', message })
  }
  return deviations
}

function addBase64(pending: Pending, payload: string): void {
  const { bytes } = decodeBase64(bytesOf(payload))
  pending.bytes.set(bytes, pending.length)
  pending.length += bytes.length
}

/** The Q encoding: escapes as in quoted-printable, and the underscore for a space (RFC 2047 §4.2). */
function addQ(pending: Pending, payload: string, run: Run, found: Found): void {
  const { bytes } = pending
  let start = pending.length
  for (let i = 0; i < payload.length; i++) {
    const unit = payload.charCodeAt(i)
    if (unit < 0x80) {
      bytes[pending.length++] = unit === UNDERSCORE ? SPACE : unit
      continue
    }
    // What is no ASCII is no longer in the word's charset.
    pending.length = undoEscapes(bytes, EQUALS, start, pending.length)
    decodePending(pending, run, found)
    run.text += payload.charAt(i)
    start = 0
  }
  pending.length = undoEscapes(bytes, EQUALS, start, pending.length)
}

function decodePending(pending: Pending, run: Run, found: Found): void {
  if (pending.length === 0) return
  const decoded = decodeText(pending.bytes.subarray(0, pending.length), run.charset)
  found.isBroken ||= hasReplacements(decoded)
  run.text += decoded.text
  pending.length = 0
}
