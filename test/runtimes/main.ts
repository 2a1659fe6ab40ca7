import { rmSync } from 'node:fs'
import { parseArgs } from 'node:util'
import type { Report } from './check.js'
import { checkInspectPage } from './inspect-page.js'
import { type Found, RUNTIMES } from './runtimes.js'
import { printTable, type TableRow } from './table.js'
import { checkWorkerPage } from './worker-page.js'
import { openWorkshop } from './workshop.js'

// Reads every capture in every runtime, with the package as its users get it, and tells whether all
// agree: npm run test:runtimes -- --only node20,node22

const { values } = parseArgs({ options: { only: { type: 'string' } } })
const chosen = values.only?.split(',') ?? Object.keys(RUNTIMES)
const unknown = chosen.filter((name) => !Object.hasOwn(RUNTIMES, name))
if (unknown.length > 0) {
  console.error(`There is no ${unknown.join(', ')}: there is ${Object.keys(RUNTIMES).join(', ')}.`)
  process.exit(2)
}

const workshop = await openWorkshop(process.cwd())
const table: TableRow[] = []
const served: string[] = []
const problems: string[] = []
for (const name of chosen) {
  try {
    const runtime = await RUNTIMES[name]?.(workshop)
    if (runtime !== undefined) await runAll(name, runtime)
  } catch (error) {
    problems.push(`${name} cannot be had, or does not run: ${(error as Error).message}`)
    problems.push('--only takes the names of those to run, with commas between them.')
  }
}
rmSync(workshop.folder, { recursive: true, force: true })

async function runAll(name: string, { version, rows }: Found): Promise<void> {
  for (const { entry, buffer, run } of rows) {
    const start = Date.now()
    const report = await run()
    const row = { name, version, entry, buffer, report }
    table.push({ ...row, seconds: (Date.now() - start) / 1000 })
    const label = `${name} ${entry} (Buffer: ${buffer})`
    problems.push(...complaints(label, report))
    if ((report.buffer === 'undefined') !== (buffer === 'no')) {
      problems.push(`${label}: the global Buffer was ${report.buffer}.`)
    }
    if (entry !== 'bundle' && entry !== report.form) {
      problems.push(`${label}: it has loaded the ${report.form} one.`)
    }
  }
  if (await checkWorkerPage(name, workshop)) served.push(name)
  problems.push(...(await checkInspectPage(name, workshop)))
}

function complaints(row: string, report: Report): string[] {
  const found: string[] = []
  if (report.failed.length > 0) {
    found.push(`${row}: not as the JSON expects: ${report.failed.join(', ')}`)
  }
  if (report.captures === 0) found.push(`${row}: there were no captures.`)
  const first = table[0]?.report
  if (first !== undefined && report.digest !== first.digest) {
    found.push(`${row}: it has read something in another way than the first.`)
  }
  return found
}

printTable(table)
if (served.length > 0) console.log(`docs/guide/worker.md serves in ${served.join(', ')}.`)
for (const problem of problems) console.error(problem)
process.exitCode = problems.length > 0 ? 1 : 0
