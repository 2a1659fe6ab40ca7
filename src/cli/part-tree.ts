import { type Attachment, type Mm7Request, type Part, splitMultipartRelated } from '../index.js'

/** A part and those in it, with what was made of them. */
export interface Branch {
  readonly mediaType: string
  readonly contentId?: string
  readonly contentLocation?: string
  readonly name?: string
  readonly isEnvelope: boolean
  /** As sent; absent of what is known from the message alone. */
  readonly sent?: Uint8Array
  /** Its transfer encoding, if that changes bytes (RFC 2045 §6). */
  readonly encoding?: string
  /** Of a leaf, but for the envelope; `number` is its place among them, from 1. */
  readonly attachment?: Attachment
  readonly number?: number
  readonly branches: readonly Branch[]
}

/** What was too much of is not taken apart again: what was read of it is in the error. */
const TOO_MUCH = /^(?:body-|parts-|headers-|too-many-(?:parts|headers|parameters)$)/
const TRANSFER_ENCODING = 'content-transfer-encoding'
const ENCODINGS: ReadonlySet<string> = new Set(['base64', 'quoted-printable'])

/**
 * @param attachments those that were read of it
 * @param refusedFor the code of the error, if the message was refused
 * @returns the parts at the top of the request's body
 */
export function partTree(
  request: Mm7Request,
  attachments: readonly Attachment[],
  refusedFor: string | undefined,
): Branch[] {
  const isTooMuch = refusedFor !== undefined && TOO_MUCH.test(refusedFor)
  const split = isTooMuch ? undefined : splitMultipartRelated(request)
  if (split === undefined) return attachments.map((one, i) => leafOf(one, i + 1))
  let leaves = 0
  const branchOf = (part: Part): Branch => {
    const isEnvelope = part === split.root
    // Leaves are attachments, one by one and in order, but for the envelope.
    const isAttachment = part.parts.length === 0 && !isEnvelope
    const number = isAttachment ? ++leaves : undefined
    const attachment = number === undefined ? undefined : attachments[number - 1]
    return {
      ...namesOf(part),
      isEnvelope,
      sent: part.body,
      ...encodingOf(part),
      ...(attachment !== undefined && { attachment }),
      ...(number !== undefined && { number }),
      branches: part.parts.map(branchOf),
    }
  }
  return split.parts.map(branchOf)
}

function leafOf(attachment: Attachment, number: number): Branch {
  const given = { attachment, number, ...encodingOf(attachment) }
  return { ...namesOf(attachment), isEnvelope: false, ...given, branches: [] }
}

function namesOf(
  part: Part | Attachment,
): Pick<Branch, 'mediaType' | 'contentId' | 'contentLocation' | 'name'> {
  const { mediaType, contentId, contentLocation, name } = part
  return {
    mediaType,
    ...(contentId !== undefined && { contentId }),
    ...(contentLocation !== undefined && { contentLocation }),
    ...(name !== undefined && { name }),
  }
}

function encodingOf({ headers }: Part | Attachment): { encoding?: string } {
  const encoding = headers.get(TRANSFER_ENCODING)?.[0]?.trim().toLowerCase() ?? ''
  return ENCODINGS.has(encoding) ? { encoding } : {}
}

/** @returns what there is to say of a part, each with what it is about. */
export function partDetails(branch: Branch): string[] {
  const { contentId, contentLocation, name, attachment, isEnvelope } = branch
  return [
    sizeText(branch),
    ...(contentId === undefined ? [] : [`<${contentId}>`]),
    ...(contentLocation === undefined ? [] : [`at ${contentLocation}`]),
    ...(name === undefined ? [] : [JSON.stringify(name)]),
    ...(isEnvelope ? ['(envelope)'] : []),
    ...(attachment?.isPresentation === true ? ['(presentation)'] : []),
  ]
}

/** @returns the size as sent, and without its transfer encoding where that is known and changes it. */
function sizeText({ sent, encoding, attachment }: Branch): string {
  const decoded = attachment?.bytes.length
  if (sent === undefined)
    return `${decoded} bytes${encoding === undefined ? '' : `, decoded from ${encoding}`}`
  if (encoding === undefined) return `${sent.length} bytes`
  return `${sent.length} bytes in ${encoding}${decoded === undefined ? '' : `, ${decoded} decoded`}`
}
