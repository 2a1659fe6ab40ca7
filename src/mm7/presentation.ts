import { parseId } from '../mime/content-id.js'
import { CONTENT_TYPE } from '../mime/content-type.js'
import { mimeType, type Part } from '../mime/part.js'
import { escapeDeviations, partsWithId } from '../mime/part-names.js'
import { rootElementName } from '../mime/xml-glance.js'
import { quote } from '../report.js'
import type { Warning } from '../warnings.js'

const SMIL = /^(?:application|text)\/smil(?:\+xml)?$/
/** What is no presentation, whoever says so. */
const MEDIA = /^(?:image|audio|video)\//
/** The types that senders give to SMIL who do not know its own. */
const MAY_BE_SMIL = /^(?:application\/octet-stream|text\/plain|(?:application|text)\/xml)$/
/** `smil.xml`, `0.smil`, `mms.smil.txt`, but not `smile.jpg`; what is not of ASCII counts as a letter. */
const SMIL_NAME = /(?<![a-z\d\x80-\uffff])smil(?![a-z\d\x80-\uffff])|\.smi$/i
const SMIL_ELEMENT = /^smil$/i

/**
 * @param part a leaf
 * @param bytes its content
 * @returns whether it is a SMIL by its type; where that is a generic one, by its name or its content
 */
export function isSmil({ mediaType, name, contentLocation }: Part, bytes: Uint8Array): boolean {
  if (SMIL.test(mediaType)) return true
  if (!MAY_BE_SMIL.test(mediaType)) return false
  if (SMIL_NAME.test(name || contentLocation || '')) return true
  return SMIL_ELEMENT.test(rootElementName(bytes) ?? '')
}

/**
 * @param parts all parts, those in multiparts among them
 * @returns the roots of the multipart/related parts that say they are presentations (RFC 2387 §3), and
 * what deviates in how they are named
 */
export function presentationsByStart(parts: readonly Part[]): {
  starts: ReadonlySet<Part>
  deviations: readonly Warning[]
} {
  const starts = new Set<Part>()
  const deviations: Warning[] = []
  for (const part of parts) {
    if (mimeType(part.mediaType) !== 'multipart/related') continue
    const { start, type } = part.parameters
    const isSmilRelated = type !== undefined && SMIL.test(type.toLowerCase())
    const named = start === undefined ? undefined : namedBy(start, part, deviations)
    if (type !== undefined && !isSmilRelated) continue
    const root = start === undefined && isSmilRelated ? part.parts[0] : named
    if (root !== undefined && !MEDIA.test(root.mediaType)) starts.add(root)
  }
  return { starts, deviations }
}

/** @returns the part that the `start` of a multipart names; what deviates in it is added */
function namedBy(start: string, multipart: Part, deviations: Warning[]): Part | undefined {
  const { offset, parts } = multipart
  const id = parseId(start)
  for (const deviation of id.deviations) deviations.push({ ...deviation, offset, path: 'start' })
  const [named] = partsWithId(parts, id.value)
  const path = CONTENT_TYPE
  if (named !== undefined) {
    for (const deviation of escapeDeviations(named, id.value)) {
      deviations.push({ ...deviation, offset, path })
    }
  } else if (parts.length > 0) {
    const message = `start=${quote(start)} names no part of the multipart that it is of; ignored.`
    deviations.push({ code: 'start-unmatched', message, offset, path })
  }
  return named
}
