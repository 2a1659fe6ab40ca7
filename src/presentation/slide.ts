import type { Attachment } from '../attachment.js'

/** What a message shows at one time: a `par` of its SMIL. */
export interface Slide {
  /** Milliseconds, an integer above 0; absent if the SMIL does not say, or says "for ever". */
  readonly duration?: number
  /** False of what no SMIL arranges: a message without one, or the parts that it does not name. */
  readonly isNamed: boolean
  /** In the order of the SMIL: the only hint of whether a text is above its picture or below. */
  readonly media: readonly SlideMedia[]
}

/** What a thing on a slide is. */
export type MediaKind = 'image' | 'video' | 'audio' | 'text' | 'other'

/** One thing on a slide. */
export interface SlideMedia {
  /** By the attachment's media type; by the SMIL's element where there is no attachment. */
  readonly kind: MediaKind
  /** Absent if the message has no part that `src` may mean. */
  readonly attachment?: Attachment
  /** What the SMIL calls it, as sent but for character references; absent if no SMIL names it. */
  readonly src?: string
  /** The text that the SMIL has in its place. */
  readonly alt?: string
}

/** A message as far as it matters here: any operation with content, or what an error could read. */
export interface WithAttachments {
  readonly attachments?: readonly Attachment[]
}

export const KINDS: readonly MediaKind[] = ['image', 'video', 'audio', 'text', 'other']

/** Text that one reads as text, and not as code or data. */
const TEXTS: ReadonlySet<string> = new Set([
  'text/plain',
  'text/html',
  'application/xhtml+xml',
  'application/vnd.wap.xhtml+xml',
])
const MEDIA = /^(image|video|audio)\//

/** @returns what an attachment is, by its media type. */
export function kindOf({ mediaType }: Attachment): MediaKind {
  if (TEXTS.has(mediaType)) return 'text'
  return (MEDIA.exec(mediaType)?.[1] as MediaKind | undefined) ?? 'other'
}
