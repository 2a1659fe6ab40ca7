import type { CancelReq } from '../../submission.js'
import type { Fields } from '../codec.js'
import { anything } from '../codecs/extension.js'
import { id, version } from '../codecs/simple.js'
import { many, required } from '../row.js'
import { applications } from './applications.js'
import type { Beside } from './beside.js'
import { senderIdentification } from './sender-identification.js'

/** `CancelReq` (TS 23.140 8.7.6.1, REL-6-MM7-1-4). */
export const CANCEL_REQ = (): Fields<Omit<CancelReq, Beside>> => ({
  mm7Version: required('mm7:MM7Version', version),
  ...senderIdentification(),
  extensions: many('mm7:Extension', anything), // Liberty's
  messageId: required('mm7:MessageID', id),
  ...applications(),
})
