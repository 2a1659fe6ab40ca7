import type { Attachment } from '../../message.js'
import { leafNode, multipartNode, type PartNode } from '../../mime/write/part-node.js'
import type { Container } from './layout.js'

const SMIL = /smil/

/**
 * @param kind of multiparts that hold no presentation, and of those that do; undefined: as fits
 * @returns the part that an attachment, or a multipart of some, is sent as
 */
export function toPartNode(
  item: Container | Attachment,
  kind: 'mixed' | 'related' | undefined,
): PartNode {
  if (!('children' in item)) {
    const fields = [...item.headers].flatMap(([name, values]) =>
      values.map((value): [string, string] => [name, value]),
    )
    return leafNode(fields, item.bytes)
  }
  const { href, contentId, children } = item
  const presentation = findPresentation(children)
  const chosen = kind ?? (presentation === undefined ? 'mixed' : 'related')
  const headers: PartNode['headers'] = [['content-type', `multipart/${chosen}`]]
  if (contentId !== undefined) headers.push(['content-id', `<${contentId}>`])
  else if (href !== undefined) headers.push(['content-location', href])
  const parts = children.map((child) => toPartNode(child, kind))
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
    return type === undefined ? {} : { type: type.replace(/[;\s].*$/s, '') }
  }
  const { contentId, mediaType } = presentation
  return {
    // Any type but SMIL's would say that the root is not a presentation.
    ...(SMIL.test(mediaType) && { type: mediaType }),
    ...(contentId !== undefined && { start: `<${contentId}>` }),
  }
}
