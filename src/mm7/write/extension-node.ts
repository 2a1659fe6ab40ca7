import type { XmlNode } from '../../soap/write/xml-node.js'
import type { ExtensionElement } from '../../values.js'

/** Prefixes that need no declaration, or may have none. */
const RESERVED = new Set(['xml', 'xmlns'])

/**
 * @param root an element that no property of the message takes
 * @param mm7 MM7's namespace, as the message has it
 * @returns it as it is to be written, every prefix in it declared
 */
export function extensionNode(root: ExtensionElement, mm7: string): XmlNode {
  const isMm7 = mm7 !== '' && root.namespace === mm7
  const node: XmlNode = isMm7 ? { ...toNode(root), namespace: 'mm7' } : toNode(root)
  const pending: [ExtensionElement, XmlNode][] = [[root, node]]
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const [element, parent] = next
    for (const child of element.children) {
      const written = toNode(child)
      parent.children.push(written)
      pending.push([child, written])
    }
  }
  return node
}

function toNode({ name, namespace = '', text, attributes }: ExtensionElement): XmlNode {
  const own = Object.entries(attributes)
  const prefixes = new Set(own.map(([key]) => prefixOf(key)))
  const declarations = [...prefixes].flatMap((prefix): [string, string][] =>
    prefix === undefined || RESERVED.has(prefix)
      ? []
      : [[`xmlns:${prefix}`, `urn:example:prefix:${prefix}`]],
  )
  return {
    name,
    namespace: { uri: namespace },
    attributes: [...declarations, ...own],
    text,
    children: [],
    isIndented: false,
  }
}

/** @returns the prefix of an attribute, if it has one. */
function prefixOf(name: string): string | undefined {
  const colon = name.indexOf(':')
  return colon < 0 ? undefined : name.slice(0, colon)
}

/** @returns `wanted`, or it with a number, such that no attribute in the elements has it for a prefix. */
export function unusedPrefix(wanted: string, roots: readonly ExtensionElement[]): string {
  const used = new Set<string | undefined>()
  const pending = [...roots]
  for (let element = pending.pop(); element !== undefined; element = pending.pop()) {
    for (const name of Object.keys(element.attributes)) used.add(prefixOf(name))
    for (const child of element.children) pending.push(child)
  }
  let prefix = wanted
  for (let n = 1; used.has(prefix); n++) prefix = `${wanted}${n}`
  return prefix
}
