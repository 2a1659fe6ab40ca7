import { once } from 'node:events'
import { createServer, type RequestListener, type Server, request as send } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { connect } from 'node:net'
import { PassThrough, Readable } from 'node:stream'
import { afterEach, describe, expect, it, vi } from 'vitest'
import {
  type NodeRequest,
  type NodeResponse,
  type Receiver,
  type ReceiverRequest,
  toNodeListener,
} from '../../src/receiver/index.js'
import { readAnswer } from '../support/answer.js'
import { GOOD, receiverWith } from './given.js'

const body = GOOD.body as Uint8Array
const headers = GOOD.headers as Record<string, string>

let server: Server | undefined
afterEach(async () => {
  server?.closeAllConnections()
  await new Promise((resolve) => server?.close(resolve) ?? resolve(undefined))
  server = undefined
  vi.restoreAllMocks()
})

async function listen(listener: RequestListener): Promise<number> {
  server = createServer(listener).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return (server.address() as AddressInfo).port
}

/** A response that only notes what is done with it. */
function fakeResponse(others: Partial<NodeResponse> = {}) {
  const done: unknown[] = []
  const res: NodeResponse = {
    headersSent: false,
    on: () => res,
    writeHead: (status, fields) => done.push(status, fields),
    end: (text) => done.push(text),
    ...others,
  }
  return { res, done }
}

const incoming = (chunks: Iterable<unknown>, others: object = {}): NodeRequest =>
  Object.assign(Readable.from(chunks), { method: 'POST', headers, ...others })

describe('in a server', () => {
  it('answers a message, and the next on the same connection', async () => {
    const { receive, events } = receiverWith()
    const url = `http://127.0.0.1:${await listen(toNodeListener(receive))}`
    for (let i = 0; i < 2; i++) {
      const response = await fetch(url, { method: 'POST', headers, body: Buffer.from(body) })
      expect(response.status).toBe(200)
      expect(response.headers.get('content-type')).toBe('text/xml; charset=utf-8')
      const text = await response.text()
      expect(response.headers.get('content-length')).toBe(String(Buffer.byteLength(text)))
      expect(readAnswer(text)).toMatchObject({ transactionId: 'tx-1', statusCode: 1000 })
    }
    expect(events).toMatchObject([{ type: 'accepted' }, { type: 'accepted' }])
  })

  it('answers 405, 413 and an empty body', async () => {
    const { receive, events } = receiverWith()
    const url = `http://127.0.0.1:${await listen(toNodeListener(receive, { bodyLimit: 1000 }))}`
    const get = await fetch(url)
    expect([get.status, get.headers.get('allow')]).toEqual([405, 'POST'])
    expect((await fetch(url, { method: 'HEAD' })).status).toBe(405)
    const post = { method: 'POST', headers }
    expect((await fetch(url, { ...post, body: Buffer.alloc(1001) })).status).toBe(413)
    const stream = Readable.toWeb(Readable.from([Buffer.alloc(900), Buffer.alloc(101)]))
    const chunked = { ...post, body: stream, duplex: 'half' } as RequestInit
    expect((await fetch(url, chunked)).status).toBe(413)
    expect((await fetch(url, post)).status).toBe(200)
    expect(events.map(({ code }) => code)).toEqual([
      'method-not-allowed',
      'method-not-allowed',
      'body-over-limit',
      'body-over-limit',
      'body-empty',
    ])
  })

  it('answers after Expect: 100-continue', async () => {
    const { receive } = receiverWith()
    const port = await listen(toNodeListener(receive))
    const expecting = { ...headers, Expect: '100-continue', 'Content-Length': body.length }
    const request = send({ port, method: 'POST', headers: expecting })
    request.flushHeaders()
    await once(request, 'continue')
    request.end(body)
    const [response] = await once(request, 'response')
    expect(response.statusCode).toBe(200)
    response.resume()
  })

  it('logs a sender who hangs up as that, and goes on', async () => {
    const { receive, events } = receiverWith()
    const port = await listen(toNodeListener(receive))
    const socket: Socket = connect(port, '127.0.0.1')
    socket.write('POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1000\r\n\r\n')
    socket.write(Buffer.alloc(400))
    await vi.waitFor(() => expect(socket.bytesWritten).toBeGreaterThan(400))
    await new Promise((resolve) => setTimeout(resolve, 50))
    socket.resetAndDestroy()
    await vi.waitFor(() => expect(events).toHaveLength(1))
    expect(events).toMatchObject([
      { type: 'cut', code: 'hung-up', message: 'The sender hung up after 400 bytes of the body.' },
    ])
  })
})

