import type { Attachment, Content } from '../attachment.js'
import type { MessageInput } from '../input.js'
import type { DeliverReq, Mm7Message } from '../message.js'
import { type OperationName, tableOf } from '../mm7/operations/index.js'
import { completeMessage } from '../mm7/write/complete-message.js'
import type { Mutable } from '../mutable.js'
import { MM7 } from '../soap/namespaces.js'
import { fillContainers } from './containers.js'
import type { BuildOptions, DeliverReqInput } from './input.js'

/** The message of an operation. */
export type MessageOf<O extends OperationName> = Extract<Mm7Message, { readonly operation: O }>

const REPORT = { messageId: 'message-1', recipient: '12025550123', sender: '55501' } as const

/** What an operation needs, and a test may leave out. */
const DEFAULTS: { readonly [O in OperationName]: MessageInput<MessageOf<O>> } = {
  DeliverReq: { sender: '12025550123' },
  DeliveryReportReq: { ...REPORT, date: '2014-04-14T16:15:23Z', mmStatus: 'Retrieved' },
  ReadReplyReq: { ...REPORT, timeStamp: '2014-04-14T16:15:23Z', mmStatus: 'Read' },
  SubmitReq: { senderAddress: '12025550123', recipients: '55501' },
}

/**
 * @param input a message, or as little of one as a test cares for
 * @param options of which `layout` counts, where the input has no `contents`
 * @returns the very message that reading returns for what is built of the input, deeply equal, as
 * long as the input is valid
 */
export function toMessage<O extends OperationName>(
  operation: O,
  input: MessageInput<MessageOf<O>>,
  options: BuildOptions = {},
): MessageOf<O> {
  const whole = {
    transactionId: '1000001',
    mm7Version: '6.8.0',
    namespace: MM7,
    ...DEFAULTS[operation],
    ...input,
  }
  const message = completeMessage(tableOf(operation), whole, options.layout ?? 'nested')
  const { attachments, contents = [] } = message as {
    readonly attachments: readonly Mutable<Attachment>[]
    readonly contents?: readonly Content[]
  }
  fillContainers(attachments, contents, options)
  if (!('contents' in message)) delete message['attachments']
  return { ...message, operation } as unknown as MessageOf<O>
}

/**
 * Fills in what an input leaves out.
 *
 * @param input a message, or as little of one as a test cares for
 * @param options of which `layout` counts, where the input has no `contents`
 * @returns the very message that `parseDeliverReq` returns for what `buildDeliverReq` builds of the
 * input, deeply equal, as long as the input is valid
 */
export function toDeliverReq(input: DeliverReqInput, options: BuildOptions = {}): DeliverReq {
  return toMessage('DeliverReq', input, options)
}
