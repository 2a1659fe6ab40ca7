import type { Mm7Request } from '../request.js'
import type { Submission } from '../submission.js'
import { buildDeliverReq } from './build.js'
import type { BuildOptions, DeliverReqInput } from './input.js'
import { type Attempt, attempt, type RelayRequest, type RelayTarget } from './relay-attempt.js'
import { createIntake, type TakenAnswer } from './relay-intake.js'
import { type RelayOptions, relaySettings } from './relay-options.js'
import { toDeliverReq } from './to-message.js'

/** What became of a message. */
export interface Delivery {
  readonly transactionId: string
  /** Whether it was answered as it should be; if not, it was given up after the last retry. */
  readonly isDelivered: boolean
  /** Every request that was sent for it, in order. */
  readonly attempts: readonly Attempt[]
}

/** What a relay/server has done so far. */
export interface RelayCounts {
  /** Messages whose delivery has ended. */
  readonly delivered: number
  readonly givenUp: number
  /** Requests sent, `duplicates` and `resent` among them. */
  readonly requests: number
  /** Second copies, sent at once. */
  readonly duplicates: number
  /** Requests sent again because the one before was not answered as it should be. */
  readonly resent: number
}

/** A relay/server that delivers messages to the handler under test. */
export interface Relay {
  /**
   * Delivers a message (TS 23.140 8.7.2.3).
   *
   * @param input a message, or as little of one as a test cares for. It should have a TransactionID of
   * its own: the default is the same for all.
   * @param options how it is packed, and what is wrong with it
   * @returns what became of it; rejected only if it cannot be built
   * @throws TypeError as {@link buildDeliverReq} does
   */
  deliver(input?: DeliverReqInput, options?: BuildOptions): Promise<Delivery>
  /**
   * Delivers a request as it is: a capture, or one that was built and then changed.
   *
   * @param request the request, and the TransactionID that its answer must have
   * @returns what became of it
   * @throws TypeError if it does not say which TransactionID
   */
  send(request: RelayRequest): Promise<Delivery>
  /**
   * Takes a request of the platform under test, as the relay/server would that it posts to: reads it by
   * the schema, refuses every deviation, and answers (TS 23.140 8.7). A `SubmitReq` that asks for a
   * delivery report gets one for each recipient, which is delivered like a message once it is answered.
   *
   * @param request what the platform posts
   * @returns the answer: hand it to `parseMm7Response`
   */
  take(request: Mm7Request): Promise<TakenAnswer>
  /** @returns what became of the reports so far, once the delivery of all has ended */
  reports(): Promise<readonly Delivery[]>
  /** The requests of the platform that were accepted, in order. */
  readonly taken: readonly Submission[]
  /** What was done so far. */
  readonly counts: RelayCounts
}

/**
 * Makes a relay/server for tests. It delivers each message as the real one does: it sends it again
 * until it is answered in time with HTTP 200, the TransactionID of the request and a StatusCode of
 * success (1xxx), and gives up after the last retry. It can send copies, and lose answers on the way,
 * so that a test shows whether each message is kept once.
 *
 * @param target the URL to post to; or the handler itself, which is called with `{ method, headers,
 * body }` and returns, or promises, `{ status, body }`
 * @param options how often, how soon and how many at a time
 * @returns the relay/server. It keeps nothing running once what it delivers has ended.
 * @throws TypeError if the target is none, or an option is not one
 */
export function createRelay(target: RelayTarget, options: RelayOptions = {}): Relay {
  checkTarget(target)
  const settings = relaySettings(options)
  const inTurn = limiter(settings.concurrency)
  const counts = { delivered: 0, givenUp: 0, requests: 0, duplicates: 0, resent: 0 }
  const isSentTwice = every(settings.duplicates)
  const isAnswerLost = every(settings.lostAnswers)

  async function sendOnce(request: RelayRequest): Promise<Attempt> {
    counts.requests += 1
    return attempt(target, request, settings.timeLimit, isAnswerLost())
  }

  async function sendUntilTaken(request: RelayRequest): Promise<Delivery> {
    const copies = isSentTwice() ? [request, request] : [request]
    counts.duplicates += copies.length - 1
    const attempts = await Promise.all(copies.map(sendOnce))
    for (let retry = 0; retry < settings.retries && !isTaken(attempts); retry++) {
      await pause(settings.retryDelay)
      counts.resent += 1
      attempts.push(await sendOnce(request))
    }
    const isDelivered = isTaken(attempts)
    counts[isDelivered ? 'delivered' : 'givenUp'] += 1
    return { transactionId: request.transactionId, isDelivered, attempts }
  }

  const intake = createIntake(options.mmStatus)
  const reports: Promise<Delivery>[] = []
  const send = async (request: RelayRequest): Promise<Delivery> => {
    if (typeof request.transactionId === 'string') return inTurn(() => sendUntilTaken(request))
    throw new TypeError(
      'Say which transactionId the answer must have: send({ transactionId, ...request }).',
    )
  }
  return {
    send,
    async deliver(input = {}, options = {}) {
      const { transactionId } = toDeliverReq(input, options)
      return send({ transactionId, ...buildDeliverReq(input, options) })
    },
    async take(request) {
      const { answer, reports: due } = intake.take(request)
      // The answer first: a platform has to know the MessageID to match the report.
      setTimeout(() => reports.push(...due.map(send)))
      return answer
    },
    async reports() {
      await pause(0)
      return Promise.all(reports)
    },
    get taken() {
      return [...intake.taken]
    },
    get counts() {
      return { ...counts }
    },
  }
}

/** @throws TypeError if there is no posting to it, which every delivery would tell as a lost connection */
function checkTarget(target: RelayTarget): void {
  if (typeof target === 'function') return
  if (typeof target === 'string' && URL.canParse(target)) return
  const found = typeof target === 'string' ? JSON.stringify(target) : typeof target
  throw new TypeError(
    `Pass the URL to post to, such as http://localhost:8080/mm7, or a receiver, not ${found}.`,
  )
}

function isTaken(attempts: readonly Attempt[]): boolean {
  return attempts.some(({ failure }) => failure === undefined)
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}

/** @returns what says of each call whether it belongs to a share of all of them, evenly spread. */
function every(share: number): () => boolean {
  let due = 0
  return () => {
    due += share
    const isDue = due >= 1
    if (isDue) due -= 1
    return isDue
  }
}

/** @returns what runs tasks in the order of the calls, at most `limit` of them at a time. */
function limiter(limit: number): <T>(task: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = []
  let free = limit
  return async (task) => {
    if (free === 0) await new Promise<void>((resolve) => waiting.push(resolve))
    else free -= 1
    try {
      return await task()
    } finally {
      const next = waiting.shift()
      if (next === undefined) free += 1
      else next()
    }
  }
}
