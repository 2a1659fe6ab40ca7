import type { ExtendedCancelReq } from '../../submission.js'
import type { Fields } from '../codec.js'
import { anything } from '../codecs/extension.js'
import { id, version } from '../codecs/simple.js'
import { many, required } from '../row.js'
import type { Beside } from './beside.js'
import { senderIdentification } from './sender-identification.js'

/** `extendedCancelReq` (TS 23.140 8.7.8.1, REL-6-MM7-1-4). */
export const EXTENDED_CANCEL_REQ = (): Fields<Omit<ExtendedCancelReq, Beside>> => ({
  mm7Version: required('mm7:MM7Version', version),
  ...senderIdentification(),
  extensions: many('mm7:Extension', anything), // Liberty's
  cancelId: required('mm7:CancelID', id),
})
