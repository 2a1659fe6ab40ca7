import type { Attachment } from '../attachment.js'
import { attachmentText } from '../attachment-text.js'
import { DEFAULT_LIMITS } from '../limits.js'
import { cut } from './decode.js'
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
 * it. Where limits were raised, the first 16 Mi characters count. Contacts, appointments and SMIL are
 * none. Signatures and what operators add are text like any other.
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
  const plain = readFirst(DEFAULT_LIMITS.bodyBytes, once, plainText)
  return joined(plain) || joined(readFirst(MOST_HTML, once, html).map(htmlText))
}

/** @returns what is read of each, up to so many characters of all together */
function readFirst(
  most: number,
  media: readonly SlideMedia[],
  read: (media: SlideMedia) => string,
): string[] {
  let left = most
  return media.map((one) => {
    const text = left === 0 ? '' : read(one).slice(0, left)
    left -= text.length
    return text
  })
}

function plainText({ kind, attachment, src = '' }: SlideMedia): string {
  if (attachment === undefined) return kind === 'text' && isWords(src) ? src : ''
  if (attachment.mediaType !== PLAIN) return ''
  const text = attachmentText(cut(attachment))
  return CARD.test(text) ? '' : text
}

function html({ kind, attachment }: SlideMedia): string {
  const isHtml = kind === 'text' && attachment !== undefined && attachment.mediaType !== PLAIN
  return isHtml ? attachmentText(cut(attachment)) : ''
}

/** Joins what is not blank. */
function joined(texts: readonly string[]): string {
  return texts
    .map((text) => text.replaceAll('\0', '').replace(/\r\n?/g, '\n').trim())
    .filter((text) => text !== '')
    .join('\n')
}
