import { setTimeout as pause } from 'node:timers/promises'
import { createRelay, type Delivery, type RelayCounts } from '../../src/testing/index.js'
import type { Sent } from './messages.js'
import { startProxy } from './proxy.js'
import type { Supervised } from './supervisor.js'

/** A store, the servers in front of it, and what can befall it. */
export interface Stage {
  readonly servers: readonly Supervised[]
  /** In milliseconds, how long a server that is up lives at least; at most it is twice and a half. */
  readonly life: number
  /** How many servers may end by themselves, where it is not the guide's code that ends. */
  readonly mostCrashes: number
  /** What befalls the database, one after the other. */
  readonly disasters: readonly (() => Promise<void>)[]
  /** How many messages are in it that were not worked on yet. */
  pending(): Promise<number>
  /** Every message that is in it. */
  stored(): Promise<readonly Stored[]>
  close(): Promise<void>
}

/** A message as it is in a store. */
export interface Stored {
  readonly linkedId: string
  /** The SHA-256 of each attachment's bytes. */
  readonly digests: readonly string[]
  readonly timesWorked: number
}

/** What became of all messages. */
export interface Outcome {
  readonly kills: number
  readonly cuts: number
  readonly counts: RelayCounts
  readonly deliveries: readonly Delivery[]
  readonly stored: readonly Stored[]
  readonly output: string
  /** Of each server that ended by itself, how, and what it had printed last. */
  readonly crashes: readonly string[]
  readonly mostCrashes: number
}

/** In milliseconds, between one message and the next: it is not over before the disasters are. */
const PACE = 12
/** Of 2,000 messages: there are more kills than ten, and an end, however slow a server starts. */
const LEAST_DELIVERED = 80
const BETWEEN_DISASTERS = 3000
const DRAIN_LIMIT = 60_000

/**
 * Sends messages while servers are killed and connections cut, and waits until they were worked on.
 * Those whose TransactionID was used before are sent once more in the quiet after it.
 *
 * @param random a number from 0 to 1
 */
export async function runCampaign(
  stage: Stage,
  messages: readonly Sent[],
  random: () => number,
): Promise<Outcome> {
  const { servers } = stage
  const proxy = await startProxy(
    servers.map(({ port }) => port),
    random,
    0.01,
  )
  const relay = createRelay(proxy.url, {
    retries: 500,
    retryDelay: 200,
    duplicates: 0.2,
    lostAnswers: 0.02,
  })
  let isOver = false
  const lives = servers.map((server) =>
    kill(
      server,
      () => stage.life * (1 + 1.5 * random()),
      () => relay.counts.delivered,
      () => isOver,
    ),
  )
  const disasters = befall(stage.disasters)
  const progress = setInterval(() => say(relay.counts), 10_000)
  const sending: Promise<Delivery>[] = []
  for (const { request } of messages) {
    sending.push(relay.send(request))
    await pause(PACE)
  }
  const deliveries = await Promise.all(sending)
  await disasters
  clearInterval(progress)
  isOver = true
  const kills = (await Promise.all(lives)).reduce((sum, one) => sum + one, 0)
  // A line that was printed just before a kill may be lost with the server: now nothing is killed.
  await Promise.all(
    messages.filter(({ isReused }) => isReused).map(({ request }) => relay.send(request)),
  )
  const until = Date.now() + DRAIN_LIMIT
  while ((await stage.pending()) > 0 && Date.now() < until) await pause(200)
  const outcome = {
    kills,
    cuts: proxy.cuts(),
    counts: relay.counts,
    deliveries,
    output: servers.map((server) => server.output()).join('\n'),
    crashes: servers.flatMap((server) => server.crashes()),
    mostCrashes: stage.mostCrashes,
  }
  await proxy.close()
  return { ...outcome, stored: await stage.stored() }
}

/**
 * Kills a server about a second after it has come up, again and again. On a machine that is busy with
 * other things it lives until some messages were delivered: else none ever would be.
 *
 * @returns how often, when it is over
 */
async function kill(
  server: Supervised,
  life: () => number,
  delivered: () => number,
  isOver: () => boolean,
): Promise<number> {
  let kills = 0
  while (!isOver()) {
    await server.untilUp()
    const before = delivered()
    await pause(life())
    while (delivered() < before + LEAST_DELIVERED && !isOver()) await pause(50)
    server.kill()
    kills += 1
  }
  return kills
}

function say({ delivered, requests }: RelayCounts): void {
  console.log(`  ${delivered} delivered, with ${requests} requests`)
}

async function befall(disasters: Stage['disasters']): Promise<void> {
  for (const disaster of disasters) {
    await pause(BETWEEN_DISASTERS)
    await disaster()
  }
}
