import type { Attachment } from '../../attachment.js'
import { parseHeaderValue } from '../../mime/content-type.js'
import { leafNode, multipartNode, type PartNode } from '../../mime/write/part-node.js'
import type { Container } from './layout.js'

const SMIL = /smil/

/**
 * @param kind of multiparts, where the attachments do not say which they are in; undefined: as fits
 * @param depth how many multiparts are around it
 * @returns the part that an attachment, or a multipart of some, is sent as
 */
export function toPartNode(
  item: Container | Attachment,
  kind: 'mixed' | 'related' | undefined,
  depth = 0,
): PartNode {
  if (!('children' in item)) return leafNode(fieldsOf(item.headers), item.bytes)
  const parts = item.children.map((child) => toPartNode(child, kind, depth + 1))
  const given = firstLeaf(item).containers[depth]
  return given === undefined
    ? newMultipart(item, parts, kind)
    : givenMultipart(fieldsOf(given), parts)
}

/** A multipart as it was, its Content-Type too, whose parameters stand for the case it cannot be. */
function givenMultipart(headers: PartNode['headers'], parts: PartNode[]): PartNode {
  // Its Content-Type is what made it a multipart.
  const [, type] = headers.find(([name]) => name === 'content-type') as [string, string]
  const { boundary, ...others } = parseHeaderValue(type, Number.POSITIVE_INFINITY).parameters
  const node = multipartNode(headers, parts, others)
  return boundary === undefined ? node : { ...node, boundary }
}

function fieldsOf(headers: Attachment['headers']): PartNode['headers'] {
  return [...headers].flatMap(([name, values]) =>
    values.map((value): [string, string] => [name, value]),
  )
}

/** @returns the first attachment in it: there is one. */
function firstLeaf({ children: [first] }: Container): Attachment {
  return first !== undefined && 'children' in first ? firstLeaf(first) : (first as Attachment)
}

function newMultipart(
  { href, contentId, children }: Container,
  parts: PartNode[],
  kind: 'mixed' | 'related' | undefined,
): PartNode {
  const presentation = findPresentation(children)
  const chosen = kind ?? (presentation === undefined ? 'mixed' : 'related')
  const headers: PartNode['headers'] = [['content-type', `multipart/${chosen}`]]
  if (contentId !== undefined) headers.push(['content-id', `<${contentId}>`])
  else if (href !== undefined) headers.push(['content-location', href])
  return multipartNode(
    headers,
    parts,
    chosen === 'related' ? rootParameters(presentation, parts) : {},
  )
}

/** @returns the presentation that can be the root of a multipart/related: named, or first. */
function findPresentation(children: Container['children']): Attachment | undefined {
  const [first] = children
  return children.find(
    (child): child is Attachment =>
      !('children' in child) &&
      child.isPresentation &&
      (child.contentId !== undefined || child === first),
  )
}

/** The parameters of multipart/related (RFC 2387 §3). */
function rootParameters(
  presentation: Attachment | undefined,
  parts: readonly PartNode[],
): Record<string, string> {
  if (presentation === undefined) {
    const type = parts[0]?.headers.find(([name]) => name === 'content-type')?.[1]
    return type === undefined ? {} : { type: type.replace(/[;\s].*/s, '') }
  }
  const { contentId, mediaType } = presentation
  return {
    // Any type but SMIL's would say that the root is not a presentation.
    ...(SMIL.test(mediaType) && { type: mediaType }),
    ...(contentId !== undefined && { start: `<${contentId}>` }),
  }
}
