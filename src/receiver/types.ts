import type { RspDetails } from '../build-rsp.js'
import type { Mm7ErrorCode } from '../errors.js'
import type { ParseOptions } from '../parse.js'
import type { Mm7Request } from '../request.js'
import type { StatusInput } from '../status.js'
import type { WarningCode } from '../warnings.js'
import type { Operations } from './operations.js'

/** An HTTP request, as a server got it. */
export interface ReceiverRequest extends Mm7Request {
  /** In any case. Default: `POST`. */
  readonly method?: string | undefined
  /**
   * How reading the body ended, if whoever read it had a limit of its own: `whole`, over that limit
   * (`too-large`), broken off by the sender (`cut`), or lost to something in front that had read it
   * before (`consumed`). If it is left out the body is whole, and the receiver's own `bodyLimit` applies.
   */
  readonly bodyRead?: 'whole' | 'too-large' | 'cut' | 'consumed'
}

/** What to answer, whatever the server. */
export interface ReceiverResponse {
  /** The HTTP status: 200 for everything that the relay/server should not send again. */
  readonly status: number
  /** Names in lower case, `content-length` among them: that of `body` in UTF-8. */
  readonly headers: Record<string, string>
  /** The XML of the answer; empty if there is none to give. */
  readonly body: string
}

/**
 * Takes a request and says what to answer. It never rejects, and has no state.
 *
 * A function of your own around it, say to save what comes in, fits wherever it does.
 */
export interface Receiver {
  (request: ReceiverRequest): Promise<ReceiverResponse>
  /** The `bodyLimit` it was created with: `toNodeListener` and `toFetchHandler` read up to it. */
  readonly bodyLimit?: number
}

/** The `AbortSignal` of whatever types a project has; where there are none, the heart of it. */
export type Signal = typeof globalThis extends { AbortSignal: { prototype: infer S } }
  ? S
  : { readonly aborted: boolean; addEventListener(type: 'abort', listener: () => void): void }

/** What a handler gets beside the message. */
export interface HandlerContext {
  /** Aborted once the time limit is over: the answer is 503 then, and the message will come again. */
  readonly signal: Signal
  /** The request that the message was read from. */
  readonly request: ReceiverRequest
}

/** What became of a message, for the answer. Without a `code` it is 1000 Success. */
export interface Verdict extends Partial<StatusInput>, RspDetails {
  /** The message was there already: answered with success again, and logged as what it is. */
  readonly isDuplicate?: boolean
}

/**
 * Keeps a message. When it returns, the message is answered, by default with 1000 Success, and will
 * not come again; when it throws, or takes longer than the time limit, the answer is HTTP 503, and it
 * will.
 */
export type Handler<Message> = (
  message: Message,
  context: HandlerContext,
  // biome-ignore lint/suspicious/noConfusingVoidType: it is what a handler without a verdict returns.
) => Verdict | void | PromiseLike<Verdict | void>

/** A handler for each operation, and how to receive. */
export interface ReceiverOptions extends ParseOptions {
  /** Takes what subscribers send. */
  readonly deliverReq: Handler<Operations['deliverReq']>
  /** Takes delivery reports. Without it they are answered 4003 Unsupported operation. */
  readonly deliveryReportReq?: Handler<Operations['deliveryReportReq']>
  /** Takes read replies. Without it they are answered 4003 Unsupported operation. */
  readonly readReplyReq?: Handler<Operations['readReplyReq']>
  /** Takes messages that come as submissions. Without it they are answered 4003. */
  readonly submitReq?: Handler<Operations['submitReq']>
  /**
   * Gets one event for each request. If it throws, or its promise rejects, the event is printed
   * instead. Default: prints to the console, as one line of JSON, whatever is not an `accepted` or a
   * `duplicate` without warnings.
   */
  readonly log?: (event: ReceiverEvent) => unknown
  /** Milliseconds that a handler has; relay/servers wait some ten seconds. Default: 8000. */
  readonly timeLimit?: number
  /** Bytes of a body: one that is over it is answered 413. Default: 5,242,880 (5 MB). */
  readonly bodyLimit?: number
}

/**
 * What became of a request: `accepted`, `duplicate` and `refused` are answered with HTTP 200 and the
 * verdict, but a wrong method or too large a body, which are `refused` by their HTTP status; `failed`
 * is a failure on this side, answered 503; `cut` a request whose sender hung up.
 */
export type ReceiverEventType = 'accepted' | 'duplicate' | 'refused' | 'failed' | 'cut'

/** Why a request gets no MM7 answer. */
export type ReasonWithoutAnswer =
  /** Not a POST: 405. */
  | 'method-not-allowed'
  /** Over `bodyLimit`: 413. */
  | 'body-over-limit'
  /** The body is not as long as its Content-Length says: 503. */
  | 'content-length-mismatch'
  /** The receiver was called with something else than a request with a body of bytes: 503. */
  | 'request-unusable'
  /** The handler threw, or returned what is not a verdict: 503. */
  | 'handler-failed'
  /** The handler took longer than `timeLimit`: 503. */
  | 'time-limit'
  /** The sender hung up before the end of the body. */
  | 'hung-up'

/** Why, by what refused it: the reader of the message, or what is around it. */
export type ReceiverEventCode = Mm7ErrorCode | ReasonWithoutAnswer

/**
 * What became of a request, as data: safe to print. In its strings, control characters, characters
 * that change the direction of text and those without width are escaped (`\u{202e}`), and what is
 * longer than 300 characters is cut.
 */
export interface ReceiverEvent {
  readonly type: ReceiverEventType
  /** The HTTP status of the response. */
  readonly httpStatus: number
  /** The request's operation (`DeliverReq`), if it could be read. */
  readonly operation?: string
  /** If it could be read. */
  readonly transactionId?: string
  /** The message's own id, where the operation has one. */
  readonly messageId?: string
  /** The message's `LinkedID`, where it has one. */
  readonly linkedId?: string
  /** The StatusCode of the answer: 1000 for success. */
  readonly statusCode?: number
  /** Why it was not accepted; absent if the handler's own verdict refused it. */
  readonly code?: ReceiverEventCode
  /** What was found and what to do about it, in English; the details of a verdict that refuses. */
  readonly message?: string
  /** Of an `Mm7Error`: the byte in the body. */
  readonly offset?: number
  /** Of an `Mm7Error`: the element or header. */
  readonly path?: string
  /** The codes of the message's warnings, each once. */
  readonly warnings?: readonly WarningCode[]
  /** What was thrown, line by line, the stack too. */
  readonly error?: readonly string[]
}
