import type { Mutable } from '../mutable.js'
import type { Place } from '../report.js'
import type { Element } from './element.js'

/** What the places of elements are worked out from. */
export interface PlaceSource {
  /** The text that was read, repaired or not. */
  readonly text: string
  /** @returns the offset into the request's body of the character at an index into `text`. */
  readonly offsetAt: (index: number) => number
}

/**
 * Where elements are, for what is reported of them. It is worked out at the end, in the order of the
 * text: a message of which nothing is reported pays nothing, and many reports take one pass.
 */
export class Places {
  readonly #source: PlaceSource
  readonly #pending: { readonly place: Mutable<Place>; readonly index: number }[] = []

  constructor(source: PlaceSource) {
    this.#source = source
  }

  /** Has the offset of the element's start tag put into what was reported, if anything was. */
  mark(reported: Place | undefined, element: Element): void {
    if (reported !== undefined) this.#pending.push({ place: reported, index: element.index })
  }

  /** Puts the offsets into what was marked so far. */
  settle(): void {
    const { text, offsetAt } = this.#source
    const pending = this.#pending.splice(0).sort((a, b) => a.index - b.index)
    // Many reports may be about one element: its tag, which may be long, is gone over once.
    let end: number | undefined
    let offset = 0
    for (const { place, index } of pending) {
      if (index !== end) {
        end = index
        offset = offsetAt(text.lastIndexOf('<', index - 1))
      }
      place.offset = offset
    }
  }
}
