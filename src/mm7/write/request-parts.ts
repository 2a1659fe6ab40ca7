import type { Attachment, Content } from '../../attachment.js'
import type { TransferEncoding } from '../../input.js'
import { formatHeaderValue } from '../../mime/write/header-value.js'
import { leafNode, multipartNode, type PartNode } from '../../mime/write/part-node.js'
import { toPartNode } from './attachment-parts.js'
import { idOfHref, unusedId } from './content-id.js'
import { layOut } from './layout.js'

const ENVELOPE_TYPE = 'text/xml'

/** How a request is put together. */
export interface PartsOptions {
  readonly container?: 'mixed' | 'related' | undefined
  readonly envelopeEncoding?: TransferEncoding | undefined
  readonly rootLast?: boolean | undefined
}

/** The parts of a request (TS 23.140 8.7.1). */
export interface RequestParts {
  /** The envelope's, still empty. */
  readonly root: PartNode
  /** All of them: multipart/related (RFC 2387), its root the envelope. */
  readonly multipart: PartNode & { readonly parts: PartNode[] }
}

/**
 * @returns the parts that a message is sent as
 * @throws TypeError if the contents cannot be packed
 */
export function requestParts(
  attachments: readonly Attachment[],
  contents: readonly Content[],
  { container, envelopeEncoding = '8bit', rootLast = false }: PartsOptions = {},
): RequestParts {
  const others = layOut(attachments, contents)
  const ids = contents.map(({ href = '' }) => ({ contentId: idOfHref(href) }))
  const rootId = unusedId('envelope', [...attachments, ...ids])
  const root = leafNode(
    [
      ['content-type', `${ENVELOPE_TYPE}; charset=utf-8`],
      ['content-transfer-encoding', envelopeEncoding],
      ['content-id', `<${rootId}>`],
    ],
    new Uint8Array(0),
  )
  const parts = others.map((item) => toPartNode(item, container))
  const all = rootLast ? [...parts, root] : [root, ...parts]
  return { root, multipart: multipartNode([], all, { type: ENVELOPE_TYPE, start: `<${rootId}>` }) }
}

/** @returns whether there is nothing to pack: the body is the envelope (TS 23.140 8.7.1) */
export function isBare({ parts = [] }: PartNode): boolean {
  return parts.length < 2
}

/** @returns the Content-Type of a request whose parts are written. */
export function contentTypeOf(multipart: PartNode): string {
  if (isBare(multipart)) return `${ENVELOPE_TYPE}; charset=utf-8`
  const { parameters, boundary = '' } = multipart
  return formatHeaderValue('multipart/related', { ...parameters, boundary })
}
