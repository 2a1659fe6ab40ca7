import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import ts from 'typescript'
import { expect, it } from 'vitest'
import { run } from '../../src/cli/run.js'
import {
  createReceiver,
  type Receiver,
  toFetchHandler,
  toNodeListener,
} from '../../src/receiver/index.js'
import { buildDeliverReq } from '../../src/testing/index.js'
import { readPage, snippetsOf } from '../support/markdown.js'
import { fakeHost } from './fake-host.js'

/** The recorder that the guide prints, writing to `path`. */
async function recorder(
  directory: string,
  path: string,
): Promise<(receiver: Receiver) => Receiver> {
  const { code = '' } = snippetsOf(readPage('docs/guide/inspect.md'))[0] ?? {}
  const { outputText } = ts.transpileModule(code.replace("'capture.http'", JSON.stringify(path)), {
    compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 },
  })
  const script = join(directory, 'record.mjs')
  writeFileSync(script, outputText)
  return (await import(/* @vite-ignore */ pathToFileURL(script).href)).recorded
}

it('the recorder of the guide writes what mm7 inspect reads', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'mm7-recorder-'))
  const path = join(directory, 'recorded.http')
  const recorded = await recorder(directory, path)
  const receiver = recorded(createReceiver({ deliverReq: () => {} }))
  const server = createServer(toNodeListener(receiver))
  try {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const built = buildDeliverReq({
      transactionId: 'tx-1',
      carrierId: '0001890',
      attachments: [{ bytes: Uint8Array.from({ length: 256 }, (_, i) => i) }],
    })
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/mm7`
    const post = { method: 'POST', ...built }
    for (const send of [
      fetch,
      (to: string, init: RequestInit) => toFetchHandler(receiver)(new Request(to, init)),
    ]) {
      rmSync(path, { force: true })
      expect((await send(url, post)).status).toBe(200)
      const host = fakeHost({ recorded: readFileSync(path) })
      expect(run(['inspect', '--strict', 'recorded'], host)).toBe(0)
      expect(host.printed.join('')).toMatch(/tx-1[\s\S]*Verizon Wireless/)
      expect(host.printed.join('')).toContain('application/octet-stream  256 bytes')
    }
  } finally {
    server.closeAllConnections()
    server.close()
    rmSync(directory, { recursive: true, force: true })
  }
})
