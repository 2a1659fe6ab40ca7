import type { Address } from '../message.js'
import type { Mutable } from '../mutable.js'
import { quote } from '../report.js'
import { childElements, type Element, textOf } from '../soap/dom.js'
import { attribute, booleanAttribute, checkAttributes } from './attributes.js'
import {
  type Context,
  checkLeaf,
  keepAsExtension,
  keepUnexpected,
  note,
  readChildren,
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

/** An address, and the element that holds it. */
interface Found {
  readonly address: Address
  readonly element: Element
}

/**
 * Reads the one address in an element of addressType (TS 23.140): a typed child; a `SenderAddress`
 * with one; or text.
 *
 * @returns undefined if there is no address, or an empty one
 */
export function readAddress(context: Context, parent: Element, path: string): Address | undefined {
  const [first, ...others] = findAddresses(context, parent, path)
  for (const { address, element } of others) {
    const what = `A second address, ${quote(address.raw)}, kept among the extensions; the first counts.`
    note(context, 'element-repeated', what, path)
    keepAsExtension(context, element)
  }
  return first?.address
}

/** Reads the addresses in an element of multiAddressType (TS 23.140): `To`, `Cc`, `Bcc`. */
export function readAddresses(context: Context, parent: Element, path: string): Address[] {
  return findAddresses(context, parent, path).map(({ address }) => address)
}

/**
 * @param isInner the element is itself in a `SenderAddress`: one that is in it in turn is kept, not
 * followed, however deep a hostile sender nests them
 */
function findAddresses(context: Context, parent: Element, path: string, isInner = false): Found[] {
  if (childElements(parent).length === 0) return findText(context, parent, path)
  const children = readChildren(context, parent, path)
  checkAround(context, parent, path)
  const found: Found[] = []
  for (const { name = '', element } of children) {
    const inner = `${path}/${name}`
    const kind = Object.hasOwn(KINDS, name) ? KINDS[name] : undefined
    if (kind !== undefined) {
      checkAttributes(context, element, ADDRESS_ATTRIBUTES, inner)
      add(found, makeAddress(context, element, kind, inner), element)
    } else if (name === 'SenderAddress' && !isInner) {
      const what = 'The address is in a SenderAddress; read anyway.'
      note(context, 'element-misplaced', what, inner)
      checkAttributes(context, element, ADDRESS_ATTRIBUTES, inner)
      // Not spread: there may be more of them than a call may have arguments.
      for (const each of findAddresses(context, element, inner, true)) found.push(each)
    } else if (name === 'Extension') {
      keepAsExtension(context, element)
    } else {
      keepUnexpected(context, element, path)
    }
  }
  return found
}

function add(found: Found[], address: Address | undefined, element: Element): void {
  if (address !== undefined) found.push({ address, element })
}

/** Reports the attributes of an address that are on the element around it. */
function checkAround(context: Context, parent: Element, path: string): void {
  for (const name of ADDRESS_ATTRIBUTES) {
    if (attribute(context, parent, name) === undefined) continue
    const what = `The attribute ${name} is on the element around the address; ignored.`
    note(context, 'attribute-unexpected', what, path)
  }
}

function findText(context: Context, element: Element, path: string): Found[] {
  const found: Found[] = []
  add(found, makeAddress(context, element, 'unknown', path), element)
  if (found.length > 0 && !(path.startsWith('Sender') && isTextRelease(context.namespace))) {
    const what = 'The address is plain text, without an element for its kind; its kind is unknown.'
    note(context, 'address-untyped', what, path)
  }
  return found
}

function isTextRelease(namespace: string): boolean {
  return TEXT_RELEASES.some((release) => namespace.endsWith(release))
}

/** @returns undefined for an empty element: no message can come from or go to there. */
function makeAddress(
  context: Context,
  element: Element,
  kind: Address['kind'],
  path: string,
): Address | undefined {
  checkLeaf(context, element, path)
  const raw = textOf(element)
  const value = raw.replace(TYPE_SUFFIX, '')
  if (value !== raw) {
    note(context, 'address-type-suffix', `${quote(raw)} is read as ${quote(value)}.`, path)
  }
  if (value === '') {
    note(context, 'address-empty', 'Empty address; ignored.', path)
    return undefined
  }
  const coding = attribute(context, element, 'addressCoding')
  if (coding !== undefined && coding !== 'encrypted' && coding !== 'obfuscated') {
    const what = `addressCoding=${quote(coding)} is not one of the schema's; ignored.`
    note(context, 'value-unknown', what, path)
  }
  const displayOnly = booleanAttribute(context, element, 'displayOnly', false, path)
  const id = attribute(context, element, 'id')
  const address: Mutable<Address> = { kind, value, raw, displayOnly }
  if (coding === 'encrypted' || coding === 'obfuscated') address.addressCoding = coding
  if (id !== undefined) address.id = id
  return address
}
