import { expect } from 'vitest'
import { buildDeliverRsp, Mm7Error, type Mm7Request, parseDeliverReq } from '../../src/index.js'
import { type Answer, readAnswer } from '../support/answer.js'
import type { Incoming } from './clients.js'

/** The answer that the library itself gives to these bytes. */
export function expectedAnswer(request: Mm7Request): string {
  try {
    return buildDeliverRsp(parseDeliverReq(request))
  } catch (error) {
    if (error instanceof Mm7Error) return buildDeliverRsp(error)
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
