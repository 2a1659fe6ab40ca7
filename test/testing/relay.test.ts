import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, it } from 'vitest'
import { buildDeliverRsp, buildVaspErrorFault, parseDeliverReq, Status } from '../../src/index.js'
import {
  type AttemptFailure,
  buildDeliverReq,
  createRelay,
  type HttpAnswer,
  type RelayHandler,
  type RelayOptions,
} from '../../src/testing/index.js'

const accept: RelayHandler = (request) => ({
  status: 200,
  body: buildDeliverRsp(parseDeliverReq(request)),
})

/** What a handler does with the first request, the second and so on; with those after, as `accept`. */
function script(...answers: (RelayHandler | HttpAnswer)[]): RelayHandler {
  return (request) => {
    const next = answers.shift() ?? accept
    return typeof next === 'function' ? next(request) : next
  }
}

const quick: RelayOptions = { retryDelay: 0 }

describe('createRelay', () => {
  it('delivers a message once where it is accepted', async () => {
    const seen: string[] = []
    const relay = createRelay((request) => {
      expect(request.method).toBe('POST')
      seen.push(parseDeliverReq(request, { strict: true }).subject ?? '')
      return accept(request)
    })
    const delivery = await relay.deliver({ transactionId: 'tx-1', subject: 'Hello' })
    expect(delivery).toEqual({
      transactionId: 'tx-1',
      isDelivered: true,
      attempts: [{ status: 200, statusCode: 1000 }],
    })
    expect(seen).toEqual(['Hello'])
    expect(relay.counts).toEqual({
      delivered: 1,
      givenUp: 0,
      requests: 1,
      duplicates: 0,
      resent: 0,
    })
  })

  const ok = { status: 200, body: '' }
  const failures: [AttemptFailure, string, RelayHandler | HttpAnswer][] = [
    ['http-status', 'a 503', { status: 503, body: '' }],
    ['http-status', 'a 201', async (request) => ({ ...(await accept(request)), status: 201 })],
    ['answer-malformed', 'an empty body', ok],
    ['answer-malformed', 'XML that is not well-formed', { ...ok, body: '<a>' }],
    ['answer-malformed', 'XML that is something else', { ...ok, body: '<Envelope/>' }],
    [
      'answer-malformed',
      'a fault',
      (request) => ({ status: 200, body: buildVaspErrorFault(parseDeliverReq(request)) }),
    ],
    [
      'answer-malformed',
      'an answer without a StatusCode',
      async (request) => edit(await accept(request), /<StatusCode>.*<\/StatusCode>/, ''),
    ],
    [
      'answer-malformed',
      'an answer to another operation',
      async (request) => edit(await accept(request), /DeliverRsp/g, 'SubmitRsp'),
    ],
    [
      'transaction-id',
      'another TransactionID',
      async (request) => edit(await accept(request), 'tx-1', 'tx-2'),
    ],
    [
      'transaction-id',
      'no TransactionID',
      async (request) => edit(await accept(request), /<TransactionID.*<\/TransactionID>/, ''),
    ],
    [
      'transaction-id',
      'a TransactionID of another namespace',
      async (request) =>
        edit(await accept(request), /(<TransactionID xmlns=")[^"]+/, '$1urn:other'),
    ],
    [
      'status-code',
      'a refusal',
      (request) => ({
        status: 200,
        body: buildDeliverRsp(parseDeliverReq(request), Status.ContentRefused),
      }),
    ],
    [
      'status-code',
      'a code below those of success',
      async (request) => edit(await accept(request), '>1000<', '>0999<'),
    ],
    ['connection', 'a handler that throws', () => Promise.reject(new Error('down'))],
    [
      'connection',
      'a handler that throws at once',
      () => {
        throw new Error('down')
      },
    ],
    ['time-limit', 'a handler that hangs', () => new Promise(() => {})],
  ]

  it.each(failures)('sends again after %s: %s', async (failure, _what, answer) => {
    const relay = createRelay(script(answer), { ...quick, timeLimit: 200 })
    const { isDelivered, attempts } = await relay.deliver({ transactionId: 'tx-1' })
    expect(attempts.map((one) => one.failure)).toEqual([failure, undefined])
    expect(isDelivered).toBe(true)
    expect(relay.counts).toMatchObject({ delivered: 1, requests: 2, resent: 1 })
  })

  it.each([
    ['bytes', async (request) => bytesOf(await accept(request))],
    [
      'white space around values',
      async (request) => edit(await accept(request), '>1000<', '>\n1000 <'),
    ],
    ['a partial success', async (request) => edit(await accept(request), '>1000<', '>1100<')],
  ] as [string, RelayHandler][])('takes %s', async (_what, answer) => {
    const relay = createRelay(answer, quick)
    expect((await relay.deliver({ transactionId: 'tx-1' })).attempts).toHaveLength(1)
  })

  it('gives up after the last retry, with what each attempt came to', async () => {
    const error = new Error('down')
    const relay = createRelay(() => Promise.reject(error), { ...quick, retries: 2 })
    const failed = { failure: 'connection', error }
    expect(await relay.deliver({ transactionId: 'tx-1' })).toEqual({
      transactionId: 'tx-1',
      isDelivered: false,
      attempts: [failed, failed, failed],
    })
    expect(relay.counts).toMatchObject({ delivered: 0, givenUp: 1, requests: 3 })
    const other = createRelay(() => Promise.reject(error), quick)
    expect((await other.deliver()).attempts).toHaveLength(6)
  })

  it('sends a share of the messages twice at once', async () => {
    let underWay = 0
    let most = 0
    const relay = createRelay(
      async (request) => {
        most = Math.max(most, ++underWay)
        await new Promise((resolve) => setTimeout(resolve, 1))
        underWay -= 1
        return accept(request)
      },
      { duplicates: 0.25, concurrency: 1 },
    )
    for (let n = 0; n < 8; n++) await relay.deliver()
    expect(most).toBe(2)
    expect(relay.counts).toMatchObject({ delivered: 8, requests: 10, duplicates: 2, resent: 0 })
  })

  it('loses a share of the answers, and sends again what was accepted', async () => {
    const relay = createRelay(accept, { ...quick, lostAnswers: 0.5 })
    const { attempts } = await relay.deliver()
    const { attempts: next } = await relay.deliver()
    expect(attempts).toEqual([{ status: 200, statusCode: 1000 }])
    expect(next).toEqual([
      { failure: 'answer-lost', status: 200, statusCode: 1000 },
      { status: 200, statusCode: 1000 },
    ])
    const refused = createRelay(script(ok), { ...quick, lostAnswers: 1, retries: 0 })
    expect((await refused.deliver()).attempts[0]?.failure).toBe('answer-malformed')
  })

  it('has no more messages under way than it may', async () => {
    let underWay = 0
    let most = 0
    const relay = createRelay(
      async (request) => {
        most = Math.max(most, ++underWay)
        await new Promise((resolve) => setTimeout(resolve, 1))
        underWay -= 1
        return accept(request)
      },
      { concurrency: 3 },
    )
    const all = Array.from({ length: 20 }, (_, n) => relay.deliver({ transactionId: `tx-${n}` }))
    const deliveries = await Promise.all(all)
    expect(most).toBe(3)
    expect(deliveries.map(({ transactionId }) => transactionId)).toEqual(
      Array.from({ length: 20 }, (_, n) => `tx-${n}`),
    )
  })

  it('says before it sends anything that a message cannot be built', async () => {
    const relay = createRelay(accept)
    await expect(relay.deliver({ carrierId: '\n' })).rejects.toThrow(TypeError)
    await expect(relay.send(buildDeliverReq() as never)).rejects.toThrow(/send\(\{ transactionId/)
    expect(relay.counts.requests).toBe(0)
  })

  it('takes no option that there is not, and no value that it cannot have', () => {
    for (const target of [undefined, 'localhost', { deliverReq: accept }]) {
      expect(() => createRelay(target as never)).toThrow(/^Pass the URL to post to/)
    }
    expect(() => createRelay(accept, { retrys: 1 } as RelayOptions)).toThrow(/retrys/)
    expect(() => createRelay(accept, { duplicates: 20 })).toThrow(
      new TypeError('The option duplicates is a number from 0 to 1, not 20.'),
    )
    expect(() => createRelay(accept, { retries: Number.NaN })).toThrow(/retries/)
    expect(() => createRelay(accept, { concurrency: 0 })).toThrow(/concurrency/)
    const { retries } = {} as { retries: number }
    expect(() => createRelay(accept, { retries })).not.toThrow()
  })
})

describe('createRelay, with a URL', () => {
  async function withServer(listener: RequestListener, use: (url: string) => Promise<void>) {
    const server = createServer(listener).listen(0, '127.0.0.1')
    await once(server, 'listening')
    try {
      await use(`http://127.0.0.1:${(server.address() as AddressInfo).port}/mm7`)
    } finally {
      server.close().closeAllConnections()
    }
  }

  it('posts what was built, and sends again when the connection fails', async () => {
    let requests = 0
    const listener: RequestListener = async (req, res) => {
      const chunks: Buffer[] = []
      for await (const chunk of req) chunks.push(chunk)
      requests += 1
      if (requests === 1) return void res.socket?.destroy()
      const request = { headers: req.headers, body: Buffer.concat(chunks) }
      expect(req.method).toBe('POST')
      res.end(buildDeliverRsp(parseDeliverReq(request, { strict: true })))
    }
    await withServer(listener, async (url) => {
      const relay = createRelay(url, quick)
      const attachments = [{ bytes: new Uint8Array(20_000).fill(0xff), mediaType: 'image/jpeg' }]
      const { attempts } = await relay.deliver({ transactionId: 'tx-1', attachments })
      expect(attempts.map(({ failure }) => failure)).toEqual(['connection', undefined])
    })
  })

  it('hangs up when the time has passed', async () => {
    let hungUp = (): void => {}
    const hangUp = new Promise<void>((resolve) => {
      hungUp = resolve
    })
    const listener: RequestListener = (_, res) => void res.on('close', hungUp)
    await withServer(listener, async (url) => {
      const relay = createRelay(url, { retries: 0, timeLimit: 1000 })
      const { attempts } = await relay.deliver()
      expect(attempts).toEqual([{ failure: 'time-limit' }])
      await hangUp
    })
  })
})

function edit({ status, body }: HttpAnswer, from: string | RegExp, to: string): HttpAnswer {
  const edited = String(body).replace(from, to)
  expect(edited).not.toBe(body)
  return { status, body: edited }
}

function bytesOf({ status, body }: HttpAnswer): HttpAnswer {
  return { status, body: new TextEncoder().encode(String(body)) }
}
