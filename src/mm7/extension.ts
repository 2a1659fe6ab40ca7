import type { ExtensionElement } from '../message.js'
import { childElements, type Element, localName, textOf } from '../soap/dom.js'
import { MM7 } from '../soap/namespaces.js'
import type { Context } from './context.js'

/** What an element is read with. */
type Source = Pick<Context, 'namespace' | 'namespaceOf' | 'attributesOf'>

interface OpenExtension extends ExtensionElement {
  readonly children: OpenExtension[]
}

/**
 * @param root an element that no property of the message takes
 * @returns the element with all that is in it
 */
export function readExtension(source: Source, root: Element): ExtensionElement {
  const extension = readAlone(source, root)
  // A stack of our own: elements may be nested deeper than calls may.
  const pending: [Element, OpenExtension][] = [[root, extension]]
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const [element, parent] = next
    for (const child of childElements(element)) {
      const read = readAlone(source, child)
      parent.children.push(read)
      pending.push([child, read])
    }
  }
  return extension
}

/** Without the elements in it. */
function readAlone(source: Source, element: Element): OpenExtension {
  const isMm7 = element.namespaceURI === MM7
  const uri = isMm7 ? (source.namespaceOf(element) ?? source.namespace) : element.namespaceURI
  return {
    namespace: uri || undefined,
    name: localName(element),
    text: textOf(element),
    attributes: source.attributesOf(element) ?? Object.create(null),
    children: [],
  }
}
