import PostalMime from 'postal-mime'
import { type Leaf, withoutBrackets } from './mime.js'

const utf8 = new TextEncoder()

/** A whole message: it reads mail, so the Content-Type goes on top of the body. */
export async function splitWithPostalMime(contentType: string, body: Uint8Array): Promise<Leaf[]> {
  const head = Buffer.from(`MIME-Version: 1.0\r\nContent-Type: ${contentType}\r\n\r\n`)
  const mail = await PostalMime.parse(Buffer.concat([head, body]))
  const leaves = mail.attachments.map(({ mimeType, contentId, content }) => ({
    type: mimeType,
    contentId: withoutBrackets(contentId ?? ''),
    container: '',
    bytes: typeof content === 'string' ? utf8.encode(content) : new Uint8Array(content),
  }))
  if (mail.text === undefined) return leaves
  // It takes a text part for the mail's own text, and ends it with a line feed.
  const bytes = utf8.encode(mail.text.replace(/\n$/, ''))
  return [...leaves, { type: 'text/plain', contentId: '', container: '', bytes }]
}
