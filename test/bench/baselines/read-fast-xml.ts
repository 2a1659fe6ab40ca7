import { XMLParser } from 'fast-xml-parser'
import { type Fields, toDate } from './fields.js'

type Tree = { readonly [name: string]: unknown }

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  removeNSPrefix: true,
  parseTagValue: false,
})

/** fast-xml-parser's tree, prefixes cut off: it knows no namespaces. */
export function readWithFastXml(bytes: Uint8Array): Fields {
  const document = parser.parse(new TextDecoder().decode(bytes)) as Tree
  const envelope = child(document, 'Envelope')
  const operation = child(child(envelope, 'Body'), 'DeliverReq')
  const recipients = child(operation, 'Recipients')
  const content = child(operation, 'Content')
  return {
    transactionId: textOf(child(envelope, 'Header')['TransactionID']),
    version: textOf(operation['MM7Version']),
    relayServerId: textOf(operation['MMSRelayServerID']),
    vaspId: textOf(operation['VASPID']),
    vasId: textOf(operation['VASID']),
    linkedId: textOf(operation['LinkedID']),
    sender: addresses(child(operation, 'Sender'))[0],
    to: addresses(child(recipients, 'To')),
    cc: addresses(child(recipients, 'Cc')),
    timeStamp: toDate(textOf(operation['TimeStamp'])),
    priority: textOf(operation['Priority']),
    subject: textOf(operation['Subject']),
    uaProf: textOf(child(operation, 'UACapabilities')['@UAProf']),
    href: textOf(content['@href']),
    allowAdaptations: content['@allowAdaptations'] !== 'false',
  }
}

function child(tree: Tree, name: string): Tree {
  const value = tree[name]
  return typeof value === 'object' && value !== null ? (value as Tree) : {}
}

/** An element with attributes is an object that holds its text. */
function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value
  const text = (value as Tree | undefined)?.['#text']
  return typeof text === 'string' ? text : undefined
}

function addresses(parent: Tree): string[] {
  return ['Number', 'RFC2822Address', 'ShortCode']
    .flatMap((kind) => parent[kind])
    .map(textOf)
    .filter((text) => text !== undefined)
}
