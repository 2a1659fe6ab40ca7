import fc from 'fast-check'
import type { AttachmentInput } from '../../src/input.js'
import { SUBMISSIONS } from '../../src/mm7/operations/submissions.js'
import type { Submission } from '../../src/submission.js'
import { inputOfTable } from '../../src/testing/arbitraries/inputs.js'
import type { Address } from '../../src/values.js'
import { NAMESPACES, VERSIONS } from '../schema/releases.js'

/** What can be given for a request of a platform. */
export interface SubmissionInput {
  readonly [property: string]: unknown
  readonly namespace: string
  readonly transactionId: string
  readonly attachments?: readonly AttachmentInput[]
}

/** Releases in which a sender's address is text. */
export const TEXT_RELEASES: readonly string[] = NAMESPACES.slice(0, 2)

/** @returns anything at all that can be sent: any texts, any bytes in any transfer encoding */
export function submissionInput(
  operation: Submission['operation'],
  namespaces: readonly string[] = NAMESPACES.slice(2),
): fc.Arbitrary<SubmissionInput> {
  const given = inputOfTable(SUBMISSIONS.tableOf(operation))
  const beside = fc.record({
    mm7Version: fc.constantFrom(...VERSIONS),
    namespace: fc.constantFrom(...namespaces),
    isWithoutIds: fc.boolean(),
  })
  return fc.tuple(given, beside).map(([input, { isWithoutIds, ...release }]) => {
    const { extensions: _, carrierId: __, ...rest } = input as Record<string, unknown>
    return {
      transactionId: 't-1',
      ...withIds(rest, isWithoutIds, TEXT_RELEASES.includes(release.namespace)),
      ...release,
    }
  })
}

/** Ids of addresses that are names of XML, each once; and one recipient at least. */
function withIds(
  input: Record<string, unknown>,
  isWithoutIds: boolean,
  isText: boolean,
): Record<string, unknown> {
  let count = 0
  const named = (address: Address): object => {
    const { id: _, ...rest } = address
    count += 1
    return isWithoutIds ? rest : { ...rest, id: `id-${count}` }
  }
  const { senderAddress, recipients, chargedParty, ...rest } = input as {
    chargedParty?: string
    senderAddress?: Address
    recipients?: Partial<Record<'to' | 'cc' | 'bcc', Address[]>>
  }
  const sender = senderAddress && (isText ? senderAddress.value : named(senderAddress))
  const lists = Object.entries(recipients ?? {}).map(([list, all]) => [list, all.map(named)])
  const isNobody = lists.every(([, all]) => all?.length === 0)
  return {
    ...rest,
    // Liberty's word is not sent.
    ...(chargedParty !== undefined && chargedParty !== 'Other' && { chargedParty }),
    ...(sender !== undefined && { senderAddress: sender }),
    ...(recipients !== undefined && {
      recipients: isNobody ? '12025550123' : Object.fromEntries(lists),
    }),
  }
}
