import type { Address, DeliverReq, PreviousSender, PreviousTime } from '../message.js'
import { type Element, textOf } from '../soap/dom.js'
import { ADDRESS_ATTRIBUTES, readAddress, readAddresses } from './address.js'
import { checkAttributes, sequenceAttribute } from './attributes.js'
import { type Context, checkLeaf, keepUnexpected, note, readChildren } from './context.js'
import { readTimeOrDuration } from './time-stamp.js'

/**
 * Reads the children of an element that holds others.
 *
 * @param readers a reader for the children of each name; others are kept among the extensions
 */
function readEach(
  context: Context,
  parent: Element,
  path: string,
  readers: Readonly<Record<string, (child: Element, path: string) => void>>,
): void {
  for (const { name, element } of readChildren(context, parent, path)) {
    const read = name !== undefined && Object.hasOwn(readers, name) ? readers[name] : undefined
    if (read === undefined) keepUnexpected(context, element, path)
    else read(element, `${path}/${name}`)
  }
}

/** Reads `Recipients`: `To`, `Cc` and `Bcc`, each once by the schema. */
export function readRecipients(
  context: Context,
  element: Element,
  path: string,
): DeliverReq['recipients'] {
  const to: Address[] = []
  const cc: Address[] = []
  const bcc: Address[] = []
  const lists = [to, cc, bcc]
  const seen = new Set<Address[]>()
  let reached = 0
  const into = (list: Address[]) => (child: Element, inner: string) => {
    checkAttributes(context, child, ADDRESS_ATTRIBUTES, inner)
    if (seen.has(list)) {
      const what = `${inner} appears again; read with the first.`
      note(context, 'element-repeated', what, inner)
    }
    seen.add(list)
    const order = lists.indexOf(list)
    if (order < reached) {
      const what = `${inner} appears later than in the schema; read anyway.`
      note(context, 'element-order', what, inner)
    }
    reached = Math.max(reached, order)
    for (const address of readAddresses(context, child, inner)) list.push(address)
  }
  readEach(context, element, path, { To: into(to), Cc: into(cc), Bcc: into(bcc) })
  return { to, cc, bcc }
}

/** Reads `Previouslysentby`: who sent the message before it was forwarded. */
export function readPreviousSenders(
  context: Context,
  element: Element,
  path: string,
): PreviousSender[] {
  const senders: PreviousSender[] = []
  readEach(context, element, path, {
    UserAgent: (child, inner) => {
      checkAttributes(context, child, [...ADDRESS_ATTRIBUTES, 'sequence'], inner)
      const address = readAddress(context, child, inner)
      if (address === undefined) keepUnexpected(context, child, path)
      else senders.push({ address, ...sequenceAttribute(context, child, inner) })
    },
  })
  return senders
}

/** Reads `Previouslysentdateandtime`: when the message was sent before it was forwarded. */
export function readPreviousTimes(
  context: Context,
  element: Element,
  path: string,
): PreviousTime[] {
  const times: PreviousTime[] = []
  readEach(context, element, path, {
    DateTime: (child, inner) => {
      checkAttributes(context, child, ['sequence'], inner)
      checkLeaf(context, child, inner)
      const timeStamp = readTimeOrDuration(context, textOf(child), inner)
      times.push({ timeStamp, ...sequenceAttribute(context, child, inner) })
    },
  })
  return times
}

/** Reads `MessageExtraData`: pairs of a key and a value. */
export function readExtraData(
  context: Context,
  element: Element,
  path: string,
): { key: string; value: string }[] {
  const pairs: { key: string; value: string }[] = []
  readEach(context, element, path, {
    element: (child, inner) => {
      const pair = { key: '', value: '' }
      const taken = new Set<string>()
      const into = (name: 'key' | 'value') => (leaf: Element, place: string) => {
        if (taken.has(name)) {
          keepUnexpected(context, leaf, inner)
          return
        }
        taken.add(name)
        checkAttributes(context, leaf, [], place)
        checkLeaf(context, leaf, place)
        pair[name] = textOf(leaf)
      }
      checkAttributes(context, child, [], inner)
      readEach(context, child, inner, { key: into('key'), value: into('value') })
      pairs.push(pair)
    },
  })
  return pairs
}
