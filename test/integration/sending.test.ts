import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import {
  buildCancelReq,
  buildSubmitReq,
  type DeliverReq,
  parseMm7Response,
  Status,
} from '../../src/index.js'
import { createReceiver, toNodeListener } from '../../src/receiver/index.js'
import { createRelay, type Relay } from '../../src/testing/index.js'
import { readPage, snippetsOf } from '../support/markdown.js'
import { setUp } from './guide.js'

const PICTURE = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 255])

/** A file of the page, compiled as its reader would. */
interface Guide {
  readonly send: (request: unknown, account: unknown) => Promise<{ type: string; reason?: string }>
  readonly replyWithPicture: (
    message: DeliverReq,
    picture: Uint8Array,
    account: unknown,
  ) => Promise<{ type: string }>
  readonly keepReport: (report: unknown) => void
  readonly reports: Map<string, string[]>
  readonly sent: Map<string, string>
}

let guide: Guide
let remove: () => void
beforeAll(async () => {
  const files = snippetsOf(readPage('docs/guide/sending.md')).map(({ file, code }) => ({
    name: file as string,
    code,
  }))
  const made = await setUp(files)
  remove = made.remove
  const load = (name: string) => import(pathToFileURL(join(made.folder, name)).href)
  guide = { ...(await load('send.js')), ...(await load('reply.js')) } as Guide
}, 60_000)
afterAll(() => remove())

const servers: Server[] = []
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.close()
    server.closeAllConnections()
  }
})

