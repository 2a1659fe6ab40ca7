import { parseArgs } from 'node:util'
import { Random } from '../fuzz/random.js'
import { runCampaign, type Stage } from './campaign.js'
import { complaints } from './compile.js'
import { guideFiles } from './guide-files.js'
import { testMessages } from './messages.js'
import { withNodeSqlite } from './node-with-sqlite.js'
import { MORE_STORES, STORES } from './stores.js'
import { printTable } from './table.js'
import { problemsOf, type Row, rowOf } from './verdict.js'
import { openWorkshop } from './workshop.js'

// Sends messages to the servers of docs/guide/storage.md while they are killed and their databases
// stopped, and counts what is in the stores: npm run test:storage -- --only sqlite,postgres

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    'as-before': { type: 'boolean', default: false },
    messages: { type: 'string', default: '2000' },
    seed: { type: 'string', default: '1' },
  },
})
const all = values['as-before'] ? ['as before'] : Object.keys(STORES)
const chosen = values.only?.split(',') ?? all
const unknown = chosen.filter((name) => !Object.hasOwn(MORE_STORES, name))
if (unknown.length > 0) {
  console.error(
    `There is no ${unknown.join(', ')}: there is ${Object.keys(MORE_STORES).join(', ')}.`,
  )
  process.exit(2)
}

// However this ends, what it started ends with it.
for (const name of ['SIGINT', 'SIGTERM'] as const) process.on(name, () => process.exit(1))

const messages = testMessages(Number(values.messages))
const files = guideFiles()
const workshop = await openWorkshop([...files, ...withNodeSqlite(files)])
const rows: Row[] = []
const problems: string[] = await complaints(workshop, files)
for (const name of chosen) {
  const start = Date.now()
  const stage = (await MORE_STORES[name]?.(workshop)) as Stage
  try {
    const outcome = await runCampaign(stage, messages, shareOf(new Random(Number(values.seed))))
    const row = rowOf(name, messages, outcome)
    const found = problemsOf(row, messages, outcome)
    if (found.length > 0) console.error(outcome.output.slice(-4000))
    for (const crash of outcome.crashes) console.error(`A server ended by itself, with ${crash}`)
    rows.push(row)
    printTable([row])
    problems.push(...found)
    const { requests, duplicates, resent } = outcome.counts
    const seconds = Math.round((Date.now() - start) / 1000)
    console.log(
      `${name}: ${requests} requests, ${duplicates} of them second copies and ${resent} sent again; ${outcome.cuts} connections cut; ${seconds} s`,
    )
  } finally {
    await stage.close()
  }
}
printTable(rows)
for (const problem of problems) console.error(problem)
process.exit(problems.length > 0 ? 1 : 0)

/** @returns what gives numbers from 0 to 1 */
function shareOf(random: Random): () => number {
  return () => random.below(2 ** 32) / 2 ** 32
}
