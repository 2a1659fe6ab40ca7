import { type ChildProcess, spawn } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { once } from 'node:events'
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
  /** How each that ended by itself did, and what it had printed last. */
  crashes(): readonly string[]
  stop(): Promise<void>
}

/** A server that ends by itself more often will not come up any more. */
const MOST_CRASHES = 10
/** In characters, of what a server had printed when it ended by itself. */
const LAST_WORDS = 4000

export async function supervise(command: Command): Promise<Supervised> {
  const port = await freePort()
  let child = start(command, port)
  let output = ''
  const crashes: string[] = []
  let isWanted = true
  /** To its process group, which may have ended already. */
  const send = (signal: NodeJS.Signals) => {
    try {
      process.kill(-(child.pid ?? 0), signal)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
    }
  }
  const watch = async () => {
    while (isWanted) {
      const from = output.length
      for (const stream of [child.stdout, child.stderr]) {
        stream?.on('data', (text) => {
          output += text
        })
      }
      const [code, signal] = await once(child, 'close')
      if (signal !== 'SIGKILL') {
        crashes.push(`${signal ?? code}: ${output.slice(from).slice(-LAST_WORDS)}`)
      }
      if (crashes.length > MOST_CRASHES) throw new Error(`A server does not run: ${crashes.at(-1)}`)
      // What it started may hold the port, and may be dying still.
      send('SIGKILL')
      while (isWanted && !(await isFree(port))) await pause(10)
      if (isWanted) child = start(command, port)
    }
  }
  const ended = watch()
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

/** Below those that systems give to connections: nobody else takes it while its server is down. */
const PORTS = { from: 10_000, to: 32_000 }

/** A port that was free a moment ago. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(PORTS.from, PORTS.to)
    if (await isFree(port)) return port
  }
}

/** @returns whether nobody listens on it */
async function isFree(port: number): Promise<boolean> {
  const server = createServer((socket) => socket.destroy())
  const listening = once(server, 'listening').then(
    () => true,
    () => false,
  )
  server.listen(port, '127.0.0.1')
  if (!(await listening)) return false
  server.close()
  await once(server, 'close')
  return true
}
