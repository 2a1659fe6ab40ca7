import { describe, expect, it } from 'vitest'
import { Mm7Error, Status } from '../../src/index.js'
import { createReceiver, type ReceiverOptions } from '../../src/receiver/index.js'
import { buildDeliverReq } from '../../src/testing/index.js'
import { readAnswer } from '../support/answer.js'
import { GOOD, ODD, receiverWith } from './given.js'

describe('a message that is kept', () => {
  it('is answered with HTTP 200, 1000 and its TransactionID', async () => {
    const { receive, events } = receiverWith()
    const { status, headers, body } = await receive(GOOD)
    expect(status).toBe(200)
    expect(headers).toEqual({
      'content-type': 'text/xml; charset=utf-8',
      'content-length': String(Buffer.byteLength(body)),
    })
    expect(readAnswer(body)).toMatchObject({ transactionId: 'tx-1', statusCode: 1000 })
    expect(events).toEqual([
      {
        type: 'accepted',
        httpStatus: 200,
        statusCode: 1000,
        operation: 'DeliverReq',
        transactionId: 'tx-1',
        linkedId: 'id-1',
      },
    ])
  })

  it('is handed to its handler with the request and a signal', async () => {
    const calls: unknown[] = []
    const { receive } = receiverWith({
      deliverReq: ({ transactionId }, { signal, request }) => {
        calls.push([transactionId, signal.aborted, request === GOOD])
      },
    })
    await receive(GOOD)
    expect(calls).toEqual([['tx-1', false, true]])
  })

  it('is logged with the codes of its warnings, each once', async () => {
    const { receive, events } = receiverWith()
    await receive(ODD)
    expect(events).toMatchObject([{ type: 'accepted', warnings: ['address-untyped'] }])
  })

  it('is a POST if there is no method, and in any case', async () => {
    const { receive } = receiverWith()
    const { headers, body } = GOOD
    expect((await receive({ headers, body })).status).toBe(200)
    expect((await receive({ method: 'post', headers, body })).status).toBe(200)
    expect((await receive({ method: undefined, headers, body })).status).toBe(200)
  })

  it('has the length of its answer in bytes', async () => {
    const { receive } = receiverWith()
    const { headers, body } = await receive(buildDeliverReq({ transactionId: 'Grüße' }))
    expect(Number(headers['content-length'])).toBe(body.length + 2)
  })
})

describe('the verdict of a handler', () => {
  const answerTo = async (verdict: unknown) => {
    const { receive, events } = receiverWith({ deliverReq: () => verdict as undefined })
    const { status, body } = await receive(GOOD)
    const answer = status === 200 ? readAnswer(body) : undefined
    return { status, body, answer, event: events[0] }
  }

  it('is the status of the answer', async () => {
    const verdict = { ...Status.ContentRefused, details: 'No pictures.' }
    const { status, body, answer, event } = await answerTo(verdict)
    expect(status).toBe(200)
    expect(answer).toMatchObject({ statusCode: 2004, statusText: 'Multimedia content refused' })
    expect(body).toContain('<Details>No pictures.</Details>')
    expect(event).toMatchObject({
      type: 'refused',
      statusCode: 2004,
      transactionId: 'tx-1',
      message: 'No pictures.',
    })
    expect(event).not.toHaveProperty('code')
  })

  it('may be a success of another code, or have a text alone', async () => {
    expect(await answerTo({ code: 1100 })).toMatchObject({
      answer: { statusCode: 1100, statusText: 'Partial success' },
      event: { type: 'accepted', statusCode: 1100 },
    })
    expect((await answerTo({ text: 'Kept' })).answer).toMatchObject({
      statusCode: 1000,
      statusText: 'Kept',
    })
    expect((await answerTo({})).event).toMatchObject({ type: 'accepted', statusCode: 1000 })
  })

  it('may be that the message was there already', async () => {
    expect(await answerTo({ isDuplicate: true })).toMatchObject({
      status: 200,
      answer: { statusCode: 1000 },
      event: { type: 'duplicate', statusCode: 1000, transactionId: 'tx-1' },
    })
    expect((await answerTo({ isDuplicate: false })).event).toMatchObject({ type: 'accepted' })
    expect((await answerTo({ isDuplicate: true, code: 4000 })).event?.type).toBe('refused')
  })

  it.each([
    [null, 'not null'],
    [false, 'not a boolean'],
    [[], 'not a list'],
    ['1000', 'not a string'],
    [{ code: '1000' }, 'its code is a number, not a string'],
    [{ text: {} }, 'its text is a string, not an object'],
    [{ status: 1000 }, 'a verdict has no status'],
    [{ code: 200 }, 'A status code is a number of four digits'],
  ])('is not %j: nobody knows what became of the message', async (verdict, what) => {
    const { status, event } = await answerTo(verdict)
    expect(status).toBe(503)
    expect(event).toMatchObject({ type: 'failed', code: 'handler-failed', transactionId: 'tx-1' })
    expect(event?.error?.[0]).toContain(what)
  })
})

