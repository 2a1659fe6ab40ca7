import { buildMm7Rsp } from '../build-rsp.js'
import type { Mm7Error } from '../errors.js'
import type { Mm7Message } from '../message.js'
import { Status } from '../status.js'
import type { Warning } from '../warnings.js'
import { errorLines } from './printable.js'
import type { ReasonWithoutAnswer, ReceiverEvent, ReceiverResponse, Verdict } from './types.js'

/** What a request comes to: what is answered, and what is logged. */
export interface Outcome {
  readonly response: ReceiverResponse
  readonly event: ReceiverEvent
}

const utf8 = new TextEncoder()

/** The verdict is in the XML: with another HTTP status than 200 the message would come again. */
function xmlResponse(body: string): ReceiverResponse {
  const headers = {
    'content-type': 'text/xml; charset=utf-8',
    'content-length': String(utf8.encode(body).byteLength),
  }
  return { status: 200, headers, body }
}

/** @returns what became of a message that was read, by the verdict of its handler. */
export function handled(message: Mm7Message, verdict: Verdict): Outcome {
  const { code = Status.Success.code, text, details, isDuplicate, ...more } = verdict
  const isRefused = code >= 2000
  const type = isDuplicate === true ? 'duplicate' : 'accepted'
  const answer = buildMm7Rsp(message, { code, ...defined({ text, details }) }, defined(more))
  const event = {
    type: isRefused ? 'refused' : type,
    httpStatus: 200,
    statusCode: code,
    ...idsOf(message),
    ...defined({ messageId: more.messageId }),
    ...defined({ message: isRefused ? (details ?? text) : undefined }),
    ...warningsOf(message.warnings),
  } as const
  return { response: xmlResponse(answer), event }
}

/** @returns the refusal of a message whose operation has no handler. */
export function unhandled(message: Mm7Message, handler: string): Outcome {
  const status = Status.UnsupportedOperation
  const event = {
    type: 'refused',
    httpStatus: 200,
    statusCode: status.code,
    code: 'operation-unsupported',
    message: `The receiver has no handler for ${message.operation}: pass ${handler} to createReceiver.`,
    ...idsOf(message),
    ...warningsOf(message.warnings),
  } as const
  return { response: xmlResponse(buildMm7Rsp(message, status)), event }
}

/** @returns the refusal of a message that cannot be read. */
export function refused(error: Mm7Error): Outcome {
  const { code, message, offset, path, partial } = error
  const event = {
    type: 'refused',
    httpStatus: 200,
    statusCode: error.status.code,
    code,
    message,
    ...defined({ offset, path }),
    ...idsOf({
      ...partial,
      ...defined({ operation: (error as { operation?: string }).operation }),
    }),
    ...warningsOf(partial.warnings),
  } as const
  return { response: xmlResponse(buildMm7Rsp(error)), event }
}

/** The HTTP status of what has no MM7 answer, and what kind of event it is. */
const WITHOUT_ANSWER: Readonly<
  Record<ReasonWithoutAnswer, Pick<ReceiverEvent, 'type' | 'httpStatus'>>
> = {
  'method-not-allowed': { type: 'refused', httpStatus: 405 },
  'body-over-limit': { type: 'refused', httpStatus: 413 },
  'hung-up': { type: 'cut', httpStatus: 400 },
  'content-length-mismatch': { type: 'failed', httpStatus: 503 },
  'request-unusable': { type: 'failed', httpStatus: 503 },
  'handler-failed': { type: 'failed', httpStatus: 503 },
  'time-limit': { type: 'failed', httpStatus: 503 },
}

/**
 * @param more the message, if it was read, and what was thrown, if anything was
 * @returns a response without a verdict: the relay/server sends the message again
 */
export function unanswered(
  code: ReasonWithoutAnswer,
  message: string,
  more: { readonly read?: Mm7Message; readonly thrown?: unknown } = {},
): Outcome {
  const { type, httpStatus } = WITHOUT_ANSWER[code]
  const allow = httpStatus === 405 ? { allow: 'POST' } : {}
  const event = {
    type,
    httpStatus,
    code,
    message,
    ...(more.read && { ...idsOf(more.read), ...warningsOf(more.read.warnings) }),
    ...('thrown' in more && { error: errorLines(more.thrown) }),
  }
  const headers = { ...allow, 'content-length': '0' }
  return { response: { status: httpStatus, headers, body: '' }, event }
}

type Ids = Partial<Pick<ReceiverEvent, 'operation' | 'transactionId' | 'messageId' | 'linkedId'>>

function idsOf({ operation, transactionId, messageId, linkedId }: Ids): Ids {
  return defined({ operation, transactionId, messageId, linkedId })
}

function warningsOf(warnings: readonly Warning[] = []): Pick<ReceiverEvent, 'warnings'> {
  return warnings.length === 0 ? {} : { warnings: [...new Set(warnings.map(({ code }) => code))] }
}

type Defined<T> = { [P in keyof T]?: Exclude<T[P], undefined> }

/** @returns the object without the properties that are undefined. */
function defined<T extends object>(object: T): Defined<T> {
  const entries = Object.entries(object).filter(([, value]) => value !== undefined)
  return Object.fromEntries(entries) as Defined<T>
}