async function listen(server: Server): Promise<string> {
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/mm7`
}

/** A relay/server that listens on a socket, and wants credentials. */
function serverOf(take: Relay['take']): Server {
  return createServer((req, res) => {
    const chunks: Buffer[] = []
    req.on('data', (chunk: Buffer) => chunks.push(chunk))
    req.on('end', () => {
      const isKnown = req.headers.authorization === `Basic ${btoa('vasp:secret')}`
      if (!isKnown) {
        res.writeHead(401, { 'content-type': 'text/html' }).end('<html><p>Sign in</html>')
        return
      }
      void take({ headers: req.headers, body: Buffer.concat(chunks) }).then((answer) => {
        res.writeHead(answer.status, answer.headers).end(answer.body)
      })
    })
  })
}

const account = (url: string) => ({ url, user: 'vasp', password: 'secret' })

describe('the whole circle, over sockets', () => {
  it('a message arrives, is stored, answered, replied to; its report arrives and is matched', async () => {
    const stored: DeliverReq[] = []
    const receiver = createReceiver({
      deliverReq(message) {
        stored.push(message)
      },
      deliveryReportReq: guide.keepReport,
      log() {},
    })
    const platform = await listen(createServer(toNodeListener(receiver)))
    const relay = createRelay(platform)
    const url = await listen(serverOf(relay.take))

    const delivery = await relay.deliver({
      transactionId: 'tx-1',
      linkedId: 'linked-1',
      sender: '+12025550123',
      recipients: { to: [{ kind: 'shortCode', value: '55501' }] },
      subject: 'A picture, please',
    })
    expect(delivery.isDelivered).toBe(true)

    const outcome = await guide.replyWithPicture(stored[0] as DeliverReq, PICTURE, account(url))
    expect(outcome).toMatchObject({
      type: 'accepted',
      response: { operation: 'SubmitRsp', transactionId: 'reply-tx-1', warnings: [] },
    })
    const [reply] = relay.taken
    expect(reply).toMatchObject({
      operation: 'SubmitReq',
      linkedId: 'linked-1',
      senderAddress: { kind: 'shortCode', value: '55501' },
      recipients: { to: [{ kind: 'number', value: '+12025550123' }] },
      subject: 'Grüße',
    })
    const attachments = reply?.operation === 'SubmitReq' ? reply.attachments : []
    expect(attachments.map(({ mediaType }) => mediaType)).toEqual([
      'application/smil',
      'image/png',
      'text/plain',
    ])
    expect(attachments[1]?.bytes).toEqual(PICTURE)
    expect(attachments[1]?.name).toBe('Bild.png')

    expect(await relay.reports()).toMatchObject([{ isDelivered: true }])
    const [messageId = ''] = guide.sent.keys()
    expect(guide.sent.get(messageId)).toBe('reply-tx-1')
    expect(guide.reports.get(messageId)).toEqual(['Retrieved'])
  })

  it('what was sent is taken back', async () => {
    const relay = createRelay(() => ({ status: 200, body: '' }))
    const url = await listen(serverOf(relay.take))
    const submit = { transactionId: '1', recipients: '12025550123' }
    expect((await guide.send(buildSubmitReq(submit), account(url))).type).toBe('accepted')
    const cancel = (messageId: string) =>
      guide.send(buildCancelReq({ transactionId: '2', messageId }), account(url))
    expect(await cancel('message-1')).toMatchObject({
      type: 'accepted',
      response: { operation: 'CancelRsp' },
    })
    expect(await cancel('message-2')).toMatchObject({
      type: 'refused',
      response: { status: { code: 2005 } },
    })
  })
})

describe('what the page says to repeat, and what never', () => {
  const request = buildSubmitReq({ transactionId: '1', recipients: '12025550123' })
  const answerWith = (status: number, type: string, body: string) =>
    listen(
      createServer((req, res) => {
        req.resume()
        res.writeHead(status, { 'content-type': type }).end(body)
      }),
    )
  const rsp = (code: number) =>
    `<e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/"><e:Header/><e:Body>
    <SubmitRsp><MM7Version>6.8.0</MM7Version><Status><StatusCode>${code}</StatusCode>
    <StatusText>t</StatusText></Status></SubmitRsp></e:Body></e:Envelope>`

  it.each([
    ['3510 Throughput exceeded', 200, 'text/xml', rsp(3510), 'later'],
    ['3000', 500, 'text/xml', rsp(3000), 'later'],
    ['HTTP 429', 429, 'text/plain', 'slow down', 'later'],
    ['2002', 200, 'text/xml', rsp(2002), 'refused'],
    ['4007', 200, 'text/xml', rsp(4007), 'refused'],
    ['1000 with HTTP 500', 500, 'text/xml', rsp(1000), 'unknown'],
    ['a page of HTML', 502, 'text/html', '<html><p>Bad gateway</html>', 'unknown'],
    ['an empty body', 200, 'text/xml', '', 'unknown'],
    ['1100', 200, 'text/xml', rsp(1100), 'accepted'],
  ])('%s', async (_, status, type, body, expected) => {
    const url = await answerWith(status, type, body)
    expect((await guide.send(request, account(url))).type).toBe(expected)
  })

  it('nobody listening: later; no answer in time, or a connection lost: unknown', async () => {
    const url = await answerWith(200, 'text/xml', '')
    const [server] = servers.splice(0)
    await new Promise((resolve) => server?.close(resolve))
    expect((await guide.send(request, account(url))).type).toBe('later')

    const hangsUp = await listen(createServer((req) => req.socket.destroy()))
    expect((await guide.send(request, account(hangsUp))).type).toBe('unknown')

    const timeout = vi.spyOn(AbortSignal, 'timeout').mockReturnValue(AbortSignal.abort())
    expect((await guide.send(request, account(url))).type).toBe('unknown')
    timeout.mockRestore()
  })
})

describe('a relay/server for tests', () => {
  const relay = createRelay(() => ({ status: 200, body: '' }))

  it.each([
    ['a deviation', '<SubmitReq><MM7Version>6.8.0</MM7Version></SubmitReq>', 'SubmitRsp', 4004],
    ['an unknown operation', '<DeliverReq/>', 'RSErrorRsp', 4003],
  ])('refuses %s', async (_, entry, operation, code) => {
    const ns = 'http://www.3gpp.org/ftp/Specs/archive/23_series/23.140/schema/REL-6-MM7-1-4'
    const xml = `<e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/" xmlns="${ns}"><e:Header><TransactionID>1</TransactionID></e:Header><e:Body>${entry}</e:Body></e:Envelope>`
    const body = new TextEncoder().encode(xml)
    const answer = await relay.take({ headers: { 'content-type': 'text/xml' }, body })
    const response = parseMm7Response(answer)
    expect(response).toMatchObject({ operation, isSuccess: false, status: { code } })
    expect(response.status.code).not.toBe(Status.Success.code)
  })
})
