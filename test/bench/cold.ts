import { execFileSync } from 'node:child_process'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { median } from './measure.js'
import type { BenchMessage } from './message.js'

/** What a process pays that has just been started, in milliseconds of the processor. */
export interface ColdStart {
  /** Loading the package. */
  readonly importing: number
  readonly first: number
  readonly hundred: number
  /** After how many messages one takes no more than 1.1 times what it takes in the end. */
  readonly settled: number
}

const RUNS = 9
const BATCH = 500
const BATCHES = 24

/** Runs in a process of its own: loads the built package, reads messages, prints what each step took. */
const CODE = `
const spent = () => { const { user, system } = process.cpuUsage(); return (user + system) / 1000 }
const { headers, body } = JSON.parse(require('node:fs').readFileSync(0, 'utf8'))
const message = { headers, body: Buffer.from(body, 'base64') }
const load = process.argv[1]
;(async () => {
  const times = [spent()]
  const { parseDeliverReq } = load.endsWith('.cjs') ? require(load) : await import(load)
  times.push(spent())
  parseDeliverReq(message)
  times.push(spent())
  for (let i = 1; i < 100; i++) parseDeliverReq(message)
  times.push(spent())
  const batches = Number(process.argv[2])
  for (let i = 0; i < batches; i++) {
    for (let j = 0; j < ${BATCH}; j++) parseDeliverReq(message)
    times.push(spent())
  }
  console.log(JSON.stringify(times.slice(1).map((time, i) => time - times[i])))
})()
`

/** @param file of dist/, which must be built */
export function coldStart(file: string, { headers, body }: BenchMessage): ColdStart {
  const path = fileURLToPath(new URL(`../../dist/${file}`, import.meta.url))
  const load = file.endsWith('.cjs') ? path : pathToFileURL(path).href
  const input = JSON.stringify({ headers, body: body.toString('base64') })
  const run = (batches: number): number[] =>
    JSON.parse(
      execFileSync(process.execPath, ['-e', CODE, load, String(batches)], {
        input,
        encoding: 'utf8',
      }),
    )
  const runs = Array.from({ length: RUNS }, () => run(0))
  const at = (step: number): number => median(runs.map((times) => times[step] as number))
  const batches = run(BATCHES).slice(3)
  const last = median(batches.slice(-8))
  const warm = batches.findIndex((time) => time <= last * 1.1)
  return { importing: at(0), first: at(1), hundred: at(1) + at(2), settled: (warm + 1) * BATCH }
}
