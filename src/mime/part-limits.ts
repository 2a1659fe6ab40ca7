import type { Limits } from '../limits.js'
import { fail, type Report } from '../report.js'

/** How many parts have been read, how deep they lie and how long their headers are; at a limit it fails. */
export class PartLimits {
  readonly #limits: Limits
  readonly #report: Report
  #parts = 0
  #headerBytes = 0

  constructor(limits: Limits, report: Report) {
    this.#limits = limits
    this.#report = report
  }

  /** @returns whether there may be one more part. */
  takePart(offset: number): boolean {
    const { parts } = this.#limits
    return this.#parts++ < parts || this.#fail('too-many-parts', `${parts} parts`, 'parts', offset)
  }

  /** @returns whether headers may have so many bytes more. */
  takeHeaders(bytes: number, offset: number): boolean {
    this.#headerBytes += bytes
    const { allHeaderBytes } = this.#limits
    if (this.#headerBytes <= allHeaderBytes) return true
    const what = `${allHeaderBytes} bytes of headers in all parts`
    return this.#fail('all-headers-too-large', what, 'allHeaderBytes', offset)
  }

  /** @returns whether a multipart may be inside so many others. */
  isWithinDepth(depth: number, offset: number): boolean {
    const { partDepth } = this.#limits
    const what = `${partDepth} nested multiparts`
    return depth < partDepth || this.#fail('parts-too-deep', what, 'partDepth', offset)
  }

  #fail(
    code: 'too-many-parts' | 'all-headers-too-large' | 'parts-too-deep',
    what: string,
    limit: keyof Limits,
    offset: number,
  ): false {
    const message = `There are more than ${what}: raise limits.${limit} if you must take it.`
    fail(this.#report, code, message, { offset })
    return false
  }
}
