import { readFileSync } from 'node:fs'
import { type DeliverReq, type Mm7Request, parseDeliverReq } from '../../src/index.js'
import { readHttpMessage } from '../support/http-message.js'

/** What snippets marked `given: …` find there: the request of Skycore's document, put right. */
export const request: Mm7Request = readHttpMessage(
  readFileSync('fixtures/skycore/deliver-req-put-right.http'),
)

/** And somewhere to keep a message. */
export const keep = (_message: DeliverReq): Promise<boolean> => Promise.resolve(true)

export const message: DeliverReq = parseDeliverReq(request)
