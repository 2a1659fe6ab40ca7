import { type Report, warn } from '../report.js'
import type { WarningCode } from '../warnings.js'

/** A deviation, by the place in the envelope's text. */
export interface Note {
  readonly code: WarningCode
  readonly message: string
  /** An index into the text. */
  readonly index: number
}

/** How many of a code are kept: more than a report lists. Those beyond are counted. */
const MOST_OF_A_CODE = 64

/** Collects deviations by their place in the text. */
export class Notes {
  readonly #notes: Note[] = []
  readonly #counts = new Map<WarningCode, number>()
  /** By code, what was noted already. Never joined to one key: a namespace may be very long. */
  readonly #causes = new Map<WarningCode, Set<string>>()

  add(code: WarningCode, message: string, index: number): void {
    const count = (this.#counts.get(code) ?? 0) + 1
    this.#counts.set(code, count)
    if (count <= MOST_OF_A_CODE) this.#notes.push({ code, message, index })
  }

  /**
   * Of what has one cause, such as a declaration that is missing, only the first is noted: an undeclared
   * prefix is on every element, and one line in a log says it all.
   *
   * @param cause what tells two deviations of the same code apart: a prefix, a namespace
   */
  addOnce(code: WarningCode, cause: string, message: string, index: number): void {
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
  list(originalIndex: (index: number) => number = (index) => index): Note[] {
    return this.#notes.map((note) => ({ ...note, index: originalIndex(note.index) }))
  }

  /** @returns of each code, how many were not kept. */
  *beyond(): Generator<readonly [WarningCode, number]> {
    for (const [code, count] of this.#counts) {
      if (count > MOST_OF_A_CODE) yield [code, count - MOST_OF_A_CODE]
    }
  }
}

/** Hands on to the report what was collected, in the order of the text. */
export function reportNotes(
  collected: readonly Notes[],
  notes: Note[],
  report: Report,
  offsetAt: (index: number) => number,
): void {
  notes.sort((a, b) => a.index - b.index)
  for (const { code, message, index } of notes) {
    warn(report, code, message, { offset: offsetAt(index) })
  }
  for (const each of collected) {
    for (const [code, count] of each.beyond()) {
      for (let i = 0; i < count; i++) warn(report, code, 'One more like those before.')
    }
  }
}
