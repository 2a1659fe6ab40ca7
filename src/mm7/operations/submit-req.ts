import type { SubmitReq } from '../../message.js'
import type { Fields, Rest } from '../codec.js'
import { content, contentClass } from '../codecs/content.js'
import { anything } from '../codecs/extension.js'
import { recipients } from '../codecs/recipients.js'
import { serviceCode } from '../codecs/service-code.js'
import { boolean, oneOf, text, version } from '../codecs/simple.js'
import { subject } from '../codecs/subject.js'
import { dateTime, dateTimeOrDuration } from '../codecs/time-stamp.js'
import { deliveryCondition, replyCharging } from '../codecs/types.js'
import { expected, many, one, repeated, required } from '../row.js'
import { applications } from './applications.js'
import type { Beside } from './beside.js'
import { distribution } from './distribution.js'
import { SENDER_IDENTIFICATION_REST, senderIdentification } from './sender-identification.js'

/** `SubmitReq` (TS 23.140 8.7.2.1, REL-6-MM7-1-4). */
export const SUBMIT_REQ = (): Fields<Omit<SubmitReq, Beside>> => ({
  mm7Version: required('mm7:MM7Version', version, { alsoCalled: ['mm7:Version'] }),
  ...senderIdentification(),
  extensions: many('mm7:Extension', anything), // Liberty's
  recipients: expected('mm7:Recipients', recipients),
  serviceCode: one('mm7:ServiceCode', serviceCode),
  linkedId: one('mm7:LinkedID', text),
  messageClass: one(
    'mm7:MessageClass',
    oneOf(['Personal', 'Informational', 'Advertisement', 'Auto']),
  ),
  timeStamp: one('mm7:TimeStamp', dateTime),
  replyCharging: one('mm7:ReplyCharging', replyCharging),
  earliestDeliveryTime: one('mm7:EarliestDeliveryTime', dateTimeOrDuration, {
    alsoCalled: ['mm7:EarlistDeliveryTime'],
  }),
  expiryDate: one('mm7:ExpiryDate', dateTimeOrDuration),
  deliveryReport: one('mm7:DeliveryReport', boolean),
  readReply: one('mm7:ReadReply', boolean),
  priority: one('mm7:Priority', oneOf(['High', 'Normal', 'Low'])),
  subject: one('mm7:Subject', subject),
  chargedParty: one(
    'mm7:ChargedParty',
    // Liberty's.
    oneOf(['Sender', 'Recipient', 'Both', 'Neither', 'ThirdParty', 'Other'], ['Other']),
  ),
  chargedPartyId: one('mm7:ChargedPartyID', text),
  ...distribution(),
  deliveryCondition: one('mm7:DeliveryCondition', deliveryCondition),
  ...applications(),
  contentClass: one('mm7:ContentClass', contentClass),
  drmContent: one('mm7:DRMContent', boolean),
  contents: repeated('mm7:Content', content),
})

/** What no property of a `SubmitReq` takes. */
export const SUBMIT_REQ_REST: Rest = /* @__PURE__ */ Object.assign({}, SENDER_IDENTIFICATION_REST, {
  // All of them Liberty's.
  kept: [
    ['recipients', 'mm7:PreferredChannels'],
    ['chargedPartyId', 'mm7:ThirdPartyPayer'],
    ['contents', 'mm7:AdditionalInformation'],
    ['contents', 'mm7:MessageExtraData'],
  ],
} satisfies Rest)
