import { connect } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { answerIn, expectedAnswer } from './answers.js'
import { allCaptures, goodCapture, postable, readCapture } from './captures.js'
import { type Client, curl, undici } from './clients.js'
import { PAGES } from './guide.js'
import { type Running, start } from './start.js'

// Machines that build are busy ones.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

const clients: [string, Client][] = [
  ['curl', curl],
  ['undici', undici],
]

describe.each(PAGES)('the handler of %s.md', (page) => {
  let handler: Running
  beforeAll(async () => {
    handler = await start(page)
  })
  afterAll(async () => {
    expect(handler.crashed).toEqual([])
    await handler.stop()
  })

  describe.each(clients)('posted to with %s', (clientName, post) => {
    const own = (id: string) => `${id}-${clientName}`
    const workedOn = (id: string) =>
      vi.waitFor(() => expect(handler.worked).toContain(id), { timeout: 10_000 })

    it('answers captures as the library does, many at a time', async () => {
      // A curl is a process each.
      const captures = allCaptures()
        .map(postable)
        .filter(({ name }) => post === undici || name.startsWith('skycore/'))
      const waiting = [...captures]
      const one = async () => {
        for (let capture = waiting.pop(); capture !== undefined; capture = waiting.pop()) {
          const answer = await post(handler.url, capture)
          expect.soft(answer.body.toString(), capture.name).toBe(expectedAnswer(capture))
          answerIn(answer)
        }
      }
      await Promise.all(Array.from({ length: 8 }, one))
      expect(captures.length).toBeGreaterThan(post === undici ? 70 : 10)
    })

    it('works once on a message that comes six times at once, and answers each', async () => {
      const capture = goodCapture(own('duplicate'))
      const answers = await Promise.all(Array.from({ length: 6 }, () => post(handler.url, capture)))
      const verdict = { transactionId: own('duplicate'), statusCode: 1000 }
      expect(answers.map(answerIn)).toMatchObject(answers.map(() => verdict))
      await workedOn(own('duplicate'))
      await delay(50)
      expect(handler.worked.filter((id) => id === own('duplicate'))).toHaveLength(1)
    })

    it('answers a hostile message with the verdict, its TransactionID found', async () => {
      const answer = answerIn(
        await post(handler.url, postable(readCapture('synthetic/doctype.http'))),
      )
      expect(answer.statusCode).toBe(4004)
    })

    it('answers a message that breaks off', async () => {
      const whole = goodCapture(own('broken-off'))
      const inEnvelope = { ...whole, body: whole.body.subarray(0, 700) }
      expect(answerIn(await post(handler.url, inEnvelope)).transactionId).toBe(own('broken-off'))
      const inPicture = answerIn(
        await post(handler.url, postable(readCapture('synthetic/truncated.http'))),
      )
      expect(inPicture).toMatchObject({ transactionId: 'syn-555-01', statusCode: 1000 })
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
      const count = (line: string) => handler.complaints().split('\n').indexOf(line)
      await post(handler.url, goodCapture(own('not-logged')))
      const whole = goodCapture(own('logged'))
      const end = whole.body.lastIndexOf('\r\n--')
      await post(handler.url, { ...whole, body: whole.body.subarray(0, end) })
      await post(handler.url, { ...whole, body: whole.body.subarray(0, 700) })
      const id = JSON.stringify(own('logged'))
      await vi.waitFor(() => {
        expect(count(`mm7: accepted ${id}: delimiter-not-closed`)).not.toBe(-1)
        expect(handler.complaints()).toMatch(new RegExp(`^mm7: refused ${id}: [a-z-]+: .+$`, 'm'))
      })
      expect(handler.complaints()).not.toContain(own('not-logged'))
    })

    it('reads a body as it is, whatever its Content-Encoding: unless it is Express', async () => {
      const capture = goodCapture(own('encoded'))
      const encoded = (encoding: string, body: Buffer) => {
        const headers = [...capture.headers, ['Content-Encoding', encoding] as [string, string]]
        return post(handler.url, { headers, body })
      }
      const zipped = await encoded('gzip', gzipSync(capture.body))
      if (page === 'express') {
        expect(answerIn(zipped)).toMatchObject({ transactionId: own('encoded'), statusCode: 1000 })
        expect((await encoded('gzip', capture.body)).status).toBe(400)
        expect((await encoded('x-none', capture.body)).status).toBe(415)
        expect((await encoded('gzip', gzipSync(Buffer.alloc(6 * 1024 * 1024)))).status).toBe(413)
      } else {
        expect(answerIn(zipped)).toMatchObject({ transactionId: undefined, statusCode: 2007 })
        const answer = answerIn(await encoded('gzip', capture.body))
        expect(answer).toMatchObject({ transactionId: own('encoded'), statusCode: 1000 })
      }
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
      expect(handler.worked).not.toContain(own('store-down'))
      const answer = answerIn(await post(handler.url, capture))
      expect(answer).toMatchObject({ transactionId: own('store-down'), statusCode: 1000 })
      await workedOn(own('store-down'))
    })

    it('answers before it works, and whatever becomes of the work', async () => {
      const answer = answerIn(await post(handler.url, goodCapture(own('slow'))))
      expect(answer).toMatchObject({ transactionId: own('slow'), statusCode: 1000 })
      handler.release(own('slow'))
      await workedOn(own('slow'))
      expect(answerIn(await post(handler.url, goodCapture(own('failing')))).statusCode).toBe(1000)
    })
  })

  it('survives a sender who hangs up half-way', async () => {
    const { headers, body } = goodCapture('hung-up')
    const fields = headers.map(([name, value]) => `${name}: ${value}\r\n`).join('')
    const socket = connect(handler.port, '127.0.0.1')
    socket.write(`POST /mm7 HTTP/1.1\r\nHost: a\r\n${fields}Content-Length: ${body.length}\r\n\r\n`)
    socket.write(body.subarray(0, 900))
    await delay(100)
    socket.destroy()
    await delay(100)
    expect(handler.worked).not.toContain('hung-up')
    if (page === 'express') expect(handler.complaints()).not.toContain('request aborted\n    at ')
    const answer = answerIn(await undici(handler.url, goodCapture('hung-up')))
    expect(answer).toMatchObject({ transactionId: 'hung-up', statusCode: 1000 })
  })

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
})

it('leaves the JSON routes of a Fastify app as they are', async () => {
  const handler = await start('fastify')
  const headers: [string, string][] = [['Content-Type', 'application/json']]
  const url = handler.url.replace('/mm7', '/json')
  const answer = await undici(url, { headers, body: Buffer.from('{"a":1}') })
  expect(answer.body.toString()).toBe('{"a":1}')
  await handler.stop()
})
