import type { Node } from '@xmldom/xmldom'
import xpath from 'xpath'
import type { Element } from './dom.js'
import { MM7, SOAP } from './namespaces.js'

/** The parts of xpath that are used; its own types need those of browsers. */
interface XPathModule {
  readonly XPathParser: new () => {
    parse(expression: string): {
      readonly expression: { readonly locationPath: { readonly steps: readonly Step[] } }
    }
  }
  readonly XPathContext: new (
    variables: object,
    namespaces: { getNamespace(prefix: string): string | undefined },
    functions: object,
  ) => object
  readonly VariableResolver: new () => object
  readonly FunctionResolver: new () => object
  readonly PathExpr: { applyStep(step: Step, context: object, node: Node): Node[] }
}

type Step = object

const { XPathParser, XPathContext, VariableResolver, FunctionResolver, PathExpr } =
  xpath as unknown as XPathModule

/** The prefixes of every expression: the canonical namespaces. */
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
 * @param expression XPath 1.0: a path of child steps without predicates, from the document if it is
 * absolute
 * @returns a function that selects from a document or an element, in the order of the document
 */
export function compileXPath(expression: string): (node: Node) => Element[] {
  const { steps } = new XPathParser().parse(expression).expression.locationPath
  return (node) => {
    const context = new XPathContext(variables, namespaces, functions)
    let nodes = [node]
    // Step by step: xpath's own set of nodes looks for each one among all that it has. The children
    // of different nodes are different nodes, so that a list does.
    for (const step of steps) {
      nodes = nodes.flatMap((parent) => PathExpr.applyStep(step, context, parent))
    }
    return nodes as Element[]
  }
}
