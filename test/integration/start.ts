import { fork } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { type Page, type PrintedFile, printedFiles, setUp } from './guide.js'

/** A server of the guide, running in a process of its own. */
export interface Running {
  readonly url: string
  readonly port: number
  /** The TransactionIDs kept, in order. */
  readonly kept: readonly string[]
  /** Why promises that nobody waited for have failed. */
  readonly crashed: readonly string[]
  /** The events that it has logged. */
  events(): readonly Record<string, unknown>[]
  /** Ends it as a machine that shuts down does; its exit code. */
  terminate(): Promise<number | null>
  stop(): Promise<void>
}

/** In place of the printed store: it is down the first time for some, and slow for others. */
const SCRIPTED_STORE = `
const ids = new Set()
process.on('unhandledRejection', (reason) => process.send({ crashed: String(reason) }))
process.on('disconnect', () => process.exit())
process.channel.unref()
export async function keep({ transactionId }) {
  if (transactionId.startsWith('slow')) await new Promise((resolve) => setTimeout(resolve, 500))
  if (ids.has(transactionId)) return false
  if (transactionId.startsWith('store-down') && !ids.has('was ' + transactionId)) {
    ids.add('was ' + transactionId)
    throw new Error('The store is down, for once.')
  }
  ids.add(transactionId)
  process.send({ kept: transactionId })
  return true
}
`

/** Pages that print no server of their own for Node, and the file that has their handlers. */
const HOSTED: Partial<Record<Page, string>> = { next: 'app/mm7/route.js', worker: 'server.js' }

/** Starts the server of a page, with a store that says what it keeps. */
export function start(page: Page): Promise<Running> {
  const files = printedFiles(page).map((file) =>
    file.name.endsWith('store.ts') ? { ...file, code: SCRIPTED_STORE } : file,
  )
  return startPrinted(page, files)
}

/** Starts the server of a page, made of these files. */
export async function startPrinted(page: Page, files: readonly PrintedFile[]): Promise<Running> {
  const { folder, remove } = await setUp(files)
  const port = await freePort()
  const hosted = HOSTED[page]
  const [script, args] =
    hosted === undefined
      ? [join(folder, 'server.js'), []]
      : [join(import.meta.dirname, 'host.mjs'), [join(folder, hosted), join(folder, 'listen.js')]]
  const env = { ...process.env, PORT: String(port) }
  const child = fork(script, args, { cwd: folder, env, silent: true })
  const kept: string[] = []
  const crashed: string[] = []
  let log = ''
  child.stderr?.on('data', (text) => {
    log += text
  })
  child.on('message', (message: { kept?: string; crashed?: string }) => {
    if (message.kept !== undefined) kept.push(message.kept)
    if (message.crashed !== undefined) crashed.push(message.crashed)
  })
  const exit = once(child, 'exit')
  const failure = exit.then(() => Promise.reject(new Error(`${page} did not start: ${log}`)))
  await Promise.race([untilUp(port), failure])
  failure.catch(() => {})
  const end = async (signal: 'SIGTERM' | 'SIGKILL') => {
    child.kill(signal)
    const [code] = await exit
    remove()
    return code as number | null
  }
  return {
    url: `http://127.0.0.1:${port}/mm7`,
    port,
    kept,
    crashed,
    events: () => [...log.matchAll(/^mm7: (\{.*\})$/gm)].map(([, json = '']) => JSON.parse(json)),
    terminate: () => end('SIGTERM'),
    stop: () => end('SIGKILL').then(() => {}),
  }
}

/** A port that was free a moment ago. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

async function untilUp(port: number): Promise<void> {
  for (;;) {
    const socket = connect(port, '127.0.0.1')
    try {
      await once(socket, 'connect')
      return
    } catch {
      await delay(50)
    } finally {
      socket.destroy()
    }
  }
}
