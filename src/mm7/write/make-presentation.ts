import type { Attachment } from '../../attachment.js'
import type { AttachmentInput } from '../../input.js'
import { escapeXml } from '../../soap/escape.js'
import { hrefOf, unusedId } from './content-id.js'

/** What a slide shows of each kind, once; what is none of these has a slide of its own. */
type Kind = 'img' | 'video' | 'audio' | 'text' | 'ref'
type Slide = Partial<Record<Kind, string>>

/** Kinds that a slide cannot have both of. */
const EXCLUDES: Readonly<Record<Kind, readonly Kind[]>> = {
  img: ['img', 'video', 'ref'],
  video: ['img', 'video', 'audio', 'ref'],
  audio: ['audio', 'video', 'ref'],
  text: ['text', 'ref'],
  ref: ['img', 'video', 'audio', 'text', 'ref'],
}
const REGIONS: Partial<Record<Kind, string>> = { img: 'Image', video: 'Image', text: 'Text' }

const LAYOUT =
  '<head><layout><root-layout width="100%" height="100%"/>' +
  '<region id="Image" left="0" top="0" width="100%" height="70%" fit="meet"/>' +
  '<region id="Text" left="0" top="70%" width="100%" height="30%" fit="scroll"/></layout></head>'

/**
 * Makes a plain presentation (SMIL, as OMA's MMS conformance document has it): a slide for each
 * picture with its text.
 *
 * @returns it; undefined if there is nothing that a slide could show
 */
export function makePresentation(attachments: readonly Attachment[]): AttachmentInput | undefined {
  const slides: Slide[] = []
  for (const attachment of attachments) {
    const kind = kindOf(attachment)
    const last = slides.at(-1)
    const isFull = last === undefined || EXCLUDES[kind].some((other) => last[other] !== undefined)
    const slide: Slide = isFull ? {} : last
    if (isFull) slides.push(slide)
    // Each has a Content-ID or a Content-Location.
    slide[kind] = hrefOf(attachment) as string
  }
  if (slides.every(({ ref }) => ref !== undefined)) return undefined
  return {
    text: `<smil>${LAYOUT}<body>${slides.map(writeSlide).join('')}</body></smil>`,
    mediaType: 'application/smil',
    contentId: unusedId('presentation', attachments),
    name: 'presentation.smil',
  }
}

function kindOf({ mediaType }: Attachment): Kind {
  if (mediaType === 'text/plain') return 'text'
  if (mediaType.startsWith('image/')) return 'img'
  if (mediaType.startsWith('video/')) return 'video'
  return mediaType.startsWith('audio/') ? 'audio' : 'ref'
}

/** How long a slide is shown that does not end by itself. */
const DURATION = ' dur="5000ms"'

function writeSlide(slide: Slide): string {
  const isTimed = slide.video === undefined && slide.audio === undefined
  const media = (Object.entries(slide) as [Kind, string][]).map(([kind, src]) => {
    const region = REGIONS[kind]
    return `<${kind} src="${escapeXml(src)}"${region === undefined ? '' : ` region="${region}"`}/>`
  })
  return `<par${isTimed ? DURATION : ''}>${media.join('')}</par>`
}
