import { once } from 'node:events'
import { setTimeout as delay } from 'node:timers/promises'
import { describe, expect, it, vi } from 'vitest'
import { type Capture, goodCapture } from './captures.js'
import { chunked, open, rawCapture } from './sockets.js'
import type { Running } from './start.js'

/** The head of a request with a good message, and its body. */
function request(id: string, headers: readonly string[]): { head: Buffer; body: Buffer } {
  const { body, headers: sent }: Capture = goodCapture(id)
  const fields = [...sent.map(([name, value]) => `${name}: ${value}`), ...headers]
  const lines = ['POST /mm7 HTTP/1.1', 'Host: a', ...fields]
  return { head: Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'latin1'), body }
}

const withLength = (id: string, ...headers: string[]) =>
  request(id, [`Content-Length: ${goodCapture(id).body.length}`, ...headers])

const ACCEPTED = /^HTTP\/1\.1 200 [\s\S]*<StatusCode>1000</
const patience = { timeout: 10_000, interval: 20 }

/** What a server of the guide is to do with what comes over a socket, by whom it is. */
export function describeSocket(handler: () => Running): void {
  async function exchange(...pieces: readonly (Buffer | number)[]): Promise<string> {
    const { socket, received } = open(handler().port)
    for (const piece of pieces) {
      if (typeof piece === 'number') await delay(piece)
      else socket.write(piece)
    }
    await vi.waitFor(() => expect(received()).toMatch(/^HTTP\/1\.1 [2-5]/m), patience)
    await vi.waitFor(() => expect(received()).toMatch(/\r\n\r\n(?:.+|$)/s), patience)
    socket.destroy()
    return received()
  }
  const events = (type: string) =>
    handler()
      .events()
      .filter((event) => event['type'] === type)
  const kept = (id: string) => handler().kept.filter((one) => one === id).length

  it.each([
    'skycore/deliver-req.http',
    'skycore/deliver-req.crlf.http',
    'skycore/deliver-req-put-right.http',
    'skycore/deliver-req-put-right.lf.http',
  ])("takes the document's request byte for byte: %s", async (name) => {
    // At the root of the server, where the document posts: a page has its own path.
    const bytes = Buffer.from(
      rawCapture(name).toString('latin1').replace('POST / ', 'POST /mm7 '),
      'latin1',
    )
    const answer = await exchange(bytes)
    expect(answer).toMatch(ACCEPTED)
    expect(answer).toContain('>1000001</TransactionID>')
  })

  it('takes chunks of any size, with extensions and trailers', async () => {
    const { head, body } = request('chunked', ['Transfer-Encoding: chunked', 'Trailer: X-Checksum'])
    expect(await exchange(head, chunked(body, 7))).toMatch(ACCEPTED)
    expect(kept('chunked')).toBe(1)
  })

  it('says 100 Continue to who waits for it', async () => {
    const { head, body } = withLength('continued', 'Expect: 100-continue')
    const { socket, received } = open(handler().port)
    socket.write(head)
    await vi.waitFor(() => expect(received()).toBe('HTTP/1.1 100 Continue\r\n\r\n'), patience)
    socket.write(body)
    await vi.waitFor(() => expect(received()).toMatch(/\r\n\r\nHTTP\/1\.1 200 /), patience)
    socket.destroy()
    expect(kept('continued')).toBe(1)
  })

  it('answers pipelined requests in their order', async () => {
    const ids = ['slow-1', 'piped-2', 'piped-3']
    const { socket, received } = open(handler().port)
    const requests = ids.map((id) => withLength(id))
    socket.write(Buffer.concat(requests.flatMap(({ head, body }) => [head, body])))
    await vi.waitFor(() => {
      const answered = [...received().matchAll(/>([\w-]+)<\/TransactionID>/g)].map(([, id]) => id)
      expect(answered).toEqual(ids)
    }, patience)
    socket.destroy()
  })

  it('answers a client that has closed its half', async () => {
    const { head, body } = withLength('slow-half')
    const { socket, received, closed } = open(handler().port)
    socket.end(Buffer.concat([head, body]))
    await closed
    socket.destroy()
    expect(received()).toMatch(ACCEPTED)
  })

  it('takes a sender who is slow, a byte at a time', async () => {
    const { head, body } = withLength('dripping')
    const pieces = [...head.subarray(0, 40)].flatMap((byte) => [Buffer.of(byte), 5])
    const rest = [head.subarray(40), 50, body.subarray(0, 600), 300, body.subarray(600, 601), 300]
    expect(await exchange(...pieces, ...rest, body.subarray(601))).toMatch(ACCEPTED)
  })

  it.each([
    ['reset', (socket: ReturnType<typeof open>['socket']) => socket.resetAndDestroy()],
    ['end', (socket: ReturnType<typeof open>['socket']) => socket.end()],
  ])('logs a %s in the body as cut, and keeps nothing', async (how, hangUp) => {
    const before = events('cut').length
    const failures = events('failed').length
    const { head, body } = withLength(`hung-up-${how}`)
    const { socket } = open(handler().port)
    socket.write(Buffer.concat([head, body.subarray(0, 900)]))
    await delay(100)
    hangUp(socket)
    await vi.waitFor(() => expect(events('cut')).toHaveLength(before + 1), patience)
    expect(events('cut')[before]).toMatchObject({ code: 'hung-up' })
    expect(events('failed')).toHaveLength(failures)
    expect(kept(`hung-up-${how}`)).toBe(0)
    socket.destroy()
    expect(await exchange(head, body)).toMatch(ACCEPTED)
  })

  it('survives a reset in the head', async () => {
    const { head, body } = withLength('reset-in-head')
    const { socket } = open(handler().port)
    socket.write(head.subarray(0, 60))
    await delay(50)
    socket.resetAndDestroy()
    expect(await exchange(head, body)).toMatch(ACCEPTED)
  })

  describe('a Content-Length that is too small, the rest of the body', () => {
    it.each([
      ['at once', 0],
      ['a little later', 100],
    ])('%s', async (when, pause) => {
      const id = `too-small-${when.replaceAll(' ', '-')}`
      const { body } = goodCapture(id)
      const { head } = request(id, [`Content-Length: ${body.length - 30}`])
      const before = events('unreadable').length
      const { socket, received, closed } = open(handler().port)
      socket.write(Buffer.concat([head, body.subarray(0, -30)]))
      await delay(pause)
      socket.write(body.subarray(-30))
      // All but the last delimiter: what is left is no request.
      await vi.waitFor(() => expect(received()).toMatch(ACCEPTED), patience)
      await closed
      socket.destroy()
      await vi.waitFor(() => {
        const event = events('accepted').find((one) => one['transactionId'] === id)
        expect(event?.['warnings']).toEqual(['delimiter-not-closed'])
        expect(events('unreadable')).toHaveLength(before + 1)
      }, patience)
    })
  })

  it('answers each request that is none, logs it once, and hangs up', async () => {
    const before = events('unreadable').length
    // All at once: it takes the server a second to hang up on who goes on.
    await Promise.all(
      UNREADABLE.map(async ([what, status, , head]) => {
        const { socket, received } = open(handler().port)
        socket.write(`${head.join('\r\n')}\r\n\r\n`)
        await vi.waitFor(() => {
          const pattern = new RegExp(`^HTTP/1\\.1 ${status} [\\s\\S]*Connection: close`)
          expect(received(), what).toMatch(pattern)
        }, patience)
        // Who goes on is not logged again, and not for long.
        await vi.waitFor(() => {
          socket.write('HELO again\r\n\r\n')
          expect(socket.destroyed, what).toBe(true)
        }, patience)
      }),
    )
    const codes = events('unreadable')
      .slice(before)
      .map(({ code }) => code)
    expect(codes.sort()).toEqual(UNREADABLE.map(([, , code]) => code).sort())
  })

  it('says nothing of who opens a connection, and resets it', async () => {
    const before = events('unreadable').length
    const { socket } = open(handler().port)
    await once(socket, 'connect')
    socket.resetAndDestroy()
    await delay(100)
    expect(events('unreadable')).toHaveLength(before)
  })

  it('keeps the connection after a failure, for when it is sent again', async () => {
    const { head, body } = withLength('store-down-kept')
    const { socket, received } = open(handler().port)
    socket.write(Buffer.concat([head, body]))
    await vi.waitFor(() => expect(received()).toMatch(/^HTTP\/1\.1 503 /), patience)
    socket.write(Buffer.concat([head, body]))
    await vi.waitFor(() => expect(received()).toMatch(/HTTP\/1\.1 200 [\s\S]*>1000</), patience)
    socket.destroy()
    expect(kept('store-down-kept')).toBe(1)
  })

  it('takes a hundred at once', async () => {
    const ids = Array.from({ length: 100 }, (_, i) => `many-${i}`)
    const answers = await Promise.all(
      ids.map((id) => {
        const { head, body } = withLength(id)
        return exchange(head, body.subarray(0, 500), 20, body.subarray(500))
      }),
    )
    for (const [i, answer] of answers.entries()) {
      expect(answer).toMatch(ACCEPTED)
      expect(answer).toContain(`>many-${i}</TransactionID>`)
    }
  })

  it.each([
    ['HTTP/1.0', ['POST /mm7 HTTP/1.0', 'Host: a']],
    ['an absolute target', ['POST http://example.org/mm7 HTTP/1.1', 'Host: example.org']],
    ['no Host', ['POST /mm7 HTTP/1.1']],
    ['blank lines in front', ['', '', 'POST /mm7 HTTP/1.1', 'Host: a']],
  ])('takes %s', async (what, start) => {
    const id = `odd-${what.replace(/\W/g, '-')}`
    const { head, body } = withLength(id)
    const rest = head.toString('latin1').split('\r\n').slice(2)
    const answer = await exchange(Buffer.from([...start, ...rest].join('\r\n'), 'latin1'), body)
    expect(answer).toMatch(ACCEPTED)
    expect(kept(id)).toBe(1)
  })
}

