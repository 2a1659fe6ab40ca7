import xpath from 'xpath'
import { toExtension } from '../mm7/keep.js'
import { openMessage, type ParseOptions, parseMm7Request } from '../parse.js'
import { quote } from '../report.js'
import type { Mm7Request } from '../request.js'
import type { Element } from '../soap/element.js'
import { MM7, SOAP } from '../soap/namespaces.js'
import { logLine } from '../unsafe-characters.js'
import type { ExtensionElement } from '../values.js'
import { type EnvelopeDocument, toDocument } from './to-document.js'

/** A request's envelope, for what no property of a message takes. */
export interface OpenedEnvelope {
  /**
   * Evaluates an XPath 1.0 expression over the canonical envelope: whatever its sender wrote, SOAP's
   * elements are in the namespace of the prefix `env` and MM7's in that of `mm7`.
   *
   * @param expression such as `/env:Envelope/env:Header/x:Trace/@id`
   * @param namespaces what further prefixes in it stand for
   * @returns elements as `ExtensionElement`s, attributes and texts as strings, in the order of the
   * document; a string, a number or a boolean as one string
   * @throws TypeError if it is not an XPath, or has a prefix that stands for nothing
   */
  readonly select: (
    expression: string,
    namespaces?: Readonly<Record<string, string>>,
  ) => readonly (string | ExtensionElement)[]
}

/** The parts of xpath that are used; its own types need those of browsers. */
interface XPathModule {
  readonly useNamespaces: (
    namespaces: Readonly<Record<string, string>>,
  ) => (expression: string, node: unknown) => unknown
}

const { useNamespaces } = xpath as unknown as XPathModule

/**
 * Opens the envelope of a request for namespace-aware XPath: SOAP headers, operators' extensions.
 *
 * @param request the HTTP headers and the body as bytes, as for `parseMm7Request`
 * @param options as for `parseMm7Request`
 * @returns the envelope
 * @throws Mm7Error if there is no envelope that can be read, or, with `strict`, no message without a
 * deviation: the one that `parseMm7Request` throws
 * @throws TypeError as `parseMm7Request`
 */
export function openEnvelope(request: Mm7Request, options: ParseOptions = {}): OpenedEnvelope {
  const { report, envelope } = openMessage(request, options)
  // It stops at the same failure, and has read what else there is: with `strict`, what deviates in it.
  if (report.failure !== undefined || options.strict) parseMm7Request(request, options)
  const opened = toDocument(envelope?.root as Element)
  return { select: (expression, namespaces = {}) => select(opened, expression, namespaces) }
}

function select(
  { document, elementOf }: EnvelopeDocument,
  expression: string,
  namespaces: Readonly<Record<string, string>>,
): readonly (string | ExtensionElement)[] {
  checkNamespaces(namespaces)
  const found = evaluate(expression, { ...namespaces, env: SOAP, mm7: MM7 }, document)
  if (!Array.isArray(found)) return [String(found)]
  return found.map(
    (node: { readonly nodeValue: string | null; readonly documentElement?: unknown }) => {
      const element = elementOf(node.documentElement ?? node)
      return element === undefined ? String(node.nodeValue) : toExtension(element)
    },
  )
}

function checkNamespaces(namespaces: Readonly<Record<string, unknown>>): void {
  for (const [prefix, namespace] of Object.entries(namespaces)) {
    if (typeof namespace === 'string') continue
    const what = `The namespace of ${prefix} is of type ${typeof namespace}`
    throw new TypeError(`${what}: pass { ${prefix}: 'http://…' }.`)
  }
}

/** Of what the package says: it quotes what it was given. */
const LONGEST_REASON = 200
/** What xpath says of a prefix that nobody has declared. */
const UNRESOLVED = /^Cannot resolve QName (.+)$/

function evaluate(
  expression: string,
  namespaces: Readonly<Record<string, string>>,
  document: unknown,
): unknown {
  try {
    return useNamespaces(namespaces)(expression, document)
  } catch (error) {
    const why = (error as Error).message
    const prefix = UNRESOLVED.exec(why)?.[1]
    if (prefix !== undefined) {
      throw new TypeError(
        `The prefix ${prefix} stands for nothing: pass its namespace, as in select(expression, { ${prefix}: 'http://…' }). env and mm7 are known.`,
      )
    }
    throw new TypeError(
      `${quote(expression)} is not an XPath 1.0 expression: ${logLine(why, LONGEST_REASON)}`,
    )
  }
}
