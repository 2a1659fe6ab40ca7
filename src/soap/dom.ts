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

const SPACE = 0x20

/**
 * Takes off white space of XML 1.0 §2.3, which has no other characters up to the space. Unlike
 * `trim` it leaves no-break and ideographic spaces: they are part of a text.
 */
function trimXml(text: string): string {
  let start = 0
  let end = text.length
  while (start < end && text.charCodeAt(start) <= SPACE) start += 1
  while (end > start && text.charCodeAt(end - 1) <= SPACE) end -= 1
  return text.slice(start, end)
}
