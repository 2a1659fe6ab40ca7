import type { Address } from '../message.js'
import type { Mutable } from '../mutable.js'
import { quote } from '../report.js'
import { type Element, textOf } from '../soap/dom.js'
import {
  attribute,
  booleanAttribute,
  type Context,
  checkAttributes,
  checkLeaf,
  keep,
  keepUnexpected,
  namedChildren,
  note,
} from './context.js'

const KINDS: Readonly<Record<string, Address['kind']>> = {
  Number: 'number',
  RFC2822Address: 'rfc2822',
  ShortCode: 'shortCode',
}
/** What an address may have beside its text (TS 23.140 addressType). */
export const ADDRESS_ATTRIBUTES: readonly string[] = ['displayOnly', 'addressCoding', 'id']

/** The suffix that MMSCs take over from MM4 and MM1: `+15550100/TYPE=PLMN@example.com`. */
const TYPE_SUFFIX = /\/TYPE=[^@/]*/i
/** The releases in whose schema `Sender` is text: TS 23.140 before REL-5-MM7-1-2. */
const TEXT_RELEASES = ['/REL-5-MM7-1-0', '/REL-5-MM7-1-1'] as const

/**
 * Reads the one address in an element of addressType (TS 23.140): a typed child; a `SenderAddress`
 * with one; or text.
 *
 * @returns undefined if there is none, or an empty one
 */
export function readAddress(context: Context, parent: Element, path: string): Address | undefined {
  const addresses = readAddresses(context, parent, path)
  const [first, ...others] = addresses
  for (const { raw } of others) {
    note(context, 'element-repeated', `A second address, ${quote(raw)}; the first stands.`, path)
  }
  return first === undefined || first.value === '' ? undefined : first
}

/**
 * Reads the addresses in an element of multiAddressType (TS 23.140): `To`, `Cc`, `Bcc`.
 *
 * @param isInner the element is itself within another that is read as an address: one that is in it
 * in turn is kept, not followed, however deep a hostile sender nests them
 */
export function readAddresses(
  context: Context,
  parent: Element,
  path: string,
  isInner = false,
): Address[] {
  const children = namedChildren(context, parent, path)
  if (children.length === 0) return readText(context, parent, path)
  checkAround(context, parent, path)
  const addresses: Address[] = []
  for (const { name = '', element } of children) {
    const inner = `${path}/${name}`
    const kind = Object.hasOwn(KINDS, name) ? KINDS[name] : undefined
    if (kind !== undefined) {
      checkAttributes(context, element, ADDRESS_ATTRIBUTES, inner)
      addresses.push(makeAddress(context, element, kind, inner))
    } else if (name === 'SenderAddress' && !isInner) {
      note(context, 'element-misplaced', 'The address is in a SenderAddress.', inner)
      checkAttributes(context, element, ADDRESS_ATTRIBUTES, inner)
      // Not spread: there may be more of them than a call may have arguments.
      for (const address of readAddresses(context, element, inner, true)) addresses.push(address)
    } else if (name === 'Extension') {
      keep(context, element)
    } else {
      keepUnexpected(context, element, path)
    }
  }
  return addresses
}

/** Tells the attributes of an address that stand on the element around it. */
function checkAround(context: Context, parent: Element, path: string): void {
  for (const name of ADDRESS_ATTRIBUTES) {
    if (attribute(context, parent, name) === undefined) continue
    const what = `The attribute ${name} stands around the address, not on it; passed over.`
    note(context, 'attribute-unexpected', what, path)
  }
}

function readText(context: Context, element: Element, path: string): Address[] {
  if (textOf(element) === '') return []
  if (!path.startsWith('Sender') || !isTextRelease(context.namespace)) {
    const what = 'The address is text, with no element around it that tells its kind.'
    note(context, 'address-untyped', what, path)
  }
  return [makeAddress(context, element, 'unknown', path)]
}

function isTextRelease(namespace: string): boolean {
  return TEXT_RELEASES.some((release) => namespace.endsWith(release))
}

function makeAddress(
  context: Context,
  element: Element,
  kind: Address['kind'],
  path: string,
): Address {
  checkLeaf(context, element, path)
  const raw = textOf(element)
  const value = raw.replace(TYPE_SUFFIX, '')
  if (value !== raw) {
    note(context, 'address-type-suffix', `${quote(raw)} is read as ${quote(value)}.`, path)
  }
  const coding = attribute(context, element, 'addressCoding')
  if (coding !== undefined && coding !== 'encrypted' && coding !== 'obfuscated') {
    const what = `addressCoding=${quote(coding)} is none of the schema's; passed over.`
    note(context, 'address-attribute', what, path)
  }
  const displayOnly = booleanAttribute(context, element, 'displayOnly', false, path)
  const id = attribute(context, element, 'id')
  const address: Mutable<Address> = { kind, value, raw, displayOnly }
  if (coding === 'encrypted' || coding === 'obfuscated') address.addressCoding = coding
  if (id !== undefined) address.id = id
  return address
}
