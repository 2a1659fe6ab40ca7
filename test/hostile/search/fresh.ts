import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Mm7Request } from '../../../src/index.js'
import { CONTENT_TYPE } from './compose.js'
import { type Cost, costOf } from './cost.js'

/** What reading a message costs a process that has just started, and has read nothing before. */
export interface FreshCost extends Cost {
  /** By how much the process's memory was larger at its largest, beside the body: in MB. */
  readonly megabytes: number
}

const FLAG = '--fresh'

/** @returns what it costs a process of its own, which runs this program again */
export function freshCost({ body }: Mm7Request): FreshCost {
  const folder = mkdtempSync(join(tmpdir(), 'mm7-search-'))
  const file = join(folder, 'body')
  writeFileSync(file, body as Uint8Array)
  const program = [process.argv[1] as string, FLAG, file]
  const said = execFileSync(process.execPath, program, { encoding: 'utf8' })
  rmSync(folder, { recursive: true })
  return JSON.parse(said)
}

/** Measures the message that the program was started for, if it was. @returns whether it was */
export function measureAsked(): boolean {
  const [flag, file] = process.argv.slice(2)
  if (flag !== FLAG || file === undefined) return false
  const request = { headers: { 'content-type': CONTENT_TYPE }, body: readFileSync(file) }
  const before = process.resourceUsage().maxRSS
  const cost = costOf(request, 1)
  const megabytes = (process.resourceUsage().maxRSS - before) / 1000
  console.log(JSON.stringify({ ...cost, megabytes }))
  return true
}
