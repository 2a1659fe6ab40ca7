import type { MessageInput } from './input.js'
import type { SubmitReq } from './message.js'
import { writeMultipart } from './mime/write/write-multipart.js'
import { SUBMISSIONS } from './mm7/operations/submissions.js'
import { ownMessage } from './mm7/write/own-message.js'
import type { Release } from './mm7/write/release.js'
import { contentTypeOf, isBare, requestParts } from './mm7/write/request-parts.js'
import { writeOperation } from './mm7/write/write-operation.js'
import type { Values } from './mm7/write-fields.js'
import { checkOptions, type OptionType } from './options.js'
import { writeEnvelope } from './soap/write/write-envelope.js'
import type {
  CancelReq,
  ExtendedCancelReq,
  ExtendedReplaceReq,
  ReplaceReq,
  Submission,
} from './submission.js'

/** What is given for a request: the properties that are needed, and any of the others. */
export type ReqInput<M, Needed extends keyof M & keyof MessageInput<M>> = Omit<
  MessageInput<M>,
  Needed | 'extensions' | 'carrierId'
> &
  Required<Pick<MessageInput<M>, Needed>>

/** A `SubmitReq` to send: whom it is for, and a TransactionID that no other request has. */
export type SubmitReqInput = ReqInput<SubmitReq, 'transactionId' | 'recipients'>
/** A `CancelReq` to send. */
export type CancelReqInput = ReqInput<CancelReq, 'transactionId' | 'messageId'>
/** A `ReplaceReq` to send. */
export type ReplaceReqInput = ReqInput<ReplaceReq, 'transactionId' | 'messageId'>
/** An `extendedCancelReq` to send. */
export type ExtendedCancelReqInput = ReqInput<ExtendedCancelReq, 'transactionId' | 'cancelId'>
/** An `extendedReplaceReq` to send. */
export type ExtendedReplaceReqInput = ReqInput<ExtendedReplaceReq, 'transactionId'>

/** How a request is written. */
export interface ReqOptions {
  /**
   * The release of the schema: it determines the namespace and, if the message has no `mm7Version`, the
   * version, and what differs in that release. Default: that of the message's `namespace`, else
   * `REL-6-MM7-1-4`.
   */
  readonly release?: Release
  /**
   * The sender's address is text, without an element for its kind. Default: as the release has it, true
   * for `REL-5-MM7-1-0` and `REL-5-MM7-1-1`.
   */
  readonly textSender?: boolean
}

/** How a request with content is written. */
export interface ContentReqOptions extends ReqOptions {
  /**
   * Where there are several attachments and no SMIL among them, a plain one is made: a slide for each
   * picture with its text. Default: true. Without one they are in a `multipart/mixed`.
   */
  readonly makePresentation?: boolean
}

/** A request to post: what `fetch` takes for `headers` and `body`. */
export interface BuiltReq {
  /** Names in lower case: `content-type`, `content-length`, `soapaction`. */
  readonly headers: Record<string, string>
  readonly body: Uint8Array & { readonly buffer: ArrayBuffer }
}

const OPTIONS = { release: 'string', textSender: 'boolean' } as const satisfies Record<
  keyof ReqOptions,
  OptionType
>
const CONTENT_OPTIONS = { ...OPTIONS, makePresentation: 'boolean' } as const satisfies Record<
  keyof ContentReqOptions,
  OptionType
>

/**
 * Builds the request that submits a message (TS 23.140 8.7.2.1): every element in the order of the
 * schema, and no other. Attachments keep their order, the SMIL comes first.
 *
 * @param message what the message has; a text is written as it is, in any script
 * @returns the request, the same for the same message; `fetch` and `http.request` take it as it is
 * @throws TypeError if it cannot be written; it names the property, and says what to do instead
 */
export function buildSubmitReq(message: SubmitReqInput, options: ContentReqOptions = {}): BuiltReq {
  checkOptions(options, CONTENT_OPTIONS)
  return build('SubmitReq', message, options)
}

/**
 * Builds the request that takes a message back which is not delivered yet (TS 23.140 8.7.6).
 *
 * @param message which one: the MessageID of its `SubmitRsp`
 * @returns the request
 * @throws TypeError as {@link buildSubmitReq}
 */
export function buildCancelReq(message: CancelReqInput, options: ReqOptions = {}): BuiltReq {
  checkOptions(options, OPTIONS)
  return build('CancelReq', message, options)
}

/**
 * Builds the request that puts another content for that of a message which is not delivered yet (TS
 * 23.140 8.7.7).
 *
 * @param message which one, by the MessageID of its `SubmitRsp`; and what replaces it
 * @returns the request
 * @throws TypeError as {@link buildSubmitReq}
 */
export function buildReplaceReq(
  message: ReplaceReqInput,
  options: ContentReqOptions = {},
): BuiltReq {
  checkOptions(options, CONTENT_OPTIONS)
  return build('ReplaceReq', message, options)
}

/**
 * Builds the request that takes back all messages of a CancelID (TS 23.140 8.7.8).
 *
 * @param message which ones
 * @returns the request
 * @throws TypeError as {@link buildSubmitReq}
 */
export function buildExtendedCancelReq(
  message: ExtendedCancelReqInput,
  options: ReqOptions = {},
): BuiltReq {
  checkOptions(options, OPTIONS)
  return build('extendedCancelReq', message, options)
}

/**
 * Builds the request that puts another content for that of all messages of a ReplaceID (TS 23.140
 * 8.7.9).
 *
 * @param message which ones, and what replaces them
 * @returns the request
 * @throws TypeError as {@link buildSubmitReq}
 */
export function buildExtendedReplaceReq(
  message: ExtendedReplaceReqInput,
  options: ContentReqOptions = {},
): BuiltReq {
  checkOptions(options, CONTENT_OPTIONS)
  return build('extendedReplaceReq', message, options)
}

const LINE_END = '\r\n'
const utf8 = /* @__PURE__ */ new TextEncoder()

function build(
  operation: Submission['operation'],
  input: object,
  options: ContentReqOptions,
): BuiltReq {
  const table = SUBMISSIONS.tableOf(operation)
  const message = ownMessage(operation, table, input as Values, options)
  const { transactionId, namespace, attachments, values } = message
  const contents = (values['contents'] ?? []) as SubmitReq['contents']
  const { root, multipart } = requestParts(values['attachments'] as typeof attachments, contents)
  const style = { namespace, prefixes: 'default', prefix: '', lineEnd: LINE_END } as const
  const entry = writeOperation(operation, table, values, namespace)
  root.bytes = utf8.encode(writeEnvelope({ transactionId, entry, style }))
  const body = isBare(multipart)
    ? new Uint8Array(root.bytes)
    : writeMultipart(multipart, { lineEnd: LINE_END, foldHeaders: false, preamble: false })
  return {
    headers: {
      'content-type': contentTypeOf(multipart),
      'content-length': String(body.length),
      soapaction: '""',
    },
    body,
  }
}
