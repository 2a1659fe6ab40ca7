import type { BenchMessage } from '../message.js'
import { assemble, type BaselineMessage, type Fields, takeRoot, toDate } from './fields.js'
import { boundaryOf, decode, type Leaf, withoutBrackets } from './mime.js'

/**
 * Written for messages such as these and no others: it takes the same fields, checks nothing, knows no
 * namespaces, and would be fooled by a comment. What a reader that does more has to be held against.
 */
export function readByHand({ headers, body }: BenchMessage): BaselineMessage {
  const leaves: Leaf[] = []
  split(boundaryOf(headers['content-type'] ?? ''), body, '', leaves)
  const { root, others } = takeRoot(leaves)
  return assemble(readFields(root.bytes), others)
}

function split(boundary: string, body: Buffer, container: string, leaves: Leaf[]): void {
  const delimiter = `--${boundary}`
  let at = body.indexOf(delimiter) + delimiter.length + 2
  for (let end = body.indexOf(delimiter, at); end >= 0; end = body.indexOf(delimiter, at)) {
    const start = body.indexOf('\r\n\r\n', at) + 4
    const head = body.toString('latin1', at, start)
    const type = header(head, 'Content-Type: ')
    const contentId = withoutBrackets(header(head, 'Content-ID: '))
    const bytes = body.subarray(start, end - 2)
    if (type.startsWith('multipart/')) split(boundaryOf(type), bytes, contentId, leaves)
    else {
      const encoding = header(head, 'Content-Transfer-Encoding: ')
      leaves.push({ type, contentId, container, bytes: decode(bytes, encoding) })
    }
    at = end + delimiter.length + 2
  }
}

function header(head: string, name: string): string {
  const at = head.indexOf(name)
  return at < 0 ? '' : head.slice(at + name.length, head.indexOf('\r\n', at))
}

const utf8 = new TextDecoder()

function readFields(bytes: Uint8Array): Fields {
  const xml = utf8.decode(bytes)
  return {
    transactionId: text(xml, 'TransactionID'),
    version: text(xml, 'MM7Version'),
    relayServerId: text(xml, 'MMSRelayServerID'),
    vaspId: text(xml, 'VASPID'),
    vasId: text(xml, 'VASID'),
    linkedId: text(xml, 'LinkedID'),
    sender: addresses(xml, 'Sender')[0],
    to: addresses(xml, 'To'),
    cc: addresses(xml, 'Cc'),
    timeStamp: toDate(text(xml, 'TimeStamp')),
    priority: text(xml, 'Priority'),
    subject: text(xml, 'Subject'),
    uaProf: attribute(xml, 'UAProf'),
    href: attribute(xml, 'href'),
    allowAdaptations: attribute(xml, 'allowAdaptations') !== 'false',
  }
}

/** @returns where the content of an element starts, whatever its prefix; below 0 if there is none. */
function startOf(xml: string, name: string): number {
  const tag = `:${name}`
  let at = xml.indexOf(tag)
  while (at >= 0 && !' >'.includes(xml[at + tag.length] ?? '')) at = xml.indexOf(tag, at + 1)
  return at < 0 ? -1 : xml.indexOf('>', at) + 1
}

function text(xml: string, name: string): string | undefined {
  const start = startOf(xml, name)
  return start < 0 ? undefined : xml.slice(start, xml.indexOf('<', start))
}

function addresses(xml: string, name: string): string[] {
  const found: string[] = []
  const start = startOf(xml, name)
  const all = start < 0 ? '' : xml.slice(start, xml.indexOf(`:${name}>`, start))
  for (let at = all.indexOf('<'); at >= 0; at = all.indexOf('<', at + 1)) {
    if (all[at + 1] === '/') continue
    const from = all.indexOf('>', at) + 1
    if (from > 0) found.push(all.slice(from, all.indexOf('<', from)))
  }
  return found
}

function attribute(xml: string, name: string): string | undefined {
  const at = xml.indexOf(` ${name}="`)
  if (at < 0) return undefined
  const start = at + name.length + 3
  return xml.slice(start, xml.indexOf('"', start))
}
