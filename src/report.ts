import type { FAILURE_STATUS } from './errors.js'
import type { Warning, WarningCode } from './warnings.js'

/** Where something was found: a byte offset into the body, an element's path, or both. */
export interface Place {
  readonly offset?: number
  readonly path?: string
}

/** @returns the place of a header field, `offset` where that is in the body. */
export function fieldPlace(name: string, offset: number | undefined): Place {
  return offset === undefined ? { path: name } : { path: name, offset }
}

/** The first reason for which no message can be made. */
export interface Failure extends Place {
  readonly code: keyof typeof FAILURE_STATUS
  readonly message: string
}

/**
 * What reading has to report besides the message. Every layer writes here and reads on, so that a
 * refusal comes with all that could be read; only the end of the pipeline throws.
 */
export interface Report {
  readonly warnings: Warning[]
  failure: Failure | undefined
}

/** @returns an empty report. */
export function createReport(): Report {
  return { warnings: [], failure: undefined }
}

/** Reports a deviation that was read all the same. @returns what was reported */
export function warn(
  report: Report,
  code: WarningCode,
  message: string,
  place?: Place,
): Warning | undefined {
  const warning = { code, message: logLine(message), ...place }
  report.warnings.push(warning)
  return warning
}

/** Reports what a leaf of the code found, which knows of no report. */
export function warnAll(report: Report, deviations: readonly Warning[]): void {
  for (const { code, message, ...place } of deviations) warn(report, code, message, place)
}

/**
 * Reports why no message can be made. The first reason counts: those after it usually follow from it.
 *
 * @returns what was reported; undefined if there was a reason before
 */
export function fail(
  report: Report,
  code: Failure['code'],
  message: string,
  place?: Place,
): Failure | undefined {
  if (report.failure !== undefined) return undefined
  report.failure = { code, message: logLine(message), ...place }
  return report.failure
}

/** Names and boundaries may be long; and a log must not be made to show lines that it has not. */
const LONGEST_MESSAGE = 300
const LINE_BREAKING = /[\p{Cc}\u2028\u2029]/gu

function logLine(message: string): string {
  const isLong = message.length > LONGEST_MESSAGE
  const line = isLong ? `${message.slice(0, LONGEST_MESSAGE)}…` : message
  return line.replace(LINE_BREAKING, '\ufffd')
}

/** @returns `text` in quotes, cut to what a log line can bear. */
export function quote(text: string): string {
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text)
}
