import type { Attachment } from '../message.js'
import { allParts, mimeType, type Part, placedLeaves, withoutBrackets } from '../mime/part.js'
import { decodeBody } from '../mime/transfer-encoding.js'
import type { Mutable } from '../mutable.js'
import type { Warning } from '../warnings.js'

/** The attachments of a message, and which leaf part each was made of. */
export type AttachmentsByPart = ReadonlyMap<Part, Attachment>

const SMIL = /^(?:application|text)\/smil(?:\+xml)?$/
/** What is no presentation, whoever says so. */
const MEDIA = /^(?:image|audio|video)\//
/** The types that senders give to SMIL who do not know its own. */
const MAY_BE_SMIL = /^(?:application\/octet-stream|text\/plain|(?:application|text)\/xml)$/
const SMIL_NAME = /\.smil?$/i

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
  const deviations: Warning[] = []
  const starts = presentationsByStart(parts)
  for (const { part, containers } of placedLeaves(parts)) {
    if (part === root) continue
    const { mediaType, parameters, contentId, contentLocation, name, headers } = part
    const content = decodeBody(part)
    const attachment: Mutable<Attachment> = {
      bytes: content.bytes,
      mediaType,
      parameters,
      isPresentation: starts.has(part) || isSmil(part),
      headers,
      containers,
    }
    if (contentId !== undefined) attachment.contentId = contentId
    if (contentLocation !== undefined) attachment.contentLocation = contentLocation
    if (name !== undefined) attachment.name = name
    attachments.set(part, attachment)
    deviations.push(...content.deviations)
    if (MEDIA.test(mediaType) && startsAsReplacement(content.bytes)) {
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

function isSmil({ mediaType, name, contentLocation }: Part): boolean {
  if (SMIL.test(mediaType)) return true
  return MAY_BE_SMIL.test(mediaType) && SMIL_NAME.test(name ?? contentLocation ?? '')
}

/** @returns the roots of the multipart/related parts that say they are presentations (RFC 2387 §3). */
function presentationsByStart(parts: readonly Part[]): ReadonlySet<Part> {
  const starts = new Set<Part>()
  for (const part of allParts(parts)) {
    if (mimeType(part.mediaType) !== 'multipart/related') continue
    const { start, type } = part.parameters
    const isSmilRelated = type !== undefined && SMIL.test(type.toLowerCase())
    if (type !== undefined && !isSmilRelated) continue
    const id = start === undefined ? undefined : withoutBrackets(start)
    const named = part.parts.find((child) => child.contentId === id)
    const root = id === undefined ? (isSmilRelated ? part.parts[0] : undefined) : named
    if (root !== undefined && !MEDIA.test(root.mediaType)) starts.add(root)
  }
  return starts
}
