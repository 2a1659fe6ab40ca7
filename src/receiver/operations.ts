import { buildDeliverRsp } from '../build-deliver-rsp.js'
import type { Mm7Error } from '../errors.js'
import type { DeliverReq } from '../message.js'
import { type ParseOptions, parseDeliverReq } from '../parse-deliver-req.js'
import type { Mm7Request } from '../request.js'
import type { StatusInput } from '../status.js'

/** The handler of each operation, by the operation's name in the schema. */
export const HANDLERS = {
  DeliverReq: 'deliverReq',
  DeliveryReportReq: 'deliveryReportReq',
  ReadReplyReq: 'readReplyReq',
  SubmitReq: 'submitReq',
} as const

/** The operations that a relay/server sends to a VASP, by the names of their handlers. */
export interface Operations {
  readonly deliverReq: DeliverReq
  readonly deliveryReportReq: DeliverReq
  readonly readReplyReq: DeliverReq
  readonly submitReq: DeliverReq
}

/** A message of any of the operations. */
export type Mm7Message = DeliverReq & { readonly operation: keyof typeof HANDLERS }

/** What an answer may have besides its status. */
export interface AnswerExtras {
  readonly serviceCode?: string
  readonly messageId?: string
}

/** @returns the message; throws an `Mm7Error` if it cannot be read */
export function parse(request: Mm7Request, options: ParseOptions): Mm7Message {
  return { ...parseDeliverReq(request, options), operation: 'DeliverReq' }
}

/** @returns the XML of the answer that belongs to the operation of `to` */
export function buildAnswer(
  to: Mm7Message | Mm7Error,
  status: StatusInput | undefined,
  _more: AnswerExtras,
): string {
  return buildDeliverRsp(to, status)
}