const lengths = (...values: readonly string[]) => [
  'POST /mm7 HTTP/1.1',
  'Host: a',
  ...values.map((value) => `Content-Length: ${value}`),
]
const fields = (...values: readonly string[]) => [
  'POST /mm7 HTTP/1.1',
  'Host: a',
  ...values.map((value, i) => `X-${i}: ${value}`),
]

/** Requests that are none, what is answered, and the code that is logged. */
const UNREADABLE: readonly [what: string, status: number, code: string, head: readonly string[]][] =
  [
    ['that is none', 400, 'HPE_INVALID_METHOD', ['HELO example.org']],
    ['of two lengths', 400, 'HPE_UNEXPECTED_CONTENT_LENGTH', lengths('5', '6')],
    ['of a length that is none', 400, 'HPE_INVALID_CONTENT_LENGTH', lengths('-5')],
    ['with 64 KB of headers', 431, 'HPE_HEADER_OVERFLOW', fields('a'.repeat(0x10000))],
    ['with 10,000 headers', 431, 'HPE_HEADER_OVERFLOW', fields(...Array(10_000).fill('a'))],
  ]

/** SIGTERM ends a server once it has answered what had begun; who is idle, or silent, is not waited for. */
export async function expectDrain({ port, kept, terminate }: Running): Promise<void> {
  const { head, body } = withLength('slow-drained')
  const { socket, received, closed } = open(port)
  const silent = open(port)
  const idle = open(port)
  await once(silent.socket, 'connect')
  idle.socket.write('GET /mm7 HTTP/1.1\r\nHost: a\r\n\r\n')
  await vi.waitFor(() => expect(idle.received()).toMatch(/^HTTP\/1\.1 405 /), patience)
  socket.write(Buffer.concat([head, body.subarray(0, 900)]))
  await delay(100)
  const start = Date.now()
  const ended = terminate()
  await delay(100)
  socket.write(body.subarray(900))
  await vi.waitFor(() => expect(received()).toMatch(ACCEPTED), patience)
  expect(received()).toMatch(/^Connection: close\r$/im)
  await Promise.all([closed, silent.closed, idle.closed])
  expect(await ended).toBe(0)
  // Not by the time limit of those who do not end.
  expect(Date.now() - start).toBeLessThan(8000)
  expect(kept).toContain('slow-drained')
}
