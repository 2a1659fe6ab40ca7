import type { DeliverReq } from './message.js'
import { isNcName } from './mm7/nc-name.js'
import type { Mutable } from './mutable.js'
import { answerNamespace } from './soap/namespaces.js'
import type { Address } from './values.js'

/** What a reply takes over of the message that it answers: to spread into `buildSubmitReq`'s input. */
export interface Reply {
  /** Who sent the message. */
  readonly recipients: readonly [Address]
  /** Whom it was for: the first target. */
  readonly senderAddress?: Address
  /** The message's id at the relay/server. */
  readonly linkedId?: string
  readonly vaspId?: string
  readonly vasId?: string
  /** The application that the message's sender wants replies for (`ReplyApplicID`). */
  readonly applicId?: string
  /** Left out if it does not have the form of one. */
  readonly mm7Version?: string
  readonly namespace: string
}

const VERSION = /^\d+\.\d+\.\d+$/

/**
 * @param message that is to be answered
 * @returns what a reply takes over of it: LinkedID, addresses swapped, ids, version, namespace
 * @throws TypeError if it is no `DeliverReq`
 */
export function replyTo(message: DeliverReq): Reply {
  if (message?.operation !== 'DeliverReq') {
    throw new TypeError('Only a DeliverReq is replied to: pass what parseDeliverReq returned.')
  }
  const { sender, recipients, linkedId, vaspId, vasId, replyApplicId, mm7Version } = message
  const all = [...recipients.to, ...recipients.cc, ...recipients.bcc]
  const own = all.find(({ displayOnly }) => !displayOnly)
  return {
    recipients: [toWritten(sender)],
    ...(own !== undefined && { senderAddress: toWritten(own) }),
    ...(linkedId !== undefined && { linkedId }),
    ...(vaspId !== undefined && { vaspId }),
    ...(vasId !== undefined && { vasId }),
    ...(replyApplicId !== undefined && { applicId: replyApplicId }),
    ...(VERSION.test(mm7Version) && { mm7Version }),
    namespace: answerNamespace(message.namespace),
  }
}

/** An address as it can be sent: of a kind, without what only the way here has put to it. */
function toWritten({ kind, value, addressCoding, id }: Address): Address {
  const guess = value.includes('@') ? 'rfc2822' : 'number'
  const address: Mutable<Address> = {
    kind: kind === 'unknown' ? guess : kind,
    value,
    raw: value,
    displayOnly: false,
  }
  if (addressCoding !== undefined) address.addressCoding = addressCoding
  if (id !== undefined && isNcName(id)) address.id = id
  return address
}
