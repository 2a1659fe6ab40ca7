import {
  type DeliverReq,
  Mm7Error,
  type Mm7Request,
  type Part,
  splitMultipartRelated,
} from '../index.js'
import { escapeLine, type Style } from './terminal.js'

/** A part in the tree, and what stands before it and its own parts. */
interface Branch {
  readonly part: Part
  readonly before: string
  readonly inner: string
}

/** @returns a line for each part of the body: what it is, its size as sent, and its names. */
export function partLines(
  request: Mm7Request,
  { attachments = [] }: Partial<DeliverReq>,
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
    lines.push(`${style.faint(before)}${describe(part)}${roles.join('')}`)
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
    return splitMultipartRelated(request)
  } catch (error) {
    // Why there are no parts is told by the refusal of the message.
    if (error instanceof Mm7Error) return { parts: [] }
    throw error
  }
}

function describe({ mediaType, body, contentId, contentLocation, name }: Part): string {
  const details = [
    `${body.length} bytes`,
    ...(contentId === undefined ? [] : [`<${contentId}>`]),
    ...(contentLocation === undefined ? [] : [`at ${contentLocation}`]),
    ...(name === undefined ? [] : [JSON.stringify(name)]),
  ]
  return escapeLine([mediaType, ...details].join('  '))
}
