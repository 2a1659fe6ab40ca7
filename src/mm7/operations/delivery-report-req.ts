import type { DeliveryReportReq } from '../../message.js'
import type { Fields } from '../codec.js'
import { oneOf } from '../codecs/simple.js'
import { deliveryStatus } from '../codecs/status.js'
import { dateTime } from '../codecs/time-stamp.js'
import { uaCapabilities } from '../codecs/types.js'
import { expected, one, required } from '../row.js'
import { applications } from './applications.js'
import type { Beside } from './beside.js'
import { reported, STATUS_CODE, statusText } from './report.js'

/** `DeliveryReportReq` (TS 23.140 8.7.4.1, REL-6-MM7-1-4). */
export const DELIVERY_REPORT_REQ = (): Fields<Omit<DeliveryReportReq, Beside>> => ({
  ...reported(),
  date: expected('mm7:Date', dateTime, { alsoCalled: ['mm7:TimeStamp'] }),
  mmStatus: required('mm7:MMStatus', deliveryStatus, STATUS_CODE),
  mmStatusExtension: one(
    'mm7:MMStatusExtension',
    oneOf(['RejectionByMMSRecipient', 'RejectionByOtherRS']),
  ),
  ...statusText(),
  ...applications(),
  uaCapabilities: one('mm7:UACapabilities', uaCapabilities),
})
