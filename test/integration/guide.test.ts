import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import ts from 'typescript'
import { describe, expect, it, vi } from 'vitest'
import { goodCapture, root } from './captures.js'
import { undici } from './clients.js'
import { codeBlocks, PAGES, type PrintedFile, printedFiles, setUp } from './guide.js'

// Machines that build are busy ones.
vi.setConfig({ testTimeout: 60_000 })

const readme = codeBlocks(readFileSync(join(root, 'docs/guide/README.md'), 'utf8'))

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
  const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile)
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
      paths: { mm7: [join(root, 'src/index.ts')] },
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

describe('the code that the guide prints', () => {
  it('compiles, under the strictest options', async () => {
    const files = PAGES.flatMap((page) =>
      printedFiles(page).map(({ name, code }) => ({ name: `${page}/${name}`, code })),
    )
    const snippets = readme.map((code, i) => ({ name: `readme-${i}.ts`, code }))
    const { folder, remove } = await setUp([...files, ...snippets])
    expect(files.length).toBe(2 * PAGES.length)
    expect(snippets.length).toBe(1)
    expect(compile(folder, [...files, ...snippets])).toEqual([])
    remove()
  })

  it('refuses a message with a status of its choice', async () => {
    const { folder, remove } = await setUp(readme.map((code) => ({ name: 'answer.ts', code })))
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

  it.each(['node-http', 'express', 'fastify', 'hono'] as const)(
    'starts as %s.md says, and takes a message',
    async (page) => {
      const { folder, remove } = await setUp(printedFiles(page))
      const port = await freePort()
      const env = { ...process.env, PORT: String(port) }
      const child = spawn(process.execPath, ['server.js'], { cwd: folder, env })
      let output = ''
      child.stdout.on('data', (text) => {
        output += text
      })
      try {
        const post = () => undici(`http://localhost:${port}/mm7`, goodCapture('1'))
        const answer = await vi.waitFor(post, { timeout: 30_000, interval: 100 })
        expect(answer.body.toString()).toContain('<StatusCode>1000</StatusCode>')
        await vi.waitFor(() => expect(output).toBe('1617423433 undefined 2\n'))
      } finally {
        child.kill()
        remove()
      }
    },
  )
})
