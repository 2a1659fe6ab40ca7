import { type Address, type DeliverReq, skycoreCarrier } from '../index.js'
import { messageToJson } from '../testing/index.js'
import { escapeLine, type Style } from './terminal.js'

/** Properties that other sections tell of. */
const ELSEWHERE = new Set(['warnings', 'attachments'])
/** Properties that are told of first; the others follow as they are read. */
const FIRST = ['transactionId', 'mm7Version', 'namespace', 'carrierId', 'sender', 'recipients']
/** How far the names are apart from what they name. */
const COLUMN = 27

type Show = (message: DeliverReq) => string[]

/** The fields that are shown otherwise than as JSON, of a message that has them. */
const SHOWN: Readonly<Record<string, Show>> = {
  sender: ({ sender }) => [addressText(sender)],
  recipients: ({ recipients }) =>
    Object.entries(recipients).flatMap(([kind, list]) =>
      list.map((address) => `${kind} ${addressText(address)}`),
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

/** @returns a line for each field that the message has, two for one that is there twice. */
export function fieldLines(message: Partial<DeliverReq>, style: Style): string[] {
  const json = messageToJson(message)
  const names = new Set([...FIRST, ...Object.keys(json)])
  return [...names].flatMap((name) => {
    const value = json[name]
    if (value === undefined || ELSEWHERE.has(name)) return []
    const values = (Array.isArray(value) ? value : [value]).map((one) =>
      typeof one === 'string' ? one : JSON.stringify(one),
    )
    const shown = SHOWN[name]?.(message as DeliverReq) ?? values
    return shown.map((text) => `${style.faint(name.padEnd(COLUMN))}${escapeLine(text)}`)
  })
}

function addressText({ kind, raw, displayOnly, addressCoding }: Address): string {
  const notes = [kind, ...(displayOnly ? ['display only'] : []), addressCoding].filter(
    (note) => note !== undefined,
  )
  return `${raw} (${notes.join(', ')})`
}
