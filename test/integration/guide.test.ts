import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import type { Receiver } from '../../src/receiver/index.js'
import { readPage, snippetsOf } from '../support/markdown.js'
import { goodCapture } from './captures.js'
import { undici } from './clients.js'
import { printedFiles, setUp } from './guide.js'
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
})
