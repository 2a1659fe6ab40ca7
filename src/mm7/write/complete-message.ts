import type { Attachment, Content } from '../../attachment.js'
import type { AttachmentInput, ContentInput } from '../../input.js'
import type { ExtensionElement } from '../../values.js'
import type { Table } from '../codec.js'
import { completeFields } from '../complete-fields.js'
import type { Values } from '../write-fields.js'
import { attachmentList, completeAttachments } from './complete-attachments.js'
import { hrefOf, isNamedBy, unusedId } from './content-id.js'

/** What stands beside the operation's element in a message. */
const BESIDE = ['operation', 'transactionId', 'namespace', 'attachments', 'carrierId', 'warnings']

/** How attachments are referred to where the input does not say. */
export type Layout = 'nested' | 'flat'

/**
 * Fills in what an input leaves out.
 *
 * @param table the operation's
 * @param input a message, or less of it, with a namespace
 * @returns the message
 * @throws TypeError if a property is none of the message's, or not of its type
 */
export function completeMessage(
  table: Table,
  input: Values & { readonly namespace: string },
  layout: Layout,
): Record<string, unknown> {
  const { attachments, ...rest } = input
  const completed = completeFields(table, rest, '', BESIDE)
  for (const name of ['transactionId', 'namespace', 'carrierId']) {
    if (rest[name] !== undefined) completed[name] = rest[name]
  }
  const extensions = completed['extensions'] as readonly ExtensionElement[]
  completed['extensions'] = extensions.map((one) => withNamespace(one, input.namespace))
  completed['warnings'] = []
  const given = attachmentList(attachments ?? [])
  const all = completeAttachments(given)
  completed['attachments'] = all
  if (!('contents' in completed)) return completed
  const byInput = new Map(all.map((one, i) => [given[i], one]))
  const chosen = rest['contents'] as readonly ContentInput[] | undefined
  completed['contents'] =
    chosen?.map((content) => completeContent(content, all, byInput)) ?? defaultContents(all, layout)
  return completed
}

/** An element called `Extension` that names no namespace is MM7's. */
function withNamespace(extension: ExtensionElement, namespace: string): ExtensionElement {
  const isOwn = extension.namespace === undefined && extension.name === 'Extension'
  return isOwn && namespace !== '' ? { ...extension, namespace } : extension
}

function defaultContents(attachments: readonly Attachment[], layout: Layout): Content[] {
  if (attachments.length === 0) return []
  if (layout !== 'flat') {
    const href = `cid:${unusedId('content', attachments)}`
    return [{ href, allowAdaptations: true, attachments }]
  }
  return attachments.flatMap((attachment) => {
    const href = hrefOf(attachment)
    return href === undefined ? [] : [{ href, allowAdaptations: true, attachments: [attachment] }]
  })
}

function completeContent(
  input: ContentInput,
  all: readonly Attachment[],
  byInput: ReadonlyMap<Attachment | AttachmentInput | undefined, Attachment>,
): Content {
  const { href, allowAdaptations = true, type } = input
  const named = href === undefined ? [] : all.filter((one) => isNamedBy(one, href)).slice(0, 1)
  const chosen = input.attachments?.map((one) => {
    const attachment = byInput.get(one)
    if (attachment !== undefined) return attachment
    throw new TypeError(
      '`contents` refers to an attachment that is not in `attachments`: put it there.',
    )
  })
  return {
    ...(href !== undefined && { href }),
    allowAdaptations,
    ...(type !== undefined && { type }),
    attachments: chosen ?? (named.length > 0 ? named : all),
  }
}
