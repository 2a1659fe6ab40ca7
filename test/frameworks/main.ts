import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { openWorkshop } from '../runtimes/workshop.js'
import { checkRow } from './check.js'
import { FRAMEWORKS } from './frameworks.js'

// Runs what docs/guide/frameworks.md prints, each with the framework itself, and posts to it:
// npm run test:frameworks -- --only koa,lambda

const { values } = parseArgs({ options: { only: { type: 'string' } } })
const chosen = values.only?.split(',') ?? Object.keys(FRAMEWORKS)
const unknown = chosen.filter((name) => !Object.hasOwn(FRAMEWORKS, name))
if (unknown.length > 0) {
  console.error(
    `There is no ${unknown.join(', ')}: there is ${Object.keys(FRAMEWORKS).join(', ')}.`,
  )
  process.exit(2)
}

let failures = 0
for (const name of chosen) {
  // A folder each: what one installs is not there for the next.
  const workshop = await openWorkshop(process.cwd())
  const start = Date.now()
  const problems: string[] = []
  try {
    const served = await FRAMEWORKS[name]?.(workshop)
    if (served !== undefined) {
      try {
        problems.push(...(served.problems ?? []))
        problems.push(...(await checkRow(served)))
      } finally {
        served.stop()
      }
    }
  } catch (error) {
    problems.push(`cannot be had, or does not run: ${(error as Error).message}`)
  }
  rmSync(join(workshop.folder), { recursive: true, force: true, maxRetries: 3 })
  const seconds = ((Date.now() - start) / 1000).toFixed(1)
  console.log(`${problems.length === 0 ? 'ok  ' : 'FAIL'} ${name} (${seconds} s)`)
  for (const problem of problems) console.error(`     ${problem}`)
  failures += problems.length === 0 ? 0 : 1
}
console.log(`${chosen.length - failures} passed, ${failures} failed`)
process.exitCode = failures > 0 ? 1 : 0
