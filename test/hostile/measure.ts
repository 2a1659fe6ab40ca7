import {
  buildDeliverRsp,
  type Limits,
  Mm7Error,
  type Mm7Request,
  parseDeliverReq,
} from '../../src/index.js'

/** Reads a message and answers it. Anything but a message or an `Mm7Error` is thrown on. */
export function read(request: Mm7Request, limits: Partial<Limits>): string {
  try {
    return buildDeliverRsp(parseDeliverReq(request, { limits }))
  } catch (error) {
    if (error instanceof Mm7Error) return buildDeliverRsp(error)
    throw error
  }
}

/** How a dimension grows. */
export interface Growth {
  readonly n: number
  /** Milliseconds that eight times `n` takes. */
  readonly time: number
  /** How many times longer that is than what `n` takes. */
  readonly ratio: number
}

type Make = (n: number) => Mm7Request

/** Linear is 8; quadratic is 64. Between them lies what memory and its collector do. */
export const MOST = 16
const FACTOR = 8
/** Milliseconds that stand out from the noise of the clock. */
const LONG_ENOUGH = Number(process.env['GROWTH_MS'] ?? 0.5)
/** Milliseconds after which a larger `n` is not tried. */
const TOO_LONG = 1500
const LARGEST = 1 << 17
/** Two messages are compared so many times at most, and not again after so many milliseconds. */
const RUNS = 4
const PATIENCE = 2000
/** So many climbs have to end with a ratio that is too great. */
const CLIMBS = 3

/**
 * Measures what a dimension takes at some `n` against eight times that.
 *
 * Other programs make the one or the other look slow for a while; what is more than linear is so at
 * any time. A ratio that is too great is believed when it has come up again.
 */
export function measure(make: Make, limits: Partial<Limits>): Growth {
  let growth = climb(make, limits)
  for (let more = CLIMBS - 1; more > 0 && growth.ratio >= MOST; more--) growth = climb(make, limits)
  return growth
}

/**
 * Where memory outgrows a cache or its collector sets in, a linear dimension takes a step once; what
 * is more than linear takes it at every `n`. A ratio that is too great is tried again further up.
 */
function climb(make: Make, limits: Partial<Limits>): Growth {
  for (let n = 64; ; n *= 4) {
    if (n < LARGEST && leastTime(make(n), limits, 2) < LONG_ENOUGH) continue
    const growth = compare(make, n, limits)
    if (growth.time > TOO_LONG) return growth
    if (growth.ratio < MOST && (n >= LARGEST || standsOut(growth, make, limits))) return growth
  }
}

/** @returns whether what grows takes most of the time: else its ratio says nothing. */
function standsOut({ time, ratio }: Growth, make: Make, limits: Partial<Limits>): boolean {
  const short = time / ratio
  return short >= LONG_ENOUGH && short >= 2 * leastTime(make(1), limits, 2)
}

function compare(make: Make, n: number, limits: Partial<Limits>): Growth {
  const small = make(n)
  const large = make(n * FACTOR)
  let [short, time, spent] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, 0]
  // The more runs, the less of other programs is in the least of their times.
  for (let run = 0; run < RUNS && spent < PATIENCE && time >= short * MOST; run++) {
    // The large one goes first: compiling what it runs would make the small one look slow, and
    // what is quadratic look linear.
    const once = leastTime(large, limits, 1)
    time = Math.min(time, once)
    spent += once
    short = Math.min(short, leastTime(small, limits, 2))
  }
  return { n, time, ratio: time / short }
}

/** @returns the least of the times that `runs` readings take the processor, in milliseconds. */
export function leastTime(request: Mm7Request, limits: Partial<Limits>, runs: number): number {
  let least = Number.POSITIVE_INFINITY
  for (let run = 0; run < runs; run++) {
    const start = process.cpuUsage()
    read(request, limits)
    const { user, system } = process.cpuUsage(start)
    least = Math.min(least, (user + system) / 1000)
  }
  return least
}
