import type { ReadReplyReq } from '../../message.js'
import type { Fields } from '../codec.js'
import { readStatus } from '../codecs/status.js'
import { dateTime } from '../codecs/time-stamp.js'
import { expected, required } from '../row.js'
import { applications } from './applications.js'
import type { Beside } from './beside.js'
import { reported, STATUS_CODE, statusText } from './report.js'

/** `ReadReplyReq` (TS 23.140 8.7.5.1, REL-6-MM7-1-4). */
export const READ_REPLY_REQ = (): Fields<Omit<ReadReplyReq, Beside>> => ({
  ...reported(),
  timeStamp: expected('mm7:TimeStamp', dateTime, { alsoCalled: ['mm7:Date'] }),
  mmStatus: required('mm7:MMStatus', readStatus, STATUS_CODE),
  ...statusText(),
  ...applications(),
})
