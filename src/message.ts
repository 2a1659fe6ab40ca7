import type { Warning } from './warnings.js'

/** What an answer echoes of the request it answers (TS 23.140 8.7.1.4: TransactionID). */
export interface Correlation {
  readonly transactionId?: string
  readonly mm7Version?: string
  /** The MM7 namespace the sender used; empty if it used none. */
  readonly namespace?: string
}

/** A `DeliverReq` (TS 23.140 8.7.2.3). A property is absent where its element is; lists never are. */
export interface DeliverReq {
  /** `TransactionID` of the SOAP header: pairs the request with its answer. */
  readonly transactionId: string
  readonly mm7Version: string
  /** The sender's MM7 namespace, white space taken out; empty if it used none. */
  readonly namespace: string
  readonly sender: Address
  readonly recipients: {
    readonly to: readonly Address[]
    readonly cc: readonly Address[]
    readonly bcc: readonly Address[]
  }
  readonly linkedId?: string
  readonly mmsRelayServerId?: string
  readonly vaspId?: string
  readonly vasId?: string
  readonly senderSpi?: string
  readonly recipientSpi?: string
  readonly replyChargingId?: string
  readonly applicId?: string
  readonly replyApplicId?: string
  readonly auxApplicInfo?: string
  readonly timeStamp?: TimeStamp
  readonly priority?: Priority
  /** Decoded, should it be in the encoded words of RFC 2047. */
  readonly subject?: string
  readonly uaCapabilities?: { readonly uaProf?: string; readonly timeStamp?: TimeStamp }
  readonly previouslySentBy: readonly PreviousSender[]
  readonly previouslySentDateAndTime: readonly PreviousTime[]
  readonly contents: readonly Content[]
  /** Every leaf part but the envelope, in order of appearance, referred to or not. */
  readonly attachments: readonly Attachment[]
  readonly additionalInformation: readonly { readonly href: string }[]
  readonly messageExtraData: readonly { readonly key: string; readonly value: string }[]
  /** Every element that no property above takes: nothing is dropped. */
  readonly extensions: readonly ExtensionElement[]
  /** The operator's id from the HTTP header (`X-Skycore-Carrier-Id`), leading zeros kept. */
  readonly carrierId?: string
  /** Each liberty that was taken, in the order of reading. */
  readonly warnings: readonly Warning[]
}

/** `Priority` of a message (TS 23.140 8.7.2.3). */
export type Priority = 'High' | 'Normal' | 'Low'

/** One address (TS 23.140 addressType). */
export interface Address {
  /** By its element: `Number`, `RFC2822Address`, `ShortCode`; `unknown` if it stood as bare text. */
  readonly kind: 'number' | 'rfc2822' | 'shortCode' | 'unknown'
  /** Without a `/TYPE=…` suffix; a `+` is neither added nor removed. */
  readonly value: string
  /** As sent, white space around it taken off. */
  readonly raw: string
  /** True: to be shown only, not a target of this delivery. */
  readonly displayOnly: boolean
  readonly addressCoding?: 'encrypted' | 'obfuscated'
  readonly id?: string
}

/** A moment as its sender wrote it. */
export interface TimeStamp {
  readonly text: string
  /** Absent if `text` is a duration or no date. Without a zone it is read as UTC. */
  readonly date?: Date
}

/** An earlier sender of a forwarded message (`Previouslysentby/UserAgent`). */
export interface PreviousSender {
  readonly address: Address
  readonly sequence?: number
}

/** When a forwarded message was sent before (`Previouslysentdateandtime/DateTime`). */
export interface PreviousTime {
  readonly timeStamp: TimeStamp
  readonly sequence?: number
}

/** A `Content` element and the parts that its `href` names. */
export interface Content {
  readonly href?: string
  /** The sender allows the content to be adapted; true if not said (the schema's default). */
  readonly allowAdaptations: boolean
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
  /** The parameters of its Content-Type, names in lower case. */
  readonly parameters: Readonly<Record<string, string>>
  /** Without angle brackets. */
  readonly contentId?: string
  readonly contentLocation?: string
  /** The file name: `name` of Content-Type, else `filename` of Content-Disposition. */
  readonly name?: string
  /** This is the SMIL that arranges the others. */
  readonly isPresentation: boolean
  /** Name in lower case, values as sent, unfolded. */
  readonly headers: ReadonlyMap<string, readonly string[]>
}

/** An element that the schema of `DeliverReq` does not have, or allows any content in. */
export interface ExtensionElement {
  readonly namespace: string | undefined
  /** Without prefix. */
  readonly name: string
  /** Its own text, not that of its children. */
  readonly text: string
  /** Names as sent, prefix included; an object without prototype. */
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly ExtensionElement[]
}
