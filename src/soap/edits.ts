/** Changes to a text, collected in rising order, and the way back from what it is after them. */
export class Edits {
  readonly #text: string
  readonly #pieces: string[] = []
  /** Where, in the text after the changes, it is shifted against the text before, and by how much. */
  readonly #shifted: number[] = []
  readonly #shifts: number[] = []
  #copied = 0
  #length = 0

  constructor(text: string) {
    this.#text = text
  }

  /** Replaces what is from `start` to `end`; nothing before `start` may be replaced after it. */
  replace(start: number, end: number, replacement: string): void {
    if (start > this.#copied) this.#pieces.push(this.#text.slice(this.#copied, start))
    this.#pieces.push(replacement)
    this.#length += start - this.#copied + replacement.length
    this.#copied = end
    this.#shifted.push(this.#length)
    this.#shifts.push(end - this.#length)
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
      if ((this.#shifted[middle] as number) <= index) low = middle + 1
      else high = middle
    }
    return index + (this.#shifts[low - 1] ?? 0)
  }
}
