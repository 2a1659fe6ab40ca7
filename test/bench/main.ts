import { writeFileSync } from 'node:fs'
import {
  ANSWERS,
  decodeBar,
  EXTERNAL,
  FASTER,
  fasterBar,
  judge,
  SCANS,
  type Verdict,
  withoutBufferBar,
} from './bars.js'
import { drawChart } from './chart.js'
import { coldStart, messagesToSettle } from './cold.js'
import {
  baselines,
  DECODE_BYTES,
  DECODE_OWN,
  decoders,
  floors,
  type Library,
  loadWithoutBuffer,
  MM7,
  own,
  ownWithoutBuffer,
  SCAN,
  WITHOUT_BUFFER,
  whoReads,
} from './contenders.js'
import { startsElsewhere } from './elsewhere.js'
import { compare, micros, ratio, type Times } from './measure.js'
import { type Allocation, allocation } from './memory.js'
import type { BenchMessage } from './message.js'
import { OTHERS, PRINTED, SIZED } from './messages.js'
import { markdown, print, type Results } from './report.js'
import { measureService } from './service.js'
import { ANSWER, steps } from './steps.js'

/** `--quick` is for a look while working: fewer rounds, and nothing written. */
const isQuick = process.argv.includes('--quick')
const OPTIONS = isQuick
  ? { rounds: 8, batch: 15, warmUp: 200 }
  : { rounds: 30, batch: 25, warmUp: 500 }
const WARM_UP = { rounds: 2, batch: 25, warmUp: isQuick ? 100 : 300 }

const load = async (copy: string): Promise<Library> =>
  import(new URL(`./library.js${copy}`, import.meta.url).href)

const mm7 = await load('')

const [small] = SIZED as [BenchMessage]

async function compareAll(): Promise<Map<BenchMessage, Times>> {
  const all = new Map<BenchMessage, Times>()
  for (const message of [...SIZED, ...OTHERS]) {
    const contenders = [
      own(message, mm7),
      ...(await baselines(message)),
      ...floors(message),
      ...(message.name.includes('base64') ? decoders(message, mm7) : []),
    ]
    all.set(message, await compare(contenders, OPTIONS))
    process.stderr.write('.')
  }
  return all
}

/** After all else: whatever is compiled for a global `Buffer` is thrown away when that goes. */
async function compareWithoutBuffer(): Promise<Map<BenchMessage, Times>> {
  const all = new Map<BenchMessage, Times>()
  const withoutIt = await loadWithoutBuffer(load)
  for (const message of [...SIZED, ...OTHERS]) {
    const contenders = [own(message, mm7), await ownWithoutBuffer(message, withoutIt)]
    all.set(message, await compare(contenders, OPTIONS))
  }
  return all
}

async function comparePrinted(): Promise<Results['printed']> {
  const [broken, right] = PRINTED
  const contenders = PRINTED.map((message) => ({
    name: message.name,
    run: () => mm7.parseDeliverReq(message),
  }))
  const times = await compare(contenders, OPTIONS)
  return {
    micros: micros(times, broken.name),
    ratio: ratio(times, broken.name, right.name),
    readers: [...(await whoReads(broken))].filter(([, reads]) => reads).map(([name]) => name),
  }
}

function verdicts(
  all: ReadonlyMap<BenchMessage, Times>,
  withoutBuffer: ReadonlyMap<BenchMessage, Times>,
  answer: number,
  external: number,
): Verdict[] {
  const list: Verdict[] = []
  for (const [{ name }, times] of all) {
    for (const [baseline, bar] of Object.entries(FASTER[name] ?? {})) {
      list.push(judge(fasterBar(name, baseline, bar), ratio(times, baseline, MM7)))
    }
    if (name === '3 MB') list.push(judge(SCANS, ratio(times, MM7, SCAN)))
    if (times.has(DECODE_OWN)) {
      list.push(judge(decodeBar(name, DECODE_BYTES), ratio(times, DECODE_OWN, DECODE_BYTES)))
    }
  }
  for (const [{ name }, times] of withoutBuffer) {
    list.push(judge(withoutBufferBar(name), ratio(times, WITHOUT_BUFFER, MM7)))
  }
  return [...list, judge(ANSWERS, answer), judge(EXTERNAL, external)]
}

// What is compiled for the first message is thrown away at the second, if that differs.
const warmUps = [...SIZED, ...OTHERS].map(async (message) => [
  own(message, mm7),
  ...(await baselines(message)),
])
await compare([...steps(small, mm7), ...(await Promise.all(warmUps)).flat()], WARM_UP)

const allocations = new Map<string, Allocation>()
const stepTimes = await compare(steps(small, mm7), OPTIONS)
const all = await compareAll()
const printed = await comparePrinted()
for (const message of [...SIZED, ...OTHERS]) {
  allocations.set(
    message.name,
    allocation(() => mm7.parseDeliverReq(message)),
  )
}
const external =
  (allocations.get('3 MB')?.external ?? Number.NaN) - (allocations.get(small.name)?.external ?? 0)
const withoutBuffer = await compareWithoutBuffer()
const results: Results = {
  cold: [
    [`node ${process.version.slice(1)}`, coldStart('index.js', small)],
    ['the same, CommonJS', coldStart('index.cjs', small)],
    ...(isQuick ? [] : await startsElsewhere(small)),
  ],
  settled: messagesToSettle('index.js', small),
  services: [
    [small.name, await measureService(small)],
    ['300 KB', await measureService(SIZED.find(({ name }) => name === '300 KB') as BenchMessage)],
  ],
  all,
  withoutBuffer,
  printed,
  stepTimes,
  rounds: OPTIONS.rounds,
  allocations,
  verdicts: verdicts(all, withoutBuffer, micros(stepTimes, ANSWER), external),
}
process.stderr.write('\n')
print(results)
if (!isQuick) {
  writeFileSync('docs/performance.md', markdown(results))
  writeFileSync('docs/performance.svg', drawChart(all))
}
