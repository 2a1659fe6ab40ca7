import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
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
/** What Linux tells of a process. */
const STATUS = '/proc/self/status'

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
  const before = largest()
  const cost = costOf(request, 1)
  console.log(JSON.stringify({ ...cost, megabytes: (largest() - before) / 1000 }))
  return true
}

/** @returns the kilobytes of memory that this process has had at most: `maxRSS` is its parent's, too */
function largest(): number {
  const status = existsSync(STATUS) ? readFileSync(STATUS, 'latin1') : ''
  return Number(/VmHWM:\s*(\d+)/.exec(status)?.[1] ?? process.resourceUsage().maxRSS)
}
