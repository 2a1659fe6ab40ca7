import type { DeliverReq } from '../../message.js'
import type { Fields, Rest } from '../codec.js'
import { sender } from '../codecs/address.js'
import { content, reference } from '../codecs/content.js'
import { anything } from '../codecs/extension.js'
import { previousSender, previousTime } from '../codecs/previous.js'
import { recipients } from '../codecs/recipients.js'
import { oneOf, text, version } from '../codecs/simple.js'
import { subject } from '../codecs/subject.js'
import { dateTime } from '../codecs/time-stamp.js'
import { extraData, uaCapabilities } from '../codecs/types.js'
import { many, one, repeated, required } from '../row.js'
import { applications } from './applications.js'
import type { Beside } from './beside.js'

/** Where the sender's identification is in a `SubmitReq`, and by mistake here. */
const IDENTIFICATION = 'mm7:SenderIdentification'

/** `DeliverReq` (TS 23.140 8.7.2.3, REL-6-MM7-1-4), with what Liberty's ID-MM7 adds to it. */
export const DELIVER_REQ = (): Fields<Omit<DeliverReq, Beside>> => ({
  mm7Version: required('mm7:MM7Version', version, { alsoCalled: ['mm7:Version'] }),
  mmsRelayServerId: one('mm7:MMSRelayServerID', text),
  extensions: many('mm7:Extension', anything), // Liberty's
  vaspId: one('mm7:VASPID', text, { alsoIn: [`${IDENTIFICATION}/mm7:VASPID`] }),
  vasId: one('mm7:VASID', text, { alsoIn: [`${IDENTIFICATION}/mm7:VASID`] }),
  linkedId: one('mm7:LinkedID', text),
  sender: required('mm7:Sender', sender, {
    alsoIn: ['mm7:SenderAddress', `${IDENTIFICATION}/mm7:SenderAddress`],
  }),
  recipients: one('mm7:Recipients', recipients),
  previouslySentBy: many('mm7:Previouslysentby/mm7:UserAgent', previousSender),
  previouslySentDateAndTime: many('mm7:Previouslysentdateandtime/mm7:DateTime', previousTime),
  senderSpi: one('mm7:SenderSPI', text),
  recipientSpi: one('mm7:RecipientSPI', text),
  timeStamp: one('mm7:TimeStamp', dateTime),
  replyChargingId: one('mm7:ReplyChargingID', text),
  priority: one('mm7:Priority', oneOf(['High', 'Normal', 'Low'])),
  subject: one('mm7:Subject', subject),
  ...applications(),
  uaCapabilities: one('mm7:UACapabilities', uaCapabilities),
  contents: repeated('mm7:Content', content),
  additionalInformation: many('mm7:AdditionalInformation', reference), // Liberty's
  messageExtraData: many('mm7:MessageExtraData/mm7:element', extraData), // Liberty's
})

/** What no property of a `DeliverReq` takes. */
export const DELIVER_REQ_REST: Rest = { filled: ['mm7:MessageExtraData'] }
