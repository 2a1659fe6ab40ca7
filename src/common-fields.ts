import type { Attachment, Content } from './attachment.js'
import type { Address, ExtensionElement } from './values.js'
import type { Warning } from './warnings.js'

/** What every request has, whichever it is. */
export interface AnyRequest {
  /** `TransactionID` of the SOAP header: pairs the request with its answer. */
  readonly transactionId: string
  /** The version of the interface, such as `6.8.0`; the answer echoes it. */
  readonly mm7Version: string
  /** The sender's MM7 namespace, white space removed; empty if it used none. */
  readonly namespace: string
  /** Every element that no property takes: nothing is dropped. */
  readonly extensions: readonly ExtensionElement[]
  /** Each deviation that was read all the same, in the order of reading. */
  readonly warnings: readonly Warning[]
}

/** What a platform's requests say of who sends them (TS 23.140 senderIDType). */
export interface Identified {
  /** The id of the platform's operator, the VASP, at the relay/server. */
  readonly vaspId?: string
  /** The id of the VASP's service. */
  readonly vasId?: string
  /** Who sends it. */
  readonly senderAddress?: Address
}

/** Between which applications of handset and platform it goes (TS 23.140 8.7.2). */
export interface OfApplications {
  /** The application that it is for. */
  readonly applicId?: string
  /** The application that replies are for. */
  readonly replyApplicId?: string
  /** What the application adds for its own use. */
  readonly auxApplicInfo?: string
}

/** What a request has that carries a message. */
export interface WithContent {
  /** What its `Content` elements refer to: mostly one, with all of the message. */
  readonly contents: readonly Content[]
  /** Every leaf part but the envelope, in order of appearance, referred to or not. */
  readonly attachments: readonly Attachment[]
}

/** What a relay/server's request has, whichever it is. */
export interface Received extends AnyRequest {
  /** The operator's id from the HTTP header (`X-Skycore-Carrier-Id`), leading zeros kept. */
  readonly carrierId?: string
}

/** What tells of a message that the platform sent. */
export interface Report extends Received, OfApplications {
  /** The relay/server it comes from. */
  readonly mmsRelayServerId?: string
  /** Which message it is about: the MessageID of the `SubmitRsp`. */
  readonly messageId: string
  /** To whom that message was sent: the handset. The schema requires it; some senders leave it out. */
  readonly recipient?: Address
  /** Who sent it: the platform. The schema requires it; some senders leave it out. */
  readonly sender?: Address
  /** More about what became of it, for a person to read. */
  readonly statusText?: string
}
