import type { BuiltRequest } from './built-request.js'
import { type RelayAnswer, readRelayAnswer } from './relay-answer.js'

/** A request of a relay/server, with the TransactionID that its answer must have. */
export interface RelayRequest extends BuiltRequest {
  readonly transactionId: string
  /** Its operation, to which the answer must belong. Default: `DeliverReq`. */
  readonly operation?: 'DeliverReq' | 'DeliveryReportReq' | 'ReadReplyReq'
}

/** What answers a request in the place of a server. A receiver of `mm7/receiver` is one. */
export type RelayHandler = (
  request: BuiltRequest & { readonly method: string },
) => HttpAnswer | Promise<HttpAnswer>

/** An answer as HTTP has it. */
export interface HttpAnswer {
  readonly status: number
  readonly body: string | Uint8Array
}

/** Where requests go: the URL of a server, or a handler that is called in its place. */
export type RelayTarget = string | RelayHandler

/** Why a request did not count as answered, and was sent again. */
export type AttemptFailure =
  /** The connection failed before there was an answer, or the handler threw. */
  | 'connection'
  /** There was no answer in time. */
  | 'time-limit'
  /** The HTTP status is another one than 200. */
  | 'http-status'
  /** The body is no well-formed envelope with the Rsp of the operation and a StatusCode. */
  | 'answer-malformed'
  /** The TransactionID is that of another request, or missing. */
  | 'transaction-id'
  /** The StatusCode is not one of success (1xxx). */
  | 'status-code'
  /** It was answered as it should be, but the answer was lost on its way: see `lostAnswers`. */
  | 'answer-lost'

/** A request that was sent, and what came of it. */
export interface Attempt {
  /** Why the message is to be sent again; absent if it was answered as it should be. */
  readonly failure?: AttemptFailure
  /** The HTTP status, if there was one. */
  readonly status?: number
  /** The StatusCode of the answer, if there was one. */
  readonly statusCode?: number
  /** What was thrown, where the failure is `connection`. */
  readonly error?: unknown
}

/**
 * Sends a request once.
 *
 * @param timeLimit in milliseconds
 * @param isAnswerLost whether a good answer does not count
 */
export async function attempt(
  target: RelayTarget,
  request: RelayRequest,
  timeLimit: number,
  isAnswerLost: boolean,
): Promise<Attempt> {
  const { transactionId, headers, body, operation = 'DeliverReq' } = request
  const response = operation.replace(/Req$/, 'Rsp')
  const sent = { method: 'POST', headers, body }
  const limit = startTimer(timeLimit)
  try {
    const answering = typeof target === 'string' ? post(target, sent, limit.signal) : target(sent)
    const answer = await Promise.race([answering, limit.passed])
    if (answer === undefined) return { failure: 'time-limit' }
    const judged = judge(answer, transactionId, response)
    return isAnswerLost && judged.failure === undefined
      ? { ...judged, failure: 'answer-lost' }
      : judged
  } catch (error) {
    return { failure: 'connection', error }
  } finally {
    limit.stop()
  }
}

async function post(
  url: string,
  request: BuiltRequest & { readonly method: string },
  signal: AbortSignal,
): Promise<HttpAnswer> {
  const response = await fetch(url, { ...request, signal })
  return { status: response.status, body: await response.text() }
}

/** A limit that also hangs up when it has passed, as a relay/server does. */
function startTimer(ms: number) {
  const controller = new AbortController()
  let timer: ReturnType<typeof setTimeout> | undefined
  const passed = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => {
      resolve(undefined)
      controller.abort()
    }, ms)
  })
  return { signal: controller.signal, passed, stop: () => clearTimeout(timer) }
}

function judge({ status, body }: HttpAnswer, transactionId: string, response: string): Attempt {
  if (status !== 200) return { failure: 'http-status', status }
  const xml = typeof body === 'string' ? body : new TextDecoder().decode(body)
  const answer = readRelayAnswer(xml)
  if (!isComplete(answer, response)) return { failure: 'answer-malformed', status }
  const { statusCode } = answer
  if (answer.transactionId !== transactionId.trim()) {
    return { failure: 'transaction-id', status, statusCode }
  }
  const isSuccess = statusCode >= 1000 && statusCode < 2000
  return isSuccess ? { status, statusCode } : { failure: 'status-code', status, statusCode }
}

function isComplete(
  answer: RelayAnswer | undefined,
  response: string,
): answer is RelayAnswer & { readonly statusCode: number } {
  return answer?.response === response && answer.statusCode !== undefined
}
