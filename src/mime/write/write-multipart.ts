import { CR, concatenate } from '../bytes.js'
import { encodeBody } from './encode-body.js'
import { formatHeaderLine, formatHeaderValue } from './header-value.js'
import type { PartNode } from './part-node.js'

const CRLF = '\r\n'
const TRANSFER_ENCODING = 'content-transfer-encoding'
const PREAMBLE = 'This is a message in MIME format.'

const utf8 = new TextEncoder()

/** How parts are written. */
export interface WriteOptions {
  readonly lineEnd: string
  readonly foldHeaders: boolean
  readonly preamble: boolean
}

/** A part whose body is encoded. */
interface Encoded {
  readonly node: PartNode
  /** The body of a leaf. */
  readonly body: Uint8Array
  readonly parts: readonly Encoded[]
}

/**
 * Writes a multipart (RFC 2046 §5.1). Its boundary, and those of multiparts in it, occur nowhere in
 * what the parts hold; they are noted in the nodes.
 *
 * @returns its body
 */
export function writeMultipart(root: PartNode, options: WriteOptions): Uint8Array<ArrayBuffer> {
  const encoded = encode(root, options.lineEnd)
  const stem = unusedStem(leafBodies(encoded))
  let count = 0
  const name = ({ node, parts }: Encoded): void => {
    if (node.parts !== undefined) node.boundary ??= `${stem}${count++}`
    for (const part of parts) name(part)
  }
  name(encoded)
  const chunks = multipartChunks(encoded, options)
  const { lineEnd, preamble } = options
  return join(preamble ? [PREAMBLE + lineEnd, ...chunks, lineEnd + PREAMBLE] : chunks)
}

function encode(node: PartNode, lineEnd: string): Encoded {
  if (node.parts !== undefined) {
    return { node, body: node.bytes, parts: node.parts.map((part) => encode(part, lineEnd)) }
  }
  const encoding = headerOf(node, TRANSFER_ENCODING) ?? ''
  const body = encodeBody(node.bytes, encoding, lineEnd)
  return { node, body, parts: [] }
}

function leafBodies({ node, body, parts }: Encoded): Uint8Array[] {
  return node.parts === undefined ? [body] : parts.flatMap(leafBodies)
}

/** @returns what boundaries start with, such that no delimiter of theirs is in any of the bodies. */
function unusedStem(bodies: readonly Uint8Array[]): string {
  for (let n = 0; ; n++) {
    const stem = `=_mm7_${n}_`
    const delimiter = utf8.encode(`--${stem}`)
    if (!bodies.some((body) => includes(body, delimiter))) return stem
  }
}

function includes(bytes: Uint8Array, pattern: Uint8Array): boolean {
  const [first = 0] = pattern
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1)) {
    if (pattern.every((byte, i) => bytes[at + i] === byte)) return true
  }
  return false
}

type Chunk = string | Uint8Array

function multipartChunks({ node, parts }: Encoded, options: WriteOptions): Chunk[] {
  const { lineEnd } = options
  const delimiter = `--${node.boundary}`
  const chunks: Chunk[] = []
  let isFirst = true
  let last: Uint8Array | undefined
  const separator = (): string => {
    // A CR before a bare LF would be taken for its half of the line end.
    if (isFirst) return ''
    return last?.at(-1) === CR ? CRLF : lineEnd
  }
  for (const part of parts) {
    const { node: child, body } = part
    chunks.push(`${separator()}${delimiter}${lineEnd}`, ...headerLines(child, options), lineEnd)
    const bodyChunks = child.parts === undefined ? [body] : containerBody(part, options)
    chunks.push(...bodyChunks)
    last = child.parts === undefined ? body : undefined
    isFirst = false
  }
  return [...chunks, `${separator()}${delimiter}--`]
}

/** A multipart that is itself encoded, against RFC 2045 §6.4, has to be written first. */
function containerBody(part: Encoded, options: WriteOptions): Chunk[] {
  const chunks = multipartChunks(part, options)
  const encoding = headerOf(part.node, TRANSFER_ENCODING)
  if (encoding === undefined) return chunks
  return [encodeBody(join(chunks), encoding, options.lineEnd)]
}

function headerLines(node: PartNode, { lineEnd, foldHeaders }: WriteOptions): string[] {
  return node.headers.map(([name, value]) => {
    const isType = name === 'content-type' && node.boundary !== undefined
    const parameters = { ...node.parameters, boundary: node.boundary ?? '' }
    const line = formatHeaderLine(name, isType ? formatHeaderValue(value, parameters) : value)
    return (foldHeaders ? line.replaceAll('; ', `;${lineEnd} `) : line) + lineEnd
  })
}

function headerOf(node: PartNode, name: string): string | undefined {
  return node.headers.find(([key]) => key === name)?.[1]
}

function join(chunks: readonly Chunk[]): Uint8Array<ArrayBuffer> {
  return concatenate(
    chunks.map((chunk) => (typeof chunk === 'string' ? utf8.encode(chunk) : chunk)),
  )
}
