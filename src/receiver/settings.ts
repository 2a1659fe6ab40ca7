import { resolveLimits } from '../limits.js'
import { checkHeaderName, checkOptions, type OptionType } from '../options.js'
import type { ParseOptions } from '../parse.js'
import { printEvent } from './log.js'
import type { Operations } from './operations.js'
import type { ReceiverOptions } from './types.js'

/** More than relay/servers send: they cap a message at 300 KB to 3 MB. */
export const DEFAULT_BODY_LIMIT: number = 5 * 1024 * 1024
/** Skycore waits ten seconds, the way there and back among them. */
const DEFAULT_TIME_LIMIT = 8000

/** The options of a receiver, each with a value. */
export interface Settings {
  readonly handlers: Pick<ReceiverOptions, keyof Operations>
  readonly parseOptions: ParseOptions
  readonly log: NonNullable<ReceiverOptions['log']>
  readonly timeLimit: number
  readonly bodyLimit: number
}

const OPTIONS = {
  deliverReq: 'function',
  deliveryReportReq: 'function',
  readReplyReq: 'function',
  submitReq: 'function',
  log: 'function',
  timeLimit: 'number',
  bodyLimit: 'number',
  strict: 'boolean',
  limits: 'object',
  carrierIdHeader: 'string',
} as const satisfies Record<keyof ReceiverOptions, OptionType>

/**
 * @param options what the caller passed
 * @throws TypeError if there is no handler, or an option is not valid; it says what to do instead
 */
export function settingsOf(options: ReceiverOptions): Settings {
  if (options?.deliverReq === undefined) {
    throw new TypeError(
      'Pass a handler that keeps the messages: createReceiver({ deliverReq: async (message) => { … } }).',
    )
  }
  checkOptions(options, OPTIONS)
  const {
    log = printEvent,
    timeLimit = DEFAULT_TIME_LIMIT,
    bodyLimit = DEFAULT_BODY_LIMIT,
    deliverReq,
    deliveryReportReq,
    readReplyReq,
    submitReq,
    ...parseOptions
  } = options
  resolveLimits(parseOptions.limits)
  checkHeaderName('carrierIdHeader', parseOptions.carrierIdHeader)
  checkPositive('timeLimit', timeLimit)
  checkPositive('bodyLimit', bodyLimit)
  const handlers = {
    deliverReq,
    deliveryReportReq,
    readReplyReq,
    submitReq,
  } as Settings['handlers']
  return { handlers, parseOptions, log, timeLimit, bodyLimit }
}

/** @throws TypeError if the option is not a number above 0; Infinity is one. */
export function checkPositive(name: string, value: number): void {
  if (!(value > 0)) {
    throw new TypeError(`The option ${name} must be a number above 0, or Infinity for none.`)
  }
}
