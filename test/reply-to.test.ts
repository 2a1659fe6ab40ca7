import { describe, expect, it } from 'vitest'
import { buildSubmitReq, parseMm7Request, replyTo } from '../src/index.js'
import { MM7 } from '../src/soap/namespaces.js'
import { toDeliverReq } from '../src/testing/index.js'

const number = (value: string) => ({ kind: 'number', value, raw: value, displayOnly: false })

describe('what a reply takes over', () => {
  it('is the LinkedID, the addresses swapped, ids, version and namespace', () => {
    const message = toDeliverReq({
      sender: '+12025550123',
      recipients: { to: [{ kind: 'number', value: '1', displayOnly: true }, '55501'] },
      linkedId: 'linked',
      vaspId: 'vasp',
      vasId: 'vas',
      replyApplicId: 'game',
      mm7Version: '5.3.0',
      namespace: MM7.replace('REL-6-MM7-1-4', 'REL-5-MM7-1-2'),
    })
    const reply = replyTo(message)
    expect(reply).toEqual({
      recipients: [number('+12025550123')],
      senderAddress: number('55501'),
      linkedId: 'linked',
      vaspId: 'vasp',
      vasId: 'vas',
      applicId: 'game',
      mm7Version: '5.3.0',
      namespace: message.namespace,
    })
    const built = buildSubmitReq({ ...reply, transactionId: '1' })
    expect(parseMm7Request(built, { strict: true })).toMatchObject({ linkedId: 'linked' })
  })

  it('can be sent, whatever the message was like', () => {
    const message = toDeliverReq({ namespace: '', mm7Version: '6.8' })
    const odd = {
      ...message,
      sender: { kind: 'unknown', value: 'a@b', raw: 'a@b/TYPE=PLMN', displayOnly: true, id: '1 2' },
    } as const
    expect(replyTo(odd)).toEqual({
      recipients: [{ kind: 'rfc2822', value: 'a@b', raw: 'a@b', displayOnly: false }],
      namespace: MM7,
    })
    const disguised = { kind: 'unknown', value: '7', addressCoding: 'encrypted', id: 'a' } as const
    const reply = replyTo({ ...message, sender: { ...disguised, raw: '7', displayOnly: false } })
    expect(reply.recipients).toEqual([{ ...number('7'), addressCoding: 'encrypted', id: 'a' }])
    expect(() => buildSubmitReq({ ...reply, transactionId: '1' })).not.toThrow()
  })

  it('is nothing for what is no DeliverReq', () => {
    expect(() => replyTo(undefined as never)).toThrow(TypeError)
    expect(() => replyTo({ operation: 'DeliveryReportReq' } as never)).toThrow('Only a DeliverReq')
  })
})
