import { isPromise } from './options.js'
import { quote, type Report, warn } from './report.js'

/** Anything that gives header fields as pairs: `Headers` of fetch, a `Map`, an array of pairs. */
export type HeaderPairs = Iterable<readonly [string, string]>
/** `Headers` of fetch where only lib.dom declares it, and not that it can be iterated. */
export interface HeaderVisitor {
  forEach(visit: (value: string, name: string) => void): void
}
/** `req.headers` of Node, Express and Fastify; names in any case. */
export type HeaderObject = Readonly<Record<string, string | readonly string[] | undefined>>

/** An HTTP request as the backend got it. A Node, Express or Fastify request with a raw body fits. */
export interface Mm7Request {
  /** The HTTP headers; Content-Type is needed, others are read if they are there. */
  readonly headers: HeaderPairs | HeaderVisitor | HeaderObject
  /** The whole body, byte for byte. */
  readonly body: Uint8Array | ArrayBuffer
}

/**
 * @param name a header field's name, in lower case
 * @returns the field's value, of several the first that is not empty, which is reported; undefined if there is
 * none
 */
export type HeaderLookup = (name: string, report: Report) => string | undefined

const HOW_TO_BODY =
  "Pass the raw bytes: express.raw({ type: () => true }) in Express, req.rawBody in Nest (rawBody: true, and app.useBodyParser('raw', { type: () => true })), a content type parser with parseAs: 'buffer' in Fastify, await rawBody(ctx.req) in Koa (package raw-body), await readRawBody(event, false) in h3, Buffer.from(event.body, 'base64') in Lambda, await request.arrayBuffer() with fetch-style requests."

/**
 * @param request what the caller passed
 * @returns its body as a plain `Uint8Array`, not copied, and a way to look its headers up
 * @throws TypeError if there are no headers, or the body is not bytes; it says what to do instead
 */
export function openRequest(request: Mm7Request): { header: HeaderLookup; body: Uint8Array } {
  if (typeof request !== 'object' || request === null) {
    throw new TypeError('Pass a request: { headers, body }, the body as bytes.')
  }
  if (isPromise(request)) throw new TypeError('The request is a promise: await it.')
  return { header: openHeaders(request.headers), body: openBody(request.body) }
}

function openHeaders(headers: unknown): HeaderLookup {
  if (typeof headers !== 'object' || headers === null) {
    throw new TypeError('Pass request.headers: a Headers, a plain object or pairs.')
  }
  if (Symbol.iterator in headers) return openPairs(headers as Iterable<unknown>)
  if (isVisitor(headers)) return openVisitor(headers)
  const names = Object.keys(headers)
  return lookUpIn(names, (i) => (headers as HeaderObject)[names[i] as string])
}

function isVisitor(headers: object): headers is HeaderVisitor {
  return 'forEach' in headers && typeof headers.forEach === 'function'
}

function openVisitor(headers: HeaderVisitor): HeaderLookup {
  const pairs: [string, string][] = []
  headers.forEach((value, name) => {
    pairs.push([name, value])
  })
  return openPairs(pairs)
}

function openPairs(pairs: Iterable<unknown>): HeaderLookup {
  const names: string[] = []
  const values: unknown[] = []
  for (const pair of pairs) {
    if (!Array.isArray(pair) || typeof pair[0] !== 'string') {
      throw new TypeError('Headers in a list must be pairs: [["content-type", "text/xml"], …].')
    }
    names.push(pair[0])
    values.push(pair[1])
  }
  return lookUpIn(names, (i) => values[i])
}

/** Two fields of a dozen are ever asked for: no table is made of them. */
function lookUpIn(names: readonly string[], valueAt: (i: number) => unknown): HeaderLookup {
  return (name, report) => {
    let first: unknown
    let all: unknown[] | undefined
    for (let i = 0; i < names.length; i++) {
      if (!isNamed(names[i] as string, name)) continue
      const value = valueAt(i)
      if (first === undefined) first = value
      else if (all === undefined) all = [first, value]
      else all.push(value)
    }
    // Nearly always there is one, or none.
    if (all === undefined && (first === undefined || typeof first === 'string')) return first
    return chooseValue((all ?? [first]).flat(), name, report)
  }
}

