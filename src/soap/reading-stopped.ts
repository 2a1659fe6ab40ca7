import type { Failure } from '../report.js'

/** Stops the parser; carries why. */
export class ReadingStopped extends Error {
  readonly failure: Failure['code']
  /** Where in the text, if that is not where the parser has come to. */
  readonly index: number | undefined
  constructor(failure: Failure['code'], message: string, index?: number) {
    super(message)
    this.failure = failure
    this.index = index
  }
}
