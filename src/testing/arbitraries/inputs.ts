import * as fc from 'fast-check'
import type { ExtensionInput, MessageInput } from '../../input.js'
import type { Codec, Row, Table } from '../../mm7/codec.js'
import { recipient, sender } from '../../mm7/codecs/address.js'
import { content, reference } from '../../mm7/codecs/content.js'
import { anything } from '../../mm7/codecs/extension.js'
import { previousSender, previousTime } from '../../mm7/codecs/previous.js'
import { recipients } from '../../mm7/codecs/recipients.js'
import { serviceCode } from '../../mm7/codecs/service-code.js'
import {
  boolean,
  id,
  positiveInteger,
  text,
  textOrEmpty,
  version,
} from '../../mm7/codecs/simple.js'
import { subject } from '../../mm7/codecs/subject.js'
import { dateTime, dateTimeOrDuration } from '../../mm7/codecs/time-stamp.js'
import { deliveryCondition } from '../../mm7/codecs/types.js'
import { type OperationName, tableOf } from '../../mm7/operations/index.js'
import type { MessageOf } from '../to-message.js'
import * as parts from './message-parts.js'
import { elementText, someText, visibleText, xmlText } from './texts.js'

const BASE = 'http://www.3gpp.org/ftp/Specs/archive/23_series/23.140/schema/'
const RELEASES = [
  'REL-5-MM7-1-0',
  'REL-5-MM7-1-2',
  'REL-5-MM7-1-5',
  'REL-6-MM7-1-0',
  'REL-6-MM7-1-4',
]
const VERSIONS = ['5.3.0', '5.6.0', '5.10.0', '6.3.0', '6.8.0']

const addresses = fc.array(parts.address, { maxLength: 3 })
/** Recipients without any are none that the schema has. */
const someAddresses = fc.array(parts.address, { minLength: 1, maxLength: 3 })
const sequence = fc.integer({ min: 1, max: 999_999_999_999_999 })

function withSequence<T>(value: {
  readonly [name: string]: fc.Arbitrary<T>
}): fc.Arbitrary<unknown> {
  return fc.oneof(fc.record(value), fc.record({ ...value, sequence }))
}

/** Values of each type of the schema that is not made of others, as reading gives them back. */
const BY_TYPE: ReadonlyMap<unknown, fc.Arbitrary<unknown>> = new Map<
  unknown,
  fc.Arbitrary<unknown>
>([
  [text, elementText],
  [textOrEmpty, elementText],
  [id, someText],
  [version, fc.constantFrom(...VERSIONS)],
  [serviceCode, elementText],
  // What looks like an encoded word of RFC 2047 is one.
  [subject, elementText.map((value) => value.replaceAll('=?', '='))],
  [boolean, fc.boolean()],
  [positiveInteger, sequence],
  [dateTime, parts.dateTime],
  [dateTimeOrDuration, parts.timeOrDuration],
  [sender, parts.address],
  [recipient, parts.address],
  [recipients, fc.record({ to: someAddresses, cc: addresses, bcc: addresses })],
  [previousSender, withSequence({ address: parts.address })],
  [previousTime, withSequence({ timeStamp: parts.timeOrDuration })],
  [reference, fc.record({ href: fc.webUrl() })],
  [deliveryCondition, fc.array(sequence, { minLength: 1, maxLength: 2 })],
  [anything, parts.extension.map(toOwn)],
])

/** Liberty's `Extension`, the only one that a schema has: at most one element of another's in it. */
function toOwn(element: ExtensionInput): ExtensionInput {
  const { namespace } = element
  return { name: 'Extension', children: namespace === undefined ? [] : [element] }
}

/** Gives each address an id of its own (xs:ID): no other in the message may have it. */
function withOwnIds(value: unknown, used: { count: number } = { count: 0 }): unknown {
  if (Array.isArray(value)) return value.map((one) => withOwnIds(one, used))
  if (typeof value !== 'object' || value === null || value instanceof Date) return value
  const entries = Object.entries(value).map(([name, inner]): [string, unknown] => {
    if (name !== 'id') return [name, withOwnIds(inner, used)]
    used.count += 1
    return [name, `${inner}${used.count}`]
  })
  return Object.fromEntries(entries)
}

/** What an input has, an address's `id` aside, that is called so: extensions are as they are. */
function ownIds({ extensions, ...fields }: Readonly<Record<string, unknown>>): object {
  const own = withOwnIds(fields) as object
  return extensions === undefined ? own : { ...own, extensions }
}

function arbitraryOf(codec: Codec<unknown>): fc.Arbitrary<unknown> {
  const { words, table } = codec
  const known = BY_TYPE.get(codec)
  if (known !== undefined) return known
  if (words !== undefined) return fc.constantFrom(...words)
  // What has neither words nor a table is in the map.
  return recordOf((table as () => Table)())
}

function rowOf({ xpath, isMany, codec }: Row<unknown>): fc.Arbitrary<unknown> {
  const isText = xpath.startsWith('@') && codec === (text as Codec<unknown>)
  const value = isText ? xmlText : arbitraryOf(codec)
  return isMany ? fc.array(value, { maxLength: 3 }) : value
}

/** Records of what a table describes: what the schema does not require may be missing. */
function recordOf({ entries }: Table): fc.Arbitrary<unknown> {
  const rows = entries.filter(({ row }) => row.codec !== (content as Codec<unknown>))
  const model = Object.fromEntries(rows.map(({ property, row }) => [property, rowOf(row)]))
  const requiredKeys = rows.flatMap(({ property, row }) =>
    row.presence === 'optional' ? [] : [property],
  )
  return fc.record(model, { requiredKeys })
}

/** @returns an arbitrary of what can be given for a message of an operation. */
export function inputOf<O extends OperationName>(
  operation: O,
): fc.Arbitrary<MessageInput<MessageOf<O>>> {
  return inputOfTable(tableOf(operation)) as fc.Arbitrary<MessageInput<MessageOf<O>>>
}

/** @returns an arbitrary of what can be given for what a table describes, and what is beside it. */
export function inputOfTable(table: Table): fc.Arbitrary<object> {
  const hasContent = table.entries.some(({ property }) => property === 'contents')
  const beside = parts.optional({
    transactionId: someText,
    namespace: fc.constantFrom(...RELEASES).map((tail) => BASE + tail),
    carrierId: fc.oneof(fc.constantFrom('0001890', '1001000'), visibleText),
    ...(hasContent && { attachments: parts.attachments }),
  })
  return fc.tuple(recordOf(table), beside).map(([fields, others]) => ({
    ...ownIds(fields as Record<string, unknown>),
    ...others,
  }))
}
