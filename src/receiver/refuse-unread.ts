import { createReport } from '../report.js'
import { type HeaderLookup, openRequest } from '../request.js'
import { type Outcome, unanswered } from './outcome.js'
import type { ReceiverRequest } from './types.js'

/**
 * @param bodyLimit for a body that was not read with a limit
 * @returns what becomes of a request whose body is not worth reading; undefined if it is
 * @throws TypeError if it is not a request with a body of bytes
 */
export function refuseUnread(request: ReceiverRequest, bodyLimit: number): Outcome | undefined {
  const method = String(request?.method ?? 'POST')
  if (method.toUpperCase() !== 'POST') {
    return unanswered('method-not-allowed', `${method} is not allowed: messages are posted.`)
  }
  const { header, body } = openRequest(request)
  const { bodyRead } = request
  const size = body.byteLength
  if (bodyRead === 'too-large' || (bodyRead === undefined && size > bodyLimit)) {
    const what = 'The body is over bodyLimit: raise it if your relay/server sends such messages.'
    return unanswered('body-over-limit', what)
  }
  if (bodyRead === 'cut') {
    return unanswered('hung-up', `The sender hung up after ${size} bytes of the body.`)
  }
  if (bodyRead === 'consumed') {
    const what =
      'Something in front has read the body already: put the receiver before it, or pass the bytes.'
    return unanswered('request-unusable', what)
  }
  const expected = expectedLength(header)
  if (expected === undefined || expected === size) return undefined
  const what =
    `The body has ${size} bytes, its Content-Length is ${expected}: something in front of the ` +
    'receiver has changed or cut it. Pass the bytes as they came, and of a body that was inflated the Content-Encoding, too.'
  return unanswered('content-length-mismatch', what)
}

/** @returns the Content-Length, where it is that of the body as it is passed (RFC 9110 §8.6). */
function expectedLength(lookUp: HeaderLookup): number | undefined {
  // A field that is there twice is for the reader of the message to report.
  const header = (name: string) => lookUp(name, createReport())?.trim()
  if (header('content-encoding') !== undefined) return undefined
  if (header('transfer-encoding') !== undefined) return undefined
  const length = header('content-length') ?? ''
  return /^\d+$/.test(length) ? Number(length) : undefined
}
