import { EQUALS, SPACE, TAB } from '../bytes.js'
import { base64Lines } from './base64.js'

const ascii = new TextEncoder()

/** The longest line of quoted-printable, but for the `=` of a soft line break (RFC 2045 §6.7). */
const LONGEST_LINE = 75

/** The encodings that change bytes (RFC 2045 §6); in all others they go as they are. */
const ENCODERS: ReadonlyMap<string, (bytes: Uint8Array, lineEnd: string) => string> = new Map([
  ['base64', (bytes: Uint8Array, lineEnd: string) => base64Lines(bytes).join(lineEnd)],
  ['quoted-printable', encodeQuotedPrintable],
])

/**
 * @param bytes the content of a part
 * @param encoding its Content-Transfer-Encoding, in any case
 * @param lineEnd between lines that the encoding makes
 * @returns the body of the part
 */
export function encodeBody(bytes: Uint8Array, encoding: string, lineEnd: string): Uint8Array {
  const encode = ENCODERS.get(encoding.trim().toLowerCase())
  return encode === undefined ? bytes : ascii.encode(encode(bytes, lineEnd))
}

/** Line ends are bytes like others here, so that every byte comes back. */
function encodeQuotedPrintable(bytes: Uint8Array, lineEnd: string): string {
  const lines: string[] = []
  let line = ''
  for (const [at, byte] of bytes.entries()) {
    const isLast = at === bytes.length - 1
    const isBlank = byte === SPACE || byte === TAB
    const isPlain = byte > SPACE && byte < 0x7f && byte !== EQUALS
    // A blank may not end a line; whether it does is known only when the next byte is.
    const mayStand = isPlain || (isBlank && !isLast && line.length < LONGEST_LINE - 3)
    const written = mayStand ? String.fromCharCode(byte) : escapeByte(byte)
    if (line.length + written.length > LONGEST_LINE) {
      lines.push(`${line}=`)
      line = ''
    }
    line += written
  }
  return [...lines, line].join(lineEnd)
}

function escapeByte(byte: number): string {
  return `=${byte.toString(16).toUpperCase().padStart(2, '0')}`
}
