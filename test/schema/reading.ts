import { Mm7Error, type Mm7Message, parseMm7Request } from '../../src/index.js'
import type { Warning } from '../../src/warnings.js'
import { type Doc, valuesOf } from './documents.js'

const utf8 = new TextEncoder()

/** Packs an envelope as it is sent: with the part that its Content names, if it has one. */
export function pack(xml: string, operation: Doc): { headers: object; body: Uint8Array } {
  const href = operation.children.find(({ name }) => name === 'Content')?.attributes
  const named = href?.find(({ name }) => name === 'href')?.text
  if (named === undefined) {
    return { headers: { 'content-type': 'text/xml' }, body: utf8.encode(xml) }
  }
  const isCid = named.startsWith('cid:')
  const name = isCid ? `Content-ID: <${named.slice(4)}>` : `Content-Location: ${named}`
  const body = [
    '--b\r\nContent-Type: text/xml; charset=utf-8\r\nContent-ID: <e>\r\n\r\n',
    xml,
    `\r\n--b\r\nContent-Type: text/plain\r\n${name}\r\n\r\nHello\r\n--b--\r\n`,
  ]
  const type = 'multipart/related; type="text/xml"; start="<e>"; boundary=b'
  return { headers: { 'content-type': type }, body: utf8.encode(body.join('')) }
}

/** What reading gives: a message and what it warns of, or why there is none. */
export interface Reading {
  readonly message: Mm7Message | undefined
  readonly reported: readonly Pick<Warning, 'code' | 'message' | 'path'>[]
}

export function read(xml: string, operation: Doc): Reading {
  try {
    const message = parseMm7Request(pack(xml, operation) as never)
    return { message, reported: message.warnings }
  } catch (error) {
    if (!(error instanceof Mm7Error)) throw error
    const { code, message, path } = error
    const place = path === undefined ? {} : { path }
    return {
      message: undefined,
      reported: [
        { code: code as Warning['code'], message, ...place },
        ...(error.partial.warnings ?? []),
      ],
    }
  }
}

/** @returns the values of a document that no property and no extension of a message has */
export function lostIn(message: Mm7Message, operation: Doc): string[] {
  const { warnings: _, ...rest } = message
  const left = new Map<string, number>()
  for (const leaf of leavesOf(rest).map(meaningOf)) left.set(leaf, (left.get(leaf) ?? 0) + 1)
  return valuesOf(operation)
    .map(({ text }) => meaningOf(text))
    .filter((text) => {
      const count = left.get(text) ?? 0
      left.set(text, count - 1)
      return count <= 0
    })
}

/** What a value says, the same for every way to write it: what is kept as an extension is as sent. */
function meaningOf(text: string): string {
  if (text === 'true') return '1'
  if (text === 'false') return '0'
  return /^\+?\d+$/.test(text) ? String(Number(text)) : text
}

function leavesOf(value: unknown): string[] {
  // What is kept as sent has the white space that was around it.
  if (typeof value === 'string') return [value.replace(/^[\t\n\r ]+|[\t\n\r ]+$/g, '')]
  if (typeof value === 'number' || typeof value === 'boolean') return [String(value)]
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return []
  if (value instanceof Date) return []
  return Object.values(value).flatMap(leavesOf)
}
