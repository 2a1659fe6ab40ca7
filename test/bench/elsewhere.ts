import { rmSync } from 'node:fs'
import { PROGRAMS } from '../runtimes/programs.js'
import { openWorkshop } from '../runtimes/workshop.js'
import { type ColdStart, coldStart } from './cold.js'
import type { BenchMessage } from './message.js'
import { workerdStart } from './workerd-start.js'

type Start = readonly [runtime: string, start: ColdStart]

/** @returns what other runtimes pay that have just been started; those that cannot be had are left out. */
export async function startsElsewhere(message: BenchMessage): Promise<Start[]> {
  const workshop = await openWorkshop(process.cwd())
  const found: Start[] = []
  const attempt = async (name: string, measure: () => Promise<Start | undefined>) => {
    try {
      const start = await measure()
      if (start !== undefined) found.push(start)
    } catch (error) {
      console.error(`${name} cannot be had: ${(error as Error).message}`)
    }
  }
  for (const [name, getProgram] of Object.entries(PROGRAMS)) {
    await attempt(name, async () => {
      const program = await getProgram(workshop)
      if (program.path === process.execPath) return undefined
      return [named(name, program.version), coldStart('index.js', message, program)]
    })
  }
  await attempt('workerd', async () => {
    const [version, start] = await workerdStart(workshop, message)
    return [named('workerd', version), start]
  })
  rmSync(workshop.folder, { recursive: true, force: true })
  return found
}

/** @param version as a runtime prints it, with or without its name */
function named(name: string, version: string): string {
  return `${name.replace(/\d+$/, '')} ${/\d[\w.-]*/.exec(version)?.[0] ?? version}`
}
