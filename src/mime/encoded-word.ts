import { strictDecoder } from '../charset.js'
import { decodeText, hasReplacements } from '../decode-text.js'
import { type Deviation, NO_DEVIATIONS, quote } from '../report.js'
import { decodeBase64 } from './base64.js'
import { concatenate } from './bytes.js'
import { bytesOf, hasControls, replaceControls } from './header-text.js'
import { decodeQuotedPrintable } from './quoted-printable.js'

/**
 * encoded-word of RFC 2047 §2; the charset may carry a language (RFC 2231 §5). Senders leave blanks and
 * characters beyond ASCII in it as they are, which §2 forbids.
 */
const ENCODED_WORD = /=\?([^?*\s]+)(?:\*[^?\s]*)?\?([bq])\?([^?]*)\?=/gi
type Word = readonly [word: string, charset: string, encoding: string, payload: string]
/** What is ASCII, and what is not, in turn. */
const PIECES = /[\0-\x7f]+|[^\0-\x7f]+/g

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

/** Encoded words of one charset, one after the other: the text so far, and the bytes that follow it. */
interface Run {
  readonly charset: string
  text: string
  chunks: Uint8Array[]
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
  const flush = (): void => {
    if (run === undefined) return
    decodeChunks(run, found)
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
      run = { charset, text: '', chunks: [] }
    }
    addPayload(run, encoding, payload, found)
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

function addPayload(run: Run, encoding: string, payload: string, found: Found): void {
  if (encoding.toLowerCase() === 'b') {
    run.chunks.push(decodeBase64(bytesOf(payload)).bytes)
    return
  }
  for (const [piece] of payload.matchAll(PIECES)) {
    // The Q encoding is quoted-printable with the underscore for a space (RFC 2047 §4.2). As it is, a
    // space at the end would go: in a body it is transport's.
    if (piece.charCodeAt(0) < 0x80) {
      run.chunks.push(decodeQuotedPrintable(bytesOf(piece.replaceAll(/[_ ]/g, '=20'))).bytes)
    } else {
      // What is no ASCII is no longer in the word's charset.
      decodeChunks(run, found)
      run.text += piece
    }
  }
}

/** Decodes the bytes so far: a character may be cut in two by the end of a word, so they are together. */
function decodeChunks(run: Run, found: Found): void {
  const { charset, chunks } = run
  if (chunks.length === 0) return
  const decoded = decodeText(concatenate(chunks), charset)
  found.isBroken ||= hasReplacements(decoded)
  run.text += decoded.text
  run.chunks = []
}
