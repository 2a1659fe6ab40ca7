import { DOMParser, type Node, onErrorStopParsing } from '@xmldom/xmldom'
import xpath from 'xpath'
import { type Fields, toDate } from './fields.js'

interface XPathModule {
  useNamespaces(
    prefixes: Record<string, string>,
  ): (expression: string, node: Node) => readonly { readonly textContent: string }[]
}

const select = (xpath as unknown as XPathModule).useNamespaces({
  env: 'http://schemas.xmlsoap.org/soap/envelope/',
  mm7: 'http://www.3gpp.org/ftp/Specs/archive/23_series/23.140/schema/REL-6-MM7-1-4',
})

const parser = new DOMParser({ onError: onErrorStopParsing })

const HEADER = '/env:Envelope/env:Header'
const OPERATION = '/env:Envelope/env:Body/mm7:DeliverReq'

/** xmldom's own parser, and a query for each field. */
export function readWithXPath(bytes: Uint8Array): Fields {
  const document = parser.parseFromString(new TextDecoder().decode(bytes), 'text/xml')
  const texts = (expression: string) =>
    select(expression, document).map(({ textContent }) => textContent)
  const field = (name: string) => texts(`${OPERATION}/mm7:${name}`)[0]
  return {
    transactionId: texts(`${HEADER}/mm7:TransactionID`)[0],
    version: field('MM7Version'),
    relayServerId: field('MMSRelayServerID'),
    vaspId: field('VASPID'),
    vasId: field('VASID'),
    linkedId: field('LinkedID'),
    sender: field('Sender/*'),
    to: texts(`${OPERATION}/mm7:Recipients/mm7:To/*`),
    cc: texts(`${OPERATION}/mm7:Recipients/mm7:Cc/*`),
    timeStamp: toDate(field('TimeStamp')),
    priority: field('Priority'),
    subject: field('Subject'),
    uaProf: field('UACapabilities/@UAProf'),
    href: field('Content/@href'),
    allowAdaptations: field('Content/@allowAdaptations') !== 'false',
  }
}
