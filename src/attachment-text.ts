import type { Attachment } from './attachment.js'
import { type DecodedText, decodeText } from './decode-text.js'

export type { DecodedText } from './decode-text.js'

/** Of text in two bytes a character: well below the longest string of any runtime (V8: 2^29 units). */
const LONGEST = 0x1000_0000

/** What is needed of an attachment to read its text. */
export type TextAttachment = Pick<Attachment, 'bytes' | 'parameters'>

/**
 * @param attachment a text, or a presentation
 * @returns its bytes by the charset of its Content-Type (RFC 2046 §4.1.2), be that a registered name, its
 * number (MIBenum) or a nickname. Where that says nothing, they are UTF-8 or else windows-1252; UTF-16
 * without a byte order mark is in the order that its zeros tell, else big-endian (RFC 2781 §4.3). What
 * cannot be decoded is U+FFFD. {@link decodeAttachmentText} tells whether it was a guess.
 * @throws TypeError if it is not an attachment, or of more than 256 MiB
 */
export function attachmentText(attachment: TextAttachment): string {
  return decodeAttachmentText(attachment).text
}

/**
 * Does what {@link attachmentText} does, and tells how.
 *
 * @param attachment a text, or a presentation
 * @returns the text; the charset it was decoded from; and whether the bytes are, to the last, of the
 * charset that the attachment names, or UTF-8 where it names none: if not, the text is a guess
 * @throws TypeError if it is not an attachment, or of more than 256 MiB
 */
export function decodeAttachmentText(attachment: TextAttachment): DecodedText {
  const { bytes, parameters }: Partial<TextAttachment> = attachment ?? {}
  if (!ArrayBuffer.isView(bytes) || typeof parameters !== 'object' || parameters === null) {
    throw new TypeError('Pass an attachment of the message, not its bytes alone.')
  }
  if (bytes.length > LONGEST) {
    const size = `The attachment has ${bytes.length} bytes, more than one string may have characters`
    throw new TypeError(`${size}: decode its bytes in pieces, by a TextDecoder with stream: true.`)
  }
  return decodeText(bytes, parameters['charset'] || undefined)
}
