import type { Attachment } from '../attachment.js'
import { attachmentText } from '../attachment-text.js'
import { htmlText } from './html-text.js'
import { isWords } from './names.js'
import type { SlideMedia, WithAttachments } from './slide.js'
import { slidesOf } from './slides-of.js'

const PLAIN = 'text/plain'
/** So many characters of HTML are read, of all parts together: a tag takes far longer than what it says. */
const MOST_HTML = 512 * 1024
/** A contact or an appointment that came as text: data, however it is typed. */
const CARD = /^\s*BEGIN:V(?:CARD|CALENDAR)/i

/**
 * What a person would read of a message: its text parts, in the order of `slidesOf`, each once, with
 * line ends as LF, one after the other on lines of their own. The Subject is not among them.
 *
 * Text is `text/plain`, by its charset; without one UTF-8, or windows-1252 if it is not that. HTML
 * counts if no plain text says anything: its text without the tags, from the first 512 Ki characters of
 * it. Contacts, appointments and SMIL are none. Signatures and what operators add are text like any
 * other.
 *
 * @param message a message with attachments, or the `partial` of an `Mm7Error`
 * @returns the text; empty if there is none
 * @throws TypeError if it is not a message; never for what is in one
 */
export function textOf(message: WithAttachments): string {
  const media = slidesOf(message).flatMap((slide) => slide.media)
  const seen = new Set<Attachment>()
  const once = media.filter(({ attachment }) => {
    const isNew = attachment === undefined || !seen.has(attachment)
    if (attachment !== undefined) seen.add(attachment)
    return isNew
  })
  return joined(once.map(plainText)) || joined(textsOfHtml(once))
}

function plainText({ kind, attachment, src = '' }: SlideMedia): string {
  if (attachment === undefined) return kind === 'text' && isWords(src) ? src : ''
  if (attachment.mediaType !== PLAIN) return ''
  const text = attachmentText(attachment)
  return CARD.test(text) ? '' : text
}

function textsOfHtml(media: readonly SlideMedia[]): string[] {
  let left = MOST_HTML
  return media.map(({ kind, attachment }) => {
    const isHtml = kind === 'text' && attachment !== undefined && attachment.mediaType !== PLAIN
    if (!isHtml || left === 0) return ''
    const html = attachmentText(attachment).slice(0, left)
    left -= html.length
    return htmlText(html)
  })
}

/** Joins what is not blank. */
function joined(texts: readonly string[]): string {
  return texts
    .map((text) => text.replaceAll('\0', '').replace(/\r\n?/g, '\n').trim())
    .filter((text) => text !== '')
    .join('\n')
}
