import { describe, expect, it } from 'vitest'
import { Status } from '../../src/index.js'
import type { ReceiverOptions } from '../../src/receiver/index.js'
import {
  buildDeliverReq,
  buildDeliveryReportReq,
  buildPushedSubmitReq,
  buildReadReplyReq,
} from '../../src/testing/index.js'
import { readAnswer } from '../support/answer.js'
import { receiverWith } from './given.js'

const transactionId = 'tx-1'

const OPERATIONS = [
  ['DeliverReq', 'deliverReq', 'DeliverRsp', buildDeliverReq({ transactionId })],
  [
    'DeliveryReportReq',
    'deliveryReportReq',
    'DeliveryReportRsp',
    buildDeliveryReportReq({ transactionId, messageId: 'message-1' }),
  ],
  [
    'ReadReplyReq',
    'readReplyReq',
    'ReadReplyRsp',
    buildReadReplyReq({ transactionId, messageId: 'message-1' }),
  ],
  ['SubmitReq', 'submitReq', 'SubmitRsp', buildPushedSubmitReq({ transactionId })],
] as const

describe.each(OPERATIONS)('%s', (operation, handler, answer, request) => {
  it(`is handed to ${handler}, and answered with ${answer}`, async () => {
    const handed: string[] = []
    const handle = (message: { readonly operation: string }) => {
      handed.push(message.operation)
    }
    const { receive, events } = receiverWith({ [handler]: handle } as Partial<ReceiverOptions>)
    const { status, body } = await receive(request)
    expect(status).toBe(200)
    expect(readAnswer(body)).toMatchObject({ element: answer, transactionId, statusCode: 1000 })
    expect(handed).toEqual([operation])
    expect(events).toMatchObject([{ type: 'accepted', operation, transactionId }])
  })

  it(`is answered with ${answer} also where it cannot be used`, async () => {
    const text = new TextDecoder('latin1').decode(request.body)
    const broken = text.replace(/<(\w+:)?MM7Version.*?MM7Version>/s, '')
    const { receive, events } = receiverWith()
    const { status, body } = await receive({ ...request, body: Buffer.from(broken, 'latin1') })
    expect(status).toBe(200)
    expect(readAnswer(body)).toMatchObject({ element: answer, transactionId, statusCode: 4004 })
    expect(events).toMatchObject([
      { type: 'refused', code: 'element-missing', path: 'MM7Version', operation, transactionId },
    ])
  })
})

it.each(OPERATIONS.slice(1))(
  '%s is answered 4003 without %s',
  async (operation, handler, answer, request) => {
    const { receive, events } = receiverWith()
    const { status, body } = await receive(request)
    expect(status).toBe(200)
    expect(readAnswer(body)).toMatchObject({ element: answer, transactionId, statusCode: 4003 })
    expect(events).toMatchObject([
      {
        type: 'refused',
        code: 'operation-unsupported',
        operation,
        statusCode: 4003,
        transactionId,
      },
    ])
    expect(events[0]?.message).toContain(`pass ${handler} to createReceiver`)
  },
)

it('answers an operation that no platform takes with the fault', async () => {
  const [, , , { headers, body }] = OPERATIONS[3]
  const cancel = new TextDecoder('latin1').decode(body).replaceAll('SubmitReq', 'CancelReq')
  const { receive, events } = receiverWith()
  const response = await receive({ headers, body: Buffer.from(cancel, 'latin1') })
  expect(response.status).toBe(200)
  expect(readAnswer(response.body)).toMatchObject({ element: 'VASPErrorRsp', statusCode: 4003 })
  expect(events).toMatchObject([{ type: 'refused', operation: 'CancelReq', transactionId }])
})

it('logs the id of the message that a report is about, or that a submission gets', async () => {
  const { receive, events } = receiverWith({
    deliveryReportReq: () => {},
    submitReq: () => ({ messageId: 'given-1' }),
  })
  await receive(OPERATIONS[1][3])
  const { body } = await receive(OPERATIONS[3][3])
  expect(body).toContain('<MessageID>given-1</MessageID>')
  expect(events).toMatchObject([{ messageId: 'message-1' }, { messageId: 'given-1' }])
})

it('has what an answer may have besides its status, and no more', async () => {
  const { receive, events } = receiverWith({ deliverReq: () => ({ serviceCode: 'gold' }) })
  expect((await receive(OPERATIONS[0][3])).body).toContain('<ServiceCode>gold</ServiceCode>')
  const other = receiverWith({ deliverReq: () => ({ ...Status.Success, messageId: 'm' }) })
  expect((await other.receive(OPERATIONS[0][3])).status).toBe(503)
  expect(other.events[0]?.error?.[0]).toContain('has no messageId')
  expect(events).toHaveLength(1)
})
