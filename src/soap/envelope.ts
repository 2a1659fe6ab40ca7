import type { Limits } from '../limits.js'
import { fail, quote, type Report, warn } from '../report.js'
import { SOAP_ATTRIBUTES } from './attributes.js'
import { type Element, textOf } from './element.js'
import type { Places } from './places.js'
import { readXml } from './read-xml.js'
import type { IsTextElement } from './repair.js'
import { decodeXml, type XmlSource } from './xml-text.js'

/** A SOAP 1.1 envelope (§4), its entries yet to be understood. */
export interface Envelope {
  /** Where it starts in the request's body. */
  readonly offset: number
  /** The document's element, whatever it is; undefined if there is none. */
  readonly root: Element | undefined
  /** The entries of the Header. */
  readonly header: readonly Element[]
  /** The entries of the Body: one, in MM7. */
  readonly body: readonly Element[]
  /** The root, where it is not an envelope. */
  readonly bare: Element | undefined
  /** Where its elements are, for what is reported of them. */
  readonly places: Places
}

/**
 * Reads the part that holds the envelope.
 *
 * @param isText tells which elements of MM7 hold text alone, for the repair of what is not well-formed
 * @param mayBeBare says of a root by its name whether it will do without an envelope
 * @returns as much of it as could be read
 */
export function readEnvelope(
  source: XmlSource,
  limits: Limits,
  report: Report,
  isText: IsTextElement,
  mayBeBare: (name: string) => boolean = () => false,
): Envelope {
  const text = decodeXml(limitSource(source, limits, report), report)
  const { root, places } = readXml(text, limits, report, isText)
  const { offset } = source
  if (root?.name !== 'Envelope') {
    // Why there is no root has been reported.
    if (root !== undefined) reportBare(root, mayBeBare, report, offset)
    return { offset, root, header: [], body: [], bare: root, places }
  }
  const entries = readEntries(root, report, places)
  return { offset, root, ...entries, bare: undefined, places }
}

function reportBare(
  { name }: Element,
  mayBeBare: (name: string) => boolean,
  report: Report,
  offset: number,
): void {
  const what = `The root is ${name}, not a SOAP Envelope`
  if (mayBeBare(name)) {
    warn(report, 'element-missing', `${what}; read without one.`, { offset, path: 'Envelope' })
  } else fail(report, 'envelope-missing', `${what}.`, { offset })
}

/** Reads what is in the Envelope (SOAP 1.1 §4): the entries of its Header and its Body. */
function readEntries(
  envelope: Element,
  report: Report,
  places: Places,
): Pick<Envelope, 'header' | 'body'> {
  reportStray(envelope, report, places)
  const found: Partial<Record<'Header' | 'Body', Element[]>> = {}
  for (const child of envelope.children) {
    const { name: path } = child
    if (path !== 'Header' && path !== 'Body') {
      const what = `The SOAP Envelope also holds ${quote(path)}; ignored.`
      places.mark(warn(report, 'soap-body-extra', what, { path }), child)
      continue
    }
    if (path === 'Header' && found.Header === undefined && found.Body !== undefined) {
      const what = 'The Header comes after the Body (SOAP 1.1 §4.2); read all the same.'
      places.mark(warn(report, 'element-order', what, { path }), child)
    }
    const entries = found[path]
    if (entries !== undefined) {
      const what = `There is a second ${path}; it is read with the first.`
      places.mark(warn(report, 'element-repeated', what, { path }), child)
    }
    reportStray(child, report, places)
    if (entries === undefined) found[path] = [...child.children]
    else for (const entry of child.children) entries.push(entry)
  }
  return { header: found.Header ?? [], body: found.Body ?? [] }
}

/** Reports what is on an element of SOAP's, and in it, that means nothing there. */
function reportStray(element: Element, report: Report, places: Places): void {
  const { attributes, strayAttributes, name: path } = element
  for (const name in attributes) {
    if (name.includes(':') ? !strayAttributes?.has(name) : SOAP_ATTRIBUTES.includes(name)) continue
    const value = quote(attributes[name] as string)
    const what = `The attribute ${name}=${value} does not belong on the SOAP ${path}; ignored.`
    places.mark(warn(report, 'attribute-unexpected', what, { path }), element)
  }
  const text = textOf(element)
  if (text === '') return
  const what = `Unexpected text ${quote(text)} in the SOAP ${element.name}; ignored.`
  places.mark(warn(report, 'text-unexpected', what, { path: element.name }), element)
}

/** What is over the limit is not read; what is before it may still tell the TransactionID. */
function limitSource(source: XmlSource, limits: Limits, report: Report): XmlSource {
  const { bytes, offset } = source
  if (bytes.length <= limits.soapBytes) return source
  const what = `The envelope has ${bytes.length} bytes, more than ${limits.soapBytes} (limits.soapBytes).`
  fail(report, 'soap-too-large', what, { offset: offset + limits.soapBytes })
  return { ...source, bytes: bytes.subarray(0, limits.soapBytes) }
}
