import type { Warning } from './warnings.js'

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
export interface DeliverReq {
  readonly operation: 'DeliverReq'
  /** `TransactionID` of the SOAP header: pairs the request with its answer. */
  readonly transactionId: string
  /** The version of the interface, such as `6.8.0`; the answer echoes it. */
  readonly mm7Version: string
  /** The sender's MM7 namespace, white space removed; empty if it used none. */
  readonly namespace: string
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
  /** The application that the message is for. */
  readonly applicId?: string
  /** The application that replies are for. */
  readonly replyApplicId?: string
  /** What the application adds for its own use. */
  readonly auxApplicInfo?: string
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
  /** What its `Content` elements refer to: mostly one, with all of the message. */
  readonly contents: readonly Content[]
  /** Every leaf part but the envelope, in order of appearance, referred to or not. */
  readonly attachments: readonly Attachment[]
  /** References to content that is not part of the message. Liberty's, not 3GPP's. */
  readonly additionalInformation: readonly Reference[]
  /** Pairs for the application. Liberty's, not 3GPP's. */
  readonly messageExtraData: readonly ExtraData[]
  /** Every element that no property above takes: nothing is dropped. */
  readonly extensions: readonly ExtensionElement[]
  /** The operator's id from the HTTP header (`X-Skycore-Carrier-Id`), leading zeros kept. */
  readonly carrierId?: string
  /** Each deviation that was read all the same, in the order of reading. */
  readonly warnings: readonly Warning[]
}

/**
 * A `DeliveryReportReq` (TS 23.140 8.7.4.1): what became of a message that the platform sent. There may
 * be several for one message.
 */
export interface DeliveryReportReq {
  readonly operation: 'DeliveryReportReq'
  /** As in `DeliverReq`: some senders repeat that of the `SubmitReq`. */
  readonly transactionId: string
  /** The version of the interface, such as `6.8.0`; the answer echoes it. */
  readonly mm7Version: string
  /** The sender's MM7 namespace, white space removed; empty if it used none. */
  readonly namespace: string
  /** The relay/server it comes from. */
  readonly mmsRelayServerId?: string
  /** Which message it is about: the MessageID of the `SubmitRsp`. */
  readonly messageId: string
  /** To whom that message was sent: the handset. The schema requires it; some senders leave it out. */
  readonly recipient?: Address
  /** Who sent it: the platform. The schema requires it; some senders leave it out. */
  readonly sender?: Address
  /** When that message was handled. The schema requires it; some senders leave it out. */
  readonly date?: TimeStamp
  /** What became of it. */
  readonly mmStatus: StatusOf<MmStatus>
  /** Who rejected it. */
  readonly mmStatusExtension?: MmStatusExtension
  /** More about it, for a person to read. */
  readonly statusText?: string
  /** The application that the report is for. */
  readonly applicId?: string
  /** The application that replies are for. */
  readonly replyApplicId?: string
  /** What the application adds for its own use. */
  readonly auxApplicInfo?: string
  /** What the recipient's handset can do. */
  readonly uaCapabilities?: UaCapabilities
  /** Every element that no property above takes: nothing is dropped. */
  readonly extensions: readonly ExtensionElement[]
  /** The operator's id from the HTTP header (`X-Skycore-Carrier-Id`), leading zeros kept. */
  readonly carrierId?: string
  /** Each deviation that was read all the same, in the order of reading. */
  readonly warnings: readonly Warning[]
}

/** A `ReadReplyReq` (TS 23.140 8.7.5.1): a recipient opened, or deleted, a message of the platform. */
export interface ReadReplyReq {
  readonly operation: 'ReadReplyReq'
  /** `TransactionID` of the SOAP header: pairs the request with its answer. */
  readonly transactionId: string
  /** The version of the interface, such as `6.8.0`; the answer echoes it. */
  readonly mm7Version: string
  /** The sender's MM7 namespace, white space removed; empty if it used none. */
  readonly namespace: string
  /** The relay/server it comes from. */
  readonly mmsRelayServerId?: string
  /** Which message it is about: the MessageID of the `SubmitRsp`. */
  readonly messageId: string
  /** To whom that message was sent: the handset. The schema requires it; some senders leave it out. */
  readonly recipient?: Address
  /** Who sent it: the platform. The schema requires it; some senders leave it out. */
  readonly sender?: Address
  /** When the message was read. The schema requires it; some senders leave it out. */
  readonly timeStamp?: TimeStamp
  /** What the recipient did. */
  readonly mmStatus: StatusOf<MmReadStatus>
  /** More about it, for a person to read. */
  readonly statusText?: string
  /** The application that the read reply is for. */
  readonly applicId?: string
  /** The application that replies are for. */
  readonly replyApplicId?: string
  /** What the application adds for its own use. */
  readonly auxApplicInfo?: string
  /** Every element that no property above takes: nothing is dropped. */
  readonly extensions: readonly ExtensionElement[]
  /** The operator's id from the HTTP header (`X-Skycore-Carrier-Id`), leading zeros kept. */
  readonly carrierId?: string
  /** Each deviation that was read all the same, in the order of reading. */
  readonly warnings: readonly Warning[]
}

