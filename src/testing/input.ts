import type {
  Address,
  Attachment,
  DeliverReq,
  ExtensionElement,
  Priority,
  TimeStamp,
} from '../message.js'
import type { DeviationName } from './deviations/table.js'

/** A Content-Transfer-Encoding of RFC 2045 §6. */
export type TransferEncoding = 'binary' | '8bit' | '7bit' | 'base64' | 'quoted-printable'

/** An address. A string is an `RFC2822Address` if it has an `@`, else a `Number`. */
export type AddressInput = string | (Pick<Address, 'kind' | 'value'> & Partial<Address>)

/** A moment or a duration: as it is to be sent, or a `Date`. */
export type TimeInput = string | Date | TimeStamp

/** An attachment by what it holds; what is left out is made up. */
export interface AttachmentInput {
  readonly bytes?: Uint8Array
  /** Instead of `bytes`: sent as UTF-8. */
  readonly text?: string
  /** Default: `text/plain` where there is a `text`, else `application/octet-stream`. */
  readonly mediaType?: string
  /** The parameters of its Content-Type; `charset=utf-8` is added where there is a `text`. */
  readonly parameters?: Readonly<Record<string, string>>
  /** Without angle brackets. Default, unless there is a `contentLocation`: `attachment-1`, and so on. */
  readonly contentId?: string
  readonly contentLocation?: string
  /** The file name: the parameter `name` of its Content-Type. */
  readonly name?: string
  /** Default: `binary`. Bytes go as they are into `7bit`, `8bit` and `binary`, whatever they are. */
  readonly transferEncoding?: TransferEncoding
}

/** A `Content` element. */
export interface ContentInput {
  readonly href?: string
  /** Default: true. */
  readonly allowAdaptations?: boolean
  readonly type?: string
  /**
   * Some of the message's `attachments`, next to one another. Default: the one whose Content-ID or
   * Content-Location the `href` names; if there is none, all of them.
   */
  readonly attachments?: readonly (Attachment | AttachmentInput)[]
}

/** An element beyond the schema. At the top, one called `Extension` is MM7's own. */
export interface ExtensionInput {
  readonly namespace?: string | undefined
  readonly name: string
  readonly text?: string
  readonly attributes?: Readonly<Record<string, string>>
  readonly children?: readonly ExtensionInput[]
}

/** What {@link DeliverReqInput} takes from a message as it stands. */
type Verbatim = Partial<
  Pick<
    DeliverReq,
    | 'transactionId'
    | 'mm7Version'
    | 'namespace'
    | 'linkedId'
    | 'mmsRelayServerId'
    | 'vaspId'
    | 'vasId'
    | 'senderSpi'
    | 'recipientSpi'
    | 'replyChargingId'
    | 'applicId'
    | 'replyApplicId'
    | 'auxApplicInfo'
    | 'subject'
    | 'additionalInformation'
    | 'messageExtraData'
    | 'carrierId'
  >
>

/**
 * The message to build: a `DeliverReq` as `parseDeliverReq` returns it, or as little of one as a test
 * cares for. Text is sent as it is given: what XML 1.0 has no character for becomes U+FFFD.
 */
export interface DeliverReqInput extends Verbatim {
  /** Default: the number 12025550123. */
  readonly sender?: AddressInput
  /** Default: none. One address or a list of them are targets (`To`). */
  readonly recipients?:
    | AddressInput
    | readonly AddressInput[]
    | Partial<Readonly<Record<'to' | 'cc' | 'bcc', readonly AddressInput[]>>>
  readonly timeStamp?: TimeInput
  readonly priority?: Priority
  readonly uaCapabilities?: { readonly uaProf?: string; readonly timeStamp?: TimeInput }
  readonly previouslySentBy?: readonly {
    readonly address: AddressInput
    readonly sequence?: number
  }[]
  readonly previouslySentDateAndTime?: readonly {
    readonly timeStamp: TimeInput
    readonly sequence?: number
  }[]
  /** Default: see {@link BuildOptions.layout}. */
  readonly contents?: readonly ContentInput[]
  readonly attachments?: readonly (Attachment | AttachmentInput)[]
  readonly extensions?: readonly (ExtensionElement | ExtensionInput)[]
}

/** How the namespaces of MM7 are written. All say the same. */
export type PrefixStyle = 'default' | 'prefixed' | 'per-element'

/** How the message is packed. Every choice is valid and reads the same; `deviations` are not. */
export interface BuildOptions {
  /**
   * Where the message has no `contents` of its own. `nested`: one `Content`, which names a multipart
   * of all attachments. `flat`: a `Content` for each attachment, beside the envelope. Default: `nested`.
   */
  readonly layout?: 'nested' | 'flat'
  /** What a nested multipart is. Default: `related` where it holds a presentation, else `mixed`. */
  readonly container?: 'mixed' | 'related'
  /** The line ends of MIME and of the envelope. Default: `crlf`. */
  readonly lineEnd?: 'crlf' | 'lf'
  /** Default: `default`, an `xmlns` on the Envelope. */
  readonly prefixes?: PrefixStyle
  /** The envelope's own transfer encoding, where there are attachments. Default: `8bit`. */
  readonly envelopeEncoding?: TransferEncoding
  /** Long headers are folded after each `;`. Default: false. */
  readonly foldHeaders?: boolean
  /** There are lines before the first delimiter and after the last one. Default: false. */
  readonly preamble?: boolean
  /** The envelope is the last part, found by `start`. Default: false. */
  readonly rootLast?: boolean
  /** The HTTP header for `carrierId`. Default: `x-skycore-carrier-id`. */
  readonly carrierIdHeader?: string
  /** What is wrong with it, by name: see {@link DEVIATIONS}. Default: nothing. */
  readonly deviations?: readonly DeviationName[]
}
