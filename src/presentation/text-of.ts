import type { Attachment } from '../attachment.js'
import { attachmentText } from '../attachment-text.js'
import { htmlText } from './html-text.js'
import { isWords } from './names.js'
import type { SlideMedia, WithAttachments } from './slide.js'
import { slidesOf } from './slides-of.js'

const PLAIN = 'text/plain'
/** A contact or an appointment that came as text: data, however it is typed. */
const CARD = /^\s*BEGIN:V(?:CARD|CALENDAR)/i

/**
 * What a person would read of a message: its text parts, in the order of `slidesOf`, each once, with
 * line ends as LF, one after the other on lines of their own. The Subject is not among them.
 *
 * Text is `text/plain`, by its charset; without one UTF-8, or windows-1252 if it is not that. HTML
 * counts if no plain text says anything: its text without the tags. Contacts, appointments and SMIL
 * are none. Signatures and what operators add are text like any other.
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
  return joined(once.map(plainText)) || joined(once.map(textOfHtml))
}

function plainText({ kind, attachment, src = '' }: SlideMedia): string {
  if (attachment === undefined) return kind === 'text' && isWords(src) ? src : ''
  if (attachment.mediaType !== PLAIN) return ''
  const text = attachmentText(attachment)
  return CARD.test(text) ? '' : text
}

function textOfHtml({ kind, attachment }: SlideMedia): string {
  const isHtml = kind === 'text' && attachment !== undefined && attachment.mediaType !== PLAIN
  return isHtml ? htmlText(attachmentText(attachment)) : ''
}

/** Joins what is not blank. */
function joined(texts: readonly string[]): string {
  return texts
    .map((text) => text.replaceAll('\0', '').replace(/\r\n?/g, '\n').trim())
    .filter((text) => text !== '')
    .join('\n')
}
