/** So many pieces are joined at a time: one long list of them takes longer than all the rest. */
const BATCH = 1024

/** Changes to a text, collected in rising order, and the way back from what it is after them. */
export class Edits {
  readonly #text: string
  /** The text after the changes, as far as it is joined, and what comes after it. */
  #joined = ''
  #pieces: string[] = []
  /** Where each change ends, in the text before the changes and in the one after them. */
  #ends = new Uint32Array(64)
  #endsAfter = new Uint32Array(64)
  #count = 0
  #copied = 0
  #length = 0

  constructor(text: string) {
    this.#text = text
  }

  /** Replaces what is from `start` to `end`; nothing before `start` may be replaced after it. */
  replace(start: number, end: number, replacement: string): void {
    if (this.#pieces.length >= BATCH) this.#join()
    this.#pieces.push(this.#text.slice(this.#copied, start), replacement)
    this.#length += start - this.#copied + replacement.length
    this.#copied = end
    if (this.#count === this.#ends.length) {
      this.#ends = doubled(this.#ends)
      this.#endsAfter = doubled(this.#endsAfter)
    }
    this.#ends[this.#count] = end
    this.#endsAfter[this.#count] = this.#length
    this.#count += 1
  }

  /** @returns the text after the changes. */
  apply(): string {
    this.#join()
    return this.#joined + this.#text.slice(this.#copied)
  }

  /** @returns the index into the text before the changes of the character at `index` after them. */
  originalIndex(index: number): number {
    let low = 0
    let high = this.#count
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.#endsAfter[middle] as number) <= index) low = middle + 1
      else high = middle
    }
    if (low === 0) return index
    return index - (this.#endsAfter[low - 1] as number) + (this.#ends[low - 1] as number)
  }

  #join(): void {
    this.#joined += this.#pieces.join('')
    this.#pieces = []
  }
}

function doubled(numbers: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(numbers.length * 2)
  larger.set(numbers)
  return larger
}
