import { CR, DASH, isBlank, LF, latin1, lineEnd, nextLine } from './bytes.js'

/** A line that ends a part: `--boundary`, or `--boundary--` after the last one (RFC 2046 §5.1.1). */
export interface Delimiter {
  /** How many boundaries were opened before the one it belongs to. */
  readonly level: number
  /** It is the last of its multipart. */
  readonly isClose: boolean
  /** Where its line starts. */
  readonly start: number
  /** Where the next line starts. */
  readonly next: number
}

/** The longest skip that fits the table. */
const WINDOW_MAX = 255
/** With more open boundaries than this, a skip table costs more than it saves. */
const TABLE_LEVELS = 8

/**
 * Looks for the delimiters of all multiparts that are open, at once. The body is passed over a
 * single time, however deep multiparts lie in one another, and a part's end is known from whichever
 * delimiter comes first: an inner multipart without its last delimiter cannot swallow what follows.
 *
 * The search is Horspool's for a set of patterns. Each pattern starts with a line feed, which none
 * holds elsewhere, so that comparisons never overlap: it is linear whatever the input.
 */
export class DelimiterSearch {
  readonly #bytes: Uint8Array
  readonly #boundaries: string[] = []
  readonly #levels = new Map<string, number>()
  readonly #skip = new Uint8Array(256)
  #window = 0
  #longest = 0

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
  }

  /** @returns false, and opens nothing, if the boundary is that of an open multipart already. */
  open(boundary: string): boolean {
    if (this.#levels.has(boundary)) return false
    this.#levels.set(boundary, this.#boundaries.length)
    this.#boundaries.push(boundary)
    this.#longest = Math.max(this.#longest, boundary.length)
    this.#makeTable()
    return true
  }

  /** @returns the open boundary that delimiters of this level are of */
  boundary(level: number): string {
    return this.#boundaries[level] as string
  }

  /** Closes the boundary opened last. @returns it */
  close(): string {
    const boundary = this.#boundaries.pop() as string
    this.#levels.delete(boundary)
    if (this.#boundaries.length > 0) this.#makeTable()
    return boundary
  }

  /** @returns the delimiter that is the line at `start`, if it is one. */
  at(start: number): Delimiter | undefined {
    const bytes = this.#bytes
    if (bytes[start] !== DASH || bytes[start + 1] !== DASH) return undefined
    const next = nextLine(bytes, start, this.#bytes.length)
    let end = lineEnd(bytes, start, next)
    while (end > start && isPadding(bytes[end - 1])) end -= 1
    if (end - start > this.#longest + 4) return undefined
    const line = latin1(bytes, start + 2, end)
    let level = this.#levels.get(line)
    if (level !== undefined) return { level, isClose: false, start, next }
    level = line.endsWith('--') ? this.#levels.get(line.slice(0, -2)) : undefined
    return level === undefined ? undefined : { level, isClose: true, start, next }
  }

  /**
   * @param lineFeed the line feed before the first line to look at
   * @returns the first delimiter after it
   */
  after(lineFeed: number): Delimiter | undefined {
    const bytes = this.#bytes
    const skip = this.#skip
    const reach = this.#window - 1
    const end = bytes.length
    for (let last = lineFeed + reach; last < end; ) {
      const start = last - reach
      if (bytes[start] === LF && bytes[start + 1] === DASH) {
        const delimiter = this.at(start + 1)
        if (delimiter !== undefined) return delimiter
      }
      last += skip[bytes[last] as number] as number
    }
    return undefined
  }

  /** Skips by the first bytes of the patterns, as many as the shortest has. */
  #makeTable(): void {
    const patterns = this.#boundaries.length > TABLE_LEVELS ? [''] : this.#boundaries
    const shortest = Math.min(...patterns.map((boundary) => boundary.length))
    const window = Math.min(shortest + 3, WINDOW_MAX)
    this.#skip.fill(window)
    for (const boundary of patterns) {
      // As much as the window shows: a hostile boundary may be as long as the headers.
      const pattern = `\n--${boundary.slice(0, WINDOW_MAX)}`
      for (let i = 0; i < window - 1; i++) {
        const byte = pattern.charCodeAt(i)
        const distance = window - 1 - i
        if (distance < (this.#skip[byte] as number)) this.#skip[byte] = distance
      }
    }
    this.#window = window
  }
}

/** A blank, or the CR of a line that ends with more than one. */
function isPadding(byte: number | undefined): boolean {
  return isBlank(byte) || byte === CR
}
