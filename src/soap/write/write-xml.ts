import { escapeXml } from '../escape.js'
import type { XmlNode } from './xml-node.js'

/** How the namespace of MM7 is written. All say the same. */
export type PrefixStyle = 'default' | 'prefixed' | 'per-element' | 'per-entry'

/** How an envelope is written. */
export interface XmlStyle {
  /** MM7's; empty for none. */
  readonly namespace: string
  readonly prefixes: PrefixStyle
  /** For the style `prefixed`: one that means nothing else. */
  readonly prefix: string
  /** Between elements that may have white space between them; undefined: nothing is put there. */
  readonly lineEnd: string | undefined
}

/** The prefix of SOAP's elements. */
export const SOAP_PREFIX = 'soap-env'

/** An element to be written, and what is around it. */
interface Pending {
  readonly node: XmlNode
  readonly indent: string
  /** The default namespace around it. */
  readonly scope: string
}

/**
 * @param root an element
 * @param style how namespaces are written
 * @returns it as XML
 */
export function writeXml(root: XmlNode, style: XmlStyle): string {
  let written = ''
  // A stack of our own: elements may lie in one another deeper than calls may.
  const pending: (string | Pending)[] = [{ node: root, indent: style.lineEnd ?? '', scope: '' }]
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (typeof next === 'string') {
      written += next
      continue
    }
    const { node, indent } = next
    const { tag, attributes, scope } = qualify(node, next.scope, style)
    written += `<${tag}`
    for (const attribute of attributes) written += writeAttribute(attribute)
    if (node.text === '' && node.children.length === 0) {
      written += '/>'
      continue
    }
    written += `>${escapeXml(node.text)}`
    const isIndented = node.isIndented && style.lineEnd !== undefined
    const inner = isIndented ? `${indent}  ` : ''
    pending.push(`${node.children.length > 0 && isIndented ? indent : ''}</${tag}>`)
    for (let i = node.children.length - 1; i >= 0; i--) {
      pending.push({ node: node.children[i] as XmlNode, indent: inner, scope })
      if (isIndented) pending.push(inner)
    }
  }
  return written
}

interface Qualified {
  readonly tag: string
  readonly attributes: XmlNode['attributes']
  /** The default namespace within it. */
  readonly scope: string
}

function qualify(node: XmlNode, around: string, style: XmlStyle): Qualified {
  const { name, namespace, attributes } = node
  const declared = attributes.find(([key]) => key === 'xmlns')?.[1]
  const scope = declared ?? around
  if (namespace === 'soap') return { tag: `${SOAP_PREFIX}:${name}`, attributes, scope }
  const isMm7 = namespace === 'mm7'
  if (isMm7 && style.prefixes === 'prefixed' && style.namespace !== '') {
    return { tag: `${style.prefix}:${name}`, attributes, scope }
  }
  const uri = isMm7 ? style.namespace : namespace.uri
  const isAlways = isMm7 && style.prefixes === 'per-element' && uri !== ''
  if (uri === scope && !isAlways) return { tag: name, attributes, scope }
  return { tag: name, attributes: [['xmlns', uri], ...attributes], scope: uri }
}

/** A line end or a tab in an attribute is a space to the reader, unless it is escaped (XML 1.0 §3.3.3). */
function writeAttribute([name, value]: readonly [string, string]): string {
  const escaped = escapeXml(value)
  const whole = /[\n\t]/.test(escaped)
    ? escaped.replaceAll('\n', '&#10;').replaceAll('\t', '&#9;')
    : escaped
  return ` ${name}="${whole}"`
}
