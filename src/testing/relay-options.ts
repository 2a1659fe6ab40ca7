import { checkOptions, type OptionType } from '../options.js'
import type { MmStatus } from '../values.js'

/** How a relay/server for tests behaves. */
export interface RelayOptions {
  /** How often a message is sent again, at most. Default: 5, as Skycore does. */
  readonly retries?: number
  /** In milliseconds, between an answer and the next request. Default: 50. (Skycore's is 5 minutes.) */
  readonly retryDelay?: number
  /** In milliseconds, how long an answer may take. Default: 10,000, as with Skycore. */
  readonly timeLimit?: number
  /** The share of messages that are sent twice at once, from 0 to 1. Default: 0. */
  readonly duplicates?: number
  /**
   * The share of answers that are lost on their way, from 0 to 1, so that what was accepted is sent
   * again. Default: 0.
   */
  readonly lostAnswers?: number
  /** How many messages are under way at a time. Default: 8. */
  readonly concurrency?: number
  /** What becomes of the messages that the platform sends. Default: `Retrieved`. */
  readonly mmStatus?: MmStatus
}

/** The options that are numbers. */
type Settings = Required<Omit<RelayOptions, 'mmStatus'>>

const DEFAULTS: Settings = {
  retries: 5,
  retryDelay: 50,
  timeLimit: 10_000,
  duplicates: 0,
  lostAnswers: 0,
  concurrency: 8,
}

const TYPES: Readonly<Record<string, OptionType>> = {
  ...Object.fromEntries(Object.keys(DEFAULTS).map((name) => [name, 'number' as OptionType])),
  mmStatus: 'string',
}

/** The least and the most that each may be. */
const RANGES: Readonly<Record<keyof Settings, readonly [number, number]>> = {
  retries: [0, Number.POSITIVE_INFINITY],
  retryDelay: [0, 2 ** 31 - 1],
  timeLimit: [1, 2 ** 31 - 1],
  duplicates: [0, 1],
  lostAnswers: [0, 1],
  concurrency: [1, Number.POSITIVE_INFINITY],
}

/**
 * @returns the options, with the defaults of those left out
 * @throws TypeError if there is no such option, or it cannot have that value
 */
export function relaySettings(options: RelayOptions): Settings {
  checkOptions(options, TYPES)
  const given = Object.entries(options).filter(([, value]) => value !== undefined)
  const settings: Settings = { ...DEFAULTS, ...Object.fromEntries(given) }
  for (const [name, [least, most]] of Object.entries(RANGES)) {
    const value = settings[name as keyof Settings]
    if (value >= least && value <= most) continue
    throw new TypeError(`The option ${name} is a number from ${least} to ${most}, not ${value}.`)
  }
  return settings
}
