import type { Attachment, ExtensionElement } from '../message.js'
import { quote, type Report, warn } from '../report.js'
import { childElements, type Element, localName, ownText } from '../soap/dom.js'
import { MM7 } from '../soap/namespaces.js'
import type { WarningCode } from '../warnings.js'
import { readExtension } from './extension.js'
import { canonicalElementName } from './names.js'

/** What the readers of elements and values share. */
export interface Context {
  readonly report: Report
  /** The sender's MM7 namespace. */
  readonly namespace: string
  /** @returns the MM7 namespace of an element that is not in the operation's; else it is empty. */
  readonly namespaceOf: (element: Element) => string
  readonly attributesOf: (element: Element) => Readonly<Record<string, string>> | undefined
  /** Elements that no property takes, in order of appearance. */
  readonly extensions: ExtensionElement[]
  /** @returns the leaves of the part that a `Content` refers to. */
  readonly resolve: (href: string | undefined, path: string) => readonly Attachment[]
}

/** Notes a liberty in the element at `path`. */
export function note(context: Context, code: WarningCode, message: string, path: string): void {
  warn(context.report, code, message, { path })
}

/** @returns the element's name by the schema; undefined if it is not MM7's. */
export function nameOf(context: Context, element: Element, path: string): string | undefined {
  if (element.namespaceURI !== MM7) return undefined
  const sent = localName(element)
  const name = canonicalElementName(sent)
  if (name !== sent) {
    note(context, 'element-name', `${quote(sent)} should be ${name}; read as that.`, path)
  }
  return name
}

/** Keeps an element that no property takes. */
export function keep(context: Context, element: Element): void {
  context.extensions.push(readExtension(element, context))
}

/** Keeps an element that has no place where it stands, and says so. */
export function keepUnexpected(context: Context, element: Element, path: string): void {
  const what = `${quote(localName(element))} has no place here; kept among the extensions.`
  note(context, 'element-unexpected', what, path)
  keep(context, element)
}

/** Keeps what elements there are in one that holds text alone. */
export function checkLeaf(context: Context, element: Element, path: string): void {
  for (const child of childElements(element)) keepUnexpected(context, child, path)
}

/** The children of an element that holds others, each under its schema's name. */
export function namedChildren(
  context: Context,
  parent: Element,
  path: string,
): { readonly name: string | undefined; readonly element: Element }[] {
  const stray = ownText(parent).trim()
  const children = childElements(parent)
  if (stray !== '') {
    const what = `The text ${quote(stray)} stands where only elements may; passed over.`
    note(context, 'text-unexpected', what, path)
  }
  return children.map((element) => ({ name: nameOf(context, element, path), element }))
}

/**
 * @returns the value of an attribute; undefined if it is not there
 */
export function attribute(context: Context, element: Element, name: string): string | undefined {
  return context.attributesOf(element)?.[name]
}

/** Notes the attributes of an element that are none of these, those of other namespaces aside. */
export function checkAttributes(
  context: Context,
  element: Element,
  known: readonly string[],
  path: string,
): void {
  const attributes = context.attributesOf(element)
  if (attributes === undefined) return
  for (const name in attributes) {
    if (known.includes(name) || name.includes(':')) continue
    const what = `The attribute ${name}=${quote(attributes[name] as string)} has no place here; passed over.`
    note(context, 'attribute-unexpected', what, path)
  }
}

const BOOLEANS: ReadonlyMap<string, boolean> = new Map([
  ['true', true],
  ['1', true],
  ['false', false],
  ['0', false],
])

/** @returns the boolean attribute (XML Schema part 2 §3.2.2) `name`, in whatever case it is written. */
export function booleanAttribute(
  context: Context,
  element: Element,
  name: string,
  fallback: boolean,
  path: string,
): boolean {
  const text = attribute(context, element, name)
  if (text === undefined) return fallback
  const value = BOOLEANS.get(text.trim())
  if (value !== undefined) return value
  const guess = text.trim().toLowerCase()
  const read = guess === 'true' || (guess !== 'false' && fallback)
  note(context, 'boolean-malformed', `${name}=${quote(text)} is no boolean; read as ${read}.`, path)
  return read
}

/** @returns the attribute `sequence` (a positive integer), if it is there and is one. */
export function sequenceAttribute(
  context: Context,
  element: Element,
  path: string,
): { sequence?: number } {
  const text = attribute(context, element, 'sequence')?.trim()
  if (text === undefined) return {}
  if (/^\+?0*[1-9]\d{0,14}$/.test(text)) return { sequence: Number(text) }
  const what = `sequence=${quote(text)} is no positive integer; left out.`
  note(context, 'number-malformed', what, path)
  return {}
}
