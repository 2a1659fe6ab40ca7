import { decodeAs } from './charset.js'
import type { Attachment } from './message.js'

/**
 * @param attachment a text, or a presentation
 * @returns its bytes by the charset of its Content-Type (RFC 2046 §4.1.2), UTF-8 if it has none or
 * one that this runtime does not know; what cannot be decoded is U+FFFD
 */
export function attachmentText(attachment: Pick<Attachment, 'bytes' | 'parameters'>): string {
  return decodeAs(attachment.bytes, attachment.parameters['charset'] ?? 'utf-8')
}
