import type { Attachment, Content } from './attachment.js'
import { Mm7Error } from './errors.js'
import type { PartialMessage } from './message.js'
import { base64Lines } from './mime/write/base64.js'
import { isRecord } from './options.js'
import type { ExtensionElement } from './values.js'

/** A value that JSON has. */
export type Json = null | boolean | number | string | Json[] | { [name: string]: Json }
/** An object that JSON has. Its properties are its own, whatever they are called. */
export type JsonObject = { [name: string]: Json }

/** Base64 is longer by a third, and must stay below the longest string of any runtime (V8: 2^29 units). */
const LONGEST = 0x1000_0000

/**
 * Turns what reading gave into what JSON has, for columns and queues that hold JSON, for logs, and for
 * files of expected results. (`JSON.stringify(message)` itself writes each byte as a property, and the
 * attachments of a content twice.)
 *
 * @param result a message, or the error that reading it threw
 * @returns the message with its bytes in base64, its maps as objects, its dates in ISO 8601, and the
 * attachments of each content by their places in `attachments`; or `{ error }`, which holds the
 * code, the status, the place and, as `partial`, what could be read of the message
 * @throws TypeError if it is neither: its JSON would say nothing of a message; or if an attachment is of more
 * than 256 MiB
 */
export function messageToJson(result: PartialMessage | Mm7Error): JsonObject {
  if (!(result instanceof Mm7Error)) {
    if (isRecord(result) && !('headers' in result)) return toJson(result)
    throw new TypeError(
      'Pass what parseMm7Request returned or threw: a message, or an Mm7Error; not the request, a list or a promise.',
    )
  }
  const { code, status, operation, offset, path, message, partial } = result
  const known = operation === undefined ? {} : { operation }
  const place = {
    ...known,
    ...(offset !== undefined && { offset }),
    ...(path !== undefined && { path }),
  }
  return { error: { code, status: { ...status }, ...place, message, partial: toJson(partial) } }
}

function toJson(message: PartialMessage): JsonObject {
  const { contents, attachments = [], extensions, ...rest } = message
  const places = new Map(attachments.map((attachment, at) => [attachment, at]))
  return {
    ...(plain(rest) as JsonObject),
    ...(contents !== undefined && { contents: contents.map((one) => contentToJson(one, places)) }),
    ...(message.attachments !== undefined && { attachments: attachments.map(attachmentToJson) }),
    ...(extensions !== undefined && { extensions: extensions.map(extensionToJson) }),
  }
}

/** Copies what the schema limits in depth: dates, lists and objects of few levels. */
function plain(value: unknown): Json {
  if (value instanceof Date) return value.toISOString()
  if (Array.isArray(value)) return value.map(plain)
  if (typeof value !== 'object' || value === null) return value as Json
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, plain(inner)]))
}

function contentToJson(content: Content, places: ReadonlyMap<Attachment, number>): JsonObject {
  const { attachments, ...rest } = content
  const found = attachments.flatMap((attachment) => places.get(attachment) ?? [])
  return { ...rest, attachments: found }
}

function attachmentToJson(attachment: Attachment): JsonObject {
  const { bytes, parameters, headers, containers, ...rest } = attachment
  if (bytes.length > LONGEST) {
    const size = `An attachment has ${bytes.length} bytes, more than one string holds in base64`
    throw new TypeError(`${size}: keep its bytes by themselves, and leave them out here.`)
  }
  return {
    ...rest,
    // Not spread: `__proto__` as a name must stay one.
    parameters: Object.fromEntries(Object.entries(parameters)),
    headers: headersToJson(headers),
    containers: containers.map(headersToJson),
    bytes: base64Lines(bytes).join(''),
  }
}

function headersToJson(headers: Attachment['headers']): JsonObject {
  return Object.fromEntries([...headers].map(([name, values]) => [name, [...values]]))
}

function extensionToJson(root: ExtensionElement): JsonObject {
  const [top, topChildren] = elementToJson(root)
  // A stack of our own: elements may lie in one another deeper than calls may.
  const pending: [ExtensionElement, Json[]][] = [[root, topChildren]]
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const [element, siblings] = next
    for (const child of element.children) {
      const [json, children] = elementToJson(child)
      siblings.push(json)
      pending.push([child, children])
    }
  }
  return top
}

function elementToJson(element: ExtensionElement): [JsonObject, Json[]] {
  const { namespace, name, text, attributes } = element
  const children: Json[] = []
  const own = {
    ...(namespace !== undefined && { namespace }),
    name,
    text,
    attributes: Object.fromEntries(Object.entries(attributes)),
    children,
  }
  return [own, children]
}
