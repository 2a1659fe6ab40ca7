import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { type Finding, runCampaign, type Tally } from './campaign.js'
import { corpus, toCapture } from './corpus.js'

const FOUND = 'fixtures/found'
const MOST_FINDINGS = 20
const MINUTE = 60_000

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '1' },
    seed: { type: 'string', default: String(Date.now() % 2 ** 32) },
  },
})
const minutes = Number(values.minutes)
const seed = Number(values.seed)
if (!(minutes > 0) || !Number.isSafeInteger(seed)) {
  throw new TypeError('Usage: npm run fuzz -- [--minutes N] [--seed S]')
}

const messages = corpus()
console.log(`${messages.length} captures, seed ${seed}, ${minutes} minutes`)

const start = performance.now()
let told = 0
let saved = 0
const tally = runCampaign({
  corpus: messages,
  seed,
  tokenMessages: 4,
  isOver: (sofar) => {
    // At once: a run may be broken off.
    for (; saved < sofar.findings.length; saved++) save(sofar.findings[saved] as Finding)
    const minute = Math.floor((performance.now() - start) / MINUTE)
    if (minute > told) {
      told = minute
      tell(sofar)
    }
    return performance.now() - start > minutes * MINUTE || sofar.findings.length >= MOST_FINDINGS
  },
})
tell(tally)
process.exitCode = tally.findings.length > 0 ? 1 : 0

function tell({ messages: count, tokenMessages, refused, codes, findings }: Tally): void {
  const seconds = (performance.now() - start) / 1000
  console.log(
    `${seconds.toFixed(0)} s: ${count} captures, damaged (${refused} refused, ${codes.size} different ` +
      `codes), ${tokenMessages} messages of tokens, ${findings.length} findings`,
  )
}

/** Saves a finding among the captures, where every later run and the tests find it. */
function save({ message, what }: Finding): void {
  const capture = toCapture(message)
  const path = `${FOUND}/${createHash('sha256').update(capture).digest('hex').slice(0, 12)}.http`
  mkdirSync(FOUND, { recursive: true })
  writeFileSync(path, capture)
  console.log(`\n${path}\n${what}`)
}
