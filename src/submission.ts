import type {
  Address,
  Attachment,
  Content,
  ContentClass,
  ExtensionElement,
  SubmitReq,
  TimeStamp,
} from './message.js'
import type { Warning } from './warnings.js'

/** What every request of a platform has, whichever it is. */
interface Submitted {
  /** `TransactionID` of the SOAP header: pairs the request with its answer. */
  readonly transactionId: string
  /** The version of the interface, such as `6.8.0`. */
  readonly mm7Version: string
  /** The MM7 namespace. */
  readonly namespace: string
  /** Every element that no property takes. */
  readonly extensions: readonly ExtensionElement[]
  /** Each deviation that was read all the same. */
  readonly warnings: readonly Warning[]
}

/** Who sends a request (TS 23.140 senderIDType). */
interface Identified extends Submitted {
  /** The id of the platform's operator, the VASP, at the relay/server. */
  readonly vaspId?: string
  /** The id of the VASP's service. */
  readonly vasId?: string
  /** Who sends it. */
  readonly senderAddress?: Address
}

/** A `CancelReq` (TS 23.140 8.7.6): takes a message back that is not delivered yet. */
export interface CancelReq extends Identified {
  readonly operation: 'CancelReq'
  /** Which message: the MessageID of its `SubmitRsp`. */
  readonly messageId: string
  /** The application that the message is for. */
  readonly applicId?: string
  /** The application that replies are for. */
  readonly replyApplicId?: string
  /** What the application adds for its own use. */
  readonly auxApplicInfo?: string
}

/** A `ReplaceReq` (TS 23.140 8.7.7): puts another message for one that is not delivered yet. */
export interface ReplaceReq extends Identified {
  readonly operation: 'ReplaceReq'
  /** Which message: the MessageID of its `SubmitRsp`. */
  readonly messageId: string
  /** What the message is charged as. */
  readonly serviceCode?: string
  /** When the message was submitted. */
  readonly timeStamp?: TimeStamp
  /** Whether a `ReadReplyReq` is asked for. */
  readonly readReply?: boolean
  /** Not to be delivered before: a moment or a duration. */
  readonly earliestDeliveryTime?: TimeStamp
  /** Whether the content may be passed on. */
  readonly distributionIndicator?: boolean
  /** What kind of content it has. */
  readonly contentClass?: ContentClass
  /** Whether the content is protected by digital rights management. */
  readonly drmContent?: boolean
  /** The application that the message is for. */
  readonly applicId?: string
  /** The application that replies are for. */
  readonly replyApplicId?: string
  /** What the application adds for its own use. */
  readonly auxApplicInfo?: string
  /** What its `Content` refers to. */
  readonly contents: readonly Content[]
  /** Every leaf part but the envelope, in order. */
  readonly attachments: readonly Attachment[]
}

/** An `extendedCancelReq` (TS 23.140 8.7.8): takes back all messages of one CancelID. */
export interface ExtendedCancelReq extends Identified {
  readonly operation: 'extendedCancelReq'
  /** Which messages. */
  readonly cancelId: string
}

/** An `extendedReplaceReq` (TS 23.140 8.7.9): puts another message for all of one ReplaceID. */
export interface ExtendedReplaceReq extends Submitted {
  readonly operation: 'extendedReplaceReq'
  /** The id of the platform's operator, the VASP, at the relay/server. */
  readonly vaspId?: string
  /** The id of the VASP's service. */
  readonly vasId?: string
  /** What the message is charged as. */
  readonly serviceCode?: string
  /** Which messages. */
  readonly replaceId?: string
  /** When the message was submitted. */
  readonly timeStamp?: TimeStamp
  /** Not to be delivered before: a moment or a duration. */
  readonly earliestDeliveryTime?: TimeStamp
  /** Not to be delivered after: a moment or a duration. */
  readonly expiryDate?: TimeStamp
  /** Whether a `ReadReplyReq` is asked for. */
  readonly readReply?: boolean
  /** Whether a `DeliveryReportReq` is asked for. */
  readonly deliveryReport?: boolean
  /** What its `Content` refers to. */
  readonly contents: readonly Content[]
  /** Every leaf part but the envelope, in order. */
  readonly attachments: readonly Attachment[]
}

/** What a platform posts to a relay/server; `operation` tells which it is. */
export type Submission = SubmitReq | CancelReq | ReplaceReq | ExtendedCancelReq | ExtendedReplaceReq
