import {
  type Attachment,
  type Limits,
  Mm7Error,
  type Mm7Request,
  type Part,
  type PartialMessage,
  splitMultipartRelated,
} from '../index.js'
import { type Style, shortLine } from './terminal.js'

/** A part in the tree, and what stands before it and its own parts. */
interface Branch {
  readonly part: Part
  readonly before: string
  readonly inner: string
}

/** One looks at a message that was refused for its parts to see them: their depth alone is limited. */
const LIMITS: Partial<Limits> = {
  bodyBytes: Number.POSITIVE_INFINITY,
  parts: Number.POSITIVE_INFINITY,
  headers: Number.POSITIVE_INFINITY,
  headerBytes: Number.POSITIVE_INFINITY,
}
const TRANSFER_ENCODING = 'content-transfer-encoding'
/** Those that change bytes (RFC 2045 §6). */
const ENCODINGS = new Set(['base64', 'quoted-printable'])

/** @returns a line for each part of the body: what it is, its size as sent, and its names. */
export function partLines(
  request: Mm7Request,
  { attachments = [] }: PartialMessage,
  style: Style,
): string[] {
  const { root, parts } = split(request)
  let leaves = 0
  const lines: string[] = []
  const pending = branches(parts, '').reverse()
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { part, before, inner } = next
    // Leaves are attachments, one by one and in order, but for the envelope.
    const isAttachment = part.parts.length === 0 && part !== root
    const attachment = isAttachment ? attachments[leaves++] : undefined
    const roles = [
      ...(part === root ? ['  (envelope)'] : []),
      ...(attachment?.isPresentation ? ['  (presentation)'] : []),
    ]
    lines.push(`${style.faint(before)}${describe(part, attachment)}${roles.join('')}`)
    pending.push(...branches(part.parts, inner).reverse())
  }
  return lines
}

function branches(parts: readonly Part[], before: string): Branch[] {
  return parts.map((part, i) => {
    const isLast = i === parts.length - 1
    return {
      part,
      before: `${before}${isLast ? '└─ ' : '├─ '}`,
      inner: `${before}${isLast ? '   ' : '│  '}`,
    }
  })
}

function split(request: Mm7Request): { root?: Part; parts: readonly Part[] } {
  try {
    return splitMultipartRelated(request, { limits: LIMITS })
  } catch (error) {
    // Why there are no parts is told by the refusal of the message.
    if (error instanceof Mm7Error) return { parts: [] }
    throw error
  }
}

function describe(part: Part, attachment: Attachment | undefined): string {
  const { mediaType, contentId, contentLocation, name } = part
  const details = [
    sizeOf(part, attachment),
    ...(contentId === undefined ? [] : [`<${contentId}>`]),
    ...(contentLocation === undefined ? [] : [`at ${contentLocation}`]),
    ...(name === undefined ? [] : [JSON.stringify(name)]),
  ]
  return shortLine([mediaType, ...details].join('  '))
}

/** @returns the size as sent, and without its transfer encoding where that is known and changes it. */
function sizeOf({ headers, body }: Part, attachment: Attachment | undefined): string {
  const sent = `${body.length} bytes`
  const encoding = headers.get(TRANSFER_ENCODING)?.[0]?.trim().toLowerCase() ?? ''
  if (!ENCODINGS.has(encoding)) return sent
  const decoded = attachment === undefined ? '' : `, ${attachment.bytes.length} decoded`
  return `${sent} in ${encoding}${decoded}`
}
