import type { MessageInput, TransferEncoding } from '../input.js'
import type { DeliverReq, DeliveryReportReq, ReadReplyReq, SubmitReq } from '../message.js'
import type { DeviationName } from './deviations.js'

/** A `DeliverReq` to build. Default: from the number 12025550123, without anything else. */
export type DeliverReqInput = MessageInput<DeliverReq>

/** A `DeliveryReportReq` to build. Default: message-1 to 12025550123 was Retrieved. */
export type DeliveryReportReqInput = MessageInput<DeliveryReportReq>

/** A `ReadReplyReq` to build. Default: message-1 was Read by 12025550123. */
export type ReadReplyReqInput = MessageInput<ReadReplyReq>

/** A `SubmitReq` to build, as some relay/servers push it. Default: from 12025550123 to 55501. */
export type SubmitReqInput = MessageInput<SubmitReq>

/** How the namespaces of MM7 are written. All say the same. */
export type PrefixStyle = 'default' | 'prefixed' | 'per-element'

/** How the message is packed. Every choice is valid and reads the same; `deviations` are not. */
export interface BuildOptions {
  /**
   * Where the message has no `contents` of its own. `nested`: one `Content`, which names a multipart
   * of all attachments. `flat`: a `Content` for each attachment, beside the envelope; more than one is
   * Liberty's, and reported. Default: `nested`.
   */
  readonly layout?: 'nested' | 'flat'
  /**
   * What a nested multipart is, where the attachments have no `containers` that tell. Default:
   * `related` where it holds a presentation, else `mixed`.
   */
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
