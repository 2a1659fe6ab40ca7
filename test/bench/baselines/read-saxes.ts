import { SaxesParser } from 'saxes'
import { type Fields, toDate } from './fields.js'

const ENV = 'http://schemas.xmlsoap.org/soap/envelope/'
const MM7 = 'http://www.3gpp.org/ftp/Specs/archive/23_series/23.140/schema/REL-6-MM7-1-4'

interface Tree {
  readonly namespace: string
  readonly name: string
  readonly attributes: Readonly<Record<string, { readonly value: string }>>
  readonly children: Tree[]
  text: string
}

/** saxes with its own namespaces, strict, and a plain tree of what it reads. */
export function readWithSaxes(bytes: Uint8Array): Fields {
  const envelope = parse(new TextDecoder().decode(bytes))
  const operation = child(child(envelope, ENV, 'Body'), MM7, 'DeliverReq')
  const recipients = child(operation, MM7, 'Recipients')
  const content = child(operation, MM7, 'Content')
  const field = (name: string) => child(operation, MM7, name)?.text
  return {
    transactionId: child(child(envelope, ENV, 'Header'), MM7, 'TransactionID')?.text,
    version: field('MM7Version'),
    relayServerId: field('MMSRelayServerID'),
    vaspId: field('VASPID'),
    vasId: field('VASID'),
    linkedId: field('LinkedID'),
    sender: child(operation, MM7, 'Sender')?.children[0]?.text,
    to: texts(child(recipients, MM7, 'To')),
    cc: texts(child(recipients, MM7, 'Cc')),
    timeStamp: toDate(field('TimeStamp')),
    priority: field('Priority'),
    subject: field('Subject'),
    uaProf: child(operation, MM7, 'UACapabilities')?.attributes['UAProf']?.value,
    href: content?.attributes['href']?.value,
    allowAdaptations: content?.attributes['allowAdaptations']?.value !== 'false',
  }
}

function parse(text: string): Tree | undefined {
  const parser = new SaxesParser({ xmlns: true })
  const open: Tree[] = []
  let root: Tree | undefined
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ uri, local, attributes }) => {
    const element: Tree = { namespace: uri, name: local, attributes, children: [], text: '' }
    if (root === undefined) root = element
    else open.at(-1)?.children.push(element)
    open.push(element)
  })
  parser.on('text', (chunk) => {
    const current = open.at(-1)
    if (current !== undefined) current.text += chunk
  })
  parser.on('closetag', () => {
    open.pop()
  })
  parser.write(text).close()
  return root
}

function child(parent: Tree | undefined, namespace: string, name: string): Tree | undefined {
  return parent?.children.find((each) => each.name === name && each.namespace === namespace)
}

function texts(parent: Tree | undefined): string[] {
  return (parent?.children ?? []).map(({ text }) => text)
}
