import { textOf } from '../../soap/element.js'
import { mm7Node, type XmlNode } from '../../soap/write/xml-node.js'
import type { Address, Recipients } from '../../values.js'
import { checkAttributes, checkText } from '../check.js'
import type { Codec } from '../codec.js'
import { describe } from '../complete-fields.js'
import { warnAt } from '../context.js'
import { keepUnexpected } from '../keep.js'
import { checkName, Names, parseXPath } from '../names.js'
import { isNone } from '../nil.js'
import { addressNode, completeAddress, writeAddress } from './address.js'
import { ADDRESS_ATTRIBUTES, ADDRESS_TEXTS } from './address-names.js'
import { readAddresses, readBareAddress } from './read-address.js'

type List = keyof Recipients

const LISTS: Readonly<Record<List, string>> = { to: 'mm7:To', cc: 'mm7:Cc', bcc: 'mm7:Bcc' }

let names: Names<List> | undefined

function listNames(): Names<List> {
  if (names !== undefined) return names
  names = new Names<List>()
  for (const [list, xpath] of Object.entries(LISTS) as [List, string][]) {
    for (const step of parseXPath(xpath)) names.add(step, list)
  }
  return names
}

/** recipientsType (TS 23.140): `To`, `Cc` and `Bcc` in any order, each as often as one likes. */
export const recipients: Codec<Recipients> = {
  holds: 'elements',
  attributes: [],
  inner: LISTS,
  texts: ADDRESS_TEXTS,
  absent: () => ({ to: [], cc: [], bcc: [] }),
  read: (context, element, path) => {
    const read: Record<List, Address[]> = { to: [], cc: [], bcc: [] }
    if (element.children.length > 0) checkText(context, element, path)
    else if (textOf(element) !== '') read.to = readAddresses(context, element, path)
    else
      warnAt(context, 'element-missing', `${path} holds no To, Cc or Bcc.`, `${path}/To`, element)
    for (const child of element.children) {
      const found = listNames().find(child)
      if (found === undefined) {
        const bare = readBareAddress(context, child, path)
        if (bare === undefined) keepUnexpected(context, child, path)
        else read.to.push(...bare)
        continue
      }
      const { value, name } = found
      const inner = `${path}/${name}`
      if (child.isNil && isNone(context, child, inner)) continue
      checkName(context, child, name, path)
      checkAttributes(context, child, ADDRESS_ATTRIBUTES, inner)
      for (const address of readAddresses(context, child, inner)) read[value].push(address)
    }
    return read
  },
  write: ({ to, cc, bcc }) => {
    const children = [...listNodes('To', to), ...listNodes('Cc', cc), ...listNodes('Bcc', bcc)]
    return children.length === 0 ? undefined : { children }
  },
  complete: completeRecipients,
}

/** One element holds all addresses; but text, for which an element has room once. */
function listNodes(name: string, addresses: readonly Address[]): XmlNode[] {
  const nodes: XmlNode[] = []
  let typed: XmlNode[] | undefined
  for (const address of addresses) {
    if (address.kind === 'unknown') {
      nodes.push(mm7Node(name, writeAddress(address)))
      typed = undefined
      continue
    }
    if (typed === undefined) {
      typed = []
      nodes.push(mm7Node(name, { children: typed }))
    }
    typed.push(addressNode(address.kind, address))
  }
  return nodes
}

/** One address, a list of them, or lists by what they are. */
function completeRecipients(input: unknown, name: string): Recipients {
  if (typeof input === 'string' || Array.isArray(input)) return completeLists({ to: input }, name)
  if (typeof input !== 'object' || input === null) {
    throw new TypeError(`${name} is ${describe(input)}: pass an address, or a list of them.`)
  }
  return 'kind' in input ? completeLists({ to: [input] }, name) : completeLists(input, name)
}

function completeLists(lists: object, name: string): Recipients {
  const completed: Record<string, Address[]> = { to: [], cc: [], bcc: [] }
  for (const [list, given] of Object.entries(lists)) {
    if (!Object.hasOwn(LISTS, list)) {
      throw new TypeError(`There is no property ${name}.${list}: there are to, cc, bcc.`)
    }
    const inner = `${name}.${list}`
    const all: unknown[] = Array.isArray(given) ? given : [given ?? []].flat()
    completed[list] = all.map((one, at) => completeAddress(one, `${inner}[${at}]`))
  }
  return completed as unknown as Recipients
}
