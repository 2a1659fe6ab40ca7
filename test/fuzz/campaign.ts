import { inspect } from 'node:util'
import { MOST_TIME, mostTime } from './bound.js'
import { check, outcomeOf } from './check.js'
import type { FuzzMessage } from './corpus.js'
import { damagedMessage } from './damage.js'
import { mutate } from './mutate.js'
import { checkNothingSilent } from './nothing-silent.js'
import { Random } from './random.js'

/** A message that breaks a promise, and which one. */
export interface Finding {
  readonly message: FuzzMessage
  readonly what: string
}

/** What a run has come to. */
export interface Tally {
  messages: number
  /** Besides, those in which all is a token. */
  tokenMessages: number
  /** Of them, those that were refused, with the default limits. */
  refused: number
  readonly codes: Set<string>
  readonly findings: Finding[]
}

/** How a run goes. */
export interface Campaign {
  readonly corpus: readonly FuzzMessage[]
  readonly seed: number
  /** How many messages are looked through for what vanished, for each of the corpus: they are small. */
  readonly tokenMessages: number
  /** Asked before each message. */
  readonly isOver: (tally: Tally) => boolean
}

/** A message is slow that takes so many times longer a byte than the median of those before it. */
const SLOW_FACTOR = 50
/** Milliseconds; and takes this long at least, or it is a matter of the clock. */
const SLOW_TIME = 20
/** A small message takes its time whatever its size. */
const LEAST_SIZE = 1024
const SAMPLES = 1001

/** Reads damaged messages until it is over. The same seed makes the same messages. */
export function runCampaign({ corpus, seed, tokenMessages, isOver }: Campaign): Tally {
  const tally: Tally = { messages: 0, tokenMessages: 0, refused: 0, codes: new Set(), findings: [] }
  const clock = new Pace()
  for (; !isOver(tally); tally.messages++) {
    const message = mutate(corpus, new Random(seed + Math.imul(tally.messages, 0x9e3779b1)))
    try {
      const start = performance.now()
      const outcomes = check(message)
      if (outcomes[0].error !== undefined) tally.refused++
      for (const { error, message: read } of outcomes) {
        for (const { code } of [...(error ? [error] : []), ...(read.warnings ?? [])]) {
          tally.codes.add(code)
        }
      }
      clock.add(message, performance.now() - start)
    } catch (error) {
      tally.findings.push({ message, what: inspect(error) })
    }
    for (let i = 0; i < tokenMessages; i++) {
      findSilence(seed + Math.imul(tally.tokenMessages, 0x85ebca6b), tally)
      tally.tokenMessages += 1
    }
  }
  return tally
}

/** Damages a message in which all is a token, and looks for those that vanished. */
function findSilence(seed: number, tally: Tally): void {
  const message = damagedMessage(seed)
  try {
    checkNothingSilent(message)
  } catch (error) {
    tally.findings.push({ message, what: `damagedMessage(${seed}): ${inspect(error)}` })
  }
}

/** Knows how long a byte takes, and throws at a message that takes much longer. */
class Pace {
  readonly #samples: number[] = []
  #next = 0

  add(message: FuzzMessage, time: number): void {
    const size = message.body.length + LEAST_SIZE
    if (time > MOST_TIME || (time > SLOW_TIME && this.#isSlow(time, size))) {
      // Again, for it may have been the machine.
      const least = Math.min(...[1, 2, 3].map(() => timeOf(message)))
      if (least > mostTime() || (least > SLOW_TIME && this.#isSlow(least, size))) {
        throw new Error(`Slow: ${least.toFixed(0)} ms for ${size} bytes.`)
      }
    }
    this.#samples[this.#next] = time / size
    this.#next = (this.#next + 1) % SAMPLES
  }

  #isSlow(time: number, size: number): boolean {
    if (this.#samples.length < SAMPLES) return false
    const median = [...this.#samples].sort((a, b) => a - b)[SAMPLES >> 1] as number
    return time / size > median * SLOW_FACTOR
  }
}

function timeOf(message: FuzzMessage): number {
  const start = process.cpuUsage()
  outcomeOf(message)
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1000
}
