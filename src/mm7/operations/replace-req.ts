import type { ReplaceReq } from '../../submission.js'
import type { Fields } from '../codec.js'
import { content, contentClass } from '../codecs/content.js'
import { anything } from '../codecs/extension.js'
import { serviceCode } from '../codecs/service-code.js'
import { boolean, id, text, version } from '../codecs/simple.js'
import { dateTime, dateTimeOrDuration } from '../codecs/time-stamp.js'
import { many, one, repeated, required } from '../row.js'
import type { Beside } from './beside.js'
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
  distributionIndicator: one('mm7:DistributionIndicator', boolean, {
    alsoCalled: ['mm7:DistributionProtection'],
    calledIn: { release: 'REL-5-MM7-1-0', name: 'DistributionProtection' },
  }),
  contentClass: one('mm7:ContentClass', contentClass),
  drmContent: one('mm7:DRMContent', boolean),
  applicId: one('mm7:ApplicID', text),
  replyApplicId: one('mm7:ReplyApplicID', text),
  auxApplicInfo: one('mm7:AuxApplicInfo', text),
  contents: repeated('mm7:Content', content),
})
