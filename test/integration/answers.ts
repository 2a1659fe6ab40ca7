import { expect } from 'vitest'
import { buildMm7Rsp, Mm7Error, type Mm7Request, parseMm7Request, Status } from '../../src/index.js'
import { type Answer, readAnswer } from '../support/answer.js'
import type { Incoming } from './clients.js'

/** The answer that the library itself gives to these bytes, where messages alone have a handler. */
export function expectedAnswer(request: Mm7Request): string {
  try {
    const message = parseMm7Request(request)
    const isHandled = message.operation === 'DeliverReq'
    return buildMm7Rsp(message, isHandled ? Status.Success : Status.UnsupportedOperation)
  } catch (error) {
    if (error instanceof Mm7Error) return buildMm7Rsp(error)
    throw error
  }
}

/** Reads an answer, and checks what all have. */
export function answerIn({ status, headers, body }: Incoming): Answer {
  expect(status).toBe(200)
  expect(headers.get('content-type')).toBe('text/xml; charset=utf-8')
  expect(headers.get('content-length')).toBe(String(body.byteLength))
  return readAnswer(body.toString('utf8'))
}
