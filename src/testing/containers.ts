import type { Attachment, Content } from '../attachment.js'
import { leafNode, multipartNode, type PartNode } from '../mime/write/part-node.js'
import { headerFields, nameBoundaries } from '../mime/write/write-multipart.js'
import { toPartNode } from '../mm7/write/attachment-parts.js'
import { type Container, layOut } from '../mm7/write/layout.js'
import type { Mutable } from '../mutable.js'
import type { BuildOptions } from './input.js'

/** Gives each attachment the header fields of the multiparts that it is packed in. */
export function fillContainers(
  attachments: readonly Mutable<Attachment>[],
  contents: readonly Content[],
  { container, lineEnd }: BuildOptions,
): void {
  const items = layOut(attachments, contents)
  const nodes = items.map((item) => toPartNode(item, container))
  const envelope = leafNode([], new Uint8Array(0))
  nameBoundaries(multipartNode([], [envelope, ...nodes]), lineEnd === 'lf' ? '\n' : '\r\n')
  place(items, nodes, [])
}

function place(
  items: readonly (Container | Mutable<Attachment>)[],
  nodes: readonly PartNode[],
  containers: Attachment['containers'],
): void {
  for (const [i, item] of items.entries()) {
    const node = nodes[i] as PartNode
    if (!('children' in item)) item.containers = containers
    else {
      const headers = new Map<string, readonly string[]>()
      for (const [name, value] of headerFields(node)) {
        headers.set(name, [...(headers.get(name) ?? []), value])
      }
      place(item.children, node.parts as PartNode[], [...containers, headers])
    }
  }
}
