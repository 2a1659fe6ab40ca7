import { answerLines } from '../answer-lines.js'
import { fieldsOf } from '../fields.js'
import { type Inspection, lengthText } from '../inspection.js'
import { html, type Markup } from './markup.js'

/** @returns the fields of the message, whatever its operation. */
export function fieldsMarkup({ message }: Inspection): Markup {
  const fields = fieldsOf(message)
  if (fields.length === 0) return html`<p>None could be read.</p>`
  return listOf(
    fields.flatMap(({ name, values }) => values.map((lines) => [name, lines.join('\n')] as const)),
  )
}

/** @returns the answer, laid out in lines. */
export function answerMarkup({ answer }: Inspection): Markup {
  return html`<p>As it would be sent, but for the line ends between elements.</p>
<pre>${answerLines(answer).join('\n')}</pre>`
}

/** @returns the first line and the header fields of the request. */
export function httpMarkup(inspection: Inspection): Markup {
  const { method, target, headers } = inspection.capture
  return listOf([
    ...(method === undefined ? [] : [['Request', `${method} ${target}`] as const]),
    ...Object.entries(headers),
    ['Body', lengthText(inspection)],
  ])
}

function listOf(rows: readonly (readonly [string, string])[]): Markup {
  return html`<dl>${rows.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`
}
