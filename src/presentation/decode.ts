import type { Attachment } from '../attachment.js'
import type { TextAttachment } from '../attachment-text.js'
import { decodeText } from '../decode-text.js'
import { DEFAULT_LIMITS } from '../limits.js'
import { latin1 } from '../mime/bytes.js'

const DECLARATION = /^\s*<\?xml\s[^<>]*?encoding\s*=\s*["']([\w.:-]+)["']/
/** How far into a document its XML declaration may go. */
const DECLARATION_LENGTH = 200

/** @returns a document's text: what its Content-Type says may be wrong, and its declaration right. */
export function decodeDocument(attachment: Attachment): string {
  const { bytes, parameters } = cut(attachment)
  const start = latin1(bytes, 0, Math.min(bytes.length, DECLARATION_LENGTH))
  const said = [parameters['charset'], DECLARATION.exec(start)?.[1]]
  for (const name of said.filter((one) => one !== undefined)) {
    const { text, isExact } = decodeText(bytes, name)
    if (isExact) return text
  }
  return decodeText(bytes, undefined).text
}

/** @returns what of an attachment is read as text: no more than a body has within the default limits */
export function cut({ bytes, parameters }: Attachment): TextAttachment {
  return { bytes: bytes.subarray(0, DEFAULT_LIMITS.bodyBytes), parameters }
}
