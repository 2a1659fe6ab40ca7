import type { Attachment } from '../../attachment.js'
import type { AttachmentInput } from '../../input.js'
import { formatHeaderValue } from '../../mime/write/header-value.js'
import type { Mutable } from '../../mutable.js'
import { describe } from '../complete-fields.js'

const SMIL = /^(?:application|text)\/smil(?:\+xml)?$/
/** Types that a part with a name such as `a.smil` may have and be a presentation. */
const UNTYPED = ['application/octet-stream', 'text/plain', 'text/xml', 'application/xml']
const utf8 = /* @__PURE__ */ new TextEncoder()

/**
 * @param given what a caller passed as the attachments of a message
 * @returns them
 * @throws TypeError if it is no list of objects
 */
export function attachmentList(given: unknown): readonly (Attachment | AttachmentInput)[] {
  if (given === undefined) return []
  if (!Array.isArray(given)) {
    throw new TypeError(`attachments is ${describe(given)}: pass a list.`)
  }
  const at = given.findIndex((input) => typeof input !== 'object' || input === null)
  if (at < 0) return given
  throw new TypeError(`attachments[${at}] is ${describe(given[at])}: pass { bytes, mediaType }.`)
}

/**
 * @param inputs attachments, or what they hold
 * @returns the whole of each
 */
export function completeAttachments(
  inputs: readonly (Attachment | AttachmentInput)[],
): Mutable<Attachment>[] {
  const used = new Set(inputs.map(({ contentId }) => contentId))
  let n = 0
  return inputs.map((input) => {
    if ('headers' in input) return { ...input, bytes: plainBytes(input.bytes) }
    let id = input.contentId
    while (id === undefined && input.contentLocation === undefined) {
      n += 1
      if (!used.has(`attachment-${n}`)) id = `attachment-${n}`
    }
    return toAttachment(input, id)
  })
}

function toAttachment(input: AttachmentInput, contentId: string | undefined): Attachment {
  const { text, bytes = utf8.encode(text ?? ''), name, contentLocation } = input
  const isText = text !== undefined
  const fallback = isText ? 'text/plain' : 'application/octet-stream'
  const mediaType = (input.mediaType ?? fallback).toLowerCase()
  const parameters: Record<string, string> = Object.assign(
    Object.create(null),
    isText && { charset: 'utf-8' },
    input.parameters,
    name !== undefined && { name },
  )
  const headers = new Map([
    ['content-type', [formatHeaderValue(mediaType, parameters)]],
    ['content-transfer-encoding', [input.transferEncoding ?? 'binary']],
  ])
  if (contentId !== undefined) headers.set('content-id', [`<${contentId}>`])
  if (contentLocation !== undefined) headers.set('content-location', [contentLocation])
  const called = parameters['name']
  const named = {
    ...(contentLocation !== undefined && { contentLocation }),
    ...(called !== undefined && { name: called }),
  }
  return {
    bytes: plainBytes(bytes),
    mediaType,
    parameters,
    ...(contentId !== undefined && { contentId }),
    ...named,
    isPresentation: SMIL.test(mediaType) || isSmilByName(mediaType, called ?? contentLocation),
    headers,
    containers: [],
  }
}

function isSmilByName(mediaType: string, name = ''): boolean {
  return UNTYPED.includes(mediaType) && /\.smil?$/i.test(name)
}

/** @returns the bytes as the parser gives them: a `Uint8Array` and no `Buffer`. */
function plainBytes(bytes: Uint8Array): Uint8Array {
  if (!ArrayBuffer.isView(bytes)) {
    throw new TypeError('The bytes of an attachment are a Uint8Array: give a string as its text.')
  }
  return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}
