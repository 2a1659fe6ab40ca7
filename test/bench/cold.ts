import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { median } from './measure.js'
import type { BenchMessage } from './message.js'

/** What a process pays that has just been started, in milliseconds of the processor. */
export interface ColdStart {
  /** Loading the package. */
  readonly importing: number
  readonly first: number
  readonly hundred: number
}

/** What runs a script: Node itself, or another. */
export interface Runner {
  readonly path: string
  readonly flags: readonly string[]
}

const THIS: Runner = { path: process.execPath, flags: [] }
const RUNS = 9
const BATCH = 500
const BATCHES = 24

/** Loads the built package, reads messages, and prints what each step took. */
const SCRIPT = `
import { Buffer } from 'node:buffer'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import process from 'node:process'

const spent = () => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}
const [load, path, batches] = process.argv.slice(2)
const { headers, body } = JSON.parse(readFileSync(path, 'utf8'))
const message = { headers, body: Buffer.from(body, 'base64') }
const require = createRequire(import.meta.url)
const times = [spent()]
const { parseDeliverReq } = load.endsWith('.cjs') ? require(load) : await import(load)
times.push(spent())
parseDeliverReq(message)
times.push(spent())
for (let i = 1; i < 100; i++) parseDeliverReq(message)
times.push(spent())
for (let i = 0; i < Number(batches); i++) {
  for (let j = 0; j < ${BATCH}; j++) parseDeliverReq(message)
  times.push(spent())
}
console.log(JSON.stringify(times.slice(1).map((time, i) => time - times[i])))
`

/** @returns what each step of a new process takes. @param batches how many batches follow the first 100 */
function start(
  { path, flags }: Runner,
  file: string,
  { headers, body }: BenchMessage,
  batches: number,
): readonly number[] {
  const script = '.tmp/bench/start.mjs'
  const message = '.tmp/bench/message.json'
  writeFileSync(script, SCRIPT)
  writeFileSync(message, JSON.stringify({ headers, body: body.toString('base64') }))
  const built = new URL(`../../dist/${file}`, import.meta.url)
  const load = file.endsWith('.cjs') ? fileURLToPath(built) : built.href
  const args = [...flags, script, load, message, String(batches)]
  return JSON.parse(execFileSync(path, args, { encoding: 'utf8' }))
}

/** @param file of dist/, which must be built */
export function coldStart(file: string, message: BenchMessage, runner: Runner = THIS): ColdStart {
  const runs = Array.from({ length: RUNS }, () => start(runner, file, message, 0))
  const at = (step: number): number => median(runs.map((times) => times[step] as number))
  return { importing: at(0), first: at(1), hundred: at(1) + at(2) }
}

/** @returns after how many messages one takes no more than 1.1 times what it takes in the end. */
export function messagesToSettle(file: string, message: BenchMessage): number {
  const batches = start(THIS, file, message, BATCHES).slice(3)
  const last = median(batches.slice(-8))
  return (batches.findIndex((time) => time <= last * 1.1) + 1) * BATCH
}
