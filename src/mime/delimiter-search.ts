import { isBlank, isPadding, LF, latin1, lineEnd, nextLine } from './bytes.js'
import { type Form, formsOf } from './delimiter-forms.js'
import { isContentField, startsField } from './header-field.js'
import { endOfLine, isDashes, isLineEnd, type LineEnd, startsWithDashes } from './line-end.js'
import { DASHES, MAY_END, MOST_BOUNDARIES, SkipTable } from './skip-table.js'

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
  /** Its sender left out the line end before it. */
  readonly isGlued?: boolean
}

/**
 * Looks for the delimiters of all multiparts that are open, at once. The body is passed over a
 * single time, however deep multiparts lie in one another, and a part's end is known from whichever
 * delimiter comes first: an inner multipart without its last delimiter cannot swallow what follows.
 *
 * The search is Horspool's for a set of patterns, each two dashes and a boundary. What is found must
 * start a line, or end one: a line is compared once for each boundary at most, and the search is
 * linear whatever the input.
 */
export class DelimiterSearch {
  readonly #bytes: Uint8Array
  readonly #boundaries: string[] = []
  readonly #levels = new Map<string, number>()
  readonly #table = new SkipTable()
  #longest = 0
  /** Undefined until asked for: few messages have a line that may end with one. */
  #forms: readonly Form[] | undefined

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
  }

  /** @returns false, and opens nothing, if the boundary is that of an open multipart already. */
  open(boundary: string): boolean {
    if (this.#levels.has(boundary)) return false
    this.#levels.set(boundary, this.#boundaries.length)
    this.#boundaries.push(boundary)
    this.#longest = Math.max(this.#longest, boundary.length)
    this.#table.fill(this.#boundaries)
    this.#forms = undefined
    return true
  }

  /** The level of the boundary opened last. */
  get level(): number {
    return this.#boundaries.length - 1
  }

  /** @returns the open boundary that delimiters of this level are of */
  boundary(level: number): string {
    return this.#boundaries[level] as string
  }

  /** Closes the boundary opened last. @returns it */
  close(): string {
    const boundary = this.#boundaries.pop() as string
    this.#levels.delete(boundary)
    this.#table.fill(this.#boundaries)
    this.#forms = undefined
    return boundary
  }

  /** @returns the delimiter that is the line at `start`, if it is one. */
  at(start: number): Delimiter | undefined {
    const bytes = this.#bytes
    if (!isDashes(bytes, start)) return undefined
    const { skips, window } = this.#table
    // Undefined where the bytes end before the window does.
    const skip = skips[bytes[start + window - 1] as number]
    if (skip === undefined || skip < MAY_END) return undefined
    const next = nextLine(bytes, start, this.#bytes.length)
    let end = lineEnd(bytes, start, next)
    while (isPadding(bytes[end - 1])) end -= 1
    if (end - start > this.#longest + 4) return undefined
    let level = this.#levelOf(start + 2, end)
    if (level !== undefined) return { level, isClose: false, start, next }
    if (isDashes(bytes, end - 2)) level = this.#levelOf(start + 2, end - 2)
    return level === undefined ? undefined : { level, isClose: true, start, next }
  }

  /** @returns the level of the boundary that these bytes are, without a string of them if they are none. */
  #levelOf(start: number, end: number): number | undefined {
    const { length } = this.#boundaries
    if (length > MOST_BOUNDARIES) return this.#levels.get(latin1(this.#bytes, start, end))
    for (let level = length - 1; level >= 0; level--) {
      if (this.boundary(level).length === end - start && this.#isBoundary(level, end)) return level
    }
    return undefined
  }

  /**
   * @param lineFeed the line feed before the first line to look at
   * @returns the first delimiter after it: a whole line; or, glued to what is before it, the end of one
   * where a part or nothing follows
   */
  after(lineFeed: number): Delimiter | undefined {
    const bytes = this.#bytes
    const { skips, window } = this.#table
    const reach = window - 1
    const end = bytes.length
    for (let last = lineFeed + reach; last < end; ) {
      const start = last - reach
      const skip = skips[bytes[last] as number] as number
      let step = skip & ~MAY_END
      if (skip >= MAY_END && isDashes(bytes, start)) {
        const line = bytes[start - 1] === LF ? undefined : endOfLine(bytes, start)
        const delimiter = line ? this.#gluedTo(line, start, lineFeed) : this.at(start)
        if (delimiter !== undefined) return delimiter
        if (line !== undefined) step = line.next - start
      }
      last += step
    }
    return undefined
  }

  /** @returns the delimiter that the line ends with, at `from` or behind it, if it does. */
  #gluedTo(
    { end, isPadded, next }: LineEnd,
    from: number,
    lineFeed: number,
  ): Delimiter | undefined {
    const bytes = this.#bytes
    this.#forms ??= formsOf(this.#boundaries)
    for (const { level, isClose, length } of this.#forms) {
      const start = end - length
      if (start < from || !isDashes(bytes, start)) continue
      const boundaryEnd = isClose ? end - DASHES : end
      if ((isClose && !isDashes(bytes, boundaryEnd)) || !this.#isBoundary(level, boundaryEnd)) {
        continue
      }
      const isFollowed = isPadded
        ? isContentField(bytes, next, bytes.length)
        : this.#isFollowed(next, isClose)
      if (!isFollowed || startsWithDashes(bytes, start)) continue
      const inner = this.#closeBefore(start)
      if (inner !== undefined && inner.start > lineFeed) return inner
      return { level, isClose, start, next, isGlued: true }
    }
    return undefined
  }

  /** Backwards, since no boundary holds a line feed: no byte is compared twice with one boundary. */
  #isBoundary(level: number, end: number): boolean {
    const boundary = this.boundary(level)
    const start = end - boundary.length
    let i = boundary.length - 1
    while (i >= 0 && boundary.charCodeAt(i) === this.#bytes[start + i]) i -= 1
    return i < 0
  }

  /** @returns whether at `next` there is what comes after a delimiter, and hardly within a text. */
  #isFollowed(next: number, isClose: boolean): boolean {
    const bytes = this.#bytes
    if (isLineEnd(bytes, next)) return true
    if (isClose && this.at(next) !== undefined) return true
    return !isBlank(bytes[next]) && startsField(bytes, next)
  }

  /** @returns the last delimiter of a multipart that is the start of the line, up to `end`. */
  #closeBefore(end: number): Delimiter | undefined {
    const bytes = this.#bytes
    const close = end - 2
    if (!isDashes(bytes, close)) return undefined
    for (let level = this.level; level >= 0; level--) {
      const start = close - 2 - this.boundary(level).length
      if (bytes[start - 1] !== LF || !isDashes(bytes, start)) continue
      if (this.#isBoundary(level, close)) return { level, isClose: true, start, next: end }
    }
    return undefined
  }
}
