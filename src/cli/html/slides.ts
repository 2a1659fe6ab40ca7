import { type Slide, slidesOf } from '../../presentation/index.js'
import type { Inspection } from '../inspection.js'
import { html, type Markup } from './markup.js'
import { mediaMarkup, type Shown } from './media.js'

/** @returns the message as a phone shows it, slide by slide. */
export function slidesMarkup({ message }: Inspection): Markup {
  const slides = slidesOf(message)
  const subject =
    message.subject === undefined ? undefined : html`<p><strong>${message.subject}</strong></p>`
  if (slides.length === 0) return html`${subject}<p>There is nothing to show.</p>`
  const shown: Shown = { on: new Map(), repeated: 0 }
  const hasNamed = slides.some(({ isNamed }) => isNamed)
  const items = slides.map((slide, i) => {
    const media = slide.media.map((one) => mediaMarkup(one, i + 1, shown))
    return html`<li class="slide" id="slide-${i + 1}"><h3>${titleOf(slide, i + 1, hasNamed)}</h3>${media}</li>`
  })
  const why = hasNamed
    ? undefined
    : html`<p class="faint">No SMIL arranges it: its parts, in order.</p>`
  return html`${subject}${why}<ol class="slides">${items}</ol>`
}

function titleOf({ duration, isNamed }: Slide, number: number, hasNamed: boolean): string {
  if (!hasNamed) return 'All of it'
  if (!isNamed) return 'Not on any slide'
  return `Slide ${number}${duration === undefined ? '' : `, ${duration / 1000} s`}`
}
