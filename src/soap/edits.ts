/** Changes to a text, collected in rising order, and the way back from what it is after them. */
export class Edits {
  readonly #text: string
  readonly #pieces: string[] = []
  /** Where, in the text after the changes, it is shifted by how much against the text before. */
  readonly #shifts: { readonly at: number; readonly by: number }[] = []
  #copied = 0
  #length = 0

  constructor(text: string) {
    this.#text = text
  }

  /** Replaces what is from `start` to `end`; nothing before `start` may be replaced after it. */
  replace(start: number, end: number, replacement: string): void {
    const kept = this.#text.slice(this.#copied, start)
    this.#pieces.push(kept, replacement)
    this.#length += kept.length + replacement.length
    this.#copied = end
    this.#shifts.push({ at: this.#length, by: end - this.#length })
  }

  /** @returns the text after the changes. */
  apply(): string {
    return this.#pieces.join('') + this.#text.slice(this.#copied)
  }

  /** @returns the index into the text before the changes of the character at `index` after them. */
  originalIndex(index: number): number {
    let low = 0
    let high = this.#shifts.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.#shifts[middle] as { at: number }).at <= index) low = middle + 1
      else high = middle
    }
    return index + (this.#shifts[low - 1]?.by ?? 0)
  }
}
