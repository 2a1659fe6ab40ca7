import { type Attachment, attachmentText } from '../index.js'

/** Types that are read as text, though they may mean something else to a program. */
const TEXTUAL =
  /^(?:text\/.*|(?:application|image)\/(?:.*\+)?(?:xml|json|smil)|application\/(?:smil|xhtml).*)$/

/** @returns the text of a part that is one, be it code or markup; undefined of any other. */
export function textOfPart(attachment: Attachment): string | undefined {
  return TEXTUAL.test(attachment.mediaType) ? attachmentText(attachment) : undefined
}
