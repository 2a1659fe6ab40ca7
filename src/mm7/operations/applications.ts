import type { OfApplications } from '../../common-fields.js'
import type { Fields } from '../codec.js'
import { text } from '../codecs/simple.js'
import { one } from '../row.js'

/** Between which applications a request goes. */
export const applications = (): Fields<OfApplications> => ({
  applicId: one('mm7:ApplicID', text),
  replyApplicId: one('mm7:ReplyApplicID', text),
  auxApplicInfo: one('mm7:AuxApplicInfo', text, { alsoCalled: ['mm7:AuxApplicID'] }),
})
