import { SOAP } from '../soap/namespaces.js'
import type { XmlNode, XmlStyle } from './xml-node.js'
import { mm7Node, writeXml } from './xml-node.js'

/** The prefix of SOAP's elements. */
export const SOAP_PREFIX = 'soap-env'

/** What an envelope is written from. */
export interface EnvelopeInput {
  readonly transactionId: string
  readonly operation: XmlNode
  readonly style: XmlStyle
  readonly lineEnd: string
}

/** @returns the envelope (SOAP 1.1 §4) with a TransactionID (TS 23.140 8.7.1.4) and the operation. */
export function writeEnvelope({ transactionId, operation, style, lineEnd }: EnvelopeInput): string {
  const transaction = mm7Node('TransactionID', transactionId, [
    [`${SOAP_PREFIX}:mustUnderstand`, '1'],
  ])
  const declarations: XmlNode['attributes'] = [[`xmlns:${SOAP_PREFIX}`, SOAP]]
  if (style.namespace !== '') {
    if (style.prefixes === 'default') declarations.push(['xmlns', style.namespace])
    if (style.prefixes === 'prefixed') declarations.push([`xmlns:${style.prefix}`, style.namespace])
  }
  const envelope = soapNode(
    'Envelope',
    [soapNode('Header', [transaction]), soapNode('Body', [operation])],
    declarations,
  )
  return `<?xml version="1.0" encoding="UTF-8"?>${lineEnd}${writeXml(envelope, style, lineEnd)}`
}

function soapNode(
  name: string,
  children: XmlNode[],
  attributes: XmlNode['attributes'] = [],
): XmlNode {
  return {
    name: `${SOAP_PREFIX}:${name}`,
    isMm7: false,
    attributes,
    text: '',
    children,
    isIndented: true,
  }
}
