import { concatenate } from '../bytes.js'
import { encodeBody } from './encode-body.js'
import { formatHeaderLine, formatHeaderValue } from './header-value.js'
import type { PartNode } from './part-node.js'

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
export interface Encoded {
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
  const encoded = nameBoundaries(root, options.lineEnd)
  const chunks = multipartChunks(encoded, options)
  const { lineEnd, preamble } = options
  return join(preamble ? [PREAMBLE + lineEnd, ...chunks, lineEnd + PREAMBLE] : chunks)
}

/**
 * Notes the boundaries in the nodes. One that a node has stays, unless it cannot be used.
 *
 * @returns the parts, their bodies encoded
 */
export function nameBoundaries(root: PartNode, lineEnd: string): Encoded {
  const encoded = encode(root, lineEnd)
  const bodies = leafBodies(encoded)
  const stem = unusedStem(bodies)
  const used = new Set<string>()
  const name = ({ node, parts }: Encoded): void => {
    if (node.parts !== undefined) {
      const { boundary: given = '' } = node
      const isFree = given !== '' && !used.has(given) && isUnused(given, bodies)
      if (!isFree) node.headers = node.headers.map(withoutParameters)
      node.boundary = isFree ? given : unusedName(stem, used)
      used.add(node.boundary)
    }
    for (const part of parts) name(part)
  }
  name(encoded)
  return encoded
}

/** @returns the field; a Content-Type without its parameters, among which is the boundary. */
function withoutParameters([name, value]: [string, string]): [string, string] {
  return [name, name === 'content-type' ? value.replace(/;.*/s, '') : value]
}

function isUnused(boundary: string, bodies: readonly Uint8Array[]): boolean {
  const delimiter = utf8.encode(`--${boundary}`)
  return !bodies.some((body) => includes(body, delimiter))
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
    if (isUnused(stem, bodies)) return stem
  }
}

function unusedName(stem: string, used: ReadonlySet<string>): string {
  for (let n = used.size; ; n++) if (!used.has(`${stem}${n}`)) return `${stem}${n}`
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
  const separator = (): string => (isFirst ? '' : lineEnd)
  for (const part of parts) {
    const { node: child, body } = part
    chunks.push(`${separator()}${delimiter}${lineEnd}`, ...headerLines(child, options), lineEnd)
    const bodyChunks = child.parts === undefined ? [body] : containerBody(part, options)
    for (const chunk of bodyChunks) chunks.push(chunk)
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
  return headerFields(node).map(([name, value]) => {
    const line = formatHeaderLine(name, value)
    return (foldHeaders ? line.replaceAll('; ', `;${lineEnd} `) : line) + lineEnd
  })
}

/** @returns the header fields, the Content-Type of a multipart with its parameters. */
export function headerFields({ headers, parameters, boundary }: PartNode): PartNode['headers'] {
  if (boundary === undefined) return headers
  return headers.map(([name, value]) => {
    const isBare = name === 'content-type' && !value.includes(';')
    return [name, isBare ? formatHeaderValue(value, { ...parameters, boundary }) : value]
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
