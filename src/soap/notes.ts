import type { Place, Report } from '../report.js'
import { warn } from '../report.js'
import type { WarningCode } from '../warnings.js'

/** A liberty, by the place in the envelope's text. */
export interface Note {
  readonly code: WarningCode
  readonly message: string
  /** An index into the text. */
  readonly index: number
}

/**
 * Collects liberties, each kind once: an envelope with an undeclared prefix has it on every element,
 * and one line in the log tells it all.
 */
export class Notes {
  readonly #notes = new Map<string, Note>()

  /** @param about what tells two liberties of the same code apart: a prefix, a namespace. */
  add(code: WarningCode, message: string, index: number, about = ''): void {
    const key = `${code} ${about}`
    if (!this.#notes.has(key)) this.#notes.set(key, { code, message, index })
  }

  /** Hands all that was collected on to the report. */
  reportTo(report: Report, placeOf: (index: number) => Place): void {
    for (const { code, message, index } of this.#notes.values()) {
      warn(report, code, message, placeOf(index))
    }
  }
}
