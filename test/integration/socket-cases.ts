import { once } from 'node:events'
import { setTimeout as delay } from 'node:timers/promises'
import { expect, it, vi } from 'vitest'
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

  it('answers a Content-Length that is too small with what came of it, and goes on', async () => {
    const { body } = goodCapture('too-small')
    const { head } = request('too-small', [`Content-Length: ${body.length - 30}`])
    const answer = await exchange(head, body)
    // All but the last delimiter: what is left is no request.
    expect(answer).toMatch(ACCEPTED)
    await vi.waitFor(() => {
      const event = events('accepted').find((one) => one['transactionId'] === 'too-small')
      expect(event?.['warnings']).toEqual(['delimiter-not-closed'])
    }, patience)
  })

  it('answers a request that is none with 400', async () => {
    const answer = await exchange(Buffer.from('HELO example.org\r\n\r\n'))
    expect(answer).toMatch(/^HTTP\/1\.1 400 /)
  })
}

/** SIGTERM ends a server once it has answered what had begun. */
export async function expectDrain({ port, kept, terminate }: Running): Promise<void> {
  const { head, body } = withLength('slow-drained')
  const { socket, received } = open(port)
  const idle = open(port)
  await once(idle.socket, 'connect')
  socket.write(Buffer.concat([head, body.subarray(0, 900)]))
  await delay(100)
  const ended = terminate()
  await delay(100)
  socket.write(body.subarray(900))
  await vi.waitFor(() => expect(received()).toMatch(ACCEPTED), patience)
  socket.destroy()
  idle.socket.destroy()
  expect(await ended).toBe(0)
  expect(kept).toContain('slow-drained')
}
