import { quote } from '../report.js'
import { type Element, textOf } from '../soap/element.js'
import { MM7 } from '../soap/namespaces.js'
import type { ExtensionElement } from '../values.js'
import { type Context, warnAt } from './context.js'

interface OpenExtension extends ExtensionElement {
  readonly children: OpenExtension[]
}

/** @returns an element that no property of the message takes, with all that is in it. */
export function toExtension(root: Element): ExtensionElement {
  const extension = alone(root)
  // A stack of our own: elements may be nested deeper than calls may.
  const pending: [Element, OpenExtension][] = [[root, extension]]
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const [element, parent] = next
    for (const child of element.children) {
      const read = alone(child)
      parent.children.push(read)
      pending.push([child, read])
    }
  }
  return extension
}

/** Without the elements in it. */
function alone(element: Element): OpenExtension {
  const { name, namespace, sentNamespace, attributes } = element
  return {
    namespace: (namespace === MM7 ? sentNamespace : namespace) || undefined,
    name,
    text: textOf(element),
    attributes: attributes ?? Object.create(null),
    children: [],
  }
}

/** Keeps an element that no property takes. */
export function keep({ extensions }: Context, element: Element): void {
  extensions.push(toExtension(element))
}

/** @returns what is done with an element that is kept, for a message about it. */
export function fate({ isWithoutExtensions }: Context): string {
  return isWithoutExtensions ? 'ignored' : 'kept among the extensions'
}

/** Keeps an element that does not belong where it is, and reports it. */
export function keepUnexpected(context: Context, element: Element, path: string): void {
  const what = `${quote(element.name)} does not belong here; ${fate(context)}.`
  warnAt(context, 'element-unexpected', what, path, element)
  keep(context, element)
}

/** Keeps the elements in one that should hold text alone. */
export function keepChildren(context: Context, element: Element, path: string): void {
  for (const child of element.children) keepUnexpected(context, child, path)
}
