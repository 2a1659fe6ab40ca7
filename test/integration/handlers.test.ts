import { connect } from 'node:net'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { answerIn, expectedAnswer } from './answers.js'
import { allCaptures, goodCapture, postable, readCapture } from './captures.js'
import { type Client, curl, undici } from './clients.js'
import { PAGES } from './guide.js'
import { describeSocket, expectDrain } from './socket-cases.js'
import { type Running, start } from './start.js'

// Machines that build are busy ones.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

const clients: [string, Client][] = [
  ['curl', curl],
  ['undici', undici],
]

describe.each(PAGES)('the server of %s.md', (page) => {
  let handler: Running
  beforeAll(async () => {
    handler = await start(page)
  })
  afterAll(() => handler.stop())
  const logged = (type: string, transactionId?: string) =>
    handler
      .events()
      .filter((event) => event['type'] === type && event['transactionId'] === transactionId)

  // A curl is a process each: one page is enough. One is posted all captures, the others share them.
  const mine = page === 'node-http' ? clients : clients.slice(1)
  describe.each(mine)('posted to with %s', (clientName, post) => {
    const own = (id: string) => `${id}-${clientName}`
    const timesKept = (id: string) => handler.kept.filter((one) => one === id).length

    it('answers captures as the library does, many at a time', async () => {
      const captures = allCaptures()
        .filter(({ name }) => post === undici || name.startsWith('skycore/'))
        .filter((_, i) => page === 'node-http' || i % PAGES.length === PAGES.indexOf(page))
        .map(postable)
      const waiting = [...captures]
      const one = async () => {
        for (let capture = waiting.pop(); capture !== undefined; capture = waiting.pop()) {
          const answer = await post(handler.url, capture)
          expect.soft(answer.body.toString(), capture.name).toBe(expectedAnswer(capture))
          answerIn(answer)
        }
      }
      await Promise.all(Array.from({ length: 8 }, one))
      expect(captures.length).toBeGreaterThan(post === undici ? 30 : 10)
    })

    it('keeps a message that comes six times at once once, and answers each', async () => {
      const capture = goodCapture(own('duplicate'))
      const answers = await Promise.all(Array.from({ length: 6 }, () => post(handler.url, capture)))
      const verdict = { transactionId: own('duplicate'), statusCode: 1000 }
      expect(answers.map(answerIn)).toMatchObject(answers.map(() => verdict))
      expect(timesKept(own('duplicate'))).toBe(1)
    })

    it('answers a hostile message with the verdict, its TransactionID found', async () => {
      const answer = answerIn(
        await post(handler.url, postable(readCapture('synthetic/doctype.http'))),
      )
      expect(answer.statusCode).toBe(4004)
    })

    it.each([
      ['none', undefined],
      ['an empty one', Buffer.alloc(0)],
    ])('answers a request whose body is %s', async (_, body) => {
      const headers: [string, string][] = [['Content-Type', 'text/xml']]
      const bare = { ...(body && { body }) }
      expect(answerIn(await post(handler.url, { headers, ...bare })).statusCode).toBe(2007)
      expect(answerIn(await post(handler.url, bare)).statusCode).toBe(2007)
    })

    it('answers whatever the Content-Type, even one that is not quite right', async () => {
      const { headers, body } = goodCapture(own('odd-type'))
      const boundary = '----=_Part_139078_1411587550.1397492135426'
      for (const type of [
        `multipart/related boundary="${boundary}"`,
        'text',
        '',
        'application/json',
      ]) {
        const others = headers.filter(([name]) => !/^content-type$/i.test(name))
        const odd: typeof headers = [...others, ['Content-Type', type]]
        const capture = { headers: odd, body }
        const answer = await post(handler.url, capture)
        expect(answer.body.toString(), type).toBe(expectedAnswer(capture))
      }
    })

    it('logs in one line what it refuses, and what it accepts with warnings', async () => {
      await post(handler.url, goodCapture(own('not-logged')))
      const whole = goodCapture(own('logged'))
      const end = whole.body.lastIndexOf('\r\n--')
      await post(handler.url, { ...whole, body: whole.body.subarray(0, end) })
      await post(handler.url, { ...whole, body: whole.body.subarray(0, 700) })
      await vi.waitFor(() => {
        const warnings = ['delimiter-not-closed']
        expect(logged('accepted', own('logged'))).toMatchObject([{ warnings }])
        expect(logged('refused', own('logged'))).toHaveLength(1)
      })
      expect(logged('accepted', own('not-logged'))).toEqual([])
    })

    it('reads a body as it is, whatever its Content-Encoding', async () => {
      const capture = goodCapture(own('encoded'))
      const headers = [...capture.headers, ['Content-Encoding', 'gzip'] as [string, string]]
      const zipped = await post(handler.url, { headers, body: gzipSync(capture.body) })
      expect(answerIn(zipped)).toMatchObject({ transactionId: undefined, statusCode: 2007 })
      const answer = answerIn(await post(handler.url, { headers, body: capture.body }))
      expect(answer).toMatchObject({ transactionId: own('encoded'), statusCode: 1000 })
    })

    it('refuses a body over the limit with 413', async () => {
      const { headers } = goodCapture('too-large')
      const answer = await post(handler.url, { headers, body: Buffer.alloc(6 * 1024 * 1024, 0x61) })
      expect(answer.status).toBe(413)
    })

    it('refuses GET with 405', async () => {
      const answer = await post(handler.url, { method: 'GET' })
      expect(answer.status).toBe(405)
      expect(answer.headers.get('allow')).toBe('POST')
      expect((await post(handler.url, { method: 'PUT', body: Buffer.from('<a/>') })).status).toBe(
        405,
      )
    })

    it('asks for a retry while the store is down, and takes the message then', async () => {
      const capture = goodCapture(own('store-down'))
      expect((await post(handler.url, capture)).status).toBe(503)
      expect(timesKept(own('store-down'))).toBe(0)
      await vi.waitFor(() =>
        expect(logged('failed', own('store-down'))).toMatchObject([{ code: 'handler-failed' }]),
      )
      const answer = answerIn(await post(handler.url, capture))
      expect(answer).toMatchObject({ transactionId: own('store-down'), statusCode: 1000 })
      expect(timesKept(own('store-down'))).toBe(1)
    })
  })

  describe('over a socket', () => describeSocket(() => handler))

  it('refuses a body over the limit that does not tell its length', async () => {
    const socket = connect(handler.port, '127.0.0.1')
    socket.write('POST /mm7 HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n')
    const chunk = Buffer.alloc(0x10000, 0x61)
    for (let sent = 0; sent < 96; sent++) {
      socket.write('10000\r\n')
      socket.write(chunk)
      socket.write('\r\n')
    }
    socket.write('0\r\n\r\n')
    socket.on('error', () => {})
    let answer = ''
    socket.on('data', (bytes) => {
      answer += bytes.toString('latin1')
    })
    await vi.waitFor(() => expect(answer).toMatch(/^HTTP\/1.1 413 /), 20_000)
    socket.destroy()
  })

  it('drains after SIGTERM, and nothing has failed that nobody waited for', async () => {
    await expectDrain(handler)
    expect(handler.crashed).toEqual([])
  })
})
