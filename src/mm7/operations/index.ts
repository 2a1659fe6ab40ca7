import type { Mm7Message } from '../../message.js'
import type { Table } from '../codec.js'
import { type Catalog, catalog } from './catalog.js'
import { DELIVER_REQ, DELIVER_REQ_REST } from './deliver-req.js'
import { DELIVERY_REPORT_REQ } from './delivery-report-req.js'
import { READ_REPLY_REQ } from './read-reply-req.js'
import { SUBMIT_REQ, SUBMIT_REQ_REST } from './submit-req.js'

/** The operations that a relay/server posts to a platform. */
export type OperationName = Mm7Message['operation']

/** What a relay/server posts to a platform. */
export const RECEIVED: Catalog<OperationName> = /* @__PURE__ */ catalog(
  {
    DeliverReq: DELIVER_REQ,
    DeliveryReportReq: DELIVERY_REPORT_REQ,
    ReadReplyReq: READ_REPLY_REQ,
    SubmitReq: SUBMIT_REQ,
  },
  { DeliverReq: DELIVER_REQ_REST, SubmitReq: SUBMIT_REQ_REST },
)

/** The names of the operations that a relay/server posts to a platform. */
export const OPERATIONS: readonly OperationName[] = [
  'DeliverReq',
  'DeliveryReportReq',
  'ReadReplyReq',
  'SubmitReq',
]

/** @returns the table of an operation that a relay/server posts. */
export function tableOf(operation: OperationName): Table {
  return RECEIVED.tableOf(operation)
}
