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

/** Whom a message is for (TS 23.140 recipientsType). */
export interface Recipients {
  readonly to: readonly Address[]
  readonly cc: readonly Address[]
  readonly bcc: readonly Address[]
}

/** A moment as its sender wrote it. */
export interface TimeStamp {
  /** As sent: a dateTime or a duration of XML Schema, or what the sender wrote instead. */
  readonly text: string
  /** Absent if `text` is a duration or not a date. Without a zone it is read as UTC. */
  readonly date?: Date
}

/** `Priority` of a message (TS 23.140 8.7.2.3). */
export type Priority = 'High' | 'Normal' | 'Low'

/** What a handset can do (TS 23.140 capabilitiesType). */
export interface UaCapabilities {
  /** The URL of its profile. */
  readonly uaProf?: string
  /** When that was given: a moment or a duration. */
  readonly timeStamp?: TimeStamp
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

/** A reference to content that is not part of the message (Liberty's additionalInformationType). */
export interface Reference {
  readonly href: string
}

/** A pair for the application (Liberty's elementType); what is missing in it is an empty string. */
export interface ExtraData {
  readonly key: string
  readonly value: string
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

/** What a sender says of a reply that is paid for (TS 23.140 submitReqType: `ReplyCharging`). */
export interface ReplyCharging {
  /** The most bytes that a reply may have. */
  readonly size?: number
  /** Until when: a moment or a duration. */
  readonly deadline?: TimeStamp
}

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
