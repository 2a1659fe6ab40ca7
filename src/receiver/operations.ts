import type {
  DeliverReq,
  DeliveryReportReq,
  Mm7Message,
  ReadReplyReq,
  SubmitReq,
} from '../message.js'

/** The messages that a relay/server sends to a VASP, by the names of their handlers. */
export interface Operations {
  readonly deliverReq: DeliverReq
  readonly deliveryReportReq: DeliveryReportReq
  readonly readReplyReq: ReadReplyReq
  readonly submitReq: SubmitReq
}

/** The handler of each operation, by the operation's name in the schema. */
export const HANDLERS: Readonly<Record<Mm7Message['operation'], keyof Operations>> = {
  DeliverReq: 'deliverReq',
  DeliveryReportReq: 'deliveryReportReq',
  ReadReplyReq: 'readReplyReq',
  SubmitReq: 'submitReq',
}
