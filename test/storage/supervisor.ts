import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'

/** A command that serves on the port in its variable `PORT`. */
export interface Command {
  readonly program: string
  readonly args: readonly string[]
  readonly cwd: string
  readonly env: Readonly<Record<string, string>>
}

/** A server that is started again whenever it ends, as a service manager does. */
export interface Supervised {
  readonly port: number
  /** Waits until it answers, or is stopped. */
  untilUp(): Promise<void>
  /** Kills it and all that it started. */
  kill(): void
  /** Hangs it, and all that it started, for some milliseconds. */
  hang(ms: number): Promise<void>
  /** What it has printed. */
  output(): string
  /** How often it ended by itself. */
  crashes(): number
  stop(): Promise<void>
}

/** A server that ends by itself more often will not come up any more. */
const MOST_CRASHES = 10

export async function supervise(command: Command): Promise<Supervised> {
  const port = await freePort()
  let child = start(command, port)
  let output = ''
  let crashes = 0
  let isWanted = true
  const watch = async () => {
    while (isWanted) {
      for (const stream of [child.stdout, child.stderr]) {
        stream?.on('data', (text) => {
          output += text
        })
      }
      const [, signal] = await once(child, 'exit')
      if (signal !== 'SIGKILL') crashes += 1
      if (crashes > MOST_CRASHES) throw new Error(`A server does not run: ${output.slice(-4000)}`)
      if (isWanted) child = start(command, port)
    }
  }
  const ended = watch()
  /** To its process group, which may have ended already. */
  const send = (signal: NodeJS.Signals) => {
    try {
      process.kill(-(child.pid ?? 0), signal)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
    }
  }
  process.on('exit', () => send('SIGKILL'))
  return {
    port,
    async untilUp() {
      while (isWanted && !(await answers(port))) await pause(50)
    },
    kill: () => send('SIGKILL'),
    async hang(ms) {
      send('SIGSTOP')
      await pause(ms)
      send('SIGCONT')
    },
    output: () => output,
    crashes: () => crashes,
    async stop() {
      isWanted = false
      send('SIGKILL')
      await ended
    },
  }
}

function start({ program, args, cwd, env }: Command, port: number): ChildProcess {
  const all = { ...process.env, ...env, PORT: String(port) }
  return spawn(program, args, { cwd, env: all, detached: true })
}

/** @returns whether it answers at all: a GET is not allowed, but answered */
function answers(port: number): Promise<boolean> {
  const signal = AbortSignal.timeout(1000)
  return fetch(`http://127.0.0.1:${port}/`, { signal }).then(Boolean, () => false)
}

/** A port that was free a moment ago. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}
