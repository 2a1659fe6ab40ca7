import { quote, type Report, warn, warnAll } from '../report.js'
import {
  boundaryIn,
  findBoundary,
  guessBoundary,
  hasLastDashes,
  namedBoundary,
} from './boundary.js'
import { CONTENT_TYPE } from './content-type.js'
import type { DelimiterSearch } from './delimiter-search.js'
import type { Headers } from './header-block.js'
import { mimeType, type Part } from './part.js'
import { encodingDeviations, isIdentityEncoded } from './transfer-encoding.js'

/**
 * How many times the body may be looked through for boundaries that do not come at once; a large one fewer
 * times: once, or as often as it has room in so many bytes.
 */
const MOST_LOOKS = 16
const MOST_BYTES = 2 * 1024 * 1024

/** The start of a Content-Type that is a multipart's, or one of WAP's. */
const MULTIPART = /^\s*"?(?:multipart\/|application\/vnd\.wap\.multipart\.)/i

/** Finds out by which boundary a multipart within another is split: the one it names, or the one it has. */
export class NestedBoundaries {
  readonly #bytes: Uint8Array
  readonly #search: DelimiterSearch
  readonly #report: Report
  /** How many bytes were looked through for boundaries that did not come at once. */
  #looked = 0
  readonly #most: number

  constructor(bytes: Uint8Array, search: DelimiterSearch, report: Report) {
    this.#bytes = bytes
    this.#search = search
    this.#report = report
    const { length } = bytes
    this.#most = Math.min(MOST_LOOKS * length, Math.max(length, MOST_BYTES))
  }

  /** One of WAP's names is no multipart of MIME's, but for what is written as one. */
  isMultipart({ mediaType, parameters, offset }: Part): boolean {
    const type = mimeType(mediaType)
    if (!type.startsWith('multipart/')) return false
    if (type === mediaType) return true
    if (!parameters['boundary'] && guessBoundary(this.#bytes, offset) === undefined) return false
    const what = `${quote(mediaType)} is WAP's name of ${type}; read as that.`
    warn(this.#report, 'content-type-unexpected', what, { offset, path: CONTENT_TYPE })
    return true
  }

  /** Opens the boundary of a multipart in the search. @returns whether there is one to look for */
  open(part: Part): boolean {
    const { offset } = part
    if (isIdentityEncoded(part)) warnAll(this.#report, encodingDeviations(part))
    else if (!this.#isPlain(part)) return false
    const named = namedBoundary(part.parameters, offset, this.#report)
    const isOpen = named !== undefined && this.#search.open(named)
    if (named !== undefined && !isOpen) {
      const what =
        'A multipart has the boundary of the one around it; its parts are read as its fellows.'
      warn(this.#report, 'boundary-reused', what, { offset })
      return false
    }
    const isLast = named !== undefined && hasLastDashes(named, this.#bytes, offset)
    const end = isLast ? this.#bytes.length : this.#endWithout(offset, isOpen)
    return end === undefined || this.#openGuess(named, isOpen, offset, end)
  }

  /** @returns whether the multipart is none of the transfer encoding that it is called: its boundary occurs. */
  #isPlain({ parameters, offset }: Part): boolean {
    const { boundary } = parameters
    const isPlain = !!boundary && this.#occurs(boundary, offset)
    const done = isPlain ? 'but its boundary occurs; read without it' : 'kept as one part'
    const what = `A multipart in a transfer encoding, against RFC 2045 §6.4; ${done}.`
    warn(this.#report, 'multipart-encoded', what, { offset })
    return isPlain
  }

  /** @returns whether it is a boundary that comes before any of those that are open */
  #occurs(boundary: string, bodyStart: number): boolean {
    if (!this.#search.open(boundary)) return false
    const isThere = this.#endWithout(bodyStart, true) === undefined
    this.#search.close()
    return isThere
  }

  /** Opens the boundary that the body itself has, in place of one that does not occur in it. */
  #openGuess(named: string | undefined, isOpen: boolean, offset: number, end: number): boolean {
    const guess = findBoundary(this.#bytes, offset, end)
    if (guess === undefined && isOpen) return true
    if (isOpen) this.#search.close()
    const found =
      named === undefined ? 'names no boundary' : `names ${quote(named)}, which does not occur`
    const done = guess === undefined ? 'it is kept as one part' : `taken from the line --${guess}`
    warn(this.#report, 'boundary-missing', `A multipart ${found}; ${done}.`, { offset })
    return guess !== undefined && this.#search.open(guess)
  }

  /** @returns of several Content-Types of a multipart that whose boundary occurs. */
  typeWhoseBoundaryOccurs(headers: Headers, bodyStart: number): string | undefined {
    const types = headers.get(CONTENT_TYPE) ?? []
    if (types.length < 2) return undefined
    return types.find((type) => {
      const boundary = MULTIPART.test(type) ? boundaryIn(type) : undefined
      return boundary !== undefined && this.#occurs(boundary, bodyStart)
    })
  }

  /**
   * @param isOpen whether the innermost boundary is that of the multipart whose body starts here
   * @returns where that body ends at the latest if the boundary does not occur in it; undefined if it does
   */
  #endWithout(bodyStart: number, isOpen: boolean): number | undefined {
    const level = isOpen ? this.#search.level : -1
    if (this.#search.at(bodyStart)?.level === level) return undefined
    // Nested multiparts whose boundaries do not occur could make this look through all again and again.
    const { length } = this.#bytes
    if (this.#looked + length - bodyStart > this.#most) return isOpen ? undefined : bodyStart
    const delimiter = this.#search.after(bodyStart - 1)
    const end = delimiter?.start ?? length
    this.#looked += end - bodyStart
    return delimiter?.level === level ? undefined : end
  }
}
