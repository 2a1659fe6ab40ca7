import {
  type Address,
  type DeliverReq,
  type Json,
  messageToJson,
  type PartialMessage,
  type Recipients,
  skycoreCarrier,
} from '../index.js'

/** A field of a message, as text: more than one value where it is there more than once. */
export interface Field {
  readonly name: string
  /** Each laid out in lines. */
  readonly values: readonly (readonly string[])[]
}

/** Properties that other sections show. */
const ELSEWHERE = new Set(['warnings', 'attachments'])
/** Properties that come first; the others follow as they are read. */
const FIRST = [
  'operation',
  'transactionId',
  'mm7Version',
  'namespace',
  'carrierId',
  'sender',
  'recipients',
]
/** How long JSON may be that stands on one line, and how many lines there may be of what is longer. */
const ONE_LINE = 100
const MOST_LINES = 40

type Show = (value: never, message: PartialMessage) => string[]

/** The values that are shown otherwise than as JSON. */
const SHOWN: Readonly<Record<string, Show>> = {
  recipients: (recipients: Recipients) =>
    Object.entries(recipients).flatMap(([kind, list]: [string, readonly Address[]]) =>
      list.map((address) => `${kind} ${addressText(address)}`),
    ),
  previouslySentBy: (senders: DeliverReq['previouslySentBy']) =>
    senders.map(({ address, sequence }) =>
      addressText(address, sequence === undefined ? [] : [`sequence ${sequence}`]),
    ),
  contents: (contents: DeliverReq['contents'], { attachments = [] }) => {
    const places = new Map(attachments.map((attachment, i) => [attachment, i + 1]))
    return contents.map(({ href, attachments: named }) => {
      const numbers = named.map((attachment) => places.get(attachment))
      return `${href ?? 'no href'} (attachments: ${numbers.join(', ')})`
    })
  },
  carrierId: (id: string) => [
    [id, skycoreCarrier(id)].filter((text) => text !== undefined).join('  '),
  ],
}

/** @returns the fields that the message has, whatever its operation. */
export function fieldsOf(message: PartialMessage): Field[] {
  const json = messageToJson(message)
  return [...new Set([...FIRST, ...Object.keys(json)])]
    .filter((name) => !ELSEWHERE.has(name))
    .map((name) => ({ name, values: valuesOf(name, json[name], message) }))
    .filter(({ values }) => values.length > 0)
}

function valuesOf(name: string, json: Json | undefined, message: PartialMessage): string[][] {
  if (json === undefined) return []
  const value = (message as Readonly<Record<string, unknown>>)[name]
  const shown = Object.hasOwn(SHOWN, name) ? SHOWN[name]?.(value as never, message) : inWords(value)
  if (shown !== undefined) return shown.map((text) => [text])
  return (Array.isArray(json) ? json : [json]).map(jsonLines)
}

/** @returns an address or a moment as text; undefined for anything else. */
function inWords(value: unknown): string[] | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  if ('raw' in value && 'displayOnly' in value) return [addressText(value as Address)]
  const { text, date } = value as { text?: unknown; date?: unknown }
  const isMoment = typeof text === 'string' && (date === undefined || date instanceof Date)
  return isMoment && Object.keys(value).every((key) => key === 'text' || key === 'date')
    ? [text]
    : undefined
}

/** @returns a text as it is, anything else as JSON: laid out in lines if it is long. */
function jsonLines(value: Json): string[] {
  if (typeof value === 'string') return [value]
  const json = JSON.stringify(value)
  if (json.length <= ONE_LINE) return [json]
  const lines = JSON.stringify(value, null, 2).split('\n')
  if (lines.length <= MOST_LINES) return lines
  const left = lines.length - MOST_LINES
  return [...lines.slice(0, MOST_LINES), `… (${left} more lines)`]
}

function addressText(address: Address, others: readonly string[] = []): string {
  const { kind, value, raw, displayOnly, addressCoding } = address
  const notes = [
    kind,
    ...(displayOnly ? ['display only'] : []),
    ...(addressCoding === undefined ? [] : [addressCoding]),
    ...others,
    ...(raw === value ? [] : [`sent as ${raw}`]),
  ]
  return `${value} (${notes.join(', ')})`
}
