import type { Identified, OfApplications, Received, Report, WithContent } from './common-fields.js'
import type {
  Address,
  ChargedParty,
  ContentClass,
  ExtraData,
  MessageClass,
  MmReadStatus,
  MmStatus,
  MmStatusExtension,
  PreviousSender,
  PreviousTime,
  Priority,
  Recipients,
  Reference,
  ReplyCharging,
  StatusOf,
  TimeStamp,
  UaCapabilities,
} from './values.js'

/** What an answer echoes of the request it answers (TS 23.140 8.7.1.4: TransactionID). */
export interface Correlation {
  /** Which operation is answered: the answer's element belongs to it. Default: `DeliverReq`. */
  readonly operation?: string
  /** Echoed in the SOAP Header, which is empty without it. */
  readonly transactionId?: string
  /** Echoed; without it the answer has 6.8.0. */
  readonly mm7Version?: string
  /** The MM7 namespace the sender used; empty if it used none. */
  readonly namespace?: string
}

/** A `DeliverReq` (TS 23.140 8.7.2.3). A property is absent where its element is; lists never are. */
export interface DeliverReq extends Received, OfApplications, WithContent {
  readonly operation: 'DeliverReq'
  /** Who sent the message. */
  readonly sender: Address
  /** Whom it is for. In a group message only those without `displayOnly` are targets. */
  readonly recipients: Recipients
  /** The message's id at the relay/server; a reply by `SubmitReq` may refer to it. */
  readonly linkedId?: string
  /** The relay/server it comes from. Skycore never sends it. */
  readonly mmsRelayServerId?: string
  /** The id of this platform's operator, the VASP, at the relay/server. */
  readonly vaspId?: string
  /** The id of the VASP's service that the message is for. */
  readonly vasId?: string
  /** The originator's service provider. */
  readonly senderSpi?: string
  /** The recipient's service provider. */
  readonly recipientSpi?: string
  /** The id of the message that this one is a free reply to. */
  readonly replyChargingId?: string
  /** When the message was submitted. */
  readonly timeStamp?: TimeStamp
  /** Another word than these is among the `extensions`. */
  readonly priority?: Priority
  /** Decoded, should it be in the encoded words of RFC 2047. */
  readonly subject?: string
  /** What the originator's handset can do: the URL of its profile, and when that was given. */
  readonly uaCapabilities?: UaCapabilities
  /** Who sent it before it was forwarded. */
  readonly previouslySentBy: readonly PreviousSender[]
  /** When it was sent before it was forwarded. */
  readonly previouslySentDateAndTime: readonly PreviousTime[]
  /** References to content that is not part of the message. Liberty's, not 3GPP's. */
  readonly additionalInformation: readonly Reference[]
  /** Pairs for the application. Liberty's, not 3GPP's. */
  readonly messageExtraData: readonly ExtraData[]
}

/**
 * A `DeliveryReportReq` (TS 23.140 8.7.4.1): what became of a message that the platform sent. There may
 * be several for one message.
 */
export interface DeliveryReportReq extends Report {
  readonly operation: 'DeliveryReportReq'
  /** As in `DeliverReq`: some senders repeat that of the `SubmitReq`. */
  readonly transactionId: string
  /** The version of the interface, such as `6.8.0`; the answer echoes it. */
  readonly mm7Version: string
  /** The sender's MM7 namespace, white space removed; empty if it used none. */
  readonly namespace: string
  /** When that message was handled. The schema requires it; some senders leave it out. */
  readonly date?: TimeStamp
  /** What became of it. */
  readonly mmStatus: StatusOf<MmStatus>
  /** Who rejected it. */
  readonly mmStatusExtension?: MmStatusExtension
  /** What the recipient's handset can do. */
  readonly uaCapabilities?: UaCapabilities
}

/** A `ReadReplyReq` (TS 23.140 8.7.5.1): a recipient opened, or deleted, a message of the platform. */
export interface ReadReplyReq extends Report {
  readonly operation: 'ReadReplyReq'
  /** When the message was read. The schema requires it; some senders leave it out. */
  readonly timeStamp?: TimeStamp
  /** What the recipient did. */
  readonly mmStatus: StatusOf<MmReadStatus>
}

/**
 * A `SubmitReq` (TS 23.140 8.7.2.1): a message of a platform to subscribers. Some relay/servers push a
 * subscriber's message to a platform as one.
 */
export interface SubmitReq extends Received, Identified, OfApplications, WithContent {
  readonly operation: 'SubmitReq'
  /** Whom it is for. */
  readonly recipients: Recipients
  /** What the message is charged as. */
  readonly serviceCode?: string
  /** The message that this one answers: the LinkedID of its `DeliverReq`. */
  readonly linkedId?: string
  /** What kind of message it is. */
  readonly messageClass?: MessageClass
  /** When the message was submitted. */
  readonly timeStamp?: TimeStamp
  /** The sender pays for a reply; its size in bytes, and until when. */
  readonly replyCharging?: ReplyCharging
  /** Not to be delivered before: a moment or a duration. */
  readonly earliestDeliveryTime?: TimeStamp
  /** Not to be delivered after: a moment or a duration. */
  readonly expiryDate?: TimeStamp
  /** Whether a `DeliveryReportReq` is asked for. */
  readonly deliveryReport?: boolean
  /** Whether a `ReadReplyReq` is asked for. */
  readonly readReply?: boolean
  readonly priority?: Priority
  /** Decoded, should it be in the encoded words of RFC 2047. */
  readonly subject?: string
  /** Who pays. */
  readonly chargedParty?: ChargedParty
  /** The third party that pays. */
  readonly chargedPartyId?: string
  /** Whether the content may be passed on. */
  readonly distributionIndicator?: boolean
  /** Numbers of conditions without which the message is not delivered (`DC`). */
  readonly deliveryCondition?: readonly number[]
  /** What kind of content it has. */
  readonly contentClass?: ContentClass
  /** Whether the content is protected by digital rights management. */
  readonly drmContent?: boolean
}

/** What a relay/server posts to a platform; `operation` tells which it is. */
export type Mm7Message = DeliverReq | DeliveryReportReq | ReadReplyReq | SubmitReq

type KeyOf<M> = M extends unknown ? keyof M : never
type ValueOf<M, P extends PropertyKey> = M extends { readonly [K in P]?: infer V } ? V : never

/** What could be read of a message, whichever it is: every property of each operation, if it is there. */
export type PartialMessage = {
  readonly [P in KeyOf<Mm7Message>]?: NonNullable<ValueOf<Mm7Message, P>>
}
