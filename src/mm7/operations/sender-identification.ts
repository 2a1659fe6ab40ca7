import type { SubmitReq } from '../../message.js'
import type { Fields, Rest } from '../codec.js'
import { sender } from '../codecs/address.js'
import { text } from '../codecs/simple.js'
import { one } from '../row.js'

const AROUND = 'mm7:SenderIdentification'

/** `SenderIdentification` (TS 23.140 senderIDType). */
export const senderIdentification = (): Fields<
  Pick<SubmitReq, 'vaspId' | 'vasId' | 'senderAddress'>
> => ({
  vaspId: one(`${AROUND}/mm7:VASPID`, text, { alsoIn: ['mm7:VASPID'] }),
  vasId: one(`${AROUND}/mm7:VASID`, text, { alsoIn: ['mm7:VASID'] }),
  senderAddress: one(`${AROUND}/mm7:SenderAddress`, sender, {
    alsoIn: ['mm7:SenderAddress', 'mm7:Sender'],
  }),
})

/** What the schema has besides: it is there even if it is empty. */
export const SENDER_IDENTIFICATION_REST: Rest = { holders: [AROUND] }
