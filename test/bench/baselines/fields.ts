import type { Outcome } from '../message.js'
import type { Leaf } from './mime.js'

/** What a backend takes from the envelope. */
export interface Fields {
  readonly transactionId: string | undefined
  readonly version: string | undefined
  readonly relayServerId: string | undefined
  readonly vaspId: string | undefined
  readonly vasId: string | undefined
  readonly linkedId: string | undefined
  readonly sender: string | undefined
  readonly to: readonly string[]
  readonly cc: readonly string[]
  readonly timeStamp: Date | undefined
  readonly priority: string | undefined
  readonly subject: string | undefined
  readonly uaProf: string | undefined
  readonly href: string | undefined
  readonly allowAdaptations: boolean
}

export interface BaselineMessage extends Fields, Outcome {}

/** @returns the leaf that holds the envelope, and the others. */
export function takeRoot(leaves: readonly Leaf[]): { root: Leaf; others: Leaf[] } {
  const root = leaves.find(({ contentId }) => contentId === 'soap-start') ?? leaves[0]
  if (root === undefined) throw new Error('There are no parts.')
  return { root, others: leaves.filter((leaf) => leaf !== root) }
}

/** Finds the content by its `href`; all there is if nothing is called so. */
export function assemble(fields: Fields, others: readonly Leaf[]): BaselineMessage {
  const cid = fields.href?.replace(/^cid:/i, '')
  const named = others.filter((leaf) => leaf.contentId === cid || leaf.container === cid)
  const attachments = (named.length > 0 ? named : others).map(({ bytes }) => bytes)
  return { ...fields, attachments }
}

export function toDate(text: string | undefined): Date | undefined {
  return text === undefined ? undefined : new Date(text)
}
