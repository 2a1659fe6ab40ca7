import { readFileSync } from 'node:fs'
import { type DeliverReq, type Mm7Request, parseDeliverReq } from '../../src/index.js'
import { readHttpMessage } from '../support/http-message.js'

/** What snippets marked `given: …` find there: the request of Skycore's document, put right. */
export const request: Mm7Request = readHttpMessage(
  readFileSync('fixtures/skycore/deliver-req-put-right.http'),
)

export const message: DeliverReq = parseDeliverReq(request)
