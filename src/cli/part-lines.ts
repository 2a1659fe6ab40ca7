import { type Branch, partDetails } from './part-tree.js'
import { realTypeText } from './real-type.js'
import { type Style, shortLine } from './terminal.js'
import { textOfPart } from './text-part.js'

/** How much of a text is shown. */
const MOST_LINES = 6

/** @returns a line for each part of the body: what it is, its size and its names; and what texts say. */
export function partLines(branches: readonly Branch[], style: Style, before = ''): string[] {
  return branches.flatMap((branch, i) => {
    const isLast = i === branches.length - 1
    const inner = `${before}${isLast ? '   ' : '│  '}`
    const { mediaType, attachment } = branch
    const real = attachment === undefined ? '' : realTypeText(mediaType, attachment.bytes)
    const details = [mediaType, ...partDetails(branch), ...(real === '' ? [] : [real])].join('  ')
    return [
      `${style.faint(`${before}${isLast ? '└─ ' : '├─ '}`)}${shortLine(details)}`,
      ...preview(branch).map((line) => style.faint(`${inner}  │ `) + line),
      ...partLines(branch.branches, style, inner),
    ]
  })
}

function preview({ attachment }: Branch): string[] {
  // A SMIL is for phones to read.
  const isText = attachment !== undefined && !attachment.isPresentation
  const text = isText ? textOfPart(attachment) : undefined
  if (text === undefined || text.trim() === '') return []
  const lines = text.trimEnd().split(/\r\n|\n|\r/, MOST_LINES + 1)
  const shown = lines.slice(0, MOST_LINES).map((line) => shortLine(line))
  return lines.length > MOST_LINES ? [...shown, '…'] : shown
}
