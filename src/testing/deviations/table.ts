import type { DeliverReq } from '../../message.js'
import type { WarningCode } from '../../warnings.js'
import { type Deviation, NEEDS, type Need } from './deviation.js'
import { ENVELOPE_DEVIATIONS, type EnvelopeDeviation } from './envelope.js'
import { MESSAGE_DEVIATIONS, type MessageDeviation } from './message.js'
import { PACKAGING_DEVIATIONS, type PackagingDeviation } from './packaging.js'

/** What can be wrong with a built request: one of a closed set. */
export type DeviationName = PackagingDeviation | EnvelopeDeviation | MessageDeviation

/** What a deviation is, for tests that go through all of them. */
export interface DeviationEntry {
  /** The one warning that `parseDeliverReq` gives for it. */
  readonly warning: WarningCode
  /** What is wrong. */
  readonly about: string
  /** What the message must have for it to be wrong about. */
  readonly needs?: Need
  /** What is read is the message all the same, the warning aside. */
  readonly isHarmless: boolean
}

const TABLE: Readonly<Record<DeviationName, Deviation>> = {
  ...PACKAGING_DEVIATIONS,
  ...ENVELOPE_DEVIATIONS,
  ...MESSAGE_DEVIATIONS,
}

/** Every deviation by its name. There is one at least for each code of a warning. */
export const DEVIATIONS: Readonly<Record<DeviationName, DeviationEntry>> = TABLE

/**
 * @param names deviations, in any order
 * @returns them in the order of the table
 * @throws TypeError if a name is none, or the message lacks what a deviation needs
 */
export function deviationsOf(
  names: readonly DeviationName[],
  message: DeliverReq,
): readonly Deviation[] {
  for (const name of names) {
    if (!Object.hasOwn(TABLE, name)) throw new TypeError(`There is no deviation ${name}.`)
    const { needs } = TABLE[name]
    if (needs !== undefined && !NEEDS[needs](message)) {
      throw new TypeError(`The deviation ${name} needs ${needs}.`)
    }
  }
  const chosen = new Set<string>(names)
  return Object.entries(TABLE).flatMap(([name, row]) => (chosen.has(name) ? [row] : []))
}
