import type { Failure } from '../report.js'

/** Stops the parser; carries why. */
export class ReadingStopped extends Error {
  readonly failure: Failure['code']
  constructor(failure: Failure['code'], message: string) {
    super(message)
    this.failure = failure
  }
}
