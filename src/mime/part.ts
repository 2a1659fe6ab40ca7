import type { Limits } from '../limits.js'
import type { Mutable } from '../mutable.js'
import { quote, type Report, warn, warnOf } from '../report.js'
import { bareId, parseId } from './content-id.js'
import {
  CONTENT_DISPOSITION,
  CONTENT_TYPE,
  type HeaderValue,
  NO_PARAMETERS,
  readHeaderValue,
} from './content-type.js'
import { fileName } from './file-name.js'
import type { Headers } from './header-block.js'

/** A part of a multipart body, or the body itself where it is not a multipart (RFC 2045 §2.5). */
export interface Part {
  /** Names in lower case; values unfolded and trimmed, their bytes read as UTF-8, else as windows-1252. */
  readonly headers: ReadonlyMap<string, readonly string[]>
  /** Lower case, without parameters; `application/octet-stream` if unknown. */
  readonly mediaType: string
  /** The parameters of its Content-Type, names in lower case; an object without prototype. */
  readonly parameters: Readonly<Record<string, string>>
  /** Without angle brackets. */
  readonly contentId?: string
  /** Its Content-Location, as sent. */
  readonly contentLocation?: string
  /** The file name: `name` of Content-Type, else `filename` of Content-Disposition; decoded. */
  readonly name?: string
  /** As sent: its transfer encoding is not undone. A view of the request's body. */
  readonly body: Uint8Array
  /** Where `body` starts in the request's body, in bytes. */
  readonly offset: number
  /** The parts of a multipart; empty for a leaf. */
  readonly parts: readonly Part[]
}

/** A part whose end is not reached yet. */
export interface OpenPart extends Mutable<Part> {
  readonly parts: Part[]
}

const EMPTY: Uint8Array = /* @__PURE__ */ new Uint8Array(0)
/** Two names of 127 characters at most (RFC 6838 §4.2). */
const LONGEST_TYPE = 255
/**
 * Two names of RFC 6838 §4.2, and whatever may be around them: quotes of either kind, the `*` of a range. Only
 * looked for where a name starts.
 */
const MEDIA_TYPE = /(?<![\w!#$&^.+-])[\w!#$&^.+-]+\/[\w!#$&^.+-]+/
/** What a part is that does not say: the name that RFC 2046 §4.5.1 has for unknown data. */
const UNKNOWN = 'application/octet-stream'

/**
 * @param headers the part's header fields
 * @param offset where its body starts in the request's body, for the warnings
 * @param contentType which of several Content-Types counts, if that is known
 * @returns the part, its body yet to be set
 */
export function openPart(
  headers: Headers,
  offset: number,
  limits: Limits,
  report: Report,
  contentType?: string,
): OpenPart {
  const parse = (text: string | undefined, name: string): HeaderValue | undefined =>
    text === undefined ? undefined : readHeaderValue(text, name, limits, report, offset)
  const typeText = contentType ?? fieldThatCounts(headers, CONTENT_TYPE)
  const type = parse(typeText, CONTENT_TYPE)
  const sent = type === undefined ? UNKNOWN : type.value || (typeText as string).replace(/;.*/s, '')
  const mediaType = mediaTypeIn(sent)
  if (mediaType !== sent) {
    const what = `The Content-Type ${quote(sent)} is not a media type; treated as ${mediaType}.`
    warn(report, 'content-type-malformed', what, { offset, path: CONTENT_TYPE })
  }
  const parameters = type?.parameters ?? NO_PARAMETERS
  const id = parseId(fieldThatCounts(headers, 'content-id') ?? '')
  warnOf(report, id.deviations, { offset, path: 'content-id' })
  const contentLocation = fieldThatCounts(headers, 'content-location')
  const disposition = fieldThatCounts(headers, CONTENT_DISPOSITION)
  const name = fileName(type, parse(disposition, CONTENT_DISPOSITION), report, offset)
  const part: OpenPart = { headers, mediaType, parameters, body: EMPTY, offset, parts: [] }
  if (id.value !== '') part.contentId = id.value
  if (contentLocation !== undefined) part.contentLocation = contentLocation
  if (name !== undefined) part.name = name
  return part
}

/** @returns the first value that says something, of a field that a part should have once. */
export function fieldThatCounts(headers: Headers, name: string): string | undefined {
  const values = headers.get(name)
  if (values === undefined || values.length === 1) return values?.[0]
  const isSaying = (value: string): boolean =>
    name === CONTENT_TYPE ? mediaTypeIn(value) !== UNKNOWN : bareId(value) !== ''
  return values.find(isSaying) ?? values.find((value) => value !== '') ?? values[0]
}

/** WAP's names of multiparts, and MIME's for the same. */
const WAP_MULTIPARTS: ReadonlyMap<string, string> = new Map([
  ['application/vnd.wap.multipart.related', 'multipart/related'],
  ['application/vnd.wap.multipart.mixed', 'multipart/mixed'],
  ['application/vnd.wap.multipart.alternative', 'multipart/alternative'],
])

/** @returns the media type, for one of WAP's multiparts that of MIME. */
export function mimeType(mediaType: string): string {
  return WAP_MULTIPARTS.get(mediaType) ?? mediaType
}

/** @returns the media type within the value of a Content-Type, which is `value` if it is well-formed. */
export function mediaTypeIn(value: string): string {
  return (value.length <= LONGEST_TYPE && MEDIA_TYPE.exec(value)?.[0]) || UNKNOWN
}

/** @returns the parts and those within them, in order of appearance. */
export function allParts(parts: readonly Part[]): Part[] {
  const all: Part[] = []
  // A stack of our own: multiparts may be nested deeper than calls may.
  const pending = [...parts].reverse()
  for (let part = pending.pop(); part !== undefined; part = pending.pop()) {
    all.push(part)
    for (let i = part.parts.length - 1; i >= 0; i--) pending.push(part.parts[i] as Part)
  }
  return all
}

/** A leaf, and the header fields of the multiparts that it lies in, the outermost first. */
export interface PlacedLeaf {
  readonly part: Part
  readonly containers: readonly Headers[]
}

/** @returns the leaves in order of appearance; those of one multipart share their list. */
export function placedLeaves(parts: readonly Part[]): PlacedLeaf[] {
  const leaves: PlacedLeaf[] = []
  const pending: { part: Part; around: Around }[] = []
  const push = (inner: readonly Part[], around: Around): void => {
    for (let i = inner.length - 1; i >= 0; i--) pending.push({ part: inner[i] as Part, around })
  }
  push(parts, {})
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { part, around } = next
    if (part.parts.length > 0) push(part.parts, { headers: part.headers, outer: around })
    else leaves.push({ part, containers: listContainers(around) })
  }
  return leaves
}

/** What leaves lie in. A list is made where one does: only few of nested multiparts have any. */
interface Around {
  readonly headers?: Headers
  readonly outer?: Around
  containers?: readonly Headers[]
}

function listContainers(innermost: Around): readonly Headers[] {
  if (innermost.containers !== undefined) return innermost.containers
  const containers: Headers[] = []
  for (let around: Around | undefined = innermost; around?.headers; around = around.outer) {
    containers.push(around.headers)
  }
  innermost.containers = containers.reverse()
  return innermost.containers
}

/** @returns the parts without parts of their own, in order of appearance. */
export function leavesOf(parts: readonly Part[]): Part[] {
  return allParts(parts).filter(isLeaf)
}

/** @returns whether it has no parts of its own. */
export function isLeaf({ parts }: Part): boolean {
  return parts.length === 0
}
