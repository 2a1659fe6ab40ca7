import type { Attachment } from '../../index.js'
import type { SlideMedia } from '../../presentation/index.js'
import { type RealType, realType } from '../real-type.js'
import { textOfPart } from '../text-part.js'
import { html, type Markup } from './markup.js'

/** What browsers show or play, and cannot run. The type is of this list, never of the message. */
const ELEMENTS: Readonly<Record<string, 'img' | 'audio' | 'video'>> = {
  'image/jpeg': 'img',
  'image/png': 'img',
  'image/gif': 'img',
  'image/webp': 'img',
  'image/bmp': 'img',
  'audio/mp4': 'audio',
  'audio/mpeg': 'audio',
  'audio/wav': 'audio',
  'audio/ogg': 'audio',
  'video/mp4': 'video',
  'video/3gpp': 'video',
  'video/webm': 'video',
}
/** How much is shown of a text. */
const LONGEST_TEXT = 20_000
/** How many bytes may be in the page again, of what is on more than one slide. */
const REPEATED = 1024 * 1024

/** What is in the page already, and how much of that twice. */
export interface Shown {
  readonly on: Map<Attachment, number>
  repeated: number
}

/**
 * @param slide the number of the slide
 * @param shown what is on the slides before; it is added to
 * @returns a thing on a slide, as far as a browser may show it
 */
export function mediaMarkup(media: SlideMedia, slide: number, shown: Shown): Markup {
  const { attachment, src, alt } = media
  if (attachment === undefined)
    return html`<p class="card">${quoted(src)} is not in the message.</p>`
  const first = shown.on.get(attachment)
  if (first !== undefined) {
    shown.repeated += attachment.bytes.length
    if (shown.repeated > REPEATED) {
      return html`<p class="card">${titleOf(attachment)}: see <a href="#slide-${first}">slide ${first}</a>.</p>`
    }
  }
  shown.on.set(attachment, first ?? slide)
  const real = realType(attachment.bytes)
  const element = real === undefined ? undefined : ELEMENTS[real.mediaType]
  if (real !== undefined && element !== undefined) {
    return playable(attachment, real, element, alt)
  }
  return readable(attachment)
}

function playable(
  attachment: Attachment,
  { mediaType, width, height }: RealType,
  element: 'img' | 'audio' | 'video',
  alt: string | undefined,
): Markup {
  const { bytes } = attachment
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('base64')
  const source = `data:${mediaType};base64,${data}`
  const title = alt?.trim() || titleOf(attachment)
  if (element === 'audio')
    return html`<figure><audio controls src="${source}" aria-label="${title}"></audio><figcaption>${title}</figcaption></figure>`
  if (element === 'video')
    return html`<figure><video controls src="${source}" aria-label="${title}"></video><figcaption>${title}</figcaption></figure>`
  const isSized = width !== undefined && width > 0
  const size = isSized ? html` width="${width}" height="${height}"` : undefined
  const dimensions = isSized ? `, ${width} × ${height}` : ''
  return html`<figure><img src="${source}" alt="${title}"${size}><figcaption>${titleOf(attachment)}${dimensions}</figcaption></figure>`
}

function readable(attachment: Attachment): Markup {
  const text = textOfPart(attachment)
  if (text === undefined) {
    return html`<p class="card">${titleOf(attachment)}, ${attachment.bytes.length} bytes: not shown.</p>`
  }
  const isPlain = attachment.mediaType === 'text/plain'
  if (isPlain) return html`<p class="text" dir="auto">${shortened(text)}</p>`
  return html`<figure><pre dir="auto">${shortened(text)}</pre><figcaption>${titleOf(attachment)}, as text</figcaption></figure>`
}

/** @returns a part's text as far as it is shown, or how its bytes start. */
export function shortened(sent: string): string {
  const text = sent.replace(/\r\n?/g, '\n')
  if (text.length <= LONGEST_TEXT) return text
  return `${text.slice(0, LONGEST_TEXT)}… (${text.length - LONGEST_TEXT} more characters)`
}

function titleOf({ name, contentLocation, contentId, mediaType }: Attachment): string {
  const called = name ?? contentLocation ?? contentId
  return called === undefined ? mediaType : `${quoted(called)} (${mediaType})`
}

function quoted(text = ''): string {
  return `“${text.length > 100 ? `${text.slice(0, 100)}…` : text}”`
}
