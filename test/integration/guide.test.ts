import { spawn } from 'node:child_process'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import ts from 'typescript'
import { describe, expect, it, vi } from 'vitest'
import { readPage, snippetsOf } from '../support/markdown.js'
import { ROOT } from '../support/root.js'
import { goodCapture } from './captures.js'
import { undici } from './clients.js'
import { PAGES, type PrintedFile, printedFiles, setUp } from './guide.js'

// Machines that build are busy ones.
vi.setConfig({ testTimeout: 60_000 })

const page = readPage('docs/guide/README.md')
const readme = snippetsOf(page).map(({ code }) => code)

/** A port that was free a moment ago. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await vi.waitFor(() => expect(server.listening).toBe(true))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

/** The compiler's complaints about files, in a project as strict as this one. */
function compile(folder: string, files: PrintedFile[]): string[] {
  const { config } = ts.readConfigFile(join(ROOT, 'tsconfig.json'), ts.sys.readFile)
  const { compilerOptions } = config
  const { options } = ts.convertCompilerOptionsFromJson(
    {
      ...compilerOptions,
      // What xpath's own types bring in anyway, where `src/` is compiled with it.
      lib: ['ES2022', 'DOM', 'DOM.Iterable'],
      isolatedDeclarations: false,
      declaration: false,
      module: 'Preserve',
      moduleResolution: 'Bundler',
      allowImportingTsExtensions: true,
      paths: { mm7: [join(ROOT, 'src/index.ts')] },
    },
    folder,
  )
  const program = ts.createProgram(
    files.map(({ name }) => join(folder, name)),
    options,
  )
  return ts.getPreEmitDiagnostics(program).map(({ file, messageText }) => {
    return `${file?.fileName}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`
  })
}

/** Starts `server.ts` as the pages say; what it prints is handed over with its URL. */
async function serve(
  files: PrintedFile[],
  use: (url: string, output: () => string) => Promise<void>,
): Promise<void> {
  const { folder, remove } = await setUp(files)
  const port = await freePort()
  const env = { ...process.env, PORT: String(port) }
  const child = spawn(process.execPath, ['server.js'], { cwd: folder, env })
  let output = ''
  child.stdout.on('data', (text) => {
    output += text
  })
  try {
    await use(`http://localhost:${port}/mm7`, () => output)
  } finally {
    child.kill()
    remove()
  }
}

const untilUp = { timeout: 30_000, interval: 100 }

describe('the code that the guide prints', () => {
  it('compiles, under the strictest options', async () => {
    const files = PAGES.flatMap((page) =>
      printedFiles(page).map(({ name, code }) => ({ name: `${page}/${name}`, code })),
    )
    const snippets = readme.map((code, i) => ({ name: `readme-${i}.ts`, code }))
    const { folder, remove } = await setUp([...files, ...snippets])
    expect(files.length).toBe(2 * PAGES.length)
    expect(snippets.length).toBe(2)
    expect(compile(folder, [...files, ...snippets])).toEqual([])
    remove()
  })

  it('refuses a message with a status of its choice', async () => {
    const { folder, remove } = await setUp([{ name: 'answer.ts', code: readme[0] ?? '' }])
    const { answerTo } = await import(/* @vite-ignore */ join(folder, 'answer.js'))
    const capture = goodCapture('1')
    expect(answerTo(capture)).toContain('<StatusCode>1000</StatusCode>')
    const body = Buffer.from(
      capture.body.toString('latin1').replace('image/jpeg', 'video/mpeg'),
      'latin1',
    )
    expect(answerTo({ ...capture, body })).toContain('<StatusCode>2004</StatusCode>')
    remove()
  })

  it('asks for a message that was cut short again, wherever that was', async () => {
    const files = printedFiles('node-http').map(({ name, code }) => {
      const edited = code.replace(' parseDeliverReq(request)', ' parseWhole(request)')
      return { name, code: `import { parseWhole } from './parse-whole.js'\n${edited}` }
    })
    const parseWhole = { name: 'parse-whole.ts', code: readme[1] ?? '' }
    await serve([...files, parseWhole], async (url) => {
      const whole = goodCapture('1')
      const post = (length: number) =>
        undici(url, { ...whole, body: whole.body.subarray(0, length) })
      const inPicture = () => post(whole.body.lastIndexOf('\r\n--'))
      expect((await vi.waitFor(inPicture, untilUp)).status).toBe(503)
      const inEnvelope = 700
      expect((await post(inEnvelope)).status).toBe(503)
      expect((await post(whole.body.length)).status).toBe(200)
      const refused = await undici(url, { body: Buffer.from('<a/>') })
      expect(refused.status).toBe(200)
    })
  })

  it('has the same receive and the same store on every page', () => {
    const parts = PAGES.map((page) => {
      const code = printedFiles(page)
        .map((file) => file.code)
        .join('')
      // What begins so at the start of a line, to the line that ends it.
      const part = (start: string) => code.split(start)[1]?.split('\n}\n')[0] ?? page
      return [part('  try {\n    const message = '), part('function inMemory()')]
    })
    for (const part of parts) expect(part).toEqual(parts[0])
  })

  it.each(['node-http', 'express', 'fastify', 'hono'] as const)(
    'starts as %s.md says, and takes a message',
    async (page) => {
      await serve(printedFiles(page), async (url, output) => {
        const answer = await vi.waitFor(() => undici(url, goodCapture('1')), untilUp)
        expect(answer.body.toString()).toContain('<StatusCode>1000</StatusCode>')
        await vi.waitFor(() => expect(output()).toBe('1617423433 undefined 2\n'))
      })
    },
  )
})
