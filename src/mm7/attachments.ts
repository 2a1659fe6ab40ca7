import type { Attachment } from '../attachment.js'
import { allParts, type Part, placedLeaves } from '../mime/part.js'
import { decodeBody } from '../mime/transfer-encoding.js'
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
 * @returns the attachments, and what deviates in how they are encoded
 */
export function readAttachments(
  parts: readonly Part[],
  root: Part | undefined,
): { attachments: AttachmentsByPart; deviations: readonly Warning[] } {
  const attachments = new Map<Part, Attachment>()
  const { starts, deviations: startDeviations } = presentationsByStart(allParts(parts))
  const deviations: Warning[] = [...startDeviations]
  for (const { part, containers } of placedLeaves(parts)) {
    if (part === root) continue
    const { mediaType, parameters, contentId, contentLocation, name, headers } = part
    const content = decodeBody(part)
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
    if (!TEXT.test(mediaType) && startsAsReplacement(content.bytes)) {
      const message = `The ${mediaType} starts with U+FFFD: the body was decoded as text on its way, and bytes are lost.`
      deviations.push({ code: 'media-decoded', message, offset: part.offset })
    }
  }
  return { attachments, deviations }
}

/** @returns whether the first character is what a decoder of UTF-8 makes of bytes that are none. */
function startsAsReplacement(bytes: Uint8Array): boolean {
  return bytes[0] === 0xef && bytes[1] === 0xbf && bytes[2] === 0xbd
}