describe('the body', () => {
  /** What the receiver gets. */
  async function received(req: NodeRequest, bodyLimit = 100) {
    const requests: ReceiverRequest[] = []
    const receiver: Receiver = async (request) => {
      requests.push(request)
      return { status: 200, headers: {}, body: 'answer' }
    }
    const { res, done } = fakeResponse()
    await toNodeListener(receiver, { bodyLimit })(req, res)
    expect(done).toEqual([200, {}, 'answer'])
    return requests[0] as ReceiverRequest
  }

  it('is put together from chunks of any size, whatever the Content-Length', async () => {
    const bytes = Uint8Array.from({ length: 100 }, (_, i) => i)
    const chunks = [
      bytes.subarray(0, 1),
      bytes.subarray(1, 1),
      bytes.subarray(1, 60),
      bytes.subarray(60),
    ]
    for (const length of [undefined, '100', '3', '1e9', 'many', '-1']) {
      const req = incoming(chunks, { headers: { ...headers, 'content-length': length } })
      const request = await received(req)
      expect(request.bodyRead).toBe('whole')
      expect(request.body).toEqual(bytes)
    }
  })

  it('grows where a length is not known, and has no limit if it is Infinity', async () => {
    const chunk = new Uint8Array(50_000).fill(7)
    const request = await received(incoming([chunk, chunk, chunk]), Number.POSITIVE_INFINITY)
    expect(Buffer.compare(request.body as Uint8Array, Buffer.alloc(150_000, 7))).toBe(0)
  })

  it('is read to its end beyond the limit, and not kept', async () => {
    let read = 0
    function* chunks() {
      for (; read < 5; read++) yield new Uint8Array(50)
    }
    const request = await received(incoming(chunks()))
    expect(request).toMatchObject({ bodyRead: 'too-large', body: new Uint8Array(0) })
    expect(read).toBe(5)
  })

  it.each([
    ['over a limit of the framework', { status: 413 }, 'too-large'],
    ['over a limit of the framework', { statusCode: 413 }, 'too-large'],
    ['cut', { code: 'ECONNRESET' }, 'cut'],
  ])('is %s if the stream fails so: %j', async (_, properties, bodyRead) => {
    function* chunks() {
      yield new Uint8Array(3)
      throw Object.assign(new Error('The stream has failed.'), properties)
    }
    expect(await received(incoming(chunks()))).toMatchObject({ bodyRead })
  })

  it('is what something in front has read, if that left the bytes', async () => {
    for (const given of [{ rawBody: body, body: {} }, { body }]) {
      const request = await received(incoming([], given), 1e6)
      expect(request).toMatchObject({ body, bodyRead: 'whole' })
    }
    expect((await received(incoming([], { body }))).bodyRead).toBe('too-large')
  })

  it('is read if what is in front only put something else there', async () => {
    const request = await received(incoming([new Uint8Array(3)], { body: {} }))
    expect(request).toMatchObject({ body: new Uint8Array(3), bodyRead: 'whole' })
  })

  it('is gone if something in front has read it and left no bytes', async () => {
    const stream = new PassThrough()
    stream.end('text')
    await once(stream.resume(), 'end')
    const req = Object.assign(stream, { method: 'POST', headers, body: 'text' })
    expect(await received(req)).toMatchObject({ bodyRead: 'consumed' })
  })

  it('is what the receiver says what to do about, if it comes as text', async () => {
    const { receive, events } = receiverWith()
    const { res, done } = fakeResponse()
    await toNodeListener(receive)(incoming(['text']), res)
    expect(done[0]).toBe(503)
    expect(events[0]?.message).toMatch(/^The body is a string\./)
  })

  it('has the limit of the receiver, or of its own, or 5 MB', async () => {
    const { receive } = receiverWith({ bodyLimit: 200 })
    const statusOf = async (size: number, receiver: Receiver, options?: { bodyLimit?: number }) => {
      const { res, done } = fakeResponse()
      await toNodeListener(receiver, options)(incoming([new Uint8Array(size)]), res)
      return done[0]
    }
    expect(await statusOf(200, receive)).toBe(200)
    expect(await statusOf(201, receive)).toBe(413)
    expect(await statusOf(201, receive, { bodyLimit: 300 })).toBe(200)
    expect(await statusOf(301, receive, { bodyLimit: 300 })).toBe(413)
    const around: Receiver = (request) => receive(request)
    expect(await statusOf(5 * 1024 * 1024, around)).toBe(200)
    expect(await statusOf(5 * 1024 * 1024 + 1, around)).toBe(413)
  })
})

