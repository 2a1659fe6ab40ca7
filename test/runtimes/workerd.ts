import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import type { Report } from './check.js'
import type { Row, Runtime } from './runtimes.js'
import type { Workshop } from './workshop.js'

const WORKER = `
import * as mm7 from 'mm7'
import * as testing from 'mm7/testing'
import cases from './cases.json'
import { check } from './check.js'
export default { fetch: () => Response.json(check(mm7, testing, cases)) }
`

/** @param flags of which `nodejs_compat` is the one that brings a global `Buffer` */
export function workerdConfig(bundle: string, flags: readonly string[]): string {
  return `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [(name = "main", worker = (
    modules = [(name = "worker", esModule = embed "${bundle}")],
    compatibilityDate = "2025-01-01",
    compatibilityFlags = [${flags.map((flag) => `"${flag}"`).join(', ')}],
  ))],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "main")],
);
`
}

/** Starts workerd on a free port, and stops it when `use` is done. */
export async function withWorkerd<T>(
  { folder }: Workshop,
  config: string,
  use: (url: string, pid: number) => Promise<T>,
): Promise<T> {
  const program = `${folder}/node_modules/.bin/workerd`
  const child = spawn(program, ['serve', '--control-fd=1', config], { cwd: folder })
  let complaints = ''
  child.stderr.on('data', (text) => {
    complaints += text
  })
  const exit = once(child, 'exit')
  try {
    const [line] = (await Promise.race([
      once(createInterface(child.stdout), 'line'),
      exit.then(() => Promise.reject(new Error(`workerd did not start: ${complaints}`))),
    ])) as [string]
    return await use(`http://127.0.0.1:${JSON.parse(line).port}/`, child.pid as number)
  } finally {
    child.kill()
    await exit
  }
}

/** @returns its version */
export async function installWorkerd(workshop: Workshop): Promise<string> {
  await workshop.install('workerd')
  const program = `${workshop.folder}/node_modules/.bin/workerd`
  return (await workshop.run(program, ['--version'])).trim()
}

export const runWorkerd: Runtime = async (workshop) => {
  const version = await installWorkerd(workshop)
  workshop.write('worker.js', WORKER)
  const bundle = await workshop.bundle('worker.js', ['workerd', 'worker'])
  const row = (buffer: 'yes' | 'no', flags: string[]): Row => ({
    entry: 'bundle',
    buffer,
    run: () => {
      workshop.write(`${buffer}.capnp`, workerdConfig(bundle, flags))
      return withWorkerd(workshop, `${buffer}.capnp`, async (url) => {
        const response = await fetch(url)
        if (!response.ok) throw new Error(`workerd: ${await response.text()}`)
        return (await response.json()) as Report
      })
    },
  })
  return { version, rows: [row('yes', ['nodejs_compat', 'nodejs_compat_v2']), row('no', [])] }
}
