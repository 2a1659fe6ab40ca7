import { DOMImplementation, type Document, type Element as DomElement } from '@xmldom/xmldom'
import type { Element } from '../soap/element.js'
import { SOAP } from '../soap/namespaces.js'
import { PrefixScope, splitName } from '../soap/prefixes.js'

/** The document of an envelope, and which element of it each node was made of. */
export interface EnvelopeDocument {
  readonly document: Document
  readonly elementOf: (node: unknown) => Element | undefined
}

/** @returns the canonical envelope as a DOM document, for XPath. */
export function toDocument(root: Element): EnvelopeDocument {
  const document = new DOMImplementation().createDocument(null, '')
  const elements = new Map<unknown, Element>()
  const scope = new PrefixScope()
  // A stack of our own: elements may be nested deeper than calls may.
  const pending: (() => void)[] = []
  const visit = (element: Element, parent: Document | DomElement): void => {
    const declared = scope.enter(Object.entries(element.rawAttributes))
    const node = document.createElementNS(element.namespace || null, element.name)
    elements.set(node, element)
    addAttributes(node, element, root, scope)
    if (element.text !== '') node.appendChild(document.createTextNode(element.text))
    parent.appendChild(node)
    pending.push(() => scope.leave(declared))
    for (const child of [...element.children].reverse()) pending.push(() => visit(child, node))
  }
  visit(root, document)
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) next()
  return { document, elementOf: (node) => elements.get(node) }
}

/** Adds the attributes, each in its namespace; in SOAP's, where the Envelope's own stands for it. */
function addAttributes(
  node: DomElement,
  element: Element,
  root: Element,
  scope: PrefixScope,
): void {
  for (const [name, value] of Object.entries(element.attributes ?? {})) {
    const { prefix, local } = splitName(name)
    const uri = prefix === '' ? '' : (scope.resolve(prefix)?.compact ?? '')
    const isSoap = uri !== '' && root.namespace === SOAP && uri === root.sentNamespace
    if (uri === '') node.setAttribute(name, value)
    else node.setAttributeNS(isSoap ? SOAP : uri, `${prefix}:${local}`, value)
  }
}
