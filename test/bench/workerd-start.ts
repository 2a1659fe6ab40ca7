import { readdirSync, readFileSync } from 'node:fs'
import { installWorkerd, withWorkerd, workerdConfig } from '../runtimes/workerd.js'
import type { Workshop } from '../runtimes/workshop.js'
import type { ColdStart } from './cold.js'
import { median } from './measure.js'
import type { BenchMessage } from './message.js'

const RUNS = 9

const EMPTY = 'export default { fetch: () => new Response() }'

/** Reads the message as many times as the path of the request says. */
const READER = `
import { parseDeliverReq } from 'mm7'
import { headers, body } from './message.json'
const message = { headers, body: Uint8Array.from(atob(body), (c) => c.charCodeAt(0)) }
export default {
  fetch({ url }) {
    for (let i = Number(new URL(url).pathname.slice(1)); i > 0; i--) parseDeliverReq(message)
    return new Response()
  },
}
`

/**
 * What a worker pays that has just been started. Its own clock stands still while it computes: it is the
 * process that is measured, with a worker in it and with an empty one.
 */
export async function workerdStart(
  workshop: Workshop,
  { headers, body }: BenchMessage,
): Promise<readonly [string, ColdStart]> {
  const version = await installWorkerd(workshop)
  workshop.write('message.json', JSON.stringify({ headers, body: body.toString('base64') }))
  const configs: string[] = []
  for (const [name, code] of Object.entries({ empty: EMPTY, reader: READER })) {
    workshop.write(`${name}.js`, code)
    const bundle = await workshop.bundle(`${name}.js`, ['workerd', 'worker'])
    configs.push(workshop.write(`${name}.capnp`, workerdConfig(bundle, [])))
  }
  const [empty = '', reader = ''] = configs
  const runs: (readonly number[])[] = []
  for (let i = 0; i < RUNS; i++) {
    const [nothing = 0] = await spentAt(workshop, empty, [0])
    const [loaded = 0, first = 0, last = 0] = await spentAt(workshop, reader, [0, 1, 99])
    runs.push([loaded - nothing, first - loaded, last - loaded])
  }
  const at = (step: number): number => median(runs.map((times) => times[step] as number))
  return [version, { importing: at(0), first: at(1), hundred: at(2) }]
}

/** @returns milliseconds of the processor up to the end of each request. */
function spentAt(workshop: Workshop, config: string, paths: readonly number[]): Promise<number[]> {
  return withWorkerd(workshop, config, async (url, pid) => {
    const spent: number[] = []
    for (const path of paths) {
      await (await fetch(`${url}${path}`)).arrayBuffer()
      spent.push(spentBy(pid))
    }
    return spent
  })
}

/** Of a process of Linux, all its threads. */
function spentBy(pid: number): number {
  const threads = readdirSync(`/proc/${pid}/task`)
  const times = threads.map((id) => readFileSync(`/proc/${pid}/task/${id}/schedstat`, 'utf8'))
  return times.reduce((sum, time) => sum + Number(time.split(' ')[0]), 0) / 1e6
}
