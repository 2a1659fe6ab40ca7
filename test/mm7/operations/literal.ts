import type { Mm7Message } from '../../../src/message.js'
import type { TimeStamp } from '../../../src/values.js'

/** A whole message of an operation, as the schema has it: the same thing twice, written by hand. */
export interface Literal {
  /** The element of the Body, but for its namespace; every element of the schema is in it. */
  readonly elements: string
  /** What it says, but for what stands beside the element. */
  readonly message: Record<string, unknown> & Pick<Mm7Message, 'operation'>
}

export const MOMENT = '2014-04-14T16:15:23Z'
export const TIME: TimeStamp = { text: MOMENT, date: new Date(MOMENT) }

/** An address of a kind. */
export function address(
  kind: 'number' | 'rfc2822' | 'shortCode',
  value: string,
  more: object = {},
): object {
  return { kind, value, raw: value, displayOnly: false, ...more }
}
