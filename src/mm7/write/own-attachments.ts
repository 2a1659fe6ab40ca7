import type { Attachment } from '../../attachment.js'
import type { AttachmentInput, TransferEncoding } from '../../input.js'
import { HALF_CHARACTER } from '../../mime/write/header-value.js'
import type { Mutable } from '../../mutable.js'
import { describe } from '../complete-fields.js'
import { completeAttachments } from './complete-attachments.js'

const ENCODINGS: readonly string[] = ['binary', '8bit', '7bit', 'base64', 'quoted-printable']
const PROPERTIES: readonly string[] = [
  'bytes',
  'text',
  'mediaType',
  'parameters',
  'contentId',
  'contentLocation',
  'name',
  'transferEncoding',
]
/** type "/" subtype of RFC 2045 §5.1; multiparts are made, not given. */
const MEDIA_TYPE = /^(?!multipart\/)[\w!#$%&'*+\-.^`{|}~]+\/[\w!#$%&'*+\-.^`{|}~]+$/i
const TOKEN = /^[\w!#$%&'*+\-.^`{|}~]+$/
/** Between the brackets of a Content-ID. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what it is about
const CONTENT_ID = /^[^\s<>\0-\x1f\x7f-\x9f\ud800-\udfff]+$/u
/** What a line of a header can hold. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what it is about
const LINE = /^[^\0-\x1f\x7f-\x9f\ud800-\udfff]*$/u
/** Header fields that are made of an attachment's properties, or would not fit what is sent. */
const MADE = new Set([
  'content-type',
  'content-transfer-encoding',
  'content-id',
  'content-location',
  'content-length',
  'content-md5',
])

/**
 * @param inputs attachments as reading gives them, or what they hold
 * @returns the whole of each, its header fields made anew
 * @throws TypeError if one cannot be sent; it says which property of which
 */
export function ownAttachments(
  inputs: readonly (Attachment | AttachmentInput)[],
): Mutable<Attachment>[] {
  const ids = new Set<string>()
  for (const [at, input] of inputs.entries()) check(input, `attachments[${at}]`, ids)
  const completed = completeAttachments(inputs.map(toInput))
  for (const [at, attachment] of completed.entries()) {
    const input = inputs[at] as Attachment | AttachmentInput
    if (!('headers' in input)) continue
    attachment.isPresentation = input.isPresentation
    attachment.headers = new Map([...attachment.headers, ...otherFields(input)])
  }
  return completed
}

/** What was read is sent as it was meant, whatever its sender's header fields looked like. */
function toInput(input: Attachment | AttachmentInput): AttachmentInput {
  if (!('headers' in input)) return input
  const { bytes, mediaType, parameters, contentId, contentLocation, name, headers } = input
  const sent = headers.get('content-transfer-encoding')?.[0]?.trim().toLowerCase() ?? ''
  const transferEncoding = (ENCODINGS.includes(sent) ? sent : 'binary') as TransferEncoding
  return {
    ...{ bytes, mediaType, parameters, transferEncoding },
    ...(contentId !== undefined && { contentId }),
    ...(contentLocation !== undefined && { contentLocation }),
    ...(name !== undefined && { name }),
  }
}

function otherFields({ headers }: Attachment): [string, readonly string[]][] {
  return [...headers].filter(
    ([name, values]) =>
      !MADE.has(name) && TOKEN.test(name) && values.every((one) => LINE.test(one)),
  )
}

/** @param ids the Content-IDs of those before it; its own is added */
function check(input: Attachment | AttachmentInput, name: string, ids: Set<string>): void {
  if (!('headers' in input)) checkInput(input, name)
  const { mediaType, parameters = {}, contentId, contentLocation } = input
  const refuse = (property: string, wanted: string): never => {
    throw new TypeError(`${name}.${property} is not ${wanted}.`)
  }
  if (mediaType !== undefined && !MEDIA_TYPE.test(mediaType)) {
    refuse('mediaType', 'one such as image/jpeg, without parameters and no multipart')
  }
  for (const [key, value] of [...Object.entries(parameters), ['name', input.name] as const]) {
    const path = key === 'name' ? key : `parameters.${key}`
    if (!TOKEN.test(key)) refuse(path, 'a parameter: its name is no token')
    if (value !== undefined && !(typeof value === 'string' && LINE.test(value))) {
      refuse(path, 'a text without control characters')
    }
  }
  if (contentLocation !== undefined && !LINE.test(contentLocation)) {
    refuse('contentLocation', 'a text without control characters')
  }
  if (contentId === undefined) return
  if (!CONTENT_ID.test(contentId)) refuse('contentId', 'one: no brackets, no blanks')
  if (ids.has(contentId)) refuse('contentId', 'its own: an attachment before it has the same')
  ids.add(contentId)
}

function checkInput(input: AttachmentInput, name: string): void {
  for (const property of Object.keys(input)) {
    if (PROPERTIES.includes(property)) continue
    const all = PROPERTIES.join(', ')
    throw new TypeError(`There is no property ${name}.${property}: there are ${all}.`)
  }
  const { bytes, text, transferEncoding } = input
  if ((bytes === undefined) === (text === undefined)) {
    const found = bytes === undefined ? 'neither bytes nor text' : 'both bytes and text'
    throw new TypeError(`${name} has ${found}: give one of the two.`)
  }
  if (bytes !== undefined && !ArrayBuffer.isView(bytes)) {
    throw new TypeError(`${name}.bytes is ${describe(bytes)}: pass a Uint8Array, or a text.`)
  }
  if (text !== undefined && (typeof text !== 'string' || HALF_CHARACTER.test(text))) {
    throw new TypeError(`${name}.text is no whole text: pass a string.`)
  }
  if (transferEncoding !== undefined && !ENCODINGS.includes(transferEncoding)) {
    throw new TypeError(`${name}.transferEncoding is none of ${ENCODINGS.join(', ')}.`)
  }
}
