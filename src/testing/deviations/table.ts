import type { DeliverReq } from '../../message.js'
import type { WarningCode } from '../../warnings.js'
import { CONTENT_TYPE_DEVIATIONS, type ContentTypeDeviation } from './content-type.js'
import { type Deviation, NEEDS, type Need } from './deviation.js'
import { ELEMENT_DEVIATIONS, type ElementDeviation } from './elements.js'
import { ENVELOPE_DEVIATIONS, type EnvelopeDeviation } from './envelope.js'
import { PACKAGING_DEVIATIONS, type PackagingDeviation } from './packaging.js'
import { VALUE_DEVIATIONS, type ValueDeviation } from './values.js'

/** What can be wrong with a built request: one of a closed set. */
export type DeviationName =
  | ContentTypeDeviation
  | PackagingDeviation
  | EnvelopeDeviation
  | ElementDeviation
  | ValueDeviation

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
  ...CONTENT_TYPE_DEVIATIONS,
  ...PACKAGING_DEVIATIONS,
  ...ENVELOPE_DEVIATIONS,
  ...ELEMENT_DEVIATIONS,
  ...VALUE_DEVIATIONS,
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
