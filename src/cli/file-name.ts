import type { Attachment } from '../index.js'

/** What a sender may have called an attachment: in this order. */
type Named = Pick<Attachment, 'name' | 'contentLocation' | 'contentId' | 'mediaType'>

/** The names of files end so, by their media type, where the sender's name has no ending. */
const ENDINGS: Readonly<Record<string, string>> = {
  'application/smil': '.smil',
  'application/smil+xml': '.smil',
  'text/plain': '.txt',
  'text/html': '.html',
  'text/x-vcard': '.vcf',
  'text/vcard': '.vcf',
  'text/calendar': '.ics',
  'application/pdf': '.pdf',
  'image/jpeg': '.jpg',
  'image/jpg': '.jpg',
  'image/png': '.png',
  'image/gif': '.gif',
  'image/webp': '.webp',
  'audio/amr': '.amr',
  'audio/mpeg': '.mp3',
  'audio/mp4': '.m4a',
  'video/3gpp': '.3gp',
  'video/mp4': '.mp4',
}

/** Letters, digits and few marks: what every file system takes and no shell minds. */
const UNSAFE = /[^\p{L}\p{M}\p{N}._+()=@-]+/gu
/** Names that are devices in Windows, whatever their ending. */
const DEVICE = /^(?:con|prn|aux|nul|conin\$|conout\$|com[\d¹²³]|lpt[\d¹²³])(?:\.|$)/i
const ENDING = /\.[a-z\d]{1,8}$/i
/** Bytes; file systems have 255, and a number may be added. */
const LONGEST = 120

const utf8 = new TextEncoder()

/**
 * @param index the attachment's place, for one without a name
 * @returns a name for its file: never hidden, never a device, never in another directory
 */
export function safeFileName(attachment: Named, index: number): string {
  const { name, contentLocation, contentId, mediaType } = attachment
  const candidates = [name, contentLocation, contentId].map((sent) => clean(sent ?? ''))
  const chosen = candidates.find((candidate) => candidate !== '') ?? `attachment-${index + 1}`
  const usual = Object.hasOwn(ENDINGS, mediaType) ? ENDINGS[mediaType] : undefined
  const ending = ENDING.exec(chosen)?.[0] ?? usual ?? ''
  const stem = chosen.replace(ENDING, '')
  const safe = `${shorten(stem, LONGEST - ending.length)}${ending}`
  return DEVICE.test(safe) ? `_${safe}` : safe
}

/** @returns the name with a number before its ending, from the second on. */
export function numberedName(name: string, n: number): string {
  if (n === 1) return name
  const [ending = ''] = ENDING.exec(name) ?? []
  return `${name.slice(0, name.length - ending.length)}-${n}${ending}`
}

/** @returns what stands after the last separator, made of safe characters alone; empty if nothing is left. */
function clean(sent: string): string {
  const [last = ''] = sent.normalize('NFC').split(/[/\\]/).slice(-1)
  return last.replace(UNSAFE, '_').replace(/^[._-]+|[._]+$/g, '')
}

/** @returns the start of the text that is at most so many bytes of UTF-8. */
function shorten(text: string, length: number): string {
  let short = ''
  let size = 0
  for (const character of text) {
    size += utf8.encode(character).length
    if (size > length) break
    short += character
  }
  return short
}
