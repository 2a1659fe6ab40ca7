import { SOAP } from '../namespaces.js'
import { SOAP_PREFIX, writeXml, type XmlStyle } from './write-xml.js'
import { mm7Node, soapNode, type XmlNode } from './xml-node.js'

/** What an envelope is written from. */
export interface EnvelopeInput {
  /** Without one the Header is empty. */
  readonly transactionId: string | undefined
  /** The entry of the Body. */
  readonly entry: XmlNode
  readonly style: XmlStyle
}

/** @returns the envelope (SOAP 1.1 §4) with a TransactionID (TS 23.140 8.7.1.4) and its entry. */
export function writeEnvelope({ transactionId, entry, style }: EnvelopeInput): string {
  const attributes: XmlNode['attributes'] = [[`${SOAP_PREFIX}:mustUnderstand`, '1']]
  const header =
    transactionId === undefined
      ? []
      : [mm7Node('TransactionID', { text: transactionId, attributes })]
  const declarations: XmlNode['attributes'] = [[`xmlns:${SOAP_PREFIX}`, SOAP]]
  if (style.namespace !== '') {
    if (style.prefixes === 'default') declarations.push(['xmlns', style.namespace])
    if (style.prefixes === 'prefixed') declarations.push([`xmlns:${style.prefix}`, style.namespace])
  }
  const envelope = soapNode(
    'Envelope',
    [soapNode('Header', header), soapNode('Body', [entry])],
    declarations,
  )
  const { lineEnd = '\n' } = style
  return `<?xml version="1.0" encoding="UTF-8"?>${lineEnd}${writeXml(envelope, style)}`
}
