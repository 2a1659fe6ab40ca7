import type { Attachment } from '../attachment.js'
import { decodeText } from '../decode-text.js'
import { latin1 } from '../mime/bytes.js'

const DECLARATION = /^\s*<\?xml\s[^<>]*?encoding\s*=\s*["']([\w.:-]+)["']/
/** How far into a document its XML declaration may go. */
const DECLARATION_LENGTH = 200

/** @returns a document's text: what its Content-Type says may be wrong, and its declaration right. */
export function decodeDocument({ bytes, parameters }: Attachment): string {
  const start = latin1(bytes, 0, Math.min(bytes.length, DECLARATION_LENGTH))
  const said = [parameters['charset'], DECLARATION.exec(start)?.[1]]
  for (const name of said.filter((one) => one !== undefined)) {
    const { text, isExact } = decodeText(bytes, name)
    if (isExact) return text
  }
  return decodeText(bytes, undefined).text
}
