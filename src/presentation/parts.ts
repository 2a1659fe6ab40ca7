import type { Attachment } from '../attachment.js'
import { startsAsXml } from '../mime/bytes.js'
import { decodeDocument } from './decode.js'
import { bareName } from './names.js'
import type { WithAttachments } from './slide.js'
import { afterSkipped } from './tags.js'

/** A message's attachments, by what they are for. */
export interface Parts {
  /** Those that arrange others, the likeliest first. */
  readonly presentations: readonly Attachment[]
  /** What there is to show. */
  readonly shown: readonly Attachment[]
}

/** The types that SMIL is sent under by those who do not know its own. */
const MAY_BE_SMIL = /^(?:(?:text|application)\/xml|application\/octet-stream|text\/plain)$/
const SMIL_TAG = /<(?:[\w.-]+:)?smil(?=[\s/>])/iy
const START = /;\s*start\s*=\s*(?:"([^"]*)"|([^\s;]+))/i

/**
 * @param message a message, or what could be read of one
 * @throws TypeError if it is none
 */
export function partsOf(message: WithAttachments): Parts {
  if (typeof message !== 'object' || message === null || Array.isArray(message)) {
    throw new TypeError('Pass the message, not its attachments or its bytes.')
  }
  if ('then' in message) throw new TypeError('The message is a promise: await it.')
  if ('body' in message) {
    throw new TypeError('Pass what parseMm7Request returned, not the request.')
  }
  const { attachments = [] } = message
  if (!Array.isArray(attachments)) {
    throw new TypeError('Pass a message: its attachments are a list.')
  }
  const smil = attachments.filter((one) => one.isPresentation || isSmil(one))
  const arranging = new Set(smil)
  return {
    presentations: smil.sort((a, b) => rank(a) - rank(b)),
    shown: attachments.filter((one) => !arranging.has(one)),
  }
}

/** @returns the header fields of the multipart that an attachment is in, the same for all in it. */
export function containerOf(attachment: Attachment): Attachment['headers'] | undefined {
  return attachment.containers?.at(-1)
}

function rank(attachment: Attachment): number {
  const type = containerOf(attachment)?.get('content-type')?.[0] ?? ''
  const [, quoted, bare] = START.exec(type) ?? []
  const start = quoted ?? bare
  if (start !== undefined && bareName(start) === attachment.contentId) return 0
  return attachment.isPresentation ? 1 : 2
}

/** @returns whether the first tag is one of `smil`, whatever the type says. */
function isSmil(attachment: Attachment): boolean {
  if (!MAY_BE_SMIL.test(attachment.mediaType) || !startsAsXml(attachment.bytes)) return false
  const text = decodeDocument(attachment)
  let at = afterSpace(text, 0)
  for (let next = afterSkipped(text, at); next !== at; next = afterSkipped(text, at)) {
    at = afterSpace(text, next)
  }
  SMIL_TAG.lastIndex = at
  return SMIL_TAG.test(text)
}

function afterSpace(text: string, from: number): number {
  const SPACE = /\s*/y
  SPACE.lastIndex = from
  SPACE.exec(text)
  return SPACE.lastIndex
}
