import type { Attachment } from '../attachment.js'
import { decodeDocument } from './decode.js'
import { matchParts } from './match.js'
import { partsOf } from './parts.js'
import { kindOf, type Slide, type SlideMedia, type WithAttachments } from './slide.js'
import { type Mention, readSmil, type SmilSlide } from './smil.js'

/**
 * Arranges a message as its SMIL says (SMIL 2.0 as 3GPP TS 26.140 and handsets use it): each `par` is a
 * slide, and what it shows is found by Content-ID, Content-Location and name, in any spelling that
 * senders are known for. Nothing is fetched, expanded or played.
 *
 * @param message a message with attachments, or the `partial` of an `Mm7Error`
 * @returns the slides in order, then as a last one with `isNamed: false` the parts that the SMIL does
 * not name: each part is on a slide. Without a SMIL, or with one that cannot be read or shows
 * nothing, one slide of all. A SMIL of more than 16 MiB is read so far. The SMIL itself is on none;
 * without any other part there are none.
 * @throws TypeError if it is not a message; never for what is in one
 */
export function slidesOf(message: WithAttachments): readonly Slide[] {
  const { presentations, shown } = partsOf(message)
  for (const presentation of presentations) {
    const smil = readSmil(decodeDocument(presentation))
    if (smil.length > 0) return arrange(smil, shown, presentation)
  }
  return unnamed(shown)
}

function arrange(
  smil: readonly SmilSlide[],
  shown: readonly Attachment[],
  presentation: Attachment,
): Slide[] {
  const mentions = smil.flatMap((slide) => slide.mentions)
  const matches = matchParts(mentions, shown, presentation)
  const used = new Set(matches.values())
  const slides = smil.map(
    ({ duration, mentions }): Slide => ({
      ...(duration !== undefined && { duration }),
      isNamed: true,
      media: mentions.map((mention) => mediaOf(mention, matches.get(mention))),
    }),
  )
  return [...slides, ...unnamed(shown.filter((part) => !used.has(part)))]
}

function mediaOf({ kind, src, alt }: Mention, attachment: Attachment | undefined): SlideMedia {
  return {
    kind: attachment === undefined ? kind : kindOf(attachment),
    ...(attachment !== undefined && { attachment }),
    src,
    ...(alt !== undefined && { alt }),
  }
}

function unnamed(parts: readonly Attachment[]): Slide[] {
  if (parts.length === 0) return []
  return [
    {
      isNamed: false,
      media: parts.map((attachment) => ({ kind: kindOf(attachment), attachment })),
    },
  ]
}
