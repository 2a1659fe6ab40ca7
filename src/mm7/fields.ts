import type { DeliverReq, Priority } from '../message.js'
import { decodeEncodedWords } from '../mime/encoded-word.js'
import { quote } from '../report.js'
import { type Element, textOf } from '../soap/dom.js'
import { ADDRESS_ATTRIBUTES, readAddress } from './address.js'
import { readAdditionalInformation, readContent, readUaCapabilities } from './attribute-elements.js'
import { type Context, keepAsExtension, note } from './context.js'
import type { Draft } from './draft.js'
import { readExtraData, readPreviousSenders, readPreviousTimes, readRecipients } from './groups.js'
import { readTimeStamp } from './time-stamp.js'

type ListProperty = 'contents' | 'additionalInformation'
type SingleProperty = Exclude<keyof DeliverReq, ListProperty>

/** A row of the table: an element of `DeliverReq`, where it is, and how it is read. */
export interface Field {
  /** The element's name by the schema. */
  readonly element: string
  /**
   * Where it is in the envelope, with `env` and `mm7` for the canonical namespaces: for the reference,
   * and held to by tests. Reading finds an element by its name.
   */
  readonly xpath: string
  /** The property that takes it. */
  readonly property: keyof DeliverReq
  /** It may be there more than once. */
  readonly repeats: boolean
  /** What it may hold: nothing but attributes, text, or elements of its own. */
  readonly holds: 'nothing' | 'text' | 'elements'
  /** The attributes that it may have; undefined: any. */
  readonly attributes: readonly string[] | undefined
  /** Reads the element into the draft. @returns whether it had a value */
  readonly read: (context: Context, element: Element, draft: Draft) => boolean
}

const OPERATION = '/env:Envelope/env:Body/mm7:DeliverReq'

type Reader<T> = (context: Context, element: Element, path: string) => T | undefined
type Shape = Partial<Pick<Field, 'holds' | 'attributes'>>

/** A row for an element that is there once at most. */
function one<P extends SingleProperty>(
  element: string,
  property: P,
  read: Reader<DeliverReq[P]>,
  shape?: Shape,
): Field {
  return {
    ...row(element, shape),
    property,
    repeats: false,
    read: (context, node, draft) => {
      const value = read(context, node, element)
      if (value !== undefined) (draft as Record<P, typeof value>)[property] = value
      return value !== undefined
    },
  }
}

/** A row for an element that may be there more than once. */
function many<P extends ListProperty>(
  element: string,
  property: P,
  read: Reader<DeliverReq[P][number]>,
  shape: Shape,
): Field {
  return {
    ...row(element, shape),
    property,
    repeats: true,
    read: (context, node, draft) => {
      const item = read(context, node, element)
      if (item !== undefined) (draft[property] as unknown[]).push(item)
      return item !== undefined
    },
  }
}

function row(
  element: string,
  shape: Shape = {},
): Pick<Field, 'element' | 'xpath' | 'holds' | 'attributes'> {
  const xpath = `${OPERATION}/mm7:${element}`
  return { element, xpath, holds: 'text', attributes: [], ...shape }
}

const text: Reader<string> = (_context, element) => textOf(element)

const version: Reader<string> = (context, element, path) => {
  const sent = textOf(element)
  if (sent === '') return undefined
  if (!/^\d+\.\d+\.\d+$/.test(sent)) {
    const what = `The version ${quote(sent)} does not have the form 6.8.0; kept as sent.`
    note(context, 'value-malformed', what, path)
  }
  return sent
}

const PRIORITIES: readonly Priority[] = ['High', 'Normal', 'Low']

const priority: Reader<Priority> = (context, element, path) => {
  const sent = textOf(element)
  const known = PRIORITIES.find((name) => name.toLowerCase() === sent.toLowerCase())
  if (known !== sent) {
    const done = known === undefined ? 'kept among the extensions' : `read as ${known}`
    note(context, 'value-unknown', `The priority ${quote(sent)} is ${done}.`, path)
  }
  if (known === undefined) keepAsExtension(context, element)
  return known
}

const subject: Reader<string> = (context, element, path) => {
  const { value, deviations } = decodeEncodedWords(textOf(element))
  for (const { code, message } of deviations) note(context, code, message, path)
  return value
}

const holdsElements: Shape = { holds: 'elements' }

/**
 * Every element of `DeliverReq` in the order of the schema (TS 23.140, REL-6-MM7-1-4). To read
 * more, add its row.
 */
export const FIELDS: readonly Field[] = [
  one('MM7Version', 'mm7Version', version),
  one('MMSRelayServerID', 'mmsRelayServerId', text),
  {
    ...row('Extension', { holds: 'elements', attributes: undefined }),
    property: 'extensions',
    repeats: true,
    read: (context, element) => {
      keepAsExtension(context, element)
      return true
    },
  },
  one('VASPID', 'vaspId', text),
  one('VASID', 'vasId', text),
  one('LinkedID', 'linkedId', text),
  one('Sender', 'sender', readAddress, { holds: 'elements', attributes: ADDRESS_ATTRIBUTES }),
  one('Recipients', 'recipients', readRecipients, holdsElements),
  one('Previouslysentby', 'previouslySentBy', readPreviousSenders, holdsElements),
  one('Previouslysentdateandtime', 'previouslySentDateAndTime', readPreviousTimes, holdsElements),
  one('SenderSPI', 'senderSpi', text),
  one('RecipientSPI', 'recipientSpi', text),
  one('TimeStamp', 'timeStamp', (context, element, path) =>
    readTimeStamp(context, textOf(element), path),
  ),
  one('ReplyChargingID', 'replyChargingId', text),
  one('Priority', 'priority', priority),
  one('Subject', 'subject', subject),
  one('ApplicID', 'applicId', text),
  one('ReplyApplicID', 'replyApplicId', text),
  one('AuxApplicInfo', 'auxApplicInfo', text),
  one('UACapabilities', 'uaCapabilities', readUaCapabilities, {
    holds: 'nothing',
    attributes: ['UAProf', 'TimeStamp'],
  }),
  many('Content', 'contents', readContent, {
    holds: 'nothing',
    attributes: ['href', 'allowAdaptations', 'type'],
  }),
  many('AdditionalInformation', 'additionalInformation', readAdditionalInformation, {
    holds: 'nothing',
    attributes: ['href'],
  }),
  one('MessageExtraData', 'messageExtraData', readExtraData, holdsElements),
]
