import type { Address } from '../../values.js'
import { Names, parseXPath } from '../names.js'

/** The kinds of address that have an element. */
export type Kind = Exclude<Address['kind'], 'unknown'>

/** What an address may have beside its text (TS 23.140 addressType). */
export const ADDRESS_ATTRIBUTES: readonly string[] = ['displayOnly', 'addressCoding', 'id']

/** What the elements of addresses are called. */
export const ADDRESS_ELEMENTS: Readonly<Record<Kind, string>> = {
  number: 'Number',
  rfc2822: 'RFC2822Address',
  shortCode: 'ShortCode',
}
/** Where they are. */
export const ADDRESS_INNER: Readonly<Record<Kind, string>> = {
  number: 'mm7:Number',
  rfc2822: 'mm7:RFC2822Address',
  shortCode: 'mm7:ShortCode',
}
/** What some senders call them. */
export const ADDRESS_ALSO_CALLED: Partial<Record<Kind, string>> = { rfc2822: 'mm7:RFC822Address' }

/** The elements of addresses, which hold text alone. */
export const ADDRESS_TEXTS: readonly string[] = /* @__PURE__ */ Object.values(ADDRESS_INNER).concat(
  /* @__PURE__ */ Object.values(ADDRESS_ALSO_CALLED),
)

/** What stands in an element of addresses: an address, what some senders put around one, or neither's. */
type Content = Kind | 'wrapper' | 'extension'

let contents: Names<Content> | undefined

/** @returns the names of what stands in an element of addresses; made when they are first needed */
export function contentNames(): Names<Content> {
  if (contents !== undefined) return contents
  contents = new Names<Content>()
  for (const [kind, xpath] of Object.entries(ADDRESS_INNER) as [Kind, string][]) {
    contents.add(stepOf(xpath), kind, parseXPath(ADDRESS_ALSO_CALLED[kind] ?? xpath))
  }
  contents.add(stepOf('mm7:SenderAddress'), 'wrapper')
  contents.add(stepOf('mm7:To'), 'wrapper')
  contents.add(stepOf('mm7:Extension'), 'extension')
  return contents
}

function stepOf(xpath: string): ReturnType<typeof parseXPath>[number] {
  return parseXPath(xpath)[0] as ReturnType<typeof parseXPath>[number]
}
