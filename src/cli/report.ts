import { Mm7Error } from '../index.js'
import { answerLines } from './answer-lines.js'
import type { SavedFile } from './extract.js'
import { columns, fieldLines } from './field-lines.js'
import { type Inspection, lengthText, originText, placeText, type Remark } from './inspection.js'
import { partLines } from './part-lines.js'
import { excerptAt, excerptLines } from './place.js'
import { escapeLine, type Style, shortLine } from './terminal.js'

/** What to show besides. */
export interface ReportOptions {
  readonly saved: readonly SavedFile[]
  readonly isWithoutAnswer: boolean
  readonly style: Style
}

/** How many warnings are shown with what is around their place. */
const MOST_EXCERPTS = 100

/** @returns all of it as text, safe to print. */
export function renderReport(inspection: Inspection, options: ReportOptions): string {
  const { saved, isWithoutAnswer, style } = options
  const { message, parts, warnings, answer } = inspection
  const sections: readonly (readonly [title: string, lines: readonly string[]])[] = [
    ['Refused', refusalLines(inspection, style)],
    ['HTTP', httpLines(inspection, style)],
    ['Parts', partLines(parts, style)],
    ['Fields', fieldLines(message, style)],
    [`Warnings (${warnings.length})`, warningLines(inspection, style)],
    ['Saved', saved.map(({ path, bytes }) => `${escapeLine(path)}  ${bytes} bytes`)],
    ['Answer', isWithoutAnswer ? [] : answerLines(answer).map(shortLine)],
  ]
  return sections
    .filter(([, lines]) => lines.length > 0)
    .map(
      ([title, lines]) => `${style.title(title)}\n${lines.map((line) => `  ${line}\n`).join('')}`,
    )
    .join('\n')
}

function refusalLines(inspection: Inspection, style: Style): string[] {
  const { refusal, result } = inspection
  if (refusal === undefined || !(result instanceof Mm7Error)) return []
  const { code, text } = result.status
  const [head = '', ...excerpt] = remarkLines(inspection, refusal, style.refusal, true)
  return [head, `status ${code} ${text}`, ...excerpt]
}

function httpLines(inspection: Inspection, style: Style): string[] {
  const { method, target, headers } = inspection.capture
  return [
    ...(method === undefined ? [] : [shortLine(`${method} ${target}`)]),
    ...Object.entries(headers).map(([name, value]) => columns(name, value, style)),
    columns('(body)', lengthText(inspection), style),
  ]
}

function warningLines(inspection: Inspection, style: Style): string[] {
  const { warnings } = inspection
  if (warnings.length === 0) return []
  const hasPlaces = warnings.some(({ offset }) => offset !== undefined)
  return [
    ...warnings.flatMap((warning, i) =>
      remarkLines(inspection, warning, style.warning, i < MOST_EXCERPTS),
    ),
    ...(hasPlaces ? [style.faint(originText(inspection))] : []),
  ]
}

function remarkLines(
  { capture: { body } }: Inspection,
  remark: Remark,
  paint: (text: string) => string,
  isExcerpted: boolean,
): string[] {
  const { code, message, offset, line } = remark
  const head = `${paint(code)}${escapeLine(placeText(remark))}: ${escapeLine(message)}`
  if (!isExcerpted || offset === undefined || line === undefined) return [head]
  const excerpt = excerptAt(body, offset, line)
  return [head, ...(excerpt === undefined ? [] : excerptLines(excerpt))]
}
