import { describe, expect, it } from 'vitest'
import {
  buildCancelReq,
  buildExtendedCancelReq,
  buildExtendedReplaceReq,
  buildMm7Rsp,
  buildReplaceReq,
  buildSubmitReq,
  type DeliveryReportReq,
  type Mm7Request,
  type Mm7Response,
  parseMm7Request,
  parseMm7Response,
} from '../../src/index.js'
import { MM7, SOAP } from '../../src/soap/namespaces.js'
import { createRelay, type Relay, type RelayOptions } from '../../src/testing/index.js'

/** A relay/server, and the reports that it has sent. */
function relayWith(options: RelayOptions = {}): { relay: Relay; received: DeliveryReportReq[] } {
  const received: DeliveryReportReq[] = []
  const relay = createRelay((request) => {
    const report = parseMm7Request(request, { strict: true }) as DeliveryReportReq
    received.push(report)
    return { status: 200, body: buildMm7Rsp(report) }
  }, options)
  return { relay, received }
}

async function take(relay: Relay, request: Mm7Request): Promise<Mm7Response> {
  const { status, headers, body } = await relay.take(request)
  expect([status, headers]).toEqual([200, { 'content-type': 'text/xml; charset=utf-8' }])
  return parseMm7Response({ headers, body })
}

const SUBMIT = { transactionId: '1', recipients: '12025550123' }
const ANSWER = {
  transactionId: '1',
  mm7Version: '6.8.0',
  namespace: MM7,
  isSuccess: true,
  status: { code: 1000, text: 'Success' },
  warnings: [],
}

describe('what a platform posts to a relay/server', () => {
  it('is accepted with the answer of its operation, and kept', async () => {
    const { relay } = relayWith()
    const replaced = { transactionId: '1', messageId: 'message-1' }
    expect(await take(relay, buildSubmitReq(SUBMIT))).toEqual({
      ...ANSWER,
      operation: 'SubmitRsp',
      messageId: 'message-1',
    })
    expect(await take(relay, buildReplaceReq(replaced))).toEqual({
      ...ANSWER,
      operation: 'ReplaceRsp',
    })
    expect(await take(relay, buildCancelReq(replaced))).toEqual({
      ...ANSWER,
      operation: 'CancelRsp',
    })
    const extended = await take(relay, buildExtendedReplaceReq({ transactionId: '1' }))
    expect(extended).toMatchObject({
      operation: 'extendedReplaceRsp',
      isSuccess: true,
      messageId: 'message-2',
    })
    const cancelled = buildExtendedCancelReq({ transactionId: '1', cancelId: 'c' })
    const extendedCancel = await take(relay, cancelled)
    expect(extendedCancel).toMatchObject({ operation: 'extendedCancelRsp', isSuccess: true })
    expect(extendedCancel).not.toHaveProperty('messageId')
    expect(relay.taken.map(({ operation }) => operation)).toEqual([
      'SubmitReq',
      'ReplaceReq',
      'CancelReq',
      'extendedReplaceReq',
      'extendedCancelReq',
    ])
  })

  it('is refused, and not kept, where no message has the MessageID', async () => {
    const { relay } = relayWith()
    const unknown = { transactionId: '1', messageId: 'message-1' }
    for (const build of [buildCancelReq, buildReplaceReq]) {
      expect(await take(relay, build(unknown))).toMatchObject({
        isSuccess: false,
        status: { code: 2005, text: 'Message ID Not found' },
      })
    }
    expect(relay.taken).toEqual([])
  })

  const requestOf = (entry: string, header = `<TransactionID xmlns="${MM7}">7</TransactionID>`) => {
    const xml = `<e:Envelope xmlns:e="${SOAP}" xmlns="${MM7}"><e:Header>${header}</e:Header><e:Body>${entry}</e:Body></e:Envelope>`
    return { headers: { 'content-type': 'text/xml' }, body: new TextEncoder().encode(xml) }
  }

  it('is refused for a deviation, which the answer tells', async () => {
    const { relay } = relayWith()
    const answer = await take(
      relay,
      requestOf('<SubmitReq><MM7Version>5.3.0</MM7Version></SubmitReq>'),
    )
    expect(answer).toMatchObject({
      operation: 'SubmitRsp',
      transactionId: '7',
      mm7Version: '5.3.0',
      namespace: MM7,
      isSuccess: false,
      status: { code: 4004, text: 'Validation error' },
    })
    expect(answer.status.details).toBe('There is no SenderIdentification; read without it.')
    expect(relay.taken).toEqual([])
  })

  it('is answered with a Fault where it is no request of a platform', async () => {
    const { relay } = relayWith()
    const answer = await take(relay, requestOf('<DeliverReq/>'))
    expect(answer).toMatchObject({
      operation: 'RSErrorRsp',
      transactionId: '7',
      mm7Version: '6.8.0',
      status: { code: 4003 },
      warnings: [],
    })
    const unreadable = await take(relay, { headers: {}, body: new Uint8Array(0) })
    expect(unreadable).toMatchObject({ operation: 'RSErrorRsp', mm7Version: '6.8.0' })
    expect(unreadable.status.code).toBe(2007)
  })

  it('is a TypeError where the call is wrong', async () => {
    await expect(relayWith().relay.take({ body: '' } as never)).rejects.toThrow(TypeError)
  })
})

describe('the reports of a relay/server', () => {
  it('come for each recipient that the message is for, to its sender, after the answer', async () => {
    const { relay, received } = relayWith()
    const recipients = {
      to: ['12025550123', { kind: 'number' as const, value: '3', displayOnly: true }],
      cc: 'a@example.com',
      bcc: { kind: 'shortCode' as const, value: '4' },
    }
    const request = buildSubmitReq({
      ...SUBMIT,
      recipients,
      senderAddress: '55501',
      deliveryReport: true,
    })
    await take(relay, request)
    expect(received).toEqual([])
    const deliveries = await relay.reports()
    expect(deliveries.map(({ isDelivered }) => isDelivered)).toEqual([true, true, true])
    expect(received.map(({ recipient }) => recipient?.value)).toEqual([
      '12025550123',
      'a@example.com',
      '4',
    ])
    expect(received.map(({ transactionId }) => transactionId)).toEqual([
      'report-1',
      'report-2',
      'report-3',
    ])
    expect(received[0]).toMatchObject({
      messageId: 'message-1',
      sender: { value: '55501' },
      mmStatus: { known: 'Retrieved' },
    })
    expect(Math.abs(Date.now() - Number(received[0]?.date?.date))).toBeLessThan(60_000)
  })

  it('say what the test wants, and come only where they are asked for', async () => {
    const { relay, received } = relayWith({ mmStatus: 'Expired' })
    await take(relay, buildSubmitReq(SUBMIT))
    await take(relay, buildSubmitReq({ ...SUBMIT, deliveryReport: false }))
    await take(relay, buildSubmitReq({ ...SUBMIT, deliveryReport: true }))
    await relay.reports()
    expect(received).toMatchObject([{ messageId: 'message-3', mmStatus: { known: 'Expired' } }])
  })
})
