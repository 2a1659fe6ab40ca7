import type { Element } from '../../soap/element.js'
import type { XmlNode } from '../../soap/write/xml-node.js'
import type { PreviousSender, PreviousTime, TimeStamp } from '../../values.js'
import { attributeOf } from '../check.js'
import type { Codec } from '../codec.js'
import { describe } from '../complete-fields.js'
import type { Context } from '../context.js'
import { keep } from '../keep.js'
import { sender, writeAddress } from './address.js'
import { ADDRESS_ATTRIBUTES, ADDRESS_TEXTS } from './address-names.js'
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

/** @throws TypeError if the input is no object that has the property beside its sequence */
function checkObject(input: unknown, name: string, property: string): void {
  if (typeof input === 'object' && input !== null) return
  throw new TypeError(`${name} is ${describe(input)}: pass { ${property}, sequence }.`)
}

function completeSequence({ sequence }: Sequence, name: string): Sequence {
  if (sequence === undefined) return {}
  return { sequence: positiveInteger.complete(sequence, `${name}.sequence`) }
}

/** userAgentInfoType (TS 23.140): who sent a message before it was forwarded. */
export const previousSender: Codec<PreviousSender> = {
  holds: 'elements',
  absent: undefined,
  attributes: /* @__PURE__ */ ADDRESS_ATTRIBUTES.concat('sequence'),
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
    const { attributes = [], ...written } = writeAddress(previous.address)
    return { ...written, attributes: [...attributes, ...sequenceAttribute(previous)] }
  },
  complete: (input, name) => {
    checkObject(input, name, 'address')
    const { address, ...sequence } = input as PreviousSender
    return {
      address: sender.complete(address, `${name}.address`),
      ...completeSequence(sequence, name),
    }
  },
}

/** userAgentDateTimeType (TS 23.140): when a message was sent before it was forwarded. */
export const previousTime: Codec<PreviousTime> = {
  holds: 'text',
  attributes: ['sequence'],
  inner: { timeStamp: '.', sequence: '@sequence' },
  absent: undefined,
  read: (context, element, path) => {
    // Any text is one, though it may say no time.
    const timeStamp = dateTimeOrDuration.read(context, element, path) as TimeStamp
    return { timeStamp, ...readSequence(context, element, path) }
  },
  write: (previous) => ({
    text: dateTimeOrDuration.format(previous.timeStamp),
    attributes: sequenceAttribute(previous),
  }),
  complete: (input, name) => {
    checkObject(input, name, 'timeStamp')
    const { timeStamp, ...sequence } = input as PreviousTime
    return {
      timeStamp: dateTimeOrDuration.complete(timeStamp, `${name}.timeStamp`),
      ...completeSequence(sequence, name),
    }
  },
}
