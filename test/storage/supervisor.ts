import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A server that is started again whenever it ends, as a service manager does. */
export interface Supervised {
  readonly port: number
  /** Kills it and all that it started, if it has come up since the last time; whether it did. */
  kill(): boolean
  /** Hangs it, and all that it started, for some milliseconds. */
  hang(ms: number): Promise<void>
  /** What it has printed. */
  output(): string
  /** How often it ended by itself. */
  crashes(): number
  stop(): Promise<void>
}

/** A command that serves on the port in its variable `PORT`. */
export interface Command {
  readonly program: string
  readonly args: readonly string[]
  readonly cwd: string
  readonly env: Readonly<Record<string, string>>
}

export async function supervise(command: Command): Promise<Supervised> {
  const port = await freePort()
  let child: ChildProcess
  let isUp = false
  let isWanted = true
  let isKilled = false
  let crashes = 0
  let output = ''
  let ended: Promise<unknown>
  const start = () => {
    isUp = false
    isKilled = false
    const env = { ...process.env, ...command.env, PORT: String(port) }
    // A process group of its own, so that what it starts is killed with it.
    child = spawn(command.program, command.args, { cwd: command.cwd, env, detached: true })
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (text) => {
        output += text
      })
    }
    const mine = child
    ended = once(child, 'exit').then(() => {
      if (!isKilled) crashes += 1
      if (isWanted) start()
    })
    void untilUp(port, () => mine === child).then(() => {
      if (mine === child) isUp = true
    })
  }
  const signal = (name: NodeJS.Signals) => {
    try {
      process.kill(-(child.pid ?? 0), name)
    } catch {
      // It has ended already.
    }
  }
  start()
  return {
    port,
    kill() {
      if (!isUp || isKilled) return false
      isKilled = true
      signal('SIGKILL')
      return true
    },
    async hang(ms) {
      signal('SIGSTOP')
      await new Promise((resolve) => setTimeout(resolve, ms))
      signal('SIGCONT')
    },
    output: () => output,
    crashes: () => crashes,
    async stop() {
      isWanted = false
      isKilled = true
      signal('SIGKILL')
      await ended
    },
  }
}

async function untilUp(port: number, isWanted: () => boolean): Promise<void> {
  while (isWanted()) {
    const isUp = await fetch(`http://127.0.0.1:${port}/`).then(
      () => true,
      () => false,
    )
    if (isUp) return
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
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
