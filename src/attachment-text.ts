import { decodeAs } from './charset.js'
import type { Attachment } from './message.js'

/**
 * @param attachment a text, or a presentation
 * @returns its bytes by the charset of its Content-Type (RFC 2046 §4.1.2), UTF-8 if it has none or
 * one that this runtime does not know; what cannot be decoded is U+FFFD
 * @throws TypeError if it is not an attachment
 */
export function attachmentText(attachment: Pick<Attachment, 'bytes' | 'parameters'>): string {
  const { bytes, parameters } = attachment
  if (!ArrayBuffer.isView(bytes) || typeof parameters !== 'object' || parameters === null) {
    throw new TypeError('Pass an attachment of the message, not its bytes alone.')
  }
  return decodeAs(bytes, parameters['charset'] ?? 'utf-8')
}
