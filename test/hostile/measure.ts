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
const TOO_LONG = 700
const LARGEST = 1 << 17

/**
 * Measures what a dimension takes at some `n` against eight times that.
 *
 * Where memory outgrows a cache or its collector sets in, a linear dimension takes a step once; what
 * is more than linear takes it at every `n`. A ratio that is too great is tried again further up.
 */
export function measure(make: Make, limits: Partial<Limits>): Growth {
  let n = 64
  while (n < LARGEST && leastTime(make(n), limits, 2) < LONG_ENOUGH) n *= 4
  for (;;) {
    const growth = compare(make, n, limits)
    if (growth.ratio < MOST || growth.time > TOO_LONG) return growth
    n *= 4
  }
}

function compare(make: Make, n: number, limits: Partial<Limits>): Growth {
  const small = make(n)
  const large = make(n * FACTOR)
  let [short, time] = [1e9, 1e12]
  // The more runs, the less of other programs is in the least of their times.
  for (let run = 0; run < 4 && time >= short * MOST - 1; run++) {
    short = Math.min(short, leastTime(small, limits, 2))
    time = Math.min(time, leastTime(large, limits, 1))
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
