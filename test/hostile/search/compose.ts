import { DEFAULT_LIMITS, type Mm7Request } from '../../../src/index.js'
import { deliverReq } from '../dimensions/message.js'
import { envelopes } from './envelope-ingredients.js'
import { bodies, heads, type Ingredient } from './ingredients.js'

/** What a message is made of, by name; what is left out is left plain. */
export interface Recipe {
  readonly head?: string
  readonly body?: string
  readonly envelope?: string
}

/** How much of what the limits allow is used: 1 is all of it. */
export interface Size {
  readonly envelope: number
  readonly parts: number
  readonly body: number
}

export const FULL: Size = { envelope: 1, parts: 1, body: 1 }

/** What every message of the search is. */
export const CONTENT_TYPE = 'multipart/related; type="text/xml"; boundary=b'

/** Below each limit: for what is around what fills it. */
const MARGIN = 1024

/** @returns the ingredient's units, up to so many bytes, as they are sent: a character each. */
export function fill(
  { unit, start = '', end = '', most }: Ingredient,
  bytes: number,
  sizeOf: (text: string) => number = byteLength,
): string {
  const room = bytes - sizeOf(start + end)
  const units: string[] = []
  let used = 0
  for (let i = 0; i < (most ?? Number.POSITIVE_INFINITY); i++) {
    const text = unit(i)
    used += sizeOf(text)
    if (used > room) break
    units.push(text)
  }
  return start + units.join('') + end
}

/** What is beyond Latin-1 is sent as UTF-8, what is in it as the byte. */
function encode(text: string): Buffer<ArrayBuffer> {
  return Buffer.from(text, /[^\0-\xff]/.test(text) ? 'utf8' : 'latin1')
}

function byteLength(text: string): number {
  return /[^\0-\xff]/.test(text) ? Buffer.byteLength(text) : text.length
}

/** @returns the largest message of these ingredients within the default limits, or a part of it. */
export function compose({ head, body, envelope }: Recipe, size: Size = FULL): Mm7Request {
  const limits = DEFAULT_LIMITS
  const soapRoom = Math.floor((limits.soapBytes - MARGIN) * size.envelope)
  const children =
    envelope === undefined
      ? ''
      : fill(envelopes[envelope] as Ingredient, soapRoom, (text) => Buffer.byteLength(text))
  const root = `--b\r\nContent-Type: text/xml\r\n\r\n`
  const chunks = [Buffer.from(root), Buffer.from(deliverReq(children)), Buffer.from('\r\n')]
  if (head !== undefined) {
    const headers = encode(fill(heads[head] as Ingredient, limits.headerBytes - MARGIN))
    const part = Buffer.concat([Buffer.from('--b\r\n'), headers, Buffer.from('\r\nx\r\n')])
    const most = Math.min(limits.parts - 2, (limits.allHeaderBytes - MARGIN) / headers.length)
    for (let i = Math.floor(most * size.parts); i > 0; i--) chunks.push(part)
  }
  if (body !== undefined) {
    const used = chunks.reduce((sum, chunk) => sum + chunk.length, 0)
    const room = Math.floor((limits.bodyBytes - MARGIN) * size.body) - used
    chunks.push(Buffer.from('--b\r\n'), encode(repeat(bodies[body] as Ingredient, room)))
  }
  return {
    headers: { 'content-type': CONTENT_TYPE },
    body: Buffer.concat([...chunks, Buffer.from('\r\n--b--\r\n')]),
  }
}

/** A body's units are equal: millions of them are made at once. */
function repeat({ unit, start = '' }: Ingredient, bytes: number): string {
  const text = unit(0)
  return start + text.repeat(Math.max(0, Math.floor((bytes - start.length) / text.length)))
}
