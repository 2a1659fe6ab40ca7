import type { Mm7Message } from '../../message.js'
import type { Fields, Rest, Table } from '../codec.js'
import { compileTable } from '../table.js'
import { DELIVER_REQ, DELIVER_REQ_REST } from './deliver-req.js'
import { DELIVERY_REPORT_REQ } from './delivery-report-req.js'
import { READ_REPLY_REQ } from './read-reply-req.js'
import { SUBMIT_REQ, SUBMIT_REQ_REST } from './submit-req.js'

/** The operations that a relay/server posts to a platform. */
export type OperationName = Mm7Message['operation']

/** Each operation's description. */
const FIELDS = {
  DeliverReq: DELIVER_REQ,
  DeliveryReportReq: DELIVERY_REPORT_REQ,
  ReadReplyReq: READ_REPLY_REQ,
  SubmitReq: SUBMIT_REQ,
} as const satisfies Readonly<Record<OperationName, unknown>>

/** The names of the operations that a relay/server posts to a platform. */
export const OPERATIONS: readonly OperationName[] = [
  'DeliverReq',
  'DeliveryReportReq',
  'ReadReplyReq',
  'SubmitReq',
]

/** What the schema has besides, operation by operation. */
const REST: { readonly [O in OperationName]?: Rest } = {
  DeliverReq: DELIVER_REQ_REST,
  SubmitReq: SUBMIT_REQ_REST,
}

const compiled = new Map<OperationName, Table>()

/** @returns the table of an operation, compiled when it is first asked for. */
export function tableOf(operation: OperationName): Table {
  const known = compiled.get(operation)
  if (known !== undefined) return known
  const table = compileTable(FIELDS[operation]() as Fields<unknown>, REST[operation])
  compiled.set(operation, table)
  return table
}

/** @returns the operation that a sender means by the name of an element, in whatever case. */
export function operationOf(name: string): OperationName | undefined {
  const lower = name.toLowerCase()
  return OPERATIONS.find((operation) => operation.toLowerCase() === lower)
}
