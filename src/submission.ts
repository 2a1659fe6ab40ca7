import type { AnyRequest, Identified, OfApplications, WithContent } from './common-fields.js'
import type { SubmitReq } from './message.js'
import type { ContentClass, TimeStamp } from './values.js'

/** A `CancelReq` (TS 23.140 8.7.6): takes a message back that is not delivered yet. */
export interface CancelReq extends AnyRequest, Identified, OfApplications {
  readonly operation: 'CancelReq'
  /** Which message: the MessageID of its `SubmitRsp`. */
  readonly messageId: string
}

/** A `ReplaceReq` (TS 23.140 8.7.7): puts another message for one that is not delivered yet. */
export interface ReplaceReq extends AnyRequest, Identified, OfApplications, WithContent {
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
}

/** An `extendedCancelReq` (TS 23.140 8.7.8): takes back all messages of one CancelID. */
export interface ExtendedCancelReq extends AnyRequest, Identified {
  readonly operation: 'extendedCancelReq'
  /** Which messages. */
  readonly cancelId: string
}

/** An `extendedReplaceReq` (TS 23.140 8.7.9): puts another message for all of one ReplaceID. */
export interface ExtendedReplaceReq
  extends AnyRequest,
    Omit<Identified, 'senderAddress'>,
    WithContent {
  readonly operation: 'extendedReplaceReq'
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
}

/** What a platform posts to a relay/server; `operation` tells which it is. */
export type Submission = SubmitReq | CancelReq | ReplaceReq | ExtendedCancelReq | ExtendedReplaceReq
