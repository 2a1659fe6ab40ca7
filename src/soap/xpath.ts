import type { Node } from '@xmldom/xmldom'
import xpath from 'xpath'
import type { Element } from './dom.js'
import { MM7, SOAP } from './namespaces.js'

/** The parts of xpath that are used; its own types need those of browsers. */
interface XPathModule {
  readonly XPathParser: new () => {
    parse(expression: string): {
      evaluate(context: XPathContext): { toUnsortedArray(): unknown[] }
    }
  }
  readonly XPathContext: new (
    variables: object,
    namespaces: { getNamespace(prefix: string): string | undefined },
    functions: object,
  ) => XPathContext
  readonly VariableResolver: new () => object
  readonly FunctionResolver: new () => object
}

interface XPathContext {
  expressionContextNode?: Node
}

const { XPathParser, XPathContext, VariableResolver, FunctionResolver } =
  xpath as unknown as XPathModule

/** The prefixes of every expression: behind the door there are only these namespaces. */
const NAMESPACES: ReadonlyMap<string, string> = new Map([
  ['env', SOAP],
  ['mm7', MM7],
])

// Made once: a context would else make its own, all the functions of XPath with it, at every turn.
const namespaces = { getNamespace: (prefix: string) => NAMESPACES.get(prefix) }
const variables = new VariableResolver()
const functions = new FunctionResolver()

/**
 * Compiles an expression once.
 *
 * @param expression XPath 1.0 that selects elements by child steps, so that they come in the order
 * of the document without being sorted
 * @returns a function that selects from a document or an element
 */
export function compileXPath(expression: string): (node: Node) => Element[] {
  const compiled = new XPathParser().parse(expression)
  return (node) => {
    const context = new XPathContext(variables, namespaces, functions)
    context.expressionContextNode = node
    return compiled.evaluate(context).toUnsortedArray() as Element[]
  }
}
