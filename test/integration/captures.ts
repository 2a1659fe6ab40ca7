import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type HttpMessage, readHttpMessage } from '../support/http-message.js'
import { FIXTURES } from '../support/root.js'

/** An HTTP message of `fixtures/`. */
export interface Capture extends HttpMessage {
  readonly name: string
  readonly body: Buffer
}

/** What the client that posts a capture writes itself. */
const HOP_BY_HOP = /^(host|content-length|connection|expect|transfer-encoding)$/i

/** @param name a file of `fixtures/` */
export function readCapture(name: string): Capture {
  const message = readHttpMessage(readFileSync(join(FIXTURES, name)))
  const { buffer, byteOffset, length } = message.body
  return { ...message, name, body: Buffer.from(buffer, byteOffset, length) }
}

/** Every request of `fixtures/`. */
export function allCaptures(): Capture[] {
  return readdirSync(FIXTURES, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.http'))
    .sort()
    .map(readCapture)
    .filter(({ startLine }) => !startLine.startsWith('HTTP/'))
}

/** A capture with the headers that a client can be told to send. */
export function postable(capture: Capture): Capture {
  const headers = capture.headers.filter(([name]) => !HOP_BY_HOP.test(name))
  return { ...capture, headers }
}

/** A message that nothing is wrong with, with a TransactionID of its own. */
export function goodCapture(transactionId: string): Capture {
  const capture = postable(readCapture('skycore/deliver-req-put-right.http'))
  const text = capture.body.toString('latin1')
  const body = text.replace(/(<TransactionID[^>]*>)[^<]*/, `$1${transactionId}`)
  return { ...capture, name: transactionId, body: Buffer.from(body, 'latin1') }
}
