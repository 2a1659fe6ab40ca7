import type { Limits } from '../limits.js'
import { fail, quote, type Report, warn } from '../report.js'
import { childElements, type Element, localName, textOf } from './dom.js'
import { SOAP } from './namespaces.js'
import { readXml } from './read-xml.js'
import { decodeXml, type XmlSource } from './xml-text.js'
import { compileXPath } from './xpath.js'

/** A SOAP 1.1 envelope (§4), its entries yet to be understood. */
export interface Envelope {
  /** Where it starts in the request's body. */
  readonly offset: number
  /** The entries of the Header. */
  readonly header: readonly Element[]
  /** The entries of the Body: one, in MM7. */
  readonly body: readonly Element[]
  /** The root, where it is not an envelope. */
  readonly bare: Element | undefined
  /** The attributes of an element that has some. */
  readonly attributesOf: (element: Element) => Readonly<Record<string, string>> | undefined
  /** The names of those that are in a namespace where they mean nothing; undefined if there are none. */
  readonly strayAttributesOf: (element: Element) => ReadonlySet<string> | undefined
  /**
   * @returns the namespace that the sender used, white space removed and empty for none: of an entry
   * of Header or Body, and of an element of MM7 where it is not its operation's; else undefined
   */
  readonly namespaceOf: (element: Element) => string | undefined
}

/** The entries of Header and Body in one evaluation: it takes as long as either alone. */
const ENTRIES = compileXPath('/env:Envelope/env:*/*')

/** Reads the part that holds the envelope. @returns as much of it as could be read */
export function readEnvelope(source: XmlSource, limits: Limits, report: Report): Envelope {
  const { document, attributes, strayAttributes, sentNamespaces } = readXml(
    decodeXml(limitSource(source, limits, report), report),
    limits,
    report,
  )
  const root = document.documentElement
  const isEnvelope = root?.localName === 'Envelope' && root.namespaceURI === SOAP
  if (isEnvelope) noteOddities(root, source.offset, report)
  else {
    const found = root === null ? 'There is no root element' : `The root is ${root.localName}`
    const what = `${found}, not a SOAP Envelope.`
    fail(report, 'envelope-missing', what, { offset: source.offset })
  }
  const entries = ENTRIES(document)
  const within = (name: string) =>
    entries.filter(({ parentNode }) => (parentNode as Element).localName === name)
  return {
    offset: source.offset,
    header: within('Header'),
    body: within('Body'),
    bare: isEnvelope || root === null ? undefined : root,
    attributesOf: (element) => attributes.get(element),
    strayAttributesOf: (element) => strayAttributes.get(element),
    namespaceOf: (element) => sentNamespaces.get(element),
  }
}

/** Reports what there is in the Envelope besides one Header and one Body of entries (SOAP 1.1 §4). */
function noteOddities(envelope: Element, offset: number, report: Report): void {
  reportText(envelope, 'Envelope', offset, report)
  const seen = new Set<string | null>()
  for (const child of childElements(envelope)) {
    const path = localName(child)
    if (child.namespaceURI !== SOAP || (path !== 'Header' && path !== 'Body')) {
      const what = `The SOAP Envelope also holds ${quote(path)}; ignored.`
      warn(report, 'soap-body-extra', what, { offset, path })
      continue
    }
    if (seen.has(path)) {
      const what = `There is a second ${path}; it is read with the first.`
      warn(report, 'element-repeated', what, { offset, path })
    }
    seen.add(path)
    reportText(child, path, offset, report)
  }
}

function reportText(element: Element, path: string, offset: number, report: Report): void {
  const text = textOf(element)
  if (text === '') return
  const what = `Unexpected text ${quote(text)} in the SOAP ${path}; ignored.`
  warn(report, 'text-unexpected', what, { offset, path })
}

/** What is over the limit is not read; what is before it may still tell the TransactionID. */
function limitSource(source: XmlSource, limits: Limits, report: Report): XmlSource {
  const { bytes, offset } = source
  if (bytes.length <= limits.soapBytes) return source
  const what = `The envelope has ${bytes.length} bytes, more than ${limits.soapBytes}.`
  fail(report, 'soap-too-large', what, { offset: offset + limits.soapBytes })
  return { ...source, bytes: bytes.subarray(0, limits.soapBytes) }
}
