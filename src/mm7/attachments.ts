import type { Attachment } from '../attachment.js'
import { allParts, type Part, placedLeaves } from '../mime/part.js'
import { type ContentOf, decodeBody } from '../mime/transfer-encoding.js'
import type { Mutable } from '../mutable.js'
import type { Warning } from '../warnings.js'
import { charsetDeviations } from './charset-deviations.js'
import { isSmil, presentationsByStart } from './presentation.js'

/** What is text by its type: it may start with U+FFFD, as its sender wrote it. */
const TEXT = /^text\/|[/+](?:xml|json|smil)\b/

/** The attachments of a message, and which leaf part each was made of. */
export type AttachmentsByPart = ReadonlyMap<Part, Attachment>

/**
 * Makes an attachment of every leaf but the root, in order of appearance.
 *
 * @param parts the parts at the top
 * @param contentOf undoes a part's transfer encoding
 * @returns the attachments, and what deviates in how they are encoded
 */
export function readAttachments(
  parts: readonly Part[],
  root: Part | undefined,
  contentOf: ContentOf = decodeBody,
): { attachments: AttachmentsByPart; deviations: readonly Warning[] } {
  const attachments = new Map<Part, Attachment>()
  const { starts, deviations: startDeviations } = presentationsByStart(allParts(parts))
  const deviations: Warning[] = [...startDeviations]
  for (const { part, containers } of placedLeaves(parts)) {
    if (part === root) continue
    const { mediaType, parameters, contentId, contentLocation, name, headers } = part
    const content = contentOf(part)
    const attachment: Mutable<Attachment> = {
      bytes: content.bytes,
      mediaType,
      parameters,
      isPresentation: starts.has(part) || isSmil(part, content.bytes),
      headers,
      containers,
    }
    if (contentId !== undefined) attachment.contentId = contentId
    if (contentLocation !== undefined) attachment.contentLocation = contentLocation
    if (name !== undefined) attachment.name = name
    attachments.set(part, attachment)
    deviations.push(...content.deviations, ...charsetDeviations(part))
    const decoding = TEXT.test(mediaType) ? undefined : decodingOf(content.bytes)
    if (decoding !== undefined) {
      const message = `The ${mediaType} starts with ${decoding}.`
      deviations.push({ code: 'media-decoded', message, offset: part.offset })
    }
  }
  return { attachments, deviations }
}

/** What media starts with once its body was decoded as text, and encoded again as UTF-8. */
const DECODED: readonly (readonly [start: readonly number[], what: string])[] = [
  [[0xef, 0xbf, 0xbd], 'U+FFFD: the body was decoded as text on its way, and bytes are lost'],
  [
    [0xc3, 0xbf, 0xc3, 0x98, 0xc3, 0xbf],
    'JPEG as Latin-1 in UTF-8: the body was decoded as text on its way',
  ],
  [
    [0xc2, 0x89, 0x50, 0x4e, 0x47],
    'PNG as Latin-1 in UTF-8: the body was decoded as text on its way',
  ],
]

/** @returns what shows that the bytes were decoded as text; undefined if nothing does */
function decodingOf(bytes: Uint8Array): string | undefined {
  // What they start with starts with no byte below it, and hardly any media with one of these.
  if ((bytes[0] ?? 0) < 0xc2) return undefined
  return DECODED.find(([start]) => start.every((byte, i) => bytes[i] === byte))?.[1]
}
