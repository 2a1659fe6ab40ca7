import type { ExtensionElement } from '../message.js'
import type { XmlNode, XmlStyle } from './xml-node.js'

/** Prefixes that need no declaration, or may have none. */
const RESERVED = new Set(['xml', 'xmlns'])

/**
 * @param root an element that no property of the message takes
 * @param style how MM7's namespace is written around it
 * @returns it as it is to be written, every namespace and every prefix in it declared
 */
export function extensionNode(root: ExtensionElement, style: XmlStyle): XmlNode {
  const own = style.namespace === '' ? undefined : style.namespace
  const isMm7 = root.namespace === own
  const scope = style.prefixes === 'prefixed' ? '' : style.namespace
  const top = toNode(root, isMm7 ? undefined : scope)
  const node = { ...top, isMm7 }
  const pending: [ExtensionElement, XmlNode, string][] = [
    [root, node, isMm7 ? scope : (root.namespace ?? '')],
  ]
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const [element, parent, inScope] = next
    for (const child of element.children) {
      const written = toNode(child, inScope)
      parent.children.push(written)
      pending.push([child, written, child.namespace ?? ''])
    }
  }
  return node
}

/** @param scope the default namespace around it; undefined if it is named by other means */
function toNode(element: ExtensionElement, scope: string | undefined): XmlNode {
  const { name, namespace = '', text } = element
  const attributes = Object.entries(element.attributes)
  const prefixes = new Set(attributes.map(([key]) => prefixOf(key)))
  const declarations = [...prefixes].flatMap((prefix): [string, string][] =>
    prefix === undefined || RESERVED.has(prefix)
      ? []
      : [[`xmlns:${prefix}`, `urn:example:prefix:${prefix}`]],
  )
  const isDeclared = scope === undefined || scope === namespace
  return {
    name,
    isMm7: false,
    attributes: [
      ...(isDeclared ? [] : [['xmlns', namespace] as const]),
      ...declarations,
      ...attributes,
    ],
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
