import type { Report } from '../../common-fields.js'
import type { Fields, Tolerance } from '../codec.js'
import { recipient, sender } from '../codecs/address.js'
import { anything } from '../codecs/extension.js'
import { id, text, version } from '../codecs/simple.js'
import { expected, many, one, required } from '../row.js'

/** What a report begins with: which message it is about. */
export const reported = (): Pick<
  Fields<Report>,
  'mm7Version' | 'mmsRelayServerId' | 'extensions' | 'messageId' | 'recipient' | 'sender'
> => ({
  mm7Version: required('mm7:MM7Version', version, { alsoCalled: ['mm7:Version'] }),
  mmsRelayServerId: one('mm7:MMSRelayServerID', text),
  extensions: many('mm7:Extension', anything), // Liberty's
  messageId: required('mm7:MessageID', id),
  recipient: expected('mm7:Recipient', recipient, { alsoCalled: ['mm7:Recipients'] }),
  sender: expected('mm7:Sender', sender, { alsoIn: ['mm7:SenderAddress'] }),
})

/** Where senders put the status of a report who take it for an answer's. */
export const STATUS_CODE: Tolerance = { alsoIn: ['mm7:StatusCode', 'mm7:Status/mm7:StatusCode'] }

/** Its status in words. */
export const statusText = (): Pick<Fields<Report>, 'statusText'> => ({
  statusText: one('mm7:StatusText', text, { alsoIn: ['mm7:Status/mm7:StatusText'] }),
})