describe('a handler that fails', () => {
  it.each([
    [
      'throws',
      () => {
        throw new Error('The store\nis down.')
      },
    ],
    [
      'rejects',
      async () => {
        throw new Error('The store\nis down.')
      },
    ],
  ] as [string, ReceiverOptions['deliverReq']][])(
    'is answered 503 if it %s',
    async (_, deliverReq) => {
      const { receive, events } = receiverWith({ deliverReq })
      expect(await receive(ODD)).toEqual({
        status: 503,
        headers: { 'content-length': '0' },
        body: '',
      })
      expect(events).toMatchObject([
        {
          type: 'failed',
          httpStatus: 503,
          code: 'handler-failed',
          operation: 'DeliverReq',
          transactionId: 'tx-2',
          warnings: ['address-untyped'],
        },
      ])
      expect(events[0]?.error?.slice(0, 2)).toEqual(['Error: The store', 'is down.'])
    },
  )

  it('is no refusal, whatever it throws', async () => {
    const error = new Mm7Error({ code: 'body-empty', message: 'Another one', partial: {} })
    const { receive, events } = receiverWith({ deliverReq: () => Promise.reject(error) })
    expect((await receive(GOOD)).status).toBe(503)
    expect(events).toMatchObject([{ type: 'failed', code: 'handler-failed' }])
  })

  it('is answered 503 if it takes too long, its signal aborted', async () => {
    let reason: unknown
    const { receive, events } = receiverWith({
      timeLimit: 5,
      deliverReq: (_, { signal }) =>
        new Promise((_resolve, reject) => {
          signal.addEventListener('abort', () => {
            reason = signal.reason
            reject(new Error('Too late for anyone to hear.'))
          })
        }),
    })
    expect((await receive(GOOD)).status).toBe(503)
    expect(events).toMatchObject([{ type: 'failed', code: 'time-limit', transactionId: 'tx-1' }])
    expect(events[0]?.message).toMatch(/^deliverReq took longer than 5 ms: /)
    expect(reason).toMatchObject({ name: 'TimeoutError' })
  })

  it('may have no time limit', async () => {
    const { receive } = receiverWith({ timeLimit: Number.POSITIVE_INFINITY })
    expect((await receive(GOOD)).status).toBe(200)
  })
})

describe('a message that cannot be read', () => {
  it('is answered with HTTP 200 and its status', async () => {
    const { receive, events } = receiverWith()
    const { status, body } = await receive({ headers: {}, body: new Uint8Array() })
    expect(status).toBe(200)
    expect(readAnswer(body).statusCode).toBe(2007)
    expect(events).toMatchObject([
      { type: 'refused', httpStatus: 200, statusCode: 2007, code: 'body-empty' },
    ])
    expect(events[0]?.message).toBeTypeOf('string')
  })

  it('is logged with what could be read', async () => {
    const { receive, events } = receiverWith({ strict: true })
    expect(readAnswer((await receive(ODD)).body)).toMatchObject({
      transactionId: 'tx-2',
      statusCode: 4004,
    })
    expect(events).toMatchObject([
      {
        type: 'refused',
        code: 'address-untyped',
        path: 'Sender',
        transactionId: 'tx-2',
        warnings: ['address-untyped'],
      },
    ])
  })
})

describe('options of the reader', () => {
  it('are passed through', async () => {
    const ids: unknown[] = []
    const { receive, events } = receiverWith({
      carrierIdHeader: 'X-Carrier',
      limits: { bodyBytes: 5000 },
      deliverReq: ({ carrierId }) => {
        ids.push(carrierId)
      },
    })
    await receive({ ...GOOD, headers: { ...GOOD.headers, 'x-carrier': '0001470' } })
    expect(ids).toEqual(['0001470'])
    await receive({ headers: {}, body: new Uint8Array(6000) })
    expect(events[1]).toMatchObject({ type: 'refused', code: 'body-too-large' })
  })
})

describe('misuse', () => {
  it.each([
    [undefined, 'Pass a handler that keeps the messages'],
    [() => {}, 'Pass a handler that keeps the messages'],
    [{}, 'Pass a handler that keeps the messages: createReceiver({ deliverReq:'],
    [{ deliverReq: 'keep' }, 'The option deliverReq is of type function, not string.'],
    [{ deliverReq() {}, onMessage() {} }, 'There is no option called onMessage'],
    [{ deliverReq() {}, log: console }, 'The option log is of type function'],
    [{ deliverReq() {}, timeLimit: 0 }, 'The option timeLimit must be a number above 0'],
    [{ deliverReq() {}, timeLimit: '8s' }, 'The option timeLimit is of type number'],
    [{ deliverReq() {}, bodyLimit: Number.NaN }, 'The option bodyLimit must be a number above 0'],
    [{ deliverReq() {}, strict: 1 }, 'The option strict is of type boolean'],
    [{ deliverReq() {}, limits: { bodyBytes: -1 } }, 'The limit bodyBytes must be'],
    [{ deliverReq() {}, limits: { body: 1 } }, 'There is no limit called body'],
  ])('of createReceiver is a TypeError: %j', (options, message) => {
    const create = () => createReceiver(options as unknown as ReceiverOptions)
    expect(create).toThrow(TypeError)
    expect(create).toThrow(message)
  })
})
