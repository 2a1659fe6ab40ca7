import type { Outcome, Stored } from './campaign.js'
import type { Sent } from './messages.js'

/** A row of the table. */
export interface Row {
  readonly store: string
  readonly kills: number
  /** Messages that were answered 1000 and are not there, or could not be delivered at all. */
  readonly lost: number
  /** Messages whose attachments are not all there, byte for byte. */
  readonly partial: number
  /** Messages that are there twice, or were worked on twice. */
  readonly doubled: number
  /** Messages that were worked on once. */
  readonly worked: number
}

const LEAST_KILLS = 11

export function rowOf(store: string, messages: readonly Sent[], outcome: Outcome): Row {
  const byId = new Map<string, Stored[]>()
  for (const one of outcome.stored) {
    byId.set(one.linkedId, [...(byId.get(one.linkedId) ?? []), one])
  }
  const copies = (sent: Sent): readonly Stored[] => byId.get(sent.linkedId) ?? []
  const times = (sent: Sent) => copies(sent).reduce((sum, { timesWorked }) => sum + timesWorked, 0)
  const undelivered = outcome.deliveries.filter(({ isDelivered }) => !isDelivered).length
  return {
    store,
    kills: outcome.kills,
    lost: messages.filter((sent) => copies(sent).length === 0).length + undelivered,
    partial: messages.filter((sent) => copies(sent).some((one) => !isWhole(one, sent))).length,
    doubled: messages.filter((sent) => copies(sent).length > 1 || times(sent) > 1).length,
    worked: messages.filter((sent) => times(sent) === 1).length,
  }
}

function isWhole({ digests }: Stored, sent: Sent): boolean {
  return digests.join() === sent.digests.join()
}

/** @returns what is not as it should be, in sentences */
export function problemsOf(row: Row, messages: readonly Sent[], outcome: Outcome): string[] {
  const { store, kills, lost, partial, doubled, worked } = row
  const { crashes, mostCrashes } = outcome
  const unreported = messages.filter(
    ({ isReused, request }) =>
      isReused && !outcome.output.includes(`used again: ${JSON.stringify(request.transactionId)}`),
  )
  const found: [boolean, string][] = [
    [kills < LEAST_KILLS, `the servers were killed only ${kills} times`],
    [lost > 0, `${lost} messages are lost`],
    [partial > 0, `${partial} messages are there by halves`],
    [doubled > 0, `${doubled} messages are there, or were worked on, twice`],
    [worked < messages.length, `${messages.length - worked} messages were not worked on once`],
    [outcome.stored.length !== messages.length, `${outcome.stored.length} messages are there`],
    [unreported.length > 0, `${unreported.length} reused TransactionIDs were not reported`],
    [crashes.length > mostCrashes, `a server ended by itself, ${crashes.length} times`],
  ]
  return found.filter(([is]) => is).map(([, what]) => `${store}: ${what}.`)
}
