import { Mm7Error, type Mm7Request, parseMm7Request } from '../../../src/index.js'

/** What reading a message came to. */
export interface Cost {
  /** Milliseconds of the processor's time, the least of several. */
  readonly time: number
  /** The error's code; empty if it was accepted. */
  readonly code: string
}

/** @returns what reading the message costs */
export function costOf(request: Mm7Request, runs = 3): Cost {
  let code = ''
  const time = leastOf(runs, () => {
    code = read(request)
  })
  return { time, code }
}

/** @returns the milliseconds of the processor's time that something takes, the least of several */
export function leastOf(runs: number, run: () => void): number {
  let least = Number.POSITIVE_INFINITY
  for (let i = 0; i < runs; i++) {
    const start = process.cpuUsage()
    run()
    const { user, system } = process.cpuUsage(start)
    least = Math.min(least, (user + system) / 1000)
  }
  return least
}

function read(request: Mm7Request): string {
  try {
    parseMm7Request(request)
    return ''
  } catch (error) {
    if (error instanceof Mm7Error) return error.code
    throw error
  }
}

const PLAIN = new Uint8Array(16 * 1024 * 1024).fill(0x61)

/** @returns the milliseconds that it takes to read 16 MiB byte by byte: what a machine's times are measured in */
export function plainTime(runs = 3): number {
  return leastOf(runs, () => {
    if (checksum(PLAIN) !== 1) throw new Error('The sum is wrong.')
  })
}

function checksum(bytes: Uint8Array): number {
  let sum = 0
  for (let at = 0; at < bytes.length; at++) sum = (sum + (bytes[at] as number)) & 0xffff
  return sum === ((bytes.length * 0x61) & 0xffff) ? 1 : 0
}
