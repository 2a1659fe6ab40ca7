import {
  createReceiver,
  type Receiver,
  type ReceiverEvent,
  type ReceiverOptions,
  type ReceiverRequest,
} from '../../src/receiver/index.js'
import { buildDeliverReq } from '../../src/testing/index.js'

/** A message of a sender with nothing wrong with it. */
export const GOOD: ReceiverRequest = {
  method: 'POST',
  ...buildDeliverReq({ transactionId: 'tx-1', linkedId: 'id-1', attachments: [{ text: 'Hello' }] }),
}

/** A message that is accepted with a warning. */
export const ODD: ReceiverRequest = {
  method: 'POST',
  ...buildDeliverReq({ transactionId: 'tx-2' }, { deviations: ['sender-as-text'] }),
}

/** A receiver that keeps nothing, and its log. */
export function receiverWith(options: Partial<ReceiverOptions> = {}): {
  readonly receive: Receiver
  readonly events: readonly ReceiverEvent[]
} {
  const events: ReceiverEvent[] = []
  const receive = createReceiver({
    deliverReq: () => {},
    log: (event) => events.push(event),
    ...options,
  })
  return { receive, events }
}

/** A request whose body came whole, but for what is said. */
export function post(headers: Record<string, string>, body: Uint8Array): ReceiverRequest {
  return { method: 'POST', headers: { ...GOOD.headers, ...headers }, body }
}
