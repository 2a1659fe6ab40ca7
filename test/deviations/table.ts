import type { DeliverReq } from '../../src/message.js'
import { buildRequest } from '../../src/testing/build-request.js'
import type { BuiltRequest } from '../../src/testing/built-request.js'
import {
  DEVIATIONS as PUBLIC,
  type DeviationName as PublicName,
} from '../../src/testing/deviations.js'
import type { BuildOptions, DeliverReqInput } from '../../src/testing/index.js'
import { CONTENT_TYPE_DEVIATIONS, type ContentTypeDeviation } from './content-type.js'
import { type Deviation, NEEDS } from './deviation.js'
import { ELEMENT_DEVIATIONS, type ElementDeviation } from './elements.js'
import { ENVELOPE_DEVIATIONS, type EnvelopeDeviation } from './envelope.js'
import { PACKAGING_DEVIATIONS, type PackagingDeviation } from './packaging.js'
import { VALUE_DEVIATIONS, type ValueDeviation } from './values.js'

/** What can be wrong with a built request: one of a closed set. */
export type DeviationName =
  | PublicName
  | ContentTypeDeviation
  | PackagingDeviation
  | EnvelopeDeviation
  | ElementDeviation
  | ValueDeviation

/** Every deviation by its name. There is one at least for each code of a warning. */
export const DEVIATIONS: Readonly<Record<DeviationName, Deviation>> = {
  ...CONTENT_TYPE_DEVIATIONS,
  ...PACKAGING_DEVIATIONS,
  ...ENVELOPE_DEVIATIONS,
  ...ELEMENT_DEVIATIONS,
  ...VALUE_DEVIATIONS,
  ...PUBLIC,
}

/** How a request is built that is wrong. */
export interface DeviatingOptions extends Omit<BuildOptions, 'deviations'> {
  readonly deviations: readonly DeviationName[]
}

/** @returns the request of a message, with all that is wrong by these names. */
export function buildDeviating(input: DeliverReqInput, options: DeviatingOptions): BuiltRequest {
  const { deviations, ...packing } = options
  return buildRequest('DeliverReq', input, packing, (message) => deviationsOf(deviations, message))
}

/**
 * @param names deviations, in any order
 * @returns them in the order of the table
 * @throws TypeError if a name is none, or the message lacks what a deviation needs
 */
function deviationsOf(names: readonly DeviationName[], message: DeliverReq): readonly Deviation[] {
  for (const name of names) {
    if (!Object.hasOwn(DEVIATIONS, name)) throw new TypeError(`There is no deviation ${name}.`)
    const { needs } = DEVIATIONS[name]
    if (needs !== undefined && !NEEDS[needs](message)) {
      throw new TypeError(`The deviation ${name} needs ${needs}.`)
    }
  }
  const chosen = new Set<string>(names)
  return Object.entries(DEVIATIONS).flatMap(([name, row]) => (chosen.has(name) ? [row] : []))
}
