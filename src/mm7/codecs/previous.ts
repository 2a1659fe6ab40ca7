import type { Element } from '../../soap/element.js'
import type { XmlNode } from '../../soap/write/xml-node.js'
import type { PreviousSender, PreviousTime } from '../../values.js'
import { attributeOf } from '../check.js'
import type { Codec } from '../codec.js'
import type { Context } from '../context.js'
import { keep } from '../keep.js'
import { ADDRESS_TEXTS, sender } from './address.js'
import { positiveInteger } from './simple.js'
import { dateTimeOrDuration } from './time-stamp.js'

interface Sequence {
  readonly sequence?: number
}

/** @returns the attribute `sequence`, if there is one and it is a positive integer */
function readSequence(context: Context, element: Element, path: string): Sequence {
  const text = attributeOf(element, 'sequence')
  const sequence =
    text === undefined ? undefined : positiveInteger.parse(context, text, path, element)
  return sequence === undefined ? {} : { sequence }
}

function sequenceAttribute({ sequence }: Sequence): XmlNode['attributes'] {
  return sequence === undefined ? [] : [['sequence', positiveInteger.format(sequence)]]
}

function completeSequence(input: unknown, name: string): Sequence {
  const { sequence } = (input ?? {}) as Sequence
  if (sequence === undefined) return {}
  return { sequence: positiveInteger.complete(sequence, `${name}.sequence`) }
}

/** userAgentInfoType (TS 23.140): who sent a message before it was forwarded. */
export const previousSender: Codec<PreviousSender> = {
  holds: 'elements',
  absent: undefined,
  attributes: /* @__PURE__ */ sender.attributes?.concat('sequence'),
  inner: { address: '.', sequence: '@sequence' },
  texts: ADDRESS_TEXTS,
  read: (context, element, path) => {
    const kept = context.extensions.length
    const address = sender.read(context, element, path)
    if (address !== undefined) return { address, ...readSequence(context, element, path) }
    // What is in it may be kept already: it is enough, unless there is more to keep.
    const isKept = context.extensions.length > kept
    if (isKept && element.attributes === undefined) return undefined
    context.extensions.length = kept
    keep(context, element)
    return undefined
  },
  write: (previous) => {
    const { attributes = [], ...written } = sender.write(previous.address) ?? {}
    return { ...written, attributes: [...attributes, ...sequenceAttribute(previous)] }
  },
  complete: (input, name) => ({
    address: sender.complete((input as PreviousSender).address, `${name}.address`),
    ...completeSequence(input, name),
  }),
}

/** userAgentDateTimeType (TS 23.140): when a message was sent before it was forwarded. */
export const previousTime: Codec<PreviousTime> = {
  holds: 'text',
  attributes: ['sequence'],
  inner: { timeStamp: '.', sequence: '@sequence' },
  absent: undefined,
  read: (context, element, path) => {
    const timeStamp = dateTimeOrDuration.read(context, element, path)
    if (timeStamp === undefined) return undefined
    return { timeStamp, ...readSequence(context, element, path) }
  },
  write: (previous) => ({
    text: dateTimeOrDuration.format(previous.timeStamp),
    attributes: sequenceAttribute(previous),
  }),
  complete: (input, name) => ({
    timeStamp: dateTimeOrDuration.complete((input as PreviousTime).timeStamp, `${name}.timeStamp`),
    ...completeSequence(input, name),
  }),
}