describe('the response', () => {
  const { receive } = receiverWith()

  it.each([
    ['was sent by someone else', { headersSent: true }],
    ['has nobody who waits for it', { destroyed: true }],
  ])('is left alone if it %s', async (_, state) => {
    const { res, done } = fakeResponse(state)
    await toNodeListener(receive)(incoming([body]), res)
    expect(done).toEqual([])
  })

  it('may fail: the process goes on', async () => {
    const stream = new PassThrough()
    const writeHead = () => stream.destroy(new Error('write EPIPE'))
    const res = Object.assign(stream, { headersSent: false, writeHead })
    const closed = new Promise((resolve) => stream.once('close', resolve))
    await toNodeListener(receive)(incoming([body]), res)
    await closed
  })

  it('is 503 if a function around the receiver fails, which is printed', async () => {
    const error = vi.spyOn(console, 'error').mockImplementation(() => {})
    const { res, done } = fakeResponse()
    await toNodeListener(() => Promise.reject(new Error('The disk\nis full.')))(incoming([]), res)
    expect(done.slice(0, 1)).toEqual([503])
    expect(error.mock.calls).toEqual([[expect.stringMatching(/^mm7: Error: The disk is full\. /)]])
  })

  it('may not be to be had: that is printed, too', async () => {
    const error = vi.spyOn(console, 'error').mockImplementation(() => {})
    const writeHead = () => {
      throw new Error('ERR_HTTP2_INVALID_STREAM')
    }
    await toNodeListener(receive)(incoming([body]), fakeResponse({ writeHead }).res)
    expect(error).toHaveBeenCalledTimes(1)
  })
})

describe('misuse', () => {
  it('is to hand the listener a Request of fetch', () => {
    const listener = toNodeListener(async () => ({ status: 200, headers: {}, body: '' }))
    const listen = () => listener(new Request('http://localhost') as never, undefined as never)
    expect(listen).toThrow(TypeError)
    expect(listen).toThrow('for a Request of fetch use toFetchHandler')
  })

  it.each([
    [undefined, {}, 'Pass a receiver'],
    [{ deliverReq() {} }, {}, 'Pass a receiver'],
    [async () => {}, { bodyLimit: 0 }, 'The option bodyLimit must be a number above 0'],
    [async () => {}, { limit: 5 }, 'There is no option called limit'],
  ])('is a TypeError: %j %j', (receiver, options, message) => {
    const make = () => toNodeListener(receiver as unknown as Receiver, options as object)
    expect(make).toThrow(TypeError)
    expect(make).toThrow(message)
  })
})