/**
 * A `SubmitReq` (TS 23.140 8.7.2.1): a message of a platform to subscribers. Some relay/servers push a
 * subscriber's message to a platform as one.
 */
export interface SubmitReq {
  readonly operation: 'SubmitReq'
  /** `TransactionID` of the SOAP header: pairs the request with its answer. */
  readonly transactionId: string
  /** The version of the interface, such as `6.8.0`; the answer echoes it. */
  readonly mm7Version: string
  /** The sender's MM7 namespace, white space removed; empty if it used none. */
  readonly namespace: string
  /** The id of the platform's operator, the VASP, at the relay/server. */
  readonly vaspId?: string
  /** The id of the VASP's service that the message is from. */
  readonly vasId?: string
  /** Who sent the message. */
  readonly senderAddress?: Address
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
  /** The application that the message is for. */
  readonly applicId?: string
  /** The application that replies are for. */
  readonly replyApplicId?: string
  /** What the application adds for its own use. */
  readonly auxApplicInfo?: string
  /** What kind of content it has. */
  readonly contentClass?: ContentClass
  /** Whether the content is protected by digital rights management. */
  readonly drmContent?: boolean
  /** What its `Content` elements refer to: mostly one, with all of the message. */
  readonly contents: readonly Content[]
  /** Every leaf part but the envelope, in order of appearance, referred to or not. */
  readonly attachments: readonly Attachment[]
  /** Every element that no property above takes: nothing is dropped. */
  readonly extensions: readonly ExtensionElement[]
  /** The operator's id from the HTTP header (`X-Skycore-Carrier-Id`), leading zeros kept. */
  readonly carrierId?: string
  /** Each deviation that was read all the same, in the order of reading. */
  readonly warnings: readonly Warning[]
}

/** What a relay/server posts to a platform; `operation` tells which it is. */
export type Mm7Message = DeliverReq | DeliveryReportReq | ReadReplyReq | SubmitReq

type KeyOf<M> = M extends unknown ? keyof M : never
type ValueOf<M, P extends PropertyKey> = M extends { readonly [K in P]?: infer V } ? V : never

/** What could be read of a message, whichever it is: every property of each operation, if it is there. */
export type PartialMessage = {
  readonly [P in KeyOf<Mm7Message>]?: NonNullable<ValueOf<Mm7Message, P>>
}

/** Whom a message is for (TS 23.140 recipientsType). */
export interface Recipients {
  readonly to: readonly Address[]
  readonly cc: readonly Address[]
  readonly bcc: readonly Address[]
}

/** What a handset can do (TS 23.140 capabilitiesType). */
export interface UaCapabilities {
  /** The URL of its profile. */
  readonly uaProf?: string
  /** When that was given: a moment or a duration. */
  readonly timeStamp?: TimeStamp
}

/** A reference to content that is not part of the message (Liberty's additionalInformationType). */
export interface Reference {
  readonly href: string
}

/** A pair for the application (Liberty's elementType); what is missing in it is an empty string. */
export interface ExtraData {
  readonly key: string
  readonly value: string
}

/** What a sender says of a reply that is paid for (TS 23.140 submitReqType: `ReplyCharging`). */
export interface ReplyCharging {
  /** The most bytes that a reply may have. */
  readonly size?: number
  /** Until when: a moment or a duration. */
  readonly deadline?: TimeStamp
}

/** An `MMStatus`: what was sent, and what it means. */
export interface StatusOf<Known extends string> {
  /** As sent; the digits of a `StatusCode` where that stands for it. */
  readonly text: string
  /** The schema's word for it, in whatever case and spelling it was sent; absent if it is none. */
  readonly known?: Known
}

/**
 * What became of a message (TS 23.140 mmDeliveryStatusType); and what Liberty's schema (the next four)
 * and Skycore (`Delivered` and the last two) add.
 */
export type MmStatus =
  | 'Expired'
  | 'Retrieved'
  | 'Rejected'
  | 'Indeterminate'
  | 'Forwarded'
  | 'Unrecognised'
  | 'Deferred'
  | 'DeliveryConditionNotMet'
  | 'Processing'
  | 'Cancelled'
  | 'Replaced'
  | 'Delivered'
  | 'Unreachable'
  | 'NotSupported'

/** What a recipient did with a message (TS 23.140 mmReadStatusType). */
export type MmReadStatus = 'Indeterminate' | 'Read' | 'Deleted'

