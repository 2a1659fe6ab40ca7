import { parseMultipart } from '@remix-run/multipart-parser'
import { boundaryOf, decode, type Leaf, withoutBrackets } from './mime.js'

const NO_LIMITS = {
  maxHeaderSize: 65_536,
  maxFileSize: Number.POSITIVE_INFINITY,
  maxTotalSize: Number.POSITIVE_INFINITY,
  maxParts: 1000,
}

/** Both levels of a message. */
export function splitWithRemix(contentType: string, body: Uint8Array, container = ''): Leaf[] {
  const leaves: Leaf[] = []
  for (const part of parseMultipart(body, { boundary: boundaryOf(contentType), ...NO_LIMITS })) {
    const type = part.headers['content-type'] ?? 'text/plain'
    const contentId = withoutBrackets(part.headers['content-id'] ?? '')
    // `bytes` copies; what came in one piece need not be.
    const bytes = part.content.length === 1 ? (part.content[0] as Uint8Array) : part.bytes
    if (type.startsWith('multipart/')) {
      leaves.push(...splitWithRemix(type, bytes, contentId))
    } else {
      const encoding = part.headers['content-transfer-encoding'] ?? ''
      leaves.push({ type, contentId, container, bytes: decode(bytes, encoding) })
    }
  }
  return leaves
}
