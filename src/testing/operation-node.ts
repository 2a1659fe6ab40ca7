import type { Address, Content, DeliverReq, ExtensionElement } from '../message.js'
import { extensionNode } from './extension-nodes.js'
import { mm7Node, type XmlNode, type XmlStyle } from './xml-node.js'

type Write = (message: DeliverReq, style: XmlStyle) => XmlNode[]
type TextProperty = {
  [P in keyof DeliverReq]-?: DeliverReq[P] extends string | undefined ? P : never
}[keyof DeliverReq]

/**
 * The elements of `DeliverReq` in the order of the schema (TS 23.140, REL-6-MM7-1-4). Written anew,
 * not from the parser's table, so that a mistake in the one shows in the other.
 */
const ELEMENTS: readonly Write[] = [
  text('MM7Version', 'mm7Version'),
  text('MMSRelayServerID', 'mmsRelayServerId'),
  ({ extensions }, style) => (areSchemas(extensions, style) ? writeAll(extensions, style) : []),
  text('VASPID', 'vaspId'),
  text('VASID', 'vasId'),
  text('LinkedID', 'linkedId'),
  ({ sender }) => [withAddress('Sender', sender)],
  ({ recipients }) => recipientsNode(recipients),
  ({ previouslySentBy }) =>
    group('Previouslysentby', previouslySentBy, ({ address, sequence }) =>
      withAddress('UserAgent', address, sequenceAttribute(sequence)),
    ),
  ({ previouslySentDateAndTime }) =>
    group('Previouslysentdateandtime', previouslySentDateAndTime, ({ timeStamp, sequence }) =>
      mm7Node('DateTime', timeStamp.text, sequenceAttribute(sequence)),
    ),
  text('SenderSPI', 'senderSpi'),
  text('RecipientSPI', 'recipientSpi'),
  ({ timeStamp }) => (timeStamp === undefined ? [] : [mm7Node('TimeStamp', timeStamp.text)]),
  text('ReplyChargingID', 'replyChargingId'),
  text('Priority', 'priority'),
  text('Subject', 'subject'),
  text('ApplicID', 'applicId'),
  text('ReplyApplicID', 'replyApplicId'),
  text('AuxApplicInfo', 'auxApplicInfo'),
  ({ uaCapabilities }) =>
    uaCapabilities === undefined ? [] : [uaCapabilitiesNode(uaCapabilities)],
  ({ contents }) => contents.map(contentNode),
  ({ additionalInformation }) =>
    additionalInformation.map(({ href }) => mm7Node('AdditionalInformation', '', [['href', href]])),
  ({ messageExtraData }) =>
    group('MessageExtraData', messageExtraData, ({ key, value }) =>
      mm7Node('element', [mm7Node('key', key), mm7Node('value', value)]),
    ),
  // Where senders put what the schema does not have, the end takes nothing from elements before it.
  ({ extensions }, style) => (areSchemas(extensions, style) ? [] : writeAll(extensions, style)),
]

/** @returns the operation `DeliverReq` (TS 23.140 8.7.2.3). */
export function operationNode(message: DeliverReq, style: XmlStyle): XmlNode {
  return mm7Node(
    'DeliverReq',
    ELEMENTS.flatMap((write) => write(message, style)),
  )
}

function text(element: string, property: TextProperty): Write {
  return (message) => {
    const value = message[property]
    return value === undefined ? [] : [mm7Node(element, value)]
  }
}

function group<T>(element: string, items: readonly T[], write: (item: T) => XmlNode): XmlNode[] {
  return items.length === 0 ? [] : [mm7Node(element, items.map(write))]
}

function areSchemas(extensions: readonly ExtensionElement[], { namespace }: XmlStyle): boolean {
  return extensions.every(
    (extension) => extension.name === 'Extension' && (extension.namespace ?? '') === namespace,
  )
}

function writeAll(extensions: readonly ExtensionElement[], style: XmlStyle): XmlNode[] {
  return extensions.map((extension) => extensionNode(extension, style))
}

const ADDRESS_ELEMENTS: Readonly<Record<Exclude<Address['kind'], 'unknown'>, string>> = {
  number: 'Number',
  rfc2822: 'RFC2822Address',
  shortCode: 'ShortCode',
}

function addressNode(kind: Exclude<Address['kind'], 'unknown'>, address: Address): XmlNode {
  return mm7Node(ADDRESS_ELEMENTS[kind], address.raw, addressAttributes(address))
}

function addressAttributes({ displayOnly, addressCoding, id }: Address): XmlNode['attributes'] {
  return [
    ...(displayOnly ? [['displayOnly', 'true'] as const] : []),
    ...(addressCoding === undefined ? [] : [['addressCoding', addressCoding] as const]),
    ...(id === undefined ? [] : [['id', id] as const]),
  ]
}

/** An element of addressType; of an unknown kind, the address is its text, as before REL-5-MM7-1-2. */
function withAddress(
  element: string,
  address: Address,
  attributes: XmlNode['attributes'] = [],
): XmlNode {
  const { kind, raw } = address
  if (kind !== 'unknown') return mm7Node(element, [addressNode(kind, address)], attributes)
  return mm7Node(element, raw, [...addressAttributes(address), ...attributes])
}

function recipientsNode({ to, cc, bcc }: DeliverReq['recipients']): XmlNode[] {
  const lists = Object.entries({ To: to, Cc: cc, Bcc: bcc }).flatMap(([element, list]) => {
    const nodes: XmlNode[] = []
    let typed: XmlNode[] | undefined
    for (const address of list) {
      if (address.kind === 'unknown') {
        // Text, for which an element has room once.
        nodes.push(withAddress(element, address))
        typed = undefined
        continue
      }
      if (typed === undefined) {
        typed = []
        nodes.push(mm7Node(element, typed))
      }
      typed.push(addressNode(address.kind, address))
    }
    return nodes
  })
  return lists.length === 0 ? [] : [mm7Node('Recipients', lists)]
}

function sequenceAttribute(sequence: number | undefined): XmlNode['attributes'] {
  return sequence === undefined ? [] : [['sequence', String(sequence)]]
}

function uaCapabilitiesNode({
  uaProf,
  timeStamp,
}: NonNullable<DeliverReq['uaCapabilities']>): XmlNode {
  return mm7Node('UACapabilities', '', [
    ...(uaProf === undefined ? [] : [['UAProf', uaProf] as const]),
    ...(timeStamp === undefined ? [] : [['TimeStamp', timeStamp.text] as const]),
  ])
}

function contentNode({ href, allowAdaptations, type }: Content): XmlNode {
  return mm7Node('Content', '', [
    ...(href === undefined ? [] : [['href', href] as const]),
    ['allowAdaptations', String(allowAdaptations)],
    ...(type === undefined ? [] : [['type', type] as const]),
  ])
}
