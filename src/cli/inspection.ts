import {
  type Attachment,
  buildMm7Rsp,
  Mm7Error,
  type Mm7Message,
  type PartialMessage,
  parseMm7Request,
  type Warning,
} from '../index.js'
import { type HttpCapture, readHttpCapture } from '../testing/index.js'
import type { InspectOptions } from './arguments.js'
import { type Branch, partTree } from './part-tree.js'
import { linesOf } from './place.js'

/** Something to tell of a place in the body. */
export interface Remark extends Pick<Warning, 'message' | 'offset' | 'path'> {
  readonly code: string
  /** From 1; absent where there is no offset. */
  readonly line?: number
}

/** A capture, and what was made of it. */
export interface Inspection {
  /** As given to the command. */
  readonly path: string
  readonly capture: HttpCapture
  /** Where the body starts in the file. */
  readonly bodyStart: number
  readonly result: Mm7Message | Mm7Error
  /** What could be read. */
  readonly message: PartialMessage
  readonly attachments: readonly Attachment[]
  readonly parts: readonly Branch[]
  readonly refusal?: Remark
  /** From the start of the body to its end; those without a place in it last. */
  readonly warnings: readonly Remark[]
  /** The XML that would be sent. */
  readonly answer: string
}

/**
 * @param path what to call it
 * @param file a capture, or with `contentType` a body
 * @throws an error that says what it is, if it is no capture
 */
export function inspect(path: string, file: Uint8Array, options: InspectOptions): Inspection {
  const capture = readCapture(file, options.contentType)
  const result = parse(capture, options.isStrict)
  const message: PartialMessage = result instanceof Mm7Error ? result.partial : result
  const { attachments = [], warnings: reported = [] } = message
  const warnings = [...reported].sort((a, b) => placeOf(a) - placeOf(b))
  const failure = result instanceof Mm7Error ? [result] : []
  const lines = linesByOffset(capture.body, [...failure, ...warnings])
  const [refusal] = failure.map((error) => remarkOf(error, lines))
  return {
    path,
    capture,
    bodyStart: file.length - capture.body.length,
    result,
    message,
    attachments,
    parts: partTree(capture, attachments, refusal?.code),
    ...(refusal !== undefined && { refusal }),
    warnings: warnings.map((warning) => remarkOf(warning, lines)),
    answer: buildMm7Rsp(result),
  }
}

function readCapture(bytes: Uint8Array, contentType: string | undefined): HttpCapture {
  if (contentType !== undefined) return { headers: { 'content-type': contentType }, body: bytes }
  try {
    return readHttpCapture(bytes)
  } catch (error) {
    if (!looksLikeBody(bytes)) throw error
    const { message } = error as Error
    throw new Error(`${message} For a body without headers, add --content-type TYPE.`)
  }
}

/** @returns whether it starts as XML or as a multipart does, after a byte order mark and white space. */
function looksLikeBody(bytes: Uint8Array): boolean {
  const start = new TextDecoder().decode(bytes.subarray(0, 1024))
  return /^\s*(?:<|--)/.test(start)
}

function parse(request: HttpCapture, strict: boolean): Mm7Message | Mm7Error {
  try {
    return parseMm7Request(request, { strict })
  } catch (error) {
    if (error instanceof Mm7Error) return error
    throw error
  }
}

function placeOf({ offset }: Pick<Warning, 'offset'>): number {
  return offset ?? Number.MAX_SAFE_INTEGER
}

function linesByOffset(
  body: Uint8Array,
  places: readonly Pick<Warning, 'offset'>[],
): ReadonlyMap<number, number> {
  const all = places.flatMap(({ offset }) => (offset === undefined ? [] : [offset]))
  const offsets = [...new Set(all)].sort((a, b) => a - b)
  const lines = linesOf(body, offsets)
  return new Map(offsets.map((offset, i) => [offset, lines[i] as number]))
}

function remarkOf(
  { code, message, offset, path }: Warning | Mm7Error,
  lines: ReadonlyMap<number, number>,
): Remark {
  return {
    code,
    message,
    ...(offset !== undefined && { offset, line: lines.get(offset) as number }),
    ...(path !== undefined && path !== '' && { path }),
  }
}

/** @returns where, in words: ` at byte 12, in Sender/Number`; empty if it is not known. */
export function placeText({ offset, path }: Pick<Remark, 'offset' | 'path'>): string {
  const places = [
    ...(offset === undefined ? [] : [`at byte ${offset}`]),
    ...(path === undefined ? [] : [`in ${path}`]),
  ]
  return places.map((place, i) => `${i === 0 ? ' ' : ', '}${place}`).join('')
}

/** @returns what the offsets count from. */
export function originText({ bodyStart }: Inspection): string {
  const inFile = bodyStart === 0 ? '' : `, which is byte ${bodyStart} of the file`
  return `Bytes and lines are those of the body: byte 0 is its first${inFile}.`
}

/** @returns how long the body is, and what its Content-Length says of that. */
export function lengthText({ capture: { headers, body } }: Inspection): string {
  const found = `${body.length} bytes`
  const declared = headers['content-length']
  if (declared === undefined) return found
  if (declared === String(body.length)) return `${found}, as Content-Length says`
  return `${found}, but Content-Length says ${declared}`
}
