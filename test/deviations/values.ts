import { base64Lines } from '../../src/mime/write/base64.js'
import { mm7Node, type XmlNode } from '../../src/soap/write/xml-node.js'
import { type Build, child, type Deviation, messageOf } from './deviation.js'

/** What can be wrong with the values of `DeliverReq`. */
export type ValueDeviation =
  | 'qualified-attribute'
  | 'lower-case-attribute'
  | 'short-version'
  | 'sender-address'
  | 'empty-address'
  | 'type-suffix'
  | 'unknown-address-coding'
  | 'capital-boolean'
  | 'sequence-zero'
  | 'blank-in-time'
  | 'time-without-zone'
  | 'lower-case-priority'
  | 'encoded-word-subject'
  | 'no-href'
  | 'blank-in-href'

const utf8 = new TextEncoder()

/** The simple types of the schema of TS 23.140. */
export const VALUE_DEVIATIONS: Readonly<Record<ValueDeviation, Deviation>> = {
  'qualified-attribute': {
    warning: 'attribute-qualified',
    about: "displayOnly of the sender has a prefix, that of MM7's namespace.",
    needs: 'a typed sender',
    isHarmless: true,
    operation: (build) => {
      const prefix = `${build.style.prefix}a`
      const value = String(messageOf(build).sender.displayOnly)
      setAttribute(senderNode(build), 'displayOnly', value, `${prefix}:displayOnly`)
      senderNode(build).attributes.push([`xmlns:${prefix}`, build.message.namespace])
    },
  },
  'lower-case-attribute': {
    warning: 'attribute-name',
    about: 'displayOnly of the sender is called displayonly.',
    needs: 'a typed sender',
    isHarmless: true,
    operation: (build) => {
      const value = String(messageOf(build).sender.displayOnly)
      setAttribute(senderNode(build), 'displayOnly', value, 'displayonly')
    },
  },
  'short-version': {
    warning: 'value-malformed',
    about: 'The version is 6.8.',
    isHarmless: false,
    operation: ({ entry }) => {
      child(entry, 'MM7Version').text = '6.8'
    },
  },
  'sender-address': {
    warning: 'element-misplaced',
    about: 'The address of the sender is in a SenderAddress.',
    needs: 'a typed sender',
    isHarmless: true,
    operation: ({ entry }) => {
      const sender = child(entry, 'Sender')
      sender.children.push(mm7Node('SenderAddress', { children: sender.children.splice(0) }))
    },
  },
  'empty-address': {
    warning: 'address-empty',
    about: 'An empty Number beside the address of the sender.',
    needs: 'a typed sender',
    isHarmless: true,
    operation: ({ entry }) => {
      child(entry, 'Sender').children.push(mm7Node('Number', { text: '' }))
    },
  },
  'type-suffix': {
    warning: 'address-type-suffix',
    about: 'The address of the sender ends with /TYPE=PLMN.',
    needs: 'a typed sender',
    isHarmless: false,
    operation: (build) => {
      senderNode(build).text += '/TYPE=PLMN'
    },
  },
  'unknown-address-coding': {
    warning: 'value-unknown',
    about: 'The sender has an addressCoding that the schema does not have.',
    needs: 'a typed sender',
    isHarmless: false,
    operation: (build) => setAttribute(senderNode(build), 'addressCoding', 'plain'),
  },
  'capital-boolean': {
    warning: 'value-malformed',
    about: 'displayOnly="True" or "False".',
    needs: 'a typed sender',
    isHarmless: true,
    operation: (build) => {
      const value = messageOf(build).sender.displayOnly ? 'True' : 'False'
      setAttribute(senderNode(build), 'displayOnly', value)
    },
  },
  'sequence-zero': {
    warning: 'value-malformed',
    about: 'The sequence of the first UserAgent is 0.',
    needs: 'a UserAgent in Previouslysentby',
    isHarmless: false,
    operation: ({ entry }) =>
      setAttribute(child(child(entry, 'Previouslysentby'), 'UserAgent'), 'sequence', '0'),
  },
  'blank-in-time': {
    warning: 'value-malformed',
    about: 'A blank for the T of the TimeStamp.',
    needs: 'a TimeStamp with a zone',
    isHarmless: false,
    operation: ({ entry }) => {
      const time = child(entry, 'TimeStamp')
      time.text = time.text.replace('T', ' ')
    },
  },
  'time-without-zone': {
    warning: 'time-without-zone',
    about: 'The TimeStamp has no zone.',
    needs: 'a TimeStamp with a zone',
    isHarmless: false,
    operation: ({ entry }) => {
      const time = child(entry, 'TimeStamp')
      time.text = time.text.replace(/(?:Z|[+-]\d\d:\d\d)$/, '')
    },
  },
  'lower-case-priority': {
    warning: 'value-unknown',
    about: 'The Priority in lower case.',
    needs: 'a Priority',
    isHarmless: true,
    operation: ({ entry }) => {
      const priority = child(entry, 'Priority')
      priority.text = priority.text.toLowerCase()
    },
  },
  'encoded-word-subject': {
    warning: 'encoded-word',
    about: 'The Subject is in encoded words (RFC 2047).',
    needs: 'a Subject',
    isHarmless: true,
    operation: ({ entry }) => {
      const subject = child(entry, 'Subject')
      const lines = base64Lines(utf8.encode(subject.text))
      subject.text = lines.map((line) => `=?utf-8?B?${line}?=`).join(' ')
    },
  },
  'no-href': {
    warning: 'href-missing',
    about: 'The first Content has no href.',
    needs: 'a Content with a cid URL',
    isHarmless: false,
    operation: ({ entry }) => setAttribute(child(entry, 'Content'), 'href', undefined),
  },
  'blank-in-href': {
    warning: 'href-malformed',
    about: 'A blank after the cid: of the first Content.',
    needs: 'a Content with a cid URL',
    isHarmless: false,
    operation: (build) => {
      const { entry } = build
      const href = String(messageOf(build).contents[0]?.href).replace(/^cid:/i, '$& ')
      setAttribute(child(entry, 'Content'), 'href', href)
    },
  },
}

/** @returns the element that holds the address of the sender. */
function senderNode({ entry }: Build): XmlNode {
  const [address] = child(entry, 'Sender').children
  return address as XmlNode
}

/** Sets an attribute, or takes it away; `as` is another name to write it by. */
function setAttribute(node: XmlNode, name: string, value: string | undefined, as = name): void {
  const others = node.attributes.filter(([key]) => key !== name)
  const own = value === undefined ? [] : [[as, value] as const]
  node.attributes.splice(0, node.attributes.length, ...others, ...own)
}
