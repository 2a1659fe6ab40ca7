import type { ReplaceReq } from '../../submission.js'
import type { Fields } from '../codec.js'
import { content, contentClass } from '../codecs/content.js'
import { anything } from '../codecs/extension.js'
import { serviceCode } from '../codecs/service-code.js'
import { boolean, id, version } from '../codecs/simple.js'
import { dateTime, dateTimeOrDuration } from '../codecs/time-stamp.js'
import { many, one, repeated, required } from '../row.js'
import { applications } from './applications.js'
import type { Beside } from './beside.js'
import { distribution } from './distribution.js'
import { senderIdentification } from './sender-identification.js'

/** `ReplaceReq` (TS 23.140 8.7.7.1, REL-6-MM7-1-4). */
export const REPLACE_REQ = (): Fields<Omit<ReplaceReq, Beside>> => ({
  mm7Version: required('mm7:MM7Version', version),
  ...senderIdentification(),
  extensions: many('mm7:Extension', anything), // Liberty's
  messageId: required('mm7:MessageID', id),
  serviceCode: one('mm7:ServiceCode', serviceCode),
  timeStamp: one('mm7:TimeStamp', dateTime),
  readReply: one('mm7:ReadReply', boolean),
  earliestDeliveryTime: one('mm7:EarliestDeliveryTime', dateTimeOrDuration),
  ...distribution(),
  contentClass: one('mm7:ContentClass', contentClass),
  drmContent: one('mm7:DRMContent', boolean),
  ...applications(),
  contents: repeated('mm7:Content', content),
})