function chooseValue(all: readonly unknown[], name: string, report: Report): string | undefined {
  // Who puts headers together may write a Content-Length as the number that it is.
  const [number] = all.filter((value) => typeof value === 'number').map(String)
  const values = all.filter((value) => typeof value === 'string')
  const [first = number] = values
  if (values.every((value) => value === first)) return first
  const what = `The request has ${name} more than once; the first that says something counts.`
  warn(report, 'header-repeated', what, { path: name })
  return values.find((value) => value.trim() !== '') ?? first
}

function isNamed(key: string, name: string): boolean {
  return key === name || (key.length === name.length && key.toLowerCase() === name)
}

const STRING_BODY =
  "The body is a string. If it is base64, as in an event of AWS Lambda with isBase64Encoded, pass Buffer.from(body, 'base64'). If not, its binary parts are lost already, whatever charset it was read in: do not encode it again, but have it handed over as bytes (at API Gateway, list */* among the binaryMediaTypes)."

function openBody(body: unknown): Uint8Array {
  // Not instanceof: test runners run code in realms of their own, and theirs is another Uint8Array.
  if (ArrayBuffer.isView(body)) {
    // A Buffer's slice is not a Uint8Array's: what callers get is the same everywhere.
    return new Uint8Array(body.buffer, body.byteOffset, body.byteLength)
  }
  if (Object.prototype.toString.call(body) === '[object ArrayBuffer]') {
    return new Uint8Array(body as ArrayBuffer)
  }
  throw new TypeError(`${describe(body)} ${HOW_TO_BODY}`)
}

function describe(body: unknown): string {
  if (body === undefined || body === null) return 'The request has no body.'
  if (typeof body === 'string') return STRING_BODY
  if (typeof body !== 'object') return `The body is of type ${typeof body}.`
  const { getReader, pipe, arrayBuffer } = body as Readonly<Record<string, unknown>>
  if (isPromise(body)) return 'The body is a promise: await it.'
  if (typeof arrayBuffer === 'function') return 'The body is a Blob: await its arrayBuffer().'
  const isStream = typeof (getReader ?? pipe) === 'function' || Symbol.asyncIterator in body
  if (isStream) return 'The body is a stream.'
  if (Object.prototype.toString.call(body) === '[object SharedArrayBuffer]') {
    return 'The body is a SharedArrayBuffer: pass new Uint8Array(body).'
  }
  return 'The body is an object: something has parsed it already.'
}

/** Content-Length of RFC 9110 §8.6. */
const LENGTH = /^\s*\d+\s*$/

/** One that has a body inflated before it is read (IANA's HTTP Content Coding Registry). */
const COMPRESSED = /\b(?:gzip|deflate|br|zstd|dcb|dcz|compress|exi|pack200-gzip)\b/

/**
 * Reports a Content-Length that is not the body's: it was cut, or decoded as text and encoded again, on
 * its way here. A body that came compressed has been inflated since, and is longer.
 */
export function checkLength(header: HeaderLookup, body: Uint8Array, report: Report): void {
  const sent = header('content-length', report)?.trim()
  if (sent === undefined || sent === String(body.length)) return
  if (COMPRESSED.test(header('content-encoding', report)?.toLowerCase() ?? '')) return
  // §5.3: the same, more than once.
  const lengths = sent.split(',')
  if (lengths.every((one) => LENGTH.test(one) && Number(one) === body.length)) return
  const what = `The Content-Length is ${quote(sent)}, the body has ${body.length} bytes: it may have been cut, or decoded as text, on its way.`
  warn(report, 'content-length-mismatch', what, { path: 'content-length' })
}
