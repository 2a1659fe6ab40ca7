import type { DeliveryReportReq } from '../../message.js'
import type { Fields } from '../codec.js'
import { recipient, sender } from '../codecs/address.js'
import { anything } from '../codecs/extension.js'
import { id, oneOf, text, version } from '../codecs/simple.js'
import { deliveryStatus } from '../codecs/status.js'
import { dateTime } from '../codecs/time-stamp.js'
import { uaCapabilities } from '../codecs/types.js'
import { expected, many, one, required } from '../row.js'
import type { Beside } from './beside.js'

/** `DeliveryReportReq` (TS 23.140 8.7.4.1, REL-6-MM7-1-4). */
export const DELIVERY_REPORT_REQ = (): Fields<Omit<DeliveryReportReq, Beside>> => ({
  mm7Version: required('mm7:MM7Version', version, { alsoCalled: ['mm7:Version'] }),
  mmsRelayServerId: one('mm7:MMSRelayServerID', text),
  extensions: many('mm7:Extension', anything), // Liberty's
  messageId: required('mm7:MessageID', id),
  recipient: expected('mm7:Recipient', recipient, { alsoCalled: ['mm7:Recipients'] }),
  sender: expected('mm7:Sender', sender, { alsoIn: ['mm7:SenderAddress'] }),
  date: expected('mm7:Date', dateTime, { alsoCalled: ['mm7:TimeStamp'] }),
  mmStatus: required('mm7:MMStatus', deliveryStatus, {
    alsoIn: ['mm7:StatusCode', 'mm7:Status/mm7:StatusCode'],
  }),
  mmStatusExtension: one(
    'mm7:MMStatusExtension',
    oneOf(['RejectionByMMSRecipient', 'RejectionByOtherRS']),
  ),
  statusText: one('mm7:StatusText', text, { alsoIn: ['mm7:Status/mm7:StatusText'] }),
  applicId: one('mm7:ApplicID', text),
  replyApplicId: one('mm7:ReplyApplicID', text),
  auxApplicInfo: one('mm7:AuxApplicInfo', text),
  uaCapabilities: one('mm7:UACapabilities', uaCapabilities),
})
