import type { Attachment, ExtensionElement } from '../message.js'
import { quote, type Report, warn } from '../report.js'
import { childElements, type Element, localName, textOf } from '../soap/dom.js'
import type { Envelope } from '../soap/envelope.js'
import { MM7 } from '../soap/namespaces.js'
import type { WarningCode } from '../warnings.js'
import { readExtension } from './extension.js'
import { canonicalElementName } from './names.js'

/** What the readers of elements and values share. */
export interface Context
  extends Pick<Envelope, 'namespaceOf' | 'attributesOf' | 'strayAttributesOf'> {
  readonly report: Report
  /** The MM7 namespace of the operation, as its sender wrote it. */
  readonly namespace: string
  /** Elements that no property takes, in order of appearance. */
  readonly extensions: ExtensionElement[]
  /** @returns the leaves of the part that a `Content` refers to. */
  readonly resolve: (href: string | undefined, path: string) => readonly Attachment[]
}

/** An element and its name by the schema; undefined if it is not MM7's. */
export interface Named {
  readonly name: string | undefined
  readonly element: Element
}

/** Reports a liberty taken with the element at `path`. */
export function note(context: Context, code: WarningCode, message: string, path: string): void {
  warn(context.report, code, message, { path })
}

/** Keeps an element that no property takes. */
export function keepAsExtension(context: Context, element: Element): void {
  context.extensions.push(readExtension(context, element))
}

/** Keeps an element that does not belong where it is, and reports it. */
export function keepUnexpected(context: Context, element: Element, path: string): void {
  const what = `${quote(localName(element))} does not belong here; kept among the extensions.`
  note(context, 'element-unexpected', what, path)
  keepAsExtension(context, element)
}

/** Keeps the elements in one that should hold text alone. */
export function checkLeaf(context: Context, element: Element, path: string): void {
  for (const child of childElements(element)) keepUnexpected(context, child, path)
}

/** Reads the names of an element's children; text between them is reported. */
export function readChildren(context: Context, parent: Element, path: string): Named[] {
  const text = textOf(parent)
  const children = childElements(parent)
  if (text !== '') {
    const what = `Unexpected text ${quote(text)} between elements; ignored.`
    note(context, 'text-unexpected', what, path)
  }
  return children.map((element) => ({ name: readName(context, element, path), element }))
}

/** @param path of the parent; a child of the operation itself is reported by its own name */
function readName(context: Context, element: Element, path: string): string | undefined {
  if (element.namespaceURI !== MM7) return undefined
  const sent = localName(element)
  const name = canonicalElementName(sent)
  if (name !== sent) {
    note(context, 'element-name', `${quote(sent)} should be ${name}; read as that.`, path || sent)
  }
  return name
}
