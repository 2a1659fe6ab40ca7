import type { Address, DeliverReq, PreviousSender, PreviousTime } from '../message.js'
import { type Element, textOf } from '../soap/dom.js'
import { ADDRESS_ATTRIBUTES, readAddress, readAddresses } from './address.js'
import {
  type Context,
  checkAttributes,
  checkLeaf,
  keepUnexpected,
  namedChildren,
  note,
  sequenceAttribute,
} from './context.js'
import { readTimeOrDuration } from './time-stamp.js'

/**
 * Reads the children of an element that holds others.
 *
 * @param readers a reader for the children of each name; others are kept among the extensions
 */
function readChildren(
  parent: Element,
  context: Context,
  path: string,
  readers: Readonly<Record<string, (child: Element, path: string) => void>>,
): void {
  for (const { name, element } of namedChildren(context, parent, path)) {
    const read = name !== undefined && Object.hasOwn(readers, name) ? readers[name] : undefined
    if (read === undefined) keepUnexpected(context, element, path)
    else read(element, `${path}/${name}`)
  }
}

/** Reads `Recipients`: `To`, `Cc` and `Bcc`, each once by the schema. */
export function readRecipients(
  element: Element,
  context: Context,
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
      const what = `${inner} stands there again; read with the first.`
      note(context, 'element-repeated', what, inner)
    }
    seen.add(list)
    const order = lists.indexOf(list)
    if (order < reached) {
      const what = `${inner} stands later than the schema has it; read all the same.`
      note(context, 'element-order', what, inner)
    }
    reached = Math.max(reached, order)
    for (const address of readAddresses(context, child, inner)) list.push(address)
  }
  readChildren(element, context, path, { To: into(to), Cc: into(cc), Bcc: into(bcc) })
  return { to, cc, bcc }
}

/** Reads `Previouslysentby`: who sent the message before it was forwarded. */
export function readPreviousSenders(
  element: Element,
  context: Context,
  path: string,
): PreviousSender[] {
  const senders: PreviousSender[] = []
  readChildren(element, context, path, {
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
  element: Element,
  context: Context,
  path: string,
): PreviousTime[] {
  const times: PreviousTime[] = []
  readChildren(element, context, path, {
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
  element: Element,
  context: Context,
  path: string,
): { key: string; value: string }[] {
  const pairs: { key: string; value: string }[] = []
  readChildren(element, context, path, {
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
      readChildren(child, context, inner, { key: into('key'), value: into('value') })
      pairs.push(pair)
    },
  })
  return pairs
}
