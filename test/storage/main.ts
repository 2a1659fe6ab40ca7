import { parseArgs } from 'node:util'
import { Random } from '../fuzz/random.js'
import { runCampaign, type Stage } from './campaign.js'
import { guideFiles } from './guide-files.js'
import { testMessages } from './messages.js'
import { STORES } from './stores.js'
import { printTable } from './table.js'
import { problemsOf, type Row, rowOf } from './verdict.js'
import { openWorkshop } from './workshop.js'

// Sends messages to the servers of docs/guide/storage.md while they are killed and their databases
// stopped, and counts what is in the stores: npm run test:storage -- --only sqlite,postgres

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    messages: { type: 'string', default: '2000' },
    seed: { type: 'string', default: '1' },
  },
})
const chosen = values.only?.split(',') ?? Object.keys(STORES)
const unknown = chosen.filter((name) => !Object.hasOwn(STORES, name))
if (unknown.length > 0) {
  console.error(`There is no ${unknown.join(', ')}: there is ${Object.keys(STORES).join(', ')}.`)
  process.exit(2)
}

const messages = testMessages(Number(values.messages))
const workshop = await openWorkshop(guideFiles())
const rows: Row[] = []
const problems: string[] = []
for (const name of chosen) {
  const start = Date.now()
  const stage = (await STORES[name]?.(workshop)) as Stage
  try {
    const outcome = await runCampaign(stage, messages, shareOf(new Random(Number(values.seed))))
    const row = rowOf(name, messages, outcome)
    const found = problemsOf(row, messages, outcome)
    if (found.length > 0) console.error(outcome.output.slice(-4000))
    rows.push(row)
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
