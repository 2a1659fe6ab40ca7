import type { ExtendedReplaceReq } from '../../submission.js'
import type { Fields } from '../codec.js'
import { content } from '../codecs/content.js'
import { anything } from '../codecs/extension.js'
import { serviceCode } from '../codecs/service-code.js'
import { boolean, text, version } from '../codecs/simple.js'
import { dateTime, dateTimeOrDuration } from '../codecs/time-stamp.js'
import { many, one, repeated, required } from '../row.js'
import type { Beside } from './beside.js'

/** `extendedReplaceReq` (TS 23.140 8.7.9.1, REL-6-MM7-1-4): it has no `SenderIdentification`. */
export const EXTENDED_REPLACE_REQ = (): Fields<Omit<ExtendedReplaceReq, Beside>> => ({
  mm7Version: required('mm7:MM7Version', version),
  extensions: many('mm7:Extension', anything), // Liberty's
  vaspId: one('mm7:VASPID', text),
  vasId: one('mm7:VASID', text),
  serviceCode: one('mm7:ServiceCode', serviceCode),
  replaceId: one('mm7:ReplaceID', text),
  timeStamp: one('mm7:TimeStamp', dateTime),
  earliestDeliveryTime: one('mm7:EarliestDeliveryTime', dateTimeOrDuration),
  expiryDate: one('mm7:ExpiryDate', dateTimeOrDuration),
  readReply: one('mm7:ReadReply', boolean),
  deliveryReport: one('mm7:DeliveryReport', boolean),
  contents: repeated('mm7:Content', content),
})
