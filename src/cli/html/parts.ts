import type { Attachment } from '../../index.js'
import type { Inspection } from '../inspection.js'
import { type Branch, partDetails } from '../part-tree.js'
import { hexRows } from '../place.js'
import { realTypeText } from '../real-type.js'
import { textOfPart } from '../text-part.js'
import { html, type Markup } from './markup.js'
import { shortened } from './media.js'

/** How many bytes are shown of a part that is no text. */
const HEX_SHOWN = 128

/** @returns the parts as a tree, each with what is in it. */
export function partsMarkup({ parts }: Inspection): Markup {
  return parts.length === 0 ? html`<p>None could be read.</p>` : treeMarkup(parts, 'tree')
}

function treeMarkup(branches: readonly Branch[], name: string): Markup {
  return html`<ul class="${name}">${branches.map(branchMarkup)}</ul>`
}

function branchMarkup(branch: Branch): Markup {
  const { mediaType, attachment, branches } = branch
  const real = attachment === undefined ? '' : realTypeText(mediaType, attachment.bytes)
  const note =
    real === ''
      ? undefined
      : html`, <span class="${/^\d/.test(real) ? 'faint' : 'really'}">${real}</span>`
  const inner = branches.length > 0 ? treeMarkup(branches, 'inner') : undefined
  return html`<li><strong>${mediaType}</strong>, ${partDetails(branch).join(', ')}${note}${inner}${attachment && contentMarkup(attachment)}</li>`
}

function contentMarkup(attachment: Attachment): Markup | undefined {
  const { bytes } = attachment
  if (bytes.length === 0) return undefined
  const text = textOfPart(attachment)
  const [title, shown] =
    text === undefined
      ? ['Bytes', hexRows(bytes.subarray(0, HEX_SHOWN), 0).join('\n')]
      : ['Text', shortened(text)]
  const left =
    text === undefined && bytes.length > HEX_SHOWN
      ? `\n… ${bytes.length - HEX_SHOWN} more bytes`
      : ''
  return html`<details><summary>${title}</summary><pre>${shown}${left}</pre></details>`
}
