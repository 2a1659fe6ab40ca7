import type { Limits } from '../limits.js'
import { quote, type Report, warn } from '../report.js'
import { afterMark, LF } from './bytes.js'
import { type Delimiter, DelimiterSearch } from './delimiter-search.js'
import { endOfBody } from './end-of-body.js'
import { type HeaderSource, readHeaderBlock } from './header-block.js'
import { NestedBoundaries } from './nested-boundaries.js'
import {
  addPart,
  endMultipart,
  type OpenMultipart,
  openMultipart,
  setBody,
} from './open-multipart.js'
import { type OpenPart, openPart, type Part } from './part.js'
import { PartLimits } from './part-limits.js'
import { findStrayPart } from './stray-part.js'

/**
 * Splits a multipart body into the tree of its parts (RFC 2046 §5.1.1), in one pass.
 *
 * A delimiter is a whole line; the line end before it is part of it. Preamble and epilogue are
 * skipped. Where the last delimiter is missing, the part before the end is kept, and where it comes
 * too early, the parts after it, both with a warning.
 *
 * @param bytes the body
 * @param boundary as it stands in a delimiter line: a character for each byte
 * @returns its parts; none if the boundary does not occur
 */
export function splitMultipart(
  bytes: Uint8Array,
  boundary: string,
  limits: Limits,
  report: Report,
): Part[] {
  return new Splitter(bytes, limits, report).split(boundary)
}

class Splitter {
  readonly #bytes: Uint8Array
  readonly #limits: Limits
  readonly #report: Report
  readonly #search: DelimiterSearch
  readonly #source: HeaderSource
  readonly #open: OpenMultipart[] = []
  #leaf: { readonly part: OpenPart; readonly start: number; readonly bodyStart: number } | undefined
  /** Where the preamble or epilogue starts, outside the parts. */
  #gap = 0
  readonly #boundaries: NestedBoundaries
  readonly #taken: PartLimits

  constructor(bytes: Uint8Array, limits: Limits, report: Report) {
    this.#bytes = bytes
    this.#limits = limits
    this.#report = report
    const search = new DelimiterSearch(bytes)
    this.#search = search
    this.#source = { bytes, isDelimiter: (at) => search.at(at) !== undefined, looked: 0 }
    this.#boundaries = new NestedBoundaries(bytes, search, report)
    this.#taken = new PartLimits(limits, report)
  }

  split(boundary: string): Part[] {
    const parts: Part[] = []
    this.#search.open(boundary)
    this.#open.push(openMultipart(undefined, parts, 0, 0))
    let delimiter = this.#first()
    if (delimiter === undefined) return parts
    while (delimiter !== undefined) {
      this.#reportDelimiter(delimiter)
      const bodyEnd = this.#endsNothing(delimiter) ? delimiter.start : this.#endBefore(delimiter)
      this.#endParts(delimiter.level + 1, bodyEnd)
      const at = delimiter.isClose ? this.#closeMultipart(delimiter) : this.#startPart(delimiter)
      if (at === undefined) {
        for (const multipart of this.#open) setBody(multipart, this.#bytes, bodyEnd)
        return parts
      }
      delimiter = this.#search.after(at - 1)
    }
    this.#checkGap(0, this.#bytes.length)
    this.#endParts(0, this.#bytes.length)
    return parts
  }

  /** The first delimiter may be the very start of the body, as may what editors and .NET put there. */
  #first(): Delimiter | undefined {
    const start = afterMark(this.#bytes, 0)
    const delimiter = this.#search.at(start)
    if (delimiter === undefined) return this.#search.after(0)
    if (start > 0 && this.#bytes[start - 1] !== LF) {
      const what = 'A byte order mark or blanks before the first delimiter; ignored.'
      warn(this.#report, 'delimiter-malformed', what, { offset: 0 })
    }
    return delimiter
  }

  /** @returns whether it is a last delimiter after another: all of a body may be such. */
  #endsNothing({ level, isClose }: Delimiter): boolean {
    return isClose && this.#leaf === undefined && this.#open.length === level + 1
  }

  /** @returns where the body of the innermost part ends before the delimiter. */
  #endBefore(delimiter: Delimiter): number {
    const { start, bodyStart } = this.#leaf ?? this.#multipart(this.#open.length - 1)
    return endOfBody(this.#bytes, start, bodyStart, delimiter)
  }

  /** Reports what deviates in how the delimiter stands there, and what it would make vanish. */
  #reportDelimiter({ level, start, isGlued }: Delimiter): void {
    if (isGlued) {
      const what = (): string => {
        const delimiter = quote(`--${this.#search.boundary(level)}`)
        return `There is no line end before the delimiter ${delimiter}; read as if there were.`
      }
      warn(this.#report, 'delimiter-malformed', what, { offset: start })
    }
    this.#checkGap(level, start)
  }

  /** Reports what looks like a part where none is: in the preamble or an epilogue, before `end`. */
  #checkGap(level: number, end: number): void {
    // A multipart without parts is kept, and all that is in it.
    const isKept = this.#open.length - 1 > level && this.#open.at(-1)?.parts.length === 0
    if (this.#leaf !== undefined || isKept) return
    const offset = findStrayPart(this.#bytes, this.#gap, end)
    if (offset === undefined) return
    const what = 'What looks like a part has no delimiter before it; not read.'
    warn(this.#report, 'delimiter-missing', what, { offset })
  }

  /** @returns where the part's body starts; undefined if it is beyond a limit. */
  #startPart(delimiter: Delimiter): number | undefined {
    if (!this.#taken.takePart(delimiter.start)) return undefined
    const start = delimiter.next
    const block = readHeaderBlock(this.#source, start, this.#limits, this.#report)
    const { headers, bodyStart } = block
    if (!this.#taken.takeHeaders(bodyStart - start, start)) return undefined
    const type = this.#boundaries.typeWhoseBoundaryOccurs(headers, bodyStart)
    const part = openPart(headers, bodyStart, this.#limits, this.#report, type)
    const boundary = this.#search.boundary(delimiter.level)
    addPart(this.#multipart(delimiter.level), part, boundary, this.#report)
    if (this.#isToBeSplit(part)) {
      this.#gap = bodyStart
      this.#open.push(openMultipart(part, part.parts, start, bodyStart))
    } else {
      this.#leaf = { part, start, bodyStart }
    }
    return bodyStart
  }

  /** @returns whether the part is a multipart whose boundary is looked for from here on. */
  #isToBeSplit(part: Part): boolean {
    const depth = this.#open.length
    const isMultipart = this.#boundaries.isMultipart(part)
    return (
      isMultipart && this.#taken.isWithinDepth(depth, part.offset) && this.#boundaries.open(part)
    )
  }

  /** @returns where to look on for delimiters. */
  #closeMultipart(delimiter: Delimiter): number {
    this.#multipart(delimiter.level).closedAt ??= delimiter.start
    this.#gap = delimiter.next
    return delimiter.next
  }

  /** Ends the leaf at hand, and the multiparts in one another from `level` on. */
  #endParts(level: number, bodyEnd: number): void {
    if (this.#leaf !== undefined) {
      this.#leaf.part.body = this.#bytes.subarray(this.#leaf.bodyStart, bodyEnd)
      this.#leaf = undefined
    }
    while (this.#open.length > level) {
      const multipart = this.#open.pop() as OpenMultipart
      endMultipart(multipart, this.#search.close(), this.#bytes, bodyEnd, this.#report)
    }
  }

  /** A delimiter is only ever found of a boundary that is open. */
  #multipart(level: number): OpenMultipart {
    return this.#open[level] as OpenMultipart
  }
}
