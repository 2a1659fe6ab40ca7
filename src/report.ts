import type { FAILURE_STATUS } from './errors.js'
import { escapeUnsafe, logLine } from './unsafe-characters.js'
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

/** What is not as it should be about a value; whoever knows where that stands reports it. */
export interface Deviation {
  readonly code: WarningCode
  readonly message: string
}

/** What is said of a deviation; made only where it is listed, if there may be very many. */
export type Message = string | (() => string)

/** @returns the message, made now if it was not yet */
export function made(message: Message): string {
  return typeof message === 'string' ? message : message()
}

/** Of a value about which all is as it should be. */
export const NO_DEVIATIONS: readonly Deviation[] = /* @__PURE__ */ Object.freeze([])

/**
 * What reading has to report besides the message. Every layer writes here and reads on, so that a
 * refusal comes with all that could be read; only the end of the pipeline throws.
 */
export interface Report {
  readonly warnings: Warning[]
  failure: Failure | undefined
  /** How many warnings there were of each code, listed or not. */
  readonly counts: Map<WarningCode, number>
  /** How many warnings are not listed. */
  omitted: number
}

/** How many warnings are listed: of one code, and of all. A log must stay readable. */
const MOST_OF_A_CODE = 20
const MOST = 1000

/** @returns an empty report. */
export function createReport(): Report {
  return { warnings: [], failure: undefined, counts: new Map(), omitted: 0 }
}

/**
 * Reports a deviation that was read all the same; of many of its kind only the first are listed, the
 * others counted.
 *
 * @returns what was reported; undefined if it is not listed
 */
export function warn(
  report: Report,
  code: WarningCode,
  message: Message,
  place?: Place,
): Warning | undefined {
  const { warnings, counts } = report
  const count = (counts.get(code) ?? 0) + 1
  counts.set(code, count)
  if (count > MOST_OF_A_CODE || warnings.length >= MOST) {
    report.omitted += 1
    return undefined
  }
  const warning = { code, ...inLine(made(message), place) }
  warnings.push(warning)
  return warning
}

/** Reports what is not as it should be about a value, all of it at its place. */
export function warnOf(report: Report, deviations: readonly Deviation[], place: Place): void {
  for (const { code, message } of deviations) warn(report, code, message, place)
}

/** Counts deviations of a code of which more are reported than are listed. */
export function countMore(report: Report, code: WarningCode, count: number): void {
  report.counts.set(code, (report.counts.get(code) ?? 0) + count)
  report.omitted += count
}

/** Reports, once all is read, how many warnings are not listed, and of which codes. */
export function closeReport(report: Report): void {
  const { warnings, counts, omitted } = report
  if (omitted === 0) return
  const left = new Map(counts)
  for (const { code } of warnings) left.set(code, (left.get(code) as number) - 1)
  const codes = [...left].flatMap(([code, count]) => (count > 0 ? [`${count} ${code}`] : []))
  const message = `${omitted} more warnings are not listed: ${codes.join(', ')}.`
  warnings.push({ code: 'warnings-omitted', ...inLine(message, undefined), count: omitted })
  report.omitted = 0
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
  report.failure = { code, ...inLine(message, place) }
  return report.failure
}

/** Names and boundaries may be long. */
const LONGEST_MESSAGE = 300
const LONGEST_PATH = 200

function inLine(message: string, place: Place | undefined): { message: string } & Place {
  const line = { message: logLine(message, LONGEST_MESSAGE), ...place }
  if (place?.path !== undefined) line.path = logLine(place.path, LONGEST_PATH)
  return line
}

/** @returns `text` in quotes, cut to what a log line can bear. */
export function quote(text: string): string {
  return escapeUnsafe(JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text))
}
