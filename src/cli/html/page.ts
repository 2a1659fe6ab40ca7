import { createHash } from 'node:crypto'
import type { InspectOptions } from '../arguments.js'
import type { Inspection } from '../inspection.js'
import { type Content, html, ours, written } from './markup.js'
import { partsMarkup } from './parts.js'
import { marksOf, remarksMarkup, verdictMarkup } from './remarks.js'
import { answerMarkup, fieldsMarkup, httpMarkup } from './sections.js'
import { slidesMarkup } from './slides.js'
import { sourceMarkup } from './source.js'
import { STYLE } from './style.js'

const STYLE_HASH = createHash('sha256').update(STYLE).digest('base64')
/** Nothing is loaded and nothing runs, whatever is in the message. */
const POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${STYLE_HASH}'`,
  'img-src data:',
  'media-src data:',
  "base-uri 'none'",
  "form-action 'none'",
].join('; ')

interface Section {
  readonly id: string
  readonly title: string
  readonly content: Content
}

/** @returns a page in HTML that shows the message, the request, and what is to be said of them. */
export function renderPage(
  inspection: Inspection,
  { isWithoutAnswer }: Pick<InspectOptions, 'isWithoutAnswer'>,
): string {
  const { path, capture, warnings } = inspection
  const name = path === '-' ? 'A request' : path.replace(/^.*[/\\]/s, '')
  const sections: readonly Section[] = [
    { id: 'message', title: 'Message', content: slidesMarkup(inspection) },
    { id: 'warnings', title: `Warnings (${warnings.length})`, content: remarksMarkup(inspection) },
    { id: 'fields', title: 'Fields', content: fieldsMarkup(inspection) },
    { id: 'parts', title: 'Parts', content: partsMarkup(inspection) },
    { id: 'source', title: 'Source', content: sourceMarkup(capture.body, marksOf(inspection)) },
    ...(isWithoutAnswer
      ? []
      : [{ id: 'answer', title: 'Answer', content: answerMarkup(inspection) }]),
    { id: 'http', title: 'HTTP', content: httpMarkup(inspection) },
  ]
  const links = sections.map(({ id, title }) => html`<li><a href="#${id}">${title}</a></li>`)
  return written(html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${name} – mm7 inspect</title>
<style>${ours(STYLE)}</style>
</head>
<body>
<a class="skip" href="#message">Skip to the message</a>
<header>
<h1>${name}</h1>
${verdictMarkup(inspection)}
<nav aria-label="Sections"><ul>${links}</ul></nav>
</header>
<main>
${sections.map(sectionMarkup)}</main>
<footer><p>Made by <code>mm7 inspect</code>. This page loads nothing and runs nothing.</p></footer>
</body>
</html>
`)
}

function sectionMarkup({ id, title, content }: Section): Content {
  return html`<section id="${id}" aria-labelledby="${id}-title">
<h2 id="${id}-title">${title}</h2>
${content}
</section>
`
}
