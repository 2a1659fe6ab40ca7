import { mm7Node, type Written, type XmlNode } from '../../soap/write/xml-node.js'
import type { Address } from '../../values.js'
import type { Codec } from '../codec.js'
import { describe } from '../complete-fields.js'
import {
  ADDRESS_ATTRIBUTES,
  ADDRESS_ELEMENTS,
  ADDRESS_INNER,
  ADDRESS_TEXTS,
  type Kind,
} from './address-names.js'
import { readAddress } from './read-address.js'

/** @returns the element of an address whose kind has one. */
export function addressNode(kind: Kind, address: Address): XmlNode {
  return mm7Node(ADDRESS_ELEMENTS[kind], { text: address.raw, attributes: attributesOf(address) })
}

function attributesOf({ displayOnly, addressCoding, id }: Address): XmlNode['attributes'] {
  return [
    ...(displayOnly ? [['displayOnly', 'true'] as const] : []),
    ...(addressCoding === undefined ? [] : [['addressCoding', addressCoding] as const]),
    ...(id === undefined ? [] : [['id', id] as const]),
  ]
}

/** What is in an element of addressType; of an unknown kind, the address is its text. */
export function writeAddress(address: Address): Written {
  const { kind, raw } = address
  if (kind !== 'unknown') return { children: [addressNode(kind, address)] }
  return { text: raw, attributes: attributesOf(address) }
}

/** A string is an `RFC2822Address` if it has an `@`, else a `Number`. */
export function completeAddress(input: unknown, name: string): Address {
  if (typeof input === 'string') {
    return {
      kind: input.includes('@') ? 'rfc2822' : 'number',
      value: input,
      raw: input,
      displayOnly: false,
    }
  }
  const { kind, value } = (input ?? {}) as Partial<Address>
  if (
    typeof value !== 'string' ||
    (kind !== 'unknown' && !Object.hasOwn(ADDRESS_ELEMENTS, kind as Kind))
  ) {
    const how = "pass a text, or { kind: 'number', value: '12025550123' }"
    throw new TypeError(`${name} is ${describe(input)} and no address: ${how}.`)
  }
  return Object.assign({ raw: value, displayOnly: false }, input as Address)
}

/** @returns addressType, where senders put an element of that name around the address */
function addressIn(wrapper: string): Codec<Address> {
  return {
    holds: 'elements',
    attributes: ADDRESS_ATTRIBUTES,
    inner: ADDRESS_INNER,
    texts: ADDRESS_TEXTS,
    absent: undefined,
    read: (context, element, path) => readAddress(context, element, path, wrapper),
    write: writeAddress,
    complete: completeAddress,
  }
}

/** addressType of who sends. */
export const sender: Codec<Address> = /* @__PURE__ */ addressIn('SenderAddress')

/** addressType of who receives. */
export const recipient: Codec<Address> = /* @__PURE__ */ addressIn('To')
