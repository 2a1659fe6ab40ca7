import { attachmentText } from '../attachment-text.js'
import { byteOrderMark, decodeAs, strictDecoder } from '../charset.js'
import type { Attachment } from '../message.js'
import { latin1 } from '../mime/bytes.js'

const DECLARATION = /^\s*<\?xml\s[^<>]*?encoding\s*=\s*["']([\w.:-]+)["']/
/** How far into a document its XML declaration may go. */
const DECLARATION_LENGTH = 200
/** What bytes beyond ASCII are that no name explains and that are no UTF-8. */
const LAST_RESORT = 'windows-1252'

/** @returns a text part's text, by its charset; without one, UTF-8 if it is that. */
export function decodeText(attachment: Attachment): string {
  const { bytes, parameters } = attachment
  if (parameters['charset'] !== undefined) return attachmentText(attachment)
  return decodeByFirst(bytes, ['utf-8'])
}

/** @returns a document's text: what its Content-Type says may be wrong, and its declaration right. */
export function decodeDocument({ bytes, parameters }: Attachment): string {
  const start = latin1(bytes, 0, Math.min(bytes.length, DECLARATION_LENGTH))
  const names = [parameters['charset'], DECLARATION.exec(start)?.[1], 'utf-8']
  return decodeByFirst(
    bytes,
    names.filter((name) => name !== undefined),
  )
}

/** @returns the text in the charset of its byte order mark, else in the first that it fits. */
function decodeByFirst(bytes: Uint8Array, names: readonly string[]): string {
  const mark = byteOrderMark(bytes)
  if (mark !== undefined) return decodeAs(bytes, mark.charset)
  for (const name of names) {
    try {
      const text = strictDecoder(name)?.decode(bytes)
      if (text !== undefined) return text
    } catch {
      // The next one may fit.
    }
  }
  return decodeAs(bytes, LAST_RESORT)
}
