import { Mm7Error } from '../../index.js'
import { type Inspection, originText, type Remark } from '../inspection.js'
import { counted } from '../summary.js'
import { html, type Markup } from './markup.js'
import type { Mark } from './source.js'

/** @returns in a line how it went. */
export function verdictMarkup({ result, message, warnings }: Inspection): Markup {
  const id = message.transactionId
  const transaction =
    id === undefined ? undefined : html` <span class="faint">Transaction ${id}</span>`
  const count =
    warnings.length === 0 ? 'without warnings' : `with ${counted(warnings.length, 'warning')}`
  if (!(result instanceof Mm7Error)) {
    return html`<p class="verdict read">Read, ${count}.${transaction}</p>`
  }
  const { code, status } = result
  return html`<p class="verdict refused">Refused: ${code}, status ${status.code} ${status.text}.${transaction}</p>`
}

/** @returns the refusal and the warnings, each with a link to its place in the source. */
export function remarksMarkup(inspection: Inspection): Markup {
  const { refusal, warnings } = inspection
  if (refusal === undefined && warnings.length === 0) {
    return html`<p>None: the request is as it should be.</p>`
  }
  const refused =
    refusal === undefined
      ? undefined
      : html`<li class="bad" id="refusal"><strong>Refused:</strong> ${remarkMarkup(refusal)}</li>`
  const items = warnings.map(
    (warning, i) => html`<li id="warning-${i + 1}">${i + 1}. ${remarkMarkup(warning)}</li>`,
  )
  return html`<ol class="warnings">${refused}${items}</ol><p class="faint">${originText(inspection)}</p>`
}

function remarkMarkup({ code, message, offset, line, path }: Remark): Markup {
  const place =
    offset === undefined
      ? undefined
      : html`, <a href="#byte-${offset}">byte ${offset}, line ${line}</a>`
  const element = path === undefined ? undefined : html`, in <code>${path}</code>`
  return html`<code>${code}</code>${place}${element}<br>${message}`
}

/** @returns the places in the body that something is said of, in order. */
export function marksOf({ refusal, warnings }: Inspection): Mark[] {
  const marks = new Map<number, Mark['links'][number][]>()
  const add = (remark: Remark, id: string, label: string) => {
    if (remark.offset === undefined) return
    const links = marks.get(remark.offset) ?? []
    marks.set(remark.offset, links)
    links.push({
      id,
      label,
      title: `${label === '!' ? 'Refused' : `Warning ${label}`}: ${remark.code}`,
    })
  }
  if (refusal !== undefined) add(refusal, 'refusal', '!')
  for (const [i, warning] of warnings.entries()) add(warning, `warning-${i + 1}`, String(i + 1))
  return [...marks].sort(([a], [b]) => a - b).map(([offset, links]) => ({ offset, links }))
}
