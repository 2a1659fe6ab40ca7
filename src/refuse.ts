import { Mm7Error } from './errors.js'
import type { PartialMessage } from './message.js'
import { closeReport, type Report } from './report.js'

/**
 * The one place that throws: at the end of reading, so that a refusal holds all that was read.
 *
 * @param operation the name of the operation, if one was found
 * @param partial makes what could be read
 * @throws Mm7Error with the first failure; with `strict` and no failure, with the first deviation
 */
export function refuse(
  report: Report,
  strict: boolean | undefined,
  operation: string | undefined,
  partial: () => PartialMessage,
): void {
  closeReport(report)
  const { failure, warnings } = report
  const reason = failure ?? (strict === true ? warnings[0] : undefined)
  if (reason === undefined) return
  throw new Mm7Error({
    ...reason,
    partial: partial(),
    ...(operation !== undefined && { operation }),
  })
}
