import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync } from 'node:fs'
import { createServer } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { dirname, join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { transform } from 'esbuild'
import type { Workshop } from '../runtimes/workshop.js'
import { programOf, strictest, strictLint, typeErrors } from '../support/compile.js'
import { readPage, type Snippet, snippetsOf } from '../support/markdown.js'
import { ROOT } from '../support/root.js'
import type { Result, Served } from './check.js'

/** In place of the page's receiver: its answer tells the digest of what has arrived. */
const RECEIVER = `
import { createHash } from 'node:crypto'
import { createReceiver } from 'mm7/receiver'
const digestOf = ({ bytes }) => createHash('sha256').update(bytes).digest('hex')
export const receiver = createReceiver({
  log: () => {},
  deliverReq: ({ attachments: [first] }) => ({ details: first === undefined ? 'none' : digestOf(first) }),
})
`

/** What other files of the pages import, as its page prints it. */
const SHARED: Readonly<Record<string, string>> = {
  'receiver.ts': 'frameworks',
  'store.ts': 'node-http',
  'listen.ts': 'node-http',
}

/** @returns what the compiler and the strictest rules have to say against a file, with real types */
export async function checkPrinted(
  workshop: Workshop,
  page: string,
  file: string,
): Promise<string[]> {
  const shared = Object.entries(SHARED)
  for (const [name, of] of [...shared, [file, page] as const]) {
    writeDeep(workshop, `printed/${name}`, printed(of, name).code)
  }
  const path = join(workshop.folder, 'printed', file)
  const typeRoots = [join(ROOT, 'node_modules/@types')]
  const program = programOf([path], { ...strictest(), paths: {}, typeRoots })
  return [...typeErrors(program, [path]), ...(await strictLint(program, [path]))]
}

function printed(page: string, file: string): Snippet {
  const snippet = snippetsOf(readPage(`docs/guide/${page}.md`)).find((one) => one.file === file)
  if (snippet === undefined) throw new Error(`${page}.md prints no ${file}.`)
  return snippet
}

/** Writes a file that a page prints, as the JavaScript that runs, and the receiver it imports. */
export async function writePrinted(
  workshop: Workshop,
  page: string,
  file: string,
  receiver = 'receiver.js',
): Promise<string> {
  const { code } = await transform(printed(page, file).code, { loader: 'ts', format: 'esm' })
  writeDeep(workshop, receiver, RECEIVER)
  return writeDeep(workshop, file.replace(/\.ts$/, '.js'), code)
}

export function writeDeep(workshop: Workshop, name: string, text: string): string {
  mkdirSync(dirname(join(workshop.folder, name)), { recursive: true })
  return workshop.write(name, text)
}

/** Runs a server that listens on PORT. */
export async function serve(
  workshop: Workshop,
  command: string,
  args: readonly string[],
  more: Partial<Served> & { readonly env?: Record<string, string> } = {},
): Promise<Served> {
  const port = await freePort()
  const env = { ...process.env, ...more.env, PORT: String(port) }
  const filled = args.map((arg) => arg.replace('$PORT', String(port)))
  const child = spawn(command, filled, { cwd: workshop.folder, env, detached: true })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (text) => {
      output += text
    })
  }
  await untilUp(port, child, () => output)
  const url = `http://127.0.0.1:${port}/mm7`
  return {
    post: async (method, headers, body) => {
      const init =
        method === 'GET' ? { method, headers } : { method, headers, body: Buffer.from(body) }
      return resultOf(await fetch(url, init))
    },
    stop: () => {
      // The group: programs of packages start others.
      if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGKILL')
    },
    port,
    ...more,
  }
}

/** @returns what a Response says */
export async function resultOf(response: Response): Promise<Result> {
  const allow = response.headers.get('allow') ?? undefined
  return { status: response.status, allow, text: await response.text() }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

async function untilUp(port: number, child: ChildProcess, output: () => string): Promise<void> {
  for (let tries = 0; tries < 600; tries++) {
    if (child.exitCode !== null) break
    const socket = connect(port, '127.0.0.1')
    try {
      await once(socket, 'connect')
      return
    } catch {
      await delay(100)
    } finally {
      socket.destroy()
    }
  }
  throw new Error(`it does not listen: ${output()}`)
}
