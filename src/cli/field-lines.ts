import {
  type Address,
  type Json,
  messageToJson,
  type PartialMessage,
  skycoreCarrier,
} from '../index.js'
import { type Style, shortLine } from './terminal.js'

/** Properties that other sections tell of. */
const ELSEWHERE = new Set(['warnings', 'attachments'])
/** Properties that are told of first; the others follow as they are read. */
const FIRST = [
  'operation',
  'transactionId',
  'mm7Version',
  'namespace',
  'carrierId',
  'sender',
  'recipients',
]
/** How far the names are apart from what they name. */
const COLUMN = 27
/** How long JSON may be that stands on one line, and how many lines there may be of what is longer. */
const ONE_LINE = 100
const MOST_LINES = 40

type Show = (message: Required<PartialMessage>) => string[]

/** The fields that are shown otherwise than as JSON, of a message that has them. */
const SHOWN: Readonly<Record<string, Show>> = {
  sender: ({ sender }) => [addressText(sender)],
  senderAddress: ({ senderAddress }) => [addressText(senderAddress)],
  recipient: ({ recipient }) => [addressText(recipient)],
  recipients: ({ recipients }) =>
    Object.entries(recipients).flatMap(([kind, list]: [string, readonly Address[]]) =>
      list.map((address) => `${kind} ${addressText(address)}`),
    ),
  previouslySentBy: ({ previouslySentBy }) =>
    previouslySentBy.map(({ address, sequence }) =>
      addressText(address, sequence === undefined ? [] : [`sequence ${sequence}`]),
    ),
  timeStamp: ({ timeStamp }) => [String(timeStamp?.text)],
  contents: ({ contents, attachments }) => {
    const places = new Map(attachments.map((attachment, i) => [attachment, i + 1]))
    return contents.map(({ href, attachments: named }) => {
      const numbers = named.map((attachment) => places.get(attachment))
      return `${href ?? 'no href'} (attachments: ${numbers.join(', ')})`
    })
  },
  carrierId: ({ carrierId }) => [
    [carrierId, skycoreCarrier(String(carrierId))].filter((text) => text !== undefined).join('  '),
  ],
}

/**
 * @returns a line for each field that the message has, two for one that is there twice; more for one
 * that is long and has a structure.
 */
export function fieldLines(message: PartialMessage, style: Style): string[] {
  const json = messageToJson(message)
  const names = new Set([...FIRST, ...Object.keys(json)])
  return [...names].flatMap((name) => {
    const value = json[name]
    if (value === undefined || ELSEWHERE.has(name)) return []
    const values = (Array.isArray(value) ? value : [value]).map(jsonLines)
    const shown = SHOWN[name]?.(message as Required<PartialMessage>).map((text) => [text]) ?? values
    return shown.flatMap((lines) =>
      lines.map((line, i) => {
        const before = (i === 0 ? name : '').padEnd(COLUMN)
        return `${style.faint(before)}${shortLine(line)}`
      }),
    )
  })
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