/** Who rejected a message (TS 23.140 MMStatusExtensionType). */
export type MmStatusExtension = 'RejectionByMMSRecipient' | 'RejectionByOtherRS'

/** TS 23.140 messageClassType. */
export type MessageClass = 'Personal' | 'Informational' | 'Advertisement' | 'Auto'

/** TS 23.140 chargedPartyType; `Other` is Liberty's. */
export type ChargedParty = 'Sender' | 'Recipient' | 'Both' | 'Neither' | 'ThirdParty' | 'Other'

/** TS 23.140 contentClassType. */
export type ContentClass =
  | 'text'
  | 'image-basic'
  | 'image-rich'
  | 'video-basic'
  | 'video-rich'
  | 'megapixel'
  | 'content-basic'
  | 'content-rich'

/** `Priority` of a message (TS 23.140 8.7.2.3). */
export type Priority = 'High' | 'Normal' | 'Low'

/** One address (TS 23.140 addressType). */
export interface Address {
  /** By its element: `Number`, `RFC2822Address`, `ShortCode`; `unknown` if it was bare text. */
  readonly kind: 'number' | 'rfc2822' | 'shortCode' | 'unknown'
  /** Without a `/TYPE=…` suffix; a `+` is neither added nor removed. */
  readonly value: string
  /** As sent, without the white space around it. */
  readonly raw: string
  /** True: to be shown only, not a target of this delivery. */
  readonly displayOnly: boolean
  /** How the address is disguised; absent if it is not. */
  readonly addressCoding?: 'encrypted' | 'obfuscated'
  /** The address's own id, to which a disguised one can be matched. */
  readonly id?: string
}

/** A moment as its sender wrote it. */
export interface TimeStamp {
  /** As sent: a dateTime or a duration of XML Schema, or what the sender wrote instead. */
  readonly text: string
  /** Absent if `text` is a duration or not a date. Without a zone it is read as UTC. */
  readonly date?: Date
}

/** An earlier sender of a forwarded message (`Previouslysentby/UserAgent`). */
export interface PreviousSender {
  readonly address: Address
  /** From 1, the first to send it; absent if not said. */
  readonly sequence?: number
}

/** When a forwarded message was sent before (`Previouslysentdateandtime/DateTime`). */
export interface PreviousTime {
  readonly timeStamp: TimeStamp
  /** From 1, as of `PreviousSender`; absent if not said. */
  readonly sequence?: number
}

/** A `Content` element and the parts that its `href` names. */
export interface Content {
  /** As sent: mostly a cid URL (RFC 2392). */
  readonly href?: string
  /** The sender allows the content to be adapted; true if not said (the schema's default). */
  readonly allowAdaptations: boolean
  /** `TEXT`, `MULTIMEDIA_LOW` or `MULTIMEDIA_HIGH` by Liberty's schema; 3GPP's has no such attribute. As sent. */
  readonly type?: string
  /** The part that `href` names; the leaves of it, in order, if it is a multipart. */
  readonly attachments: readonly Attachment[]
}

/** A leaf part of the message: a picture, a text, a presentation. */
export interface Attachment {
  /** Decoded; a view of the body where the transfer encoding allows. */
  readonly bytes: Uint8Array
  /** Lower case, without parameters; `application/octet-stream` if unknown. */
  readonly mediaType: string
  /** The parameters of its Content-Type, names in lower case; an object without prototype. */
  readonly parameters: Readonly<Record<string, string>>
  /** Without angle brackets, quotes and `cid:`; of several the first. */
  readonly contentId?: string
  /** Its Content-Location, as sent. */
  readonly contentLocation?: string
  /**
   * The file name: `name` of Content-Type, else `filename` of Content-Disposition, else each of the other
   * field; decoded (RFC 2231, RFC 2047). As sent otherwise, control characters aside: it may hold a path.
   */
  readonly name?: string
  /** This is the SMIL that arranges the others. */
  readonly isPresentation: boolean
  /** Names in lower case; values unfolded and trimmed, their bytes read as UTF-8, else as windows-1252; U+FFFD for control characters. */
  readonly headers: ReadonlyMap<string, readonly string[]>
  /**
   * The header fields of the multiparts around it, the outermost first, as `headers` has its own.
   * Empty for a part at the top: the request's own header fields are not among them.
   */
  readonly containers: readonly ReadonlyMap<string, readonly string[]>[]
}

/** An element that the schema of the operation does not have, or allows any content in. */
export interface ExtensionElement {
  /** As sent, of one of MM7's without white space; undefined for none. */
  readonly namespace: string | undefined
  /** Without prefix. */
  readonly name: string
  /** Its own text, not that of its children. */
  readonly text: string
  /** Names as sent, prefix included; an object without prototype. */
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly ExtensionElement[]
}
