import type { Address, Attachment, Content, DeliverReq, TimeStamp } from '../message.js'
import { MM7 } from '../soap/namespaces.js'
import { fillContainers } from './containers.js'
import { hrefOf, isNamedBy, unusedId } from './content-id.js'
import type {
  AddressInput,
  AttachmentInput,
  BuildOptions,
  ContentInput,
  DeliverReqInput,
  TimeInput,
} from './input.js'
import { toAttachments } from './to-attachment.js'
import { toExtension } from './to-extension.js'

/**
 * Fills in what an input leaves out.
 *
 * @param input a message, or as little of one as a test cares for
 * @param options of which `layout` counts, where the input has no `contents`
 * @returns the very message that `parseDeliverReq` returns for what `buildDeliverReq` builds of the
 * input, deeply equal, as long as the input is valid
 */
export function toDeliverReq(input: DeliverReqInput, options: BuildOptions = {}): DeliverReq {
  const { sender, recipients, timeStamp, uaCapabilities, ...rest } = input
  const { previouslySentBy, previouslySentDateAndTime, contents, attachments, ...plain } = rest
  const given = attachments ?? []
  const completed = toAttachments(given)
  const byInput = new Map(completed.map((one, i) => [given[i], one]))
  const allContents =
    contents === undefined
      ? defaultContents(completed, options.layout)
      : contents.map((content) => toContent(content, completed, byInput))
  fillContainers(completed, allContents, options)
  const namespace = input.namespace ?? MM7
  return {
    ...plain,
    transactionId: input.transactionId ?? '1000001',
    mm7Version: input.mm7Version ?? '6.8.0',
    namespace,
    sender: toAddress(sender ?? '12025550123'),
    recipients: toRecipients(recipients ?? []),
    ...(timeStamp !== undefined && { timeStamp: toTimeStamp(timeStamp) }),
    ...(uaCapabilities !== undefined && { uaCapabilities: withTimeStamp(uaCapabilities) }),
    previouslySentBy: (previouslySentBy ?? []).map((previous) => ({
      ...previous,
      address: toAddress(previous.address),
    })),
    previouslySentDateAndTime: (previouslySentDateAndTime ?? []).map((previous) => ({
      ...previous,
      timeStamp: toTimeStamp(previous.timeStamp),
    })),
    contents: allContents,
    attachments: completed,
    additionalInformation: (input.additionalInformation ?? []).map((one) => ({ ...one })),
    messageExtraData: (input.messageExtraData ?? []).map((one) => ({ ...one })),
    extensions: (input.extensions ?? []).map((extension) => toExtension(extension, namespace)),
    warnings: [],
  }
}

function toAddress(input: AddressInput): Address {
  if (typeof input !== 'string') return { raw: input.value, displayOnly: false, ...input }
  const kind = input.includes('@') ? 'rfc2822' : 'number'
  return { kind, value: input, raw: input, displayOnly: false }
}

function toRecipients(input: NonNullable<DeliverReqInput['recipients']>): DeliverReq['recipients'] {
  if (typeof input === 'string' || 'kind' in input) return toRecipients([input])
  const { to = [], cc = [], bcc = [] } = isList(input) ? { to: input } : input
  return { to: to.map(toAddress), cc: cc.map(toAddress), bcc: bcc.map(toAddress) }
}

/** `Array.isArray`, which does not know of readonly lists. */
function isList<T>(value: unknown | readonly T[]): value is readonly T[] {
  return Array.isArray(value)
}

const ZONE = /(?:Z|[+-]\d{2}:\d{2})$/

function toTimeStamp(input: TimeInput): TimeStamp {
  if (input instanceof Date) {
    if (Number.isNaN(input.getTime())) throw new TypeError('A time is an invalid Date.')
    return { text: input.toISOString(), date: new Date(input) }
  }
  if (typeof input !== 'string') return input
  const date = new Date(ZONE.test(input) ? input : `${input}Z`)
  return Number.isNaN(date.getTime()) ? { text: input } : { text: input, date }
}

function withTimeStamp(
  input: NonNullable<DeliverReqInput['uaCapabilities']>,
): NonNullable<DeliverReq['uaCapabilities']> {
  const { uaProf, timeStamp } = input
  return {
    ...(uaProf !== undefined && { uaProf }),
    ...(timeStamp !== undefined && { timeStamp: toTimeStamp(timeStamp) }),
  }
}

function defaultContents(
  attachments: readonly Attachment[],
  layout: BuildOptions['layout'],
): Content[] {
  if (attachments.length === 0) return []
  if (layout !== 'flat') {
    const href = `cid:${unusedId('content', attachments)}`
    return [{ href, allowAdaptations: true, attachments }]
  }
  return attachments.flatMap((attachment) => {
    const href = hrefOf(attachment)
    return href === undefined ? [] : [{ href, allowAdaptations: true, attachments: [attachment] }]
  })
}

function toContent(
  input: ContentInput,
  all: readonly Attachment[],
  byInput: ReadonlyMap<Attachment | AttachmentInput | undefined, Attachment>,
): Content {
  const { href, allowAdaptations = true, type } = input
  const named = href === undefined ? [] : all.filter((one) => isNamedBy(one, href)).slice(0, 1)
  const chosen = input.attachments?.map((one) => {
    const attachment = byInput.get(one)
    if (attachment !== undefined) return attachment
    throw new TypeError(
      '`contents` refers to an attachment that is not in `attachments`: put it there.',
    )
  })
  return {
    ...(href !== undefined && { href }),
    allowAdaptations,
    ...(type !== undefined && { type }),
    attachments: chosen ?? (named.length > 0 ? named : all),
  }
}
