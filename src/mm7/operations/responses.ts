import type { Mm7Response, ResponseStatus } from '../../response.js'
import type { Codec, Fields } from '../codec.js'
import { details } from '../codecs/details.js'
import { id, positiveInteger, text, version } from '../codecs/simple.js'
import { warnAt } from '../context.js'
import { expected, one, required } from '../row.js'
import { type Catalog, catalog } from './catalog.js'

/** What is read of an answer's element. */
export type ResponseFields = Pick<Mm7Response, 'mm7Version' | 'messageId'> & Partial<ResponseStatus>

const STATUS = 'mm7:Status'

/** What every answer has. */
const shared = (): Pick<Fields<ResponseFields>, 'mm7Version' | 'code'> => ({
  mm7Version: expected('mm7:MM7Version', version, { alsoCalled: ['mm7:Version'] }),
  code: required(`${STATUS}/mm7:StatusCode`, positiveInteger, { alsoIn: ['mm7:StatusCode'] }),
})

/** responseStatusType (TS 23.140): its elements may have any order. */
const status = (): Pick<Fields<ResponseFields>, 'text' | 'details'> => ({
  text: expected(`${STATUS}/mm7:StatusText`, text, {
    alsoIn: ['mm7:StatusText'],
    isInAnyOrder: true,
  }),
  details: one(`${STATUS}/mm7:Details`, details, {
    alsoCalled: ['mm7:Detail'],
    alsoIn: ['mm7:Details'],
    isInAnyOrder: true,
  }),
})

/** Of the extended answers the status is the code alone. */
const foreignStatus = (): Pick<Fields<ResponseFields>, 'text' | 'details'> => ({
  text: one(`${STATUS}/mm7:StatusText`, text, { isForeign: true, isInAnyOrder: true }),
  details: one(`${STATUS}/mm7:Details`, details, { isForeign: true, isInAnyOrder: true }),
})

const foreignId = (): Pick<Fields<ResponseFields>, 'messageId'> => ({
  messageId: one('mm7:MessageID', id, { isForeign: true }),
})

const ownId = (): Pick<Fields<ResponseFields>, 'messageId'> => ({
  messageId: expected('mm7:MessageID', reportedId()),
})

/** messageIDType: an empty one is none, which is reported. */
const reportedId = (): Codec<string> => ({
  ...id,
  read: (context, element, path) => {
    const value = id.read(context, element, path)
    if (value !== undefined) return value
    warnAt(context, 'element-missing', `${path} is empty; read without it.`, path, element)
    return undefined
  },
})

/** genericResponseType (TS 23.140); VectorCore and others add the MessageID. */
const GENERIC_RSP = (): Fields<ResponseFields> => ({ ...shared(), ...status(), ...foreignId() })

/** `RSErrorRsp` (TS 23.140 8.7.3.1): a refusal, also if it does not say which. */
const RS_ERROR_RSP = (): Fields<ResponseFields> => {
  const fields = GENERIC_RSP()
  return { ...fields, code: { ...fields.code, presence: 'expected' } }
}

/** `SubmitRsp` (TS 23.140 8.7.2.2, REL-6-MM7-1-4). */
const SUBMIT_RSP = (): Fields<ResponseFields> => ({ ...shared(), ...status(), ...ownId() })

/** `extendedCancelRsp` (TS 23.140 8.7.8.2, REL-6-MM7-1-4): not a genericResponseType. */
const EXTENDED_CANCEL_RSP = (): Fields<ResponseFields> => ({
  ...shared(),
  ...foreignStatus(),
  ...foreignId(),
})

/** `extendedReplaceRsp` (TS 23.140 8.7.9.2, REL-6-MM7-1-4): its MessageID comes before the status. */
const EXTENDED_REPLACE_RSP = (): Fields<ResponseFields> => {
  const { mm7Version, code } = shared()
  return { mm7Version, ...ownId(), code, ...foreignStatus() }
}

/** What a relay/server answers a platform with. */
export const RESPONSES: Catalog<Mm7Response['operation']> = /* @__PURE__ */ catalog({
  SubmitRsp: SUBMIT_RSP,
  CancelRsp: GENERIC_RSP,
  ReplaceRsp: GENERIC_RSP,
  extendedCancelRsp: EXTENDED_CANCEL_RSP,
  extendedReplaceRsp: EXTENDED_REPLACE_RSP,
  RSErrorRsp: RS_ERROR_RSP,
})
