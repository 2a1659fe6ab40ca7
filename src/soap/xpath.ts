import type { Node } from '@xmldom/xmldom'
import xpath from 'xpath'
import type { Element } from './dom.js'
import { MM7, SOAP } from './namespaces.js'

/** The part of xpath that is used; its own types lack it, and need those of browsers. */
interface XPathModule {
  readonly parse: (expression: string) => {
    readonly evaluateNodeSet: (context: {
      readonly node: Node
      readonly namespaces: Readonly<Record<string, string>>
    }) => { readonly toUnsortedArray: () => unknown[] }
  }
}

const { parse } = xpath as unknown as XPathModule

/** The prefixes of every expression: behind the door there are only these namespaces. */
const NAMESPACES = { env: SOAP, mm7: MM7 }

/**
 * Compiles an expression once.
 *
 * @param expression XPath 1.0 that selects elements by child steps, so that they come in the order
 * of the document without being sorted
 * @returns a function that selects from a document or an element
 */
export function compileXPath(expression: string): (node: Node) => Element[] {
  const compiled = parse(expression)
  return (node) =>
    compiled.evaluateNodeSet({ node, namespaces: NAMESPACES }).toUnsortedArray() as Element[]
}
