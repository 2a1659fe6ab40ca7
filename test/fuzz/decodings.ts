import type { Attachment } from '../../src/index.js'

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/** Base64 digit by digit (RFC 2045 §6.8), what is none passed over: slow, and plain to see. */
function decodeBase64(text: string): Buffer {
  const bytes: number[] = []
  let digits: number[] = []
  const close = () => {
    const bits = digits.map((digit) => digit.toString(2).padStart(6, '0')).join('')
    for (let at = 0; at + 8 <= bits.length; at += 8) {
      bytes.push(Number.parseInt(bits.slice(at, at + 8), 2))
    }
    digits = []
  }
  for (const character of text.replaceAll('-', '+').replaceAll('_', '/')) {
    const digit = ALPHABET.indexOf(character)
    if (digit >= 0) digits.push(digit)
    if (digits.length === 4 || (character === '=' && digits.length > 1)) close()
  }
  close()
  return Buffer.from(bytes)
}

/** Quoted-printable in one expression (RFC 2045 §6.7). */
function decodeQuotedPrintable(text: string): Buffer {
  const decoded = text.replace(
    /[ \t]+(?=\r?\n|$)|=[ \t]*(?:\r?\n|$)|=([\da-f]{2})/gi,
    (_, hex?: string) => (hex === undefined ? '' : String.fromCharCode(Number.parseInt(hex, 16))),
  )
  return Buffer.from(decoded, 'latin1')
}

const DECODERS: ReadonlyMap<string, (text: string) => Buffer> = new Map([
  ['base64', decodeBase64],
  ['quoted-printable', decodeQuotedPrintable],
])

/** @returns whether the attachment has a transfer encoding that has to be undone. */
export function isEncoded(attachment: Attachment): boolean {
  return decodersOf(attachment).length > 0
}

/**
 * @param sent the part's body as it was sent
 * @returns whether the attachment holds it, or what one of its transfer encodings makes of it
 */
export function isDecodingOf(attachment: Attachment, sent: Uint8Array): boolean {
  const text = Buffer.from(sent.buffer, sent.byteOffset, sent.length)
  if (text.equals(attachment.bytes)) return true
  return decodersOf(attachment).some((decode) =>
    decode(text.toString('latin1')).equals(attachment.bytes),
  )
}

/** What each of its Content-Transfer-Encodings says, by its letters and digits: `base64;`, `"base64"`. */
function decodersOf({ headers }: Attachment): ((text: string) => Buffer)[] {
  return (headers.get('content-transfer-encoding') ?? []).flatMap((value) => {
    const letters = value.toLowerCase().replace(/\([^()]*\)|;.*$|[^a-z\d]/gs, '')
    return DECODERS.get(letters === 'quotedprintable' ? 'quoted-printable' : letters) ?? []
  })
}
