import type { ExtensionElement } from '../message.js'
import { childElements, type Element, localName, textOf } from '../soap/dom.js'
import { MM7 } from '../soap/namespaces.js'

interface Source {
  /** The operation's namespace. */
  readonly namespace: string
  readonly namespaceOf: (element: Element) => string
  readonly attributesOf: (element: Element) => Readonly<Record<string, string>> | undefined
}

interface Draft extends ExtensionElement {
  readonly children: Draft[]
}

/**
 * @param root an element that no property of the message takes
 * @returns it with all that is in it
 */
export function readExtension(root: Element, source: Source): ExtensionElement {
  const extension = draft(root, source)
  // A stack of our own: elements may lie in one another deeper than calls may.
  const pending: [Element, Draft][] = [[root, extension]]
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const [element, parent] = next
    for (const child of childElements(element)) {
      const read = draft(child, source)
      parent.children.push(read)
      pending.push([child, read])
    }
  }
  return extension
}

function draft(element: Element, source: Source): Draft {
  const isMm7 = element.namespaceURI === MM7
  const uri = isMm7 ? source.namespaceOf(element) || source.namespace : element.namespaceURI
  return {
    namespace: uri || undefined,
    name: localName(element),
    text: textOf(element),
    attributes: source.attributesOf(element) ?? Object.create(null),
    children: [],
  }
}
