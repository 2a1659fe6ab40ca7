import { type Report, warn } from '../report.js'
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
  readonly #notes: Note[] = []
  /** By code, what was told already. Never joined to one key: a namespace may be very long. */
  readonly #told = new Map<WarningCode, Set<string>>()

  /** @param about what tells two liberties of the same code apart: a prefix, a namespace. */
  add(code: WarningCode, message: string, index: number, about = ''): void {
    let told = this.#told.get(code)
    if (told === undefined) {
      told = new Set()
      this.#told.set(code, told)
    }
    if (told.has(about)) return
    told.add(about)
    this.#notes.push({ code, message, index })
  }

  /** @returns what was collected, with other indexes, where the text has been changed. */
  list(originalIndex: (index: number) => number = (index) => index): Note[] {
    return this.#notes.map((note) => ({ ...note, index: originalIndex(note.index) }))
  }
}

/** Hands notes on to the report, in the order of the text. */
export function reportNotes(
  notes: Note[],
  report: Report,
  offsetAt: (index: number) => number,
): void {
  if (notes.length === 0) return
  notes.sort((a, b) => a.index - b.index)
  for (const { code, message, index } of notes) {
    warn(report, code, message, { offset: offsetAt(index) })
  }
}
