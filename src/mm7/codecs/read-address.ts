import type { Mutable } from '../../mutable.js'
import { quote } from '../../report.js'
import { type Element, textOf } from '../../soap/element.js'
import type { Address } from '../../values.js'
import { attributeOf, checkAttributes, checkText } from '../check.js'
import { type Context, warnAt } from '../context.js'
import { keep, keepChildren, keepUnexpected } from '../keep.js'
import { checkName } from '../names.js'
import { isNone } from '../nil.js'
import { ADDRESS_ATTRIBUTES, contentNames, type Kind } from './address-names.js'
import { readId } from './id.js'
import { booleanOr, oneOf } from './simple.js'

const displayOnly = /* @__PURE__ */ booleanOr(false)
const addressCoding = /* @__PURE__ */ oneOf(['encrypted', 'obfuscated'])

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
 * @param wrapper what some senders put around an address: one that is in it in turn is kept, not
 * followed, however deep a hostile sender nests them
 */
function findAddresses(context: Context, parent: Element, path: string, wrapper?: string): Found[] {
  if (parent.children.length === 0) return findText(context, parent, path)
  checkText(context, parent, path)
  checkAround(context, parent, path)
  const found: Found[] = []
  for (const element of parent.children) {
    const known = contentNames().find(element)
    if (known === undefined || (known.value === 'wrapper' && known.name !== wrapper)) {
      keepUnexpected(context, element, path)
      continue
    }
    const { value, name } = known
    const inner = `${path}/${name}`
    if (element.isNil && isNone(context, element, inner)) continue
    if (value === 'extension') keep(context, element)
    else if (value === 'wrapper') {
      // Not spread: there may be more of them than a call may have arguments.
      for (const each of unwrap(context, element, name, path)) found.push(each)
    } else add(found, readKnown(context, element, { value, name }, path), element)
  }
  return found
}

/** @returns the addresses in an element that some senders put around one */
function unwrap(context: Context, element: Element, name: string, path: string): Found[] {
  const inner = `${path}/${name}`
  checkName(context, element, name, path)
  const what = `The address is in a ${name}; read anyway.`
  warnAt(context, 'element-misplaced', what, inner, element)
  checkAttributes(context, element, ADDRESS_ATTRIBUTES, inner)
  return findAddresses(context, element, inner)
}

/** @param path of the element around it */
function readKnown(
  context: Context,
  element: Element,
  { value, name }: { readonly value: Kind; readonly name: string },
  path: string,
): Address | undefined {
  const inner = `${path}/${name}`
  checkName(context, element, name, path)
  checkAttributes(context, element, ADDRESS_ATTRIBUTES, inner)
  return makeAddress(context, element, value, inner)
}

function add(found: Found[], address: Address | undefined, element: Element): void {
  if (address !== undefined) found.push({ address, element })
}

/** Reports the attributes of an address that are on the element around it. */
function checkAround(context: Context, parent: Element, path: string): void {
  for (const name of ADDRESS_ATTRIBUTES) {
    if (attributeOf(parent, name) === undefined) continue
    const what = `The attribute ${name} is on the element around the address; ignored.`
    warnAt(context, 'attribute-unexpected', what, path, parent)
  }
}

function findText(context: Context, element: Element, path: string): Found[] {
  const found: Found[] = []
  add(found, makeAddress(context, element, 'unknown', path), element)
  if (found.length > 0 && !(path.startsWith('Sender') && isTextRelease(context.namespace))) {
    const what = 'The address is plain text, without an element for its kind; its kind is unknown.'
    warnAt(context, 'address-untyped', what, path, element)
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
  keepChildren(context, element, path)
  const raw = textOf(element)
  const value = raw.replace(TYPE_SUFFIX, '')
  if (value !== raw) {
    const what = `${quote(raw)} is read as ${quote(value)}.`
    warnAt(context, 'address-type-suffix', what, path, element)
  }
  if (value === '') {
    warnAt(context, 'address-empty', 'Empty address; ignored.', path, element)
    return undefined
  }
  const read = <T>(name: string, type: { parse: SimpleParse<T> }): T | undefined => {
    const text = attributeOf(element, name)
    return text === undefined ? undefined : type.parse(context, text, path, element)
  }
  const coding = read('addressCoding', addressCoding)
  const isDisplayed = read('displayOnly', displayOnly) ?? false
  const id = readId(context, element, path)
  const address: Mutable<Address> = { kind, value, raw, displayOnly: isDisplayed }
  if (coding !== undefined) address.addressCoding = coding
  if (id !== undefined) address.id = id
  return address
}

type SimpleParse<T> = (
  context: Context,
  text: string,
  path: string,
  element: Element,
) => T | undefined

/** @returns the first of the addresses; others are kept among the extensions. */
export function readAddress(
  context: Context,
  parent: Element,
  path: string,
  wrapper: string,
): Address | undefined {
  const [first, ...others] = findAddresses(context, parent, path, wrapper)
  for (const { address, element } of others) {
    const what = `A second address, ${quote(address.raw)}, kept among the extensions; the first counts.`
    warnAt(context, 'element-repeated', what, path, element)
    keep(context, element)
  }
  return first?.address
}

/** Reads the addresses in an element of multiAddressType (TS 23.140): `To`, `Cc`, `Bcc`. */
export function readAddresses(context: Context, parent: Element, path: string): Address[] {
  return findAddresses(context, parent, path).map(({ address }) => address)
}

/**
 * Reads an address that lacks the `To` around it.
 *
 * @param path of the element around it
 * @returns the address, if it is not empty; undefined if the element is none of an address
 */
export function readBareAddress(
  context: Context,
  element: Element,
  path: string,
): readonly Address[] | undefined {
  const { value, name = '' } = contentNames().find(element) ?? {}
  if (value === undefined || value === 'wrapper' || value === 'extension') return undefined
  const inner = `${path}/${name}`
  if (element.isNil && isNone(context, element, inner)) return []
  warnAt(context, 'element-misplaced', `${inner} is in no To; read as if it were.`, inner, element)
  const address = readKnown(context, element, { value, name }, path)
  return address === undefined ? [] : [address]
}
