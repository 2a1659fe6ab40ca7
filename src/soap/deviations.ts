import { countMore, type Message, made, type Report, warn } from '../report.js'
import type { WarningCode } from '../warnings.js'

/** A deviation, by the place in the envelope's text. */
export interface PlacedDeviation {
  readonly code: WarningCode
  readonly message: string
  /** An index into the text. */
  readonly index: number
}

/** How many of a code are kept: more than a report lists. Those beyond are counted. */
const MOST_OF_A_CODE = 64

/** Collects deviations by their place in the text. */
export class Deviations {
  readonly #deviations: PlacedDeviation[] = []
  /** Undefined, as in nearly all messages: none. */
  #counts: Map<WarningCode, number> | undefined
  /** By code, what was reported already. Never joined to one key: a namespace may be very long. */
  #causes: Map<WarningCode, Set<string>> | undefined

  add(code: WarningCode, message: Message, index: number): void {
    this.#counts ??= new Map()
    const count = (this.#counts.get(code) ?? 0) + 1
    this.#counts.set(code, count)
    if (count > MOST_OF_A_CODE) return
    this.#deviations.push({ code, message: made(message), index })
  }

  /**
   * Of what has one cause, such as a declaration that is missing, only the first is reported: an undeclared
   * prefix is on every element, and one line in a log says it all.
   *
   * @param cause what tells two deviations of the same code apart: a prefix, a namespace
   */
  addOnce(code: WarningCode, cause: string, message: () => string, index: number): void {
    this.#causes ??= new Map()
    let causes = this.#causes.get(code)
    if (causes === undefined) {
      causes = new Set()
      this.#causes.set(code, causes)
    }
    if (causes.has(cause)) return
    causes.add(cause)
    this.add(code, message, index)
  }

  /** @returns what was kept, with other indexes, where the text has been changed. */
  list(originalIndex: (index: number) => number = (index) => index): PlacedDeviation[] {
    return this.#deviations.map((one) => ({ ...one, index: originalIndex(one.index) }))
  }

  /** @returns of each code, how many were not kept. */
  *beyond(): Generator<readonly [WarningCode, number]> {
    for (const [code, count] of this.#counts ?? []) {
      if (count > MOST_OF_A_CODE) yield [code, count - MOST_OF_A_CODE]
    }
  }
}

/** Hands on to the report what was collected, in the order of the text. */
export function reportDeviations(
  collected: readonly Deviations[],
  deviations: PlacedDeviation[],
  report: Report,
  offsetAt: (index: number) => number,
): void {
  if (deviations.length === 0) return
  deviations.sort((a, b) => a.index - b.index)
  for (const { code, message, index } of deviations) {
    warn(report, code, message, { offset: offsetAt(index) })
  }
  for (const each of collected) {
    for (const [code, count] of each.beyond()) countMore(report, code, count)
  }
}
