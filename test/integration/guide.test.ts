import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { describe, expect, it, vi } from 'vitest'
import type { Receiver } from '../../src/receiver/index.js'
import { readPage, snippetsOf } from '../support/markdown.js'
import { goodCapture } from './captures.js'
import { undici } from './clients.js'
import { printedFiles, setUp } from './guide.js'
import { open } from './sockets.js'
import { startPrinted } from './start.js'

// Machines that build are busy ones.
vi.setConfig({ testTimeout: 60_000 })

const onlyWhole = snippetsOf(readPage('docs/guide/README.md')).flatMap(({ file, code }) =>
  file === undefined ? [] : [{ name: file, code }],
)

describe('the code that the guide prints', () => {
  it('asks for a message that was cut short again, wherever that was', async () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {})
    const { folder, remove } = await setUp(onlyWhole)
    const printed = await import(/* @vite-ignore */ join(folder, 'only-whole.js'))
    const receive: Receiver = printed.onlyWhole(async () => ({
      status: 200,
      headers: {},
      body: '',
    }))
    const { headers, body } = goodCapture('1')
    const statusAt = async (length: number) =>
      (await receive({ headers, body: body.subarray(0, length) })).status
    expect(await statusAt(body.lastIndexOf('\r\n--'))).toBe(503)
    const inEnvelope = 700
    expect(await statusAt(inEnvelope)).toBe(503)
    expect(warn).toHaveBeenCalledTimes(2)
    expect(await statusAt(body.length)).toBe(200)
    expect((await receive({ headers: {}, body: Buffer.from('<a/>') })).status).toBe(200)
    expect((await receive({ headers: {}, body: 'text' as unknown as Buffer })).status).toBe(200)
    remove()
    warn.mockRestore()
  })

  it('starts as node-http.md says, with the store that it prints', async () => {
    const server = await startPrinted('node-http', printedFiles('node-http'))
    for (const type of ['accepted', 'duplicate']) {
      const answer = await undici(server.url, goodCapture('1'))
      expect(answer.body.toString(), type).toContain('<StatusCode>1000</StatusCode>')
    }
    expect(await server.terminate()).toBe(0)
  })

  it('waits nine seconds after SIGTERM for who does not end', async () => {
    const server = await startPrinted('node-http', printedFiles('node-http'))
    const { socket, closed } = open(server.port)
    socket.write('POST /mm7 HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\na')
    await delay(200)
    const start = Date.now()
    expect(await server.terminate()).toBe(0)
    await closed
    expect(Date.now() - start).toBeGreaterThan(8500)
  })

  it('answers 408 to who does not end, and logs it', async () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {})
    const { folder, remove } = await setUp(printedFiles('node-http'))
    const { prepare } = await import(/* @vite-ignore */ join(folder, 'listen.js'))
    const options = { requestTimeout: 200, headersTimeout: 200, connectionsCheckingInterval: 50 }
    const server = createServer(options, (req) => req.resume())
    prepare(server)
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    const { received, socket } = open((server.address() as AddressInfo).port)
    socket.write('POST /mm7 HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\na')
    await vi.waitFor(() => expect(received()).toMatch(/^HTTP\/1\.1 408 /), 10_000)
    const line = '{"type":"unreadable","code":"ERR_HTTP_REQUEST_TIMEOUT"}'
    expect(warn.mock.calls).toEqual([['mm7:', line]])
    socket.destroy()
    server.close()
    remove()
    warn.mockRestore()
  })
})
