import { RESPONSES } from './mm7/operations/responses.js'
import { type ReadResponse, readResponse } from './mm7/read-response.js'
import { openMessage, type ParseOptions } from './parse.js'
import { refuse } from './refuse.js'
import { type Report, warn } from './report.js'
import type { HeaderObject, HeaderPairs, HeaderVisitor } from './request.js'
import type { Mm7Response, ResponseStatus } from './response.js'
import { statusText } from './status.js'

/** An HTTP response as the platform got it. */
export interface HttpResponse {
  /** The HTTP status; with any but 2xx the request was not taken. */
  readonly status?: number
  /** The HTTP headers; Content-Type is needed. */
  readonly headers: HeaderPairs | HeaderVisitor | HeaderObject
  /** The whole body, byte for byte: `await response.arrayBuffer()`. */
  readonly body: Uint8Array | ArrayBuffer
}

/** How {@link parseMm7Response} reads. */
export type ResponseOptions = Pick<ParseOptions, 'strict' | 'limits'>

/**
 * Reads what a relay/server answers a platform's request with: `SubmitRsp`, `CancelRsp`, `ReplaceRsp`,
 * the extended ones, or a SOAP Fault with `RSErrorRsp` (TS 23.140 8.7). A refusal is a value, too.
 *
 * @param response the HTTP status, headers and body
 * @returns the answer; `isSuccess` tells whether the request was taken
 * @throws Mm7Error if it is none: an empty body, a page of HTML, an operation of another kind, an answer
 * without a StatusCode; with `strict` at the first deviation. Whether the request was taken is unknown.
 * @throws TypeError if the body is not bytes, or the status or an option is not valid
 */
export function parseMm7Response(
  response: HttpResponse,
  options: ResponseOptions = {},
): Mm7Response {
  const httpStatus = checkStatus(response)
  const isBare = (name: string): boolean => RESPONSES.find(name) !== undefined
  const { report, draft, envelope } = openMessage(response, options, isBare)
  const parts = draft['attachments'] as readonly unknown[]
  if (envelope !== undefined && parts.length > 0) {
    const what = `An answer has no content, but there are ${parts.length} parts beside it; ignored.`
    warn(report, 'part-unexpected', what, { path: '' })
  }
  const read = envelope && readResponse(envelope, report)
  envelope?.places.settle()
  if (httpStatus !== undefined && report.failure !== undefined) {
    const { message } = report.failure
    report.failure = { ...report.failure, message: `${message} (HTTP status ${httpStatus})` }
  }
  const partial = { ...pick(read), warnings: report.warnings }
  refuse(report, options.strict, read?.operation, () => partial)
  // Else there was a failure.
  return toResponse(read as ReadResponse, httpStatus, report)
}

function checkStatus(response: HttpResponse): number | undefined {
  if (typeof response !== 'object' || response === null) {
    throw new TypeError('Pass a response: { status, headers, body }, the body as bytes.')
  }
  const { status } = response
  if (status === undefined || (Number.isInteger(status) && status >= 100 && status < 600)) {
    return status
  }
  throw new TypeError(
    `The status of a response is a number such as 200, not ${JSON.stringify(status)}.`,
  )
}

/** @returns what a message has, too */
function pick(
  read: ReadResponse | undefined,
): Pick<Mm7Response, 'transactionId' | 'namespace' | 'mm7Version' | 'messageId'> {
  if (read === undefined) return {}
  const { transactionId, namespace, fields } = read
  const { mm7Version, messageId } = fields
  return {
    ...(transactionId !== undefined && { transactionId }),
    ...(mm7Version !== undefined && { mm7Version }),
    ...(namespace !== undefined && { namespace }),
    ...(messageId !== undefined && { messageId }),
  }
}

function toResponse(
  read: ReadResponse,
  httpStatus: number | undefined,
  { warnings }: Report,
): Mm7Response {
  const status = statusOf(read)
  const operation = read.operation as Mm7Response['operation']
  const isTaken = httpStatus === undefined || (httpStatus >= 200 && httpStatus < 300)
  const isSuccess =
    isTaken && operation !== 'RSErrorRsp' && status.code >= 1000 && status.code < 2000
  return { operation, ...pick(read), isSuccess, status, warnings }
}

function statusOf({ fields, fault }: ReadResponse): ResponseStatus {
  // A refusal that does not say why.
  const code = fields.code ?? fault?.code ?? 3000
  const details = fields.details ?? fault?.details
  const text = fields.text ?? fault?.text ?? statusText(code)
  return { code, text, ...(details !== undefined && { details }) }
}
