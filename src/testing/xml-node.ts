import { escapeXml } from '../soap/escape.js'
import type { PrefixStyle } from './input.js'

/** An element to be written. */
export interface XmlNode {
  /** MM7's: its local name, the namespace is left to the style. Else its name as it is to stand. */
  name: string
  readonly isMm7: boolean
  readonly attributes: (readonly [name: string, value: string])[]
  text: string
  readonly children: XmlNode[]
  /** White space may be put between its children. */
  readonly isIndented: boolean
}

/** How MM7's namespace is written. */
export interface XmlStyle {
  readonly namespace: string
  readonly prefixes: PrefixStyle
  /** For the style `prefixed`: one that means nothing else. */
  readonly prefix: string
}

/** An element of MM7. */
export function mm7Node(
  name: string,
  content: string | XmlNode[] = '',
  attributes: XmlNode['attributes'] = [],
): XmlNode {
  const [text, children] = typeof content === 'string' ? [content, []] : ['', content]
  return { name, isMm7: true, attributes, text, children, isIndented: true }
}

/**
 * @param root an element
 * @param lineEnd between elements that may have white space between them
 * @returns it as XML
 */
export function writeXml(root: XmlNode, style: XmlStyle, lineEnd: string): string {
  const written: string[] = []
  // A stack of our own: elements may lie in one another deeper than calls may.
  const pending: (string | { readonly node: XmlNode; readonly indent: string })[] = [
    { node: root, indent: lineEnd },
  ]
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (typeof next === 'string') {
      written.push(next)
      continue
    }
    const { node, indent } = next
    const { tag, attributes } = qualify(node, style)
    written.push(`<${tag}${attributes.map(writeAttribute).join('')}`)
    if (node.text === '' && node.children.length === 0) {
      written.push('/>')
      continue
    }
    written.push('>', escapeXml(node.text))
    const inner = node.isIndented ? `${indent}  ` : ''
    pending.push(`${node.children.length > 0 && node.isIndented ? indent : ''}</${tag}>`)
    for (const child of [...node.children].reverse())
      pending.push({ node: child, indent: inner }, inner)
  }
  return written.join('')
}

function qualify(
  { name, isMm7, attributes }: XmlNode,
  { namespace, prefixes, prefix }: XmlStyle,
): { tag: string; attributes: XmlNode['attributes'] } {
  if (!isMm7 || namespace === '') return { tag: name, attributes }
  if (prefixes === 'prefixed') return { tag: `${prefix}:${name}`, attributes }
  if (prefixes === 'default') return { tag: name, attributes }
  return { tag: name, attributes: [['xmlns', namespace], ...attributes] }
}

/** A line end or a tab in an attribute is a space to the reader, unless it is escaped (XML 1.0 §3.3.3). */
function writeAttribute([name, value]: readonly [string, string]): string {
  const escaped = escapeXml(value).replaceAll('\n', '&#10;').replaceAll('\t', '&#9;')
  return ` ${name}="${escaped}"`
}
