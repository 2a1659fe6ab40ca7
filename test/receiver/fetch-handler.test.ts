import { afterEach, describe, expect, expectTypeOf, it, vi } from 'vitest'
import { type Receiver, type ReceiverRequest, toFetchHandler } from '../../src/receiver/index.js'
import { readAnswer } from '../support/answer.js'
import { GOOD, receiverWith } from './given.js'

const body = Buffer.from(GOOD.body as Uint8Array)
const headers = GOOD.headers as Record<string, string>
const post = (init: object = {}) =>
  new Request('http://127.0.0.1/mm7', { method: 'POST', headers, body, ...init })

afterEach(() => vi.restoreAllMocks())

describe('a Request', () => {
  it('gets a Response', async () => {
    const { receive, events } = receiverWith()
    const response = await toFetchHandler(receive)(post())
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe('text/xml; charset=utf-8')
    const text = await response.text()
    expect(response.headers.get('content-length')).toBe(String(Buffer.byteLength(text)))
    expect(readAnswer(text)).toMatchObject({ transactionId: 'tx-1', statusCode: 1000 })
    expect(events).toMatchObject([{ type: 'accepted' }])
  })

  it('fits the types of fetch', () => {
    expectTypeOf(toFetchHandler).returns.toExtend<(request: Request) => Promise<Response>>()
  })

  it.each([
    ['another method', { method: 'GET', body: null }, 405, 'method-not-allowed'],
    ['no body', { body: null }, 200, 'body-empty'],
    ['a body over the limit', { body: Buffer.alloc(2001) }, 413, 'body-over-limit'],
    [
      'a body that is not as long as it says',
      { headers: { ...headers, 'content-length': '7' } },
      503,
      'content-length-mismatch',
    ],
  ])('is answered with %s', async (_, init, status, code) => {
    const { receive, events } = receiverWith()
    const response = await toFetchHandler(receive, { bodyLimit: 2000 })(post(init))
    expect(response.status).toBe(status)
    expect(events).toMatchObject([{ httpStatus: status, code }])
    if (status !== 200) expect(await response.text()).toBe('')
  })
})

describe('the body', () => {
  async function outcome(request: Request) {
    const { receive, events } = receiverWith()
    const { status } = await toFetchHandler(receive)(request)
    return { status, event: events[0] }
  }
  const streaming = (stream: ReadableStream) => post({ body: stream, duplex: 'half' })

  it('may come in chunks', async () => {
    const requests: ReceiverRequest[] = []
    const handler = toFetchHandler(async (request) => {
      requests.push(request)
      return { status: 200, headers: {}, body: '' }
    })
    await handler(
      streaming(
        new ReadableStream({
          start(controller) {
            controller.enqueue(body.subarray(0, 9))
            controller.enqueue(body.subarray(9))
            controller.close()
          },
        }),
      ),
    )
    expect(requests[0]?.bodyRead).toBe('whole')
    expect(Buffer.compare(requests[0]?.body as Uint8Array, body)).toBe(0)
  })

  it('may break off', async () => {
    const stream = new ReadableStream({
      start: (controller) => controller.enqueue(new Uint8Array(9)),
      pull: (controller) => controller.error(new Error('aborted')),
    })
    expect((await outcome(streaming(stream))).event).toMatchObject({ type: 'cut', code: 'hung-up' })
  })

  it('may be gone', async () => {
    const used = post()
    await used.arrayBuffer()
    const locked = post()
    locked.body?.getReader()
    for (const request of [used, locked]) {
      const { status, event } = await outcome(request)
      expect(status).toBe(503)
      expect(event).toMatchObject({ type: 'failed', code: 'request-unusable' })
    }
  })
})

it('is answered 503 if a function around the receiver fails, which is printed', async () => {
  const error = vi.spyOn(console, 'error').mockImplementation(() => {})
  const response = await toFetchHandler(() => Promise.reject(new Error('full')))(post())
  expect(response.status).toBe(503)
  expect(error.mock.calls).toEqual([[expect.stringMatching(/^mm7: Error: full /)]])
})

it.each([{ method: 'POST', headers: { 'content-type': 'text/xml' } }, undefined])(
  'refuses %j: it is no Request',
  (request) => {
    const handle = () => toFetchHandler(receiverWith().receive)(request as never)
    expect(handle).toThrow(TypeError)
    expect(handle).toThrow("for (req, res) of Node's servers use toNodeListener")
  },
)

it('is made of a receiver', () => {
  expect(() => toFetchHandler({} as Receiver)).toThrow(TypeError)
})
