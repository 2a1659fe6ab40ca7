import { fork } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Page, printedFiles, setUp } from './guide.js'

/** A handler of the guide, running in a process of its own. */
export interface Running {
  readonly url: string
  readonly port: number
  /** The TransactionIDs worked on, in order. */
  readonly worked: readonly string[]
  /** Promises that nobody waited for, and that failed. */
  readonly crashed: readonly string[]
  /** What it wrote to its standard error. */
  complaints(): string
  /** Lets the work on a `slow…` message go on. */
  release(transactionId: string): void
  stop(): Promise<void>
}

/** In place of the file in which Next.js' page has what is its reader's own. */
const SCRIPTED_INBOX = 'export const { seen, work } = (globalThis as any).scripted'

export async function start(page: Page): Promise<Running> {
  const files = printedFiles(page).filter(({ name }) => /receiver|route|inbox/.test(name))
  const { folder, remove } = await setUp(
    files.map((file) => (file.name.includes('inbox') ? { ...file, code: SCRIPTED_INBOX } : file)),
  )
  const child = fork(join(import.meta.dirname, 'host.mjs'), [page, folder], { silent: true })
  const worked: string[] = []
  const crashed: string[] = []
  let complaints = ''
  child.stderr?.on('data', (text) => {
    complaints += text
  })
  child.on('message', (message: { worked?: string; crashed?: string }) => {
    if (message.worked !== undefined) worked.push(message.worked)
    if (message.crashed !== undefined) crashed.push(message.crashed)
  })
  const exit = once(child, 'exit')
  const port = await Promise.race([
    once(child, 'message').then(([message]) => (message as { port: number }).port),
    exit.then(() => Promise.reject(new Error(`${page} did not start: ${complaints}`))),
  ])
  return {
    url: `http://127.0.0.1:${port}/mm7`,
    port,
    worked,
    crashed,
    complaints: () => complaints,
    release: (transactionId) => writeFileSync(join(folder, transactionId), ''),
    stop: async () => {
      child.kill()
      await exit
      remove()
    },
  }
}
