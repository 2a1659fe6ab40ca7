import type { Element, Node } from '@xmldom/xmldom'

const ELEMENT = 1
const TEXT = 3

export type { Element } from '@xmldom/xmldom'

/** @returns the element's name without prefix. */
export function localName(element: Element): string {
  // Null only where an element was made without a namespace in mind, and none is here.
  return element.localName as string
}

/** @returns the child elements, in order. */
export function childElements(parent: Element): Element[] {
  const children: Element[] = []
  for (let node: Node | null = parent.firstChild; node !== null; node = node.nextSibling) {
    if (node.nodeType === ELEMENT) children.push(node as Element)
  }
  return children
}

/** @returns the element's own text, not that of its children. */
export function ownText(element: Element): string {
  let text = ''
  for (let node: Node | null = element.firstChild; node !== null; node = node.nextSibling) {
    if (node.nodeType === TEXT) text += node.nodeValue
  }
  return text
}

/** @returns the element's own text, without the white space around it. */
export function textOf(element: Element): string {
  return trimXml(ownText(element))
}

/** White space of XML 1.0 §2.3: no-break and ideographic spaces are part of a text. */
const WHITE_SPACE = ' \t\r\n'

/** @returns the text without XML's white space around it. */
export function trimXml(text: string): string {
  let start = 0
  let end = text.length
  while (start < end && WHITE_SPACE.includes(text[start] as string)) start += 1
  while (end > start && WHITE_SPACE.includes(text[end - 1] as string)) end -= 1
  return text.slice(start, end)
}
