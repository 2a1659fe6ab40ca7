/** Something to be timed. What it gives back is thrown away. */
export interface Contender {
  readonly name: string
  readonly run: () => unknown
  /** Runs a batch in surroundings of its own. */
  readonly within?: (batch: () => Promise<void>) => Promise<void>
}

/** Microseconds for one run of each contender, round by round. */
export type Times = ReadonlyMap<string, readonly number[]>

interface Options {
  readonly rounds: number
  /** How long each contender runs in each round, in milliseconds. */
  readonly batch: number
  /** How long each runs before all of them at least, in milliseconds. */
  readonly warmUp: number
}

/** After so many runs all is compiled, as the cold starts show; time alone says little on a busy machine. */
const SETTLED = 6000
/** But what takes long is warmed no longer than so many times the least. */
const LONGEST = 3

type Collect = (options: { readonly type: 'minor' }) => void

const collect: Collect = (globalThis as { gc?: Collect }).gc ?? (() => {})

/**
 * Times contenders side by side: in every round each runs one batch, in an order that changes from
 * round to round, so that what else the machine does hits all alike. Garbage of one batch is
 * collected before the next; the young generation alone, since a full collection throws away what the
 * compiler has learnt.
 */
export async function compare(contenders: readonly Contender[], options: Options): Promise<Times> {
  const times = new Map<string, number[]>(contenders.map(({ name }) => [name, []]))
  const counts = new Map<Contender, number>()
  for (const contender of contenders) counts.set(contender, await calibrate(contender, options))
  const order = [...contenders]
  for (let round = 0; round < options.rounds; round++) {
    rearrange(order, round)
    for (const contender of order) {
      collect({ type: 'minor' })
      times.get(contender.name)?.push(await runBatch(contender, counts.get(contender) ?? 1))
    }
  }
  return times
}

/** Rotates, and turns round every time it has come full circle: neighbours change too. */
function rearrange(order: Contender[], round: number): void {
  if (round > 0 && round % order.length === 0) order.reverse()
  order.push(...order.splice(0, 1))
}

/** Warms a contender up until all is compiled. @returns how many runs take as long as a batch */
async function calibrate(contender: Contender, { batch, warmUp }: Options): Promise<number> {
  const least = warmUp * 1000
  let each = 0
  let elapsed = 0
  for (let runs = 0; elapsed < least || (runs < SETTLED && elapsed < LONGEST * least); ) {
    const count = runs === 0 ? 1 : runsIn(batch, each)
    each = await runBatch(contender, count)
    elapsed += each * count
    runs += count
  }
  return runsIn(batch, each)
}

function runsIn(batch: number, each: number): number {
  return Math.max(1, Math.min(1e6, Math.ceil((batch * 1000) / each)))
}

/** @returns microseconds for one run. */
async function runBatch(contender: Contender, count: number): Promise<number> {
  const { run, within = (batch) => batch() } = contender
  let elapsed = 0
  await within(async () => {
    const start = clock()
    for (let i = 0; i < count; i++) {
      const result = run()
      if (result instanceof Promise) await result
    }
    elapsed = clock() - start
  })
  return elapsed / count
}

/** On a machine that is busy with other things too, the processor's time tells more. */
export const isProcessorTime: boolean = process.argv.includes('--cpu')

/** @returns microseconds. */
function clock(): number {
  if (!isProcessorTime) return performance.now() * 1000
  const { user, system } = process.cpuUsage()
  return user + system
}

/** @returns the middle one. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  const upper = sorted[middle] ?? Number.NaN
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2
}

/** @returns how many times as long as `unit` a contender takes: the median over the rounds. */
export function ratio(times: Times, contender: string, unit: string): number {
  const units = times.get(unit) ?? []
  return median(
    (times.get(contender) ?? []).map((time, round) => time / (units[round] ?? Number.NaN)),
  )
}

/** @returns the median of a contender's own times, in microseconds. */
export function micros(times: Times, contender: string): number {
  return median(times.get(contender) ?? [])
}
