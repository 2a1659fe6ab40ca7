import type { Warning } from './warnings.js'

/** What an answer echoes of the request it answers (TS 23.140 8.7.1.4: TransactionID). */
export interface Correlation {
  /** Echoed in the SOAP Header, which is left out without it. */
  readonly transactionId?: string
  /** Echoed; without it the answer has 6.8.0. */
  readonly mm7Version?: string
  /** The MM7 namespace the sender used; empty if it used none. */
  readonly namespace?: string
}

/** A `DeliverReq` (TS 23.140 8.7.2.3). A property is absent where its element is; lists never are. */
export interface DeliverReq {
  /** `TransactionID` of the SOAP header: pairs the request with its answer. */
  readonly transactionId: string
  /** The version of the interface, such as `6.8.0`; the answer echoes it. */
  readonly mm7Version: string
  /** The sender's MM7 namespace, white space removed; empty if it used none. */
  readonly namespace: string
  /** Who sent the message. */
  readonly sender: Address
  /** Whom it is for. In a group message only those without `displayOnly` are targets. */
  readonly recipients: {
    readonly to: readonly Address[]
    readonly cc: readonly Address[]
    readonly bcc: readonly Address[]
  }
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
  readonly uaCapabilities?: { readonly uaProf?: string; readonly timeStamp?: TimeStamp }
  /** Who sent it before it was forwarded. */
  readonly previouslySentBy: readonly PreviousSender[]
  /** When it was sent before it was forwarded. */
  readonly previouslySentDateAndTime: readonly PreviousTime[]
  /** What its `Content` elements refer to: mostly one, with all of the message. */
  readonly contents: readonly Content[]
  /** Every leaf part but the envelope, in order of appearance, referred to or not. */
  readonly attachments: readonly Attachment[]
  /** References to content that is not part of the message. */
  readonly additionalInformation: readonly { readonly href: string }[]
  /** Pairs for the application; an element that is missing in a pair is an empty string. */
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
  /** `TEXT`, `MULTIMEDIA_LOW` or `MULTIMEDIA_HIGH` by the schema; as sent. */
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

/** An element that the schema of `DeliverReq` does not have, or allows any content in. */
export interface ExtensionElement {
  /** As sent, white space removed; undefined for none. */
  readonly namespace: string | undefined
  /** Without prefix. */
  readonly name: string
  /** Its own text, not that of its children. */
  readonly text: string
  /** Names as sent, prefix included; an object without prototype. */
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly ExtensionElement[]
}
