import {
  buildMm7Rsp,
  Mm7Error,
  type Mm7Message,
  type Mm7Request,
  type PartialMessage,
  type Warning,
} from '../index.js'
import { answerLines } from './answer-lines.js'
import type { SavedFile } from './extract.js'
import { fieldLines } from './field-lines.js'
import { partLines } from './part-lines.js'
import { escapeLine, type Style } from './terminal.js'

/** What there is to tell. */
export interface Inspection {
  readonly request: Mm7Request
  readonly result: Mm7Message | Mm7Error
  readonly saved: readonly SavedFile[]
}

/** @returns the answer that would be sent. */
export function answerTo(result: Mm7Message | Mm7Error): string {
  return buildMm7Rsp(result)
}

/** @returns all of it as text, safe to print. */
export function renderReport({ request, result, saved }: Inspection, style: Style): string {
  const message: PartialMessage = result instanceof Mm7Error ? result.partial : result
  const warnings = message.warnings ?? []
  const sections: readonly (readonly [title: string, lines: readonly string[]])[] = [
    ['Refused', result instanceof Mm7Error ? refusalLines(result, style) : []],
    ['Parts', partLines(request, message, style)],
    ['Fields', fieldLines(message, style)],
    [`Warnings (${warnings.length})`, sorted(warnings).map((one) => warningLine(one, style))],
    ['Saved', saved.map(({ path, bytes }) => `${escapeLine(path)}  ${bytes} bytes`)],
    ['Answer', answerLines(answerTo(result))],
  ]
  return sections
    .filter(([, lines]) => lines.length > 0)
    .map(
      ([title, lines]) => `${style.title(title)}\n${lines.map((line) => `  ${line}\n`).join('')}`,
    )
    .join('\n')
}

function refusalLines(error: Mm7Error, style: Style): string[] {
  const { code, status, message } = error
  return [
    `${style.refusal(code)}${escapeLine(placeOf(error))}: ${escapeLine(message)}`,
    `status ${status.code} ${status.text}`,
  ]
}

/** @returns them from the start of the body to its end; those without a place in it last. */
function sorted(warnings: readonly Warning[]): Warning[] {
  const place = ({ offset }: Warning): number => offset ?? Number.MAX_SAFE_INTEGER
  return [...warnings].sort((a, b) => place(a) - place(b))
}

function warningLine(warning: Warning, style: Style): string {
  return `${style.warning(warning.code)}${escapeLine(placeOf(warning))}: ${escapeLine(warning.message)}`
}

/** @returns where, in words: ` at byte 12, in Sender/Number`. */
function placeOf({ offset, path }: Pick<Warning, 'offset' | 'path'>): string {
  const places = [
    ...(offset === undefined ? [] : [`at byte ${offset}`]),
    ...(path === undefined || path === '' ? [] : [`in ${path}`]),
  ]
  return places.length === 0 ? '' : ` ${places.join(', ')}`
}
