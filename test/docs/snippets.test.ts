import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { readAnswer } from '../support/answer.js'
import { readHttpMessage } from '../support/http-message.js'
import { pages, readPage, type Snippet, snippetsOf, tableRows } from '../support/markdown.js'
import { ROOT } from '../support/root.js'
import { makeAll, type Workshop } from './workshop.js'

const run = promisify(execFile)
const FEW_RUNS = pathToFileURL(join(ROOT, 'test/docs/few-runs.mjs')).href

/** The files that pages of the guide print are what the integration tests start. */
const isHandler = ({ page, file }: Snippet) => page.startsWith('docs/guide/') && file !== undefined

const snippets = pages()
  .flatMap(snippetsOf)
  .filter((snippet) => !isHandler(snippet))
const directives = /^(?:|types only|run: server|run: client|given: [\w, ]+)$/

let workshop: Workshop

beforeAll(async () => {
  workshop = await makeAll(snippets)
}, 120_000)
afterAll(() => workshop?.remove())

function scriptOf(snippet: Snippet): string {
  return workshop.made.find((made) => made.snippet === snippet)?.script ?? ''
}

describe('every snippet runs', () => {
  for (const snippet of snippets) {
    const { page, line, directive } = snippet
    test(`${page}:${line}`, { timeout: 120_000 }, async () => {
      expect(directive).toMatch(directives)
      if (directive === 'types only') return
      if (directive === 'run: server') await tryServer(snippet)
      else if (directive === 'run: client') await tryClient(snippet)
      else await runToEnd(snippet)
    })
  }
})

/** It ends well, and prints what the comments behind its `console.log` say. */
async function runToEnd(snippet: Snippet): Promise<void> {
  const script = scriptOf(snippet)
  const preload = /fast-check/.test(snippet.code) ? ['--import', FEW_RUNS] : []
  const { stdout } = await run(process.execPath, [...preload, script], { cwd: ROOT })
  const printed = [...snippet.code.matchAll(/console\.log\(.*\) \/\/ (.+)$/gm)].map(
    ([, text]) => text,
  )
  if (printed.length > 0) expect(stdout.trimEnd().split('\n')).toEqual(printed)
}

/** @param use what is done with the port that it listens on, and the lines it writes, while it does */
async function withServer(
  script: string,
  use: (port: string, output: readonly string[]) => Promise<void>,
): Promise<void> {
  const preload = join(ROOT, 'test/docs/anywhere.mjs')
  const server = spawn(process.execPath, ['--import', preload, script], { cwd: ROOT })
  const lines = createInterface(server.stdout)
  const output: string[] = []
  try {
    const [line] = await once(lines, 'line')
    for (const stream of [lines, createInterface(server.stderr)]) {
      stream.on('line', (text) => output.push(text))
    }
    await use(/^port (\d+)$/.exec(line)?.[1] ?? '', output)
  } finally {
    server.kill()
  }
}

/** It posts a message to each server of its page, and prints that it was taken. */
async function tryClient(client: Snippet): Promise<void> {
  const servers = snippets.filter(
    ({ page, directive }) => page === client.page && directive === 'run: server',
  )
  expect(servers.length).toBeGreaterThan(0)
  for (const server of servers) {
    await withServer(scriptOf(server), async (port) => {
      const preload = join(ROOT, 'test/docs/anywhere.mjs')
      const args = ['--import', preload, scriptOf(client)]
      const env = { ...process.env, POST_TO: port }
      const { stdout } = await run(process.execPath, args, { cwd: ROOT, env })
      expect(stdout).toMatch(/^200 <\?xml .*<StatusCode>1000<\/StatusCode>/s)
    })
  }
}

describe("the README's server", () => {
  const server = snippets.find(({ page, file }) => page === 'README.md' && file === 'server.ts')
  const types = tableRows(readPage('README.md').text)
    .map(([cell = '']) => /^`([a-z]+)`$/.exec(cell)?.[1])
    .filter((type) => type !== undefined)

  test('is four lines', () => {
    const lines = server?.code.split('\n').filter((line) => line !== '' && !line.startsWith('//'))
    expect(lines).toHaveLength(4)
  })

  test('logs events that the README explains', async () => {
    await withServer(server === undefined ? '' : scriptOf(server), async (port, output) => {
      for (const capture of ['skycore/deliver-req', 'synthetic/no-sender']) {
        expect((await post(port, capture)).status).toBe(200)
      }
      const events = () =>
        output
          .filter((line) => line.startsWith('mm7: '))
          .map((line) => JSON.parse(line.slice('mm7: '.length)))
      await vi.waitFor(() => expect(events()).toHaveLength(2))
      expect(events()).toMatchObject([{ type: 'accepted' }, { type: 'refused' }])
      expect(types).toEqual(expect.arrayContaining(events().map(({ type }) => type)))
    })
  })

  test('explains every type of event', () => {
    expect(types).toEqual(
      expect.arrayContaining(['accepted', 'duplicate', 'refused', 'failed', 'cut']),
    )
  })
})

async function post(port: string, capture: string): Promise<Response> {
  const { headers, body } = readHttpMessage(readFileSync(`${ROOT}fixtures/${capture}.http`))
  const type = headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? ''
  return fetch(`http://127.0.0.1:${port}/mm7`, {
    method: 'POST',
    headers: { 'Content-Type': type },
    body: Buffer.from(body),
  })
}

/** It answers a message, a message again, a hostile one, an empty one and a GET as it should. */
async function tryServer(snippet: Snippet): Promise<void> {
  await withServer(scriptOf(snippet), async (port) => {
    const url = `http://127.0.0.1:${port}/mm7`
    for (const [capture, code] of [
      ['skycore/deliver-req-put-right', 1000],
      ['skycore/deliver-req-put-right', 1000],
      ['skycore/deliver-req', 1000],
      ['synthetic/doctype', 4004],
      ['synthetic/empty-body', 2007],
    ] as const) {
      const response = await post(port, capture)
      expect(response.status).toBe(200)
      expect(response.headers.get('content-type')).toBe('text/xml; charset=utf-8')
      const text = await response.text()
      expect(response.headers.get('content-length')).toBe(String(Buffer.byteLength(text)))
      const answer = readAnswer(text)
      expect(answer.statusCode).toBe(code)
      if (code === 1000) expect(answer.transactionId).toBe('1000001')
    }
    const get = await fetch(url)
    expect([get.status, get.headers.get('allow')]).toEqual([405, 'POST'])
    const large = await fetch(url, { method: 'POST', body: Buffer.alloc(6_000_000) })
    expect(large.status).toBe(413)
  })
}
