import { CR, LF, latin1 } from '../mime/bytes.js'
import { quote } from '../report.js'

/** An HTTP message as it went over the wire, taken apart; without its first line, if that is missing. */
export interface HttpCapture {
  /** Of a request. */
  readonly method?: string
  /** Of a request: what its first line asks for. */
  readonly target?: string
  /** Of a response. */
  readonly status?: number
  /** Names in lower case; of a field that is there twice, the values joined by a comma. */
  readonly headers: Record<string, string>
  /** A view of the capture: all after the empty line. */
  readonly body: Uint8Array
}

const REQUEST_LINE = /^([!#$%&'*+\-.^_`|~\w]+) +(\S+) +HTTP\/\d(?:\.\d)?\s*$/
const STATUS_LINE = /^HTTP\/\d(?:\.\d)? +(\d{3})(?: .*)?\s*$/
/** A first line that is a header: no `<soap:Envelope` and no delimiter is one. */
const FIRST_FIELD = /^[a-z][\w!#$%&'*+\-.^`|~]*:/i
const FIELD = /^([^\s:]+)[ \t]*:(.*)$/s
/** Fields of which Node keeps the first and drops the others, and so do we. */
const SINGLE = new Set(['content-type', 'content-length', 'host', 'authorization', 'user-agent'])

/**
 * Reads a capture: a first line, header fields, an empty line, the raw body (RFC 9112 §2.1). The head
 * may have CRLF or LF, and folded fields; the first line may be missing. The body is not touched: no
 * chunks, no compression undone.
 *
 * @param bytes a whole request or response, or the headers and the body of one
 * @returns it taken apart; hand it to `parseDeliverReq` as it is
 * @throws TypeError if it is not a capture; the message says what is wrong
 */
export function readHttpCapture(bytes: Uint8Array): HttpCapture {
  if (!ArrayBuffer.isView(bytes)) {
    throw new TypeError(
      'Pass the bytes of a capture: what readFileSync(path) returns, without an encoding.',
    )
  }
  if (bytes.length === 0) throw new TypeError('No HTTP capture: there is nothing in it.')
  const first = firstLine(bytes)
  const request = REQUEST_LINE.exec(first)
  const response = STATUS_LINE.exec(first)
  const hasFirstLine = request !== null || response !== null
  if (!hasFirstLine && !FIRST_FIELD.test(first)) {
    throw new TypeError(
      `No HTTP capture: it starts with ${quote(first)}, not with a line such as "POST /mm7 HTTP/1.1" ` +
        'or a header.',
    )
  }
  const bodyStart = findBody(bytes)
  const lines = latin1(bytes, 0, bodyStart).split(/\r?\n/)
  return {
    ...(request !== null && { method: request[1] as string, target: request[2] as string }),
    ...(response !== null && { status: Number(response[1]) }),
    headers: Object.fromEntries(readFields(hasFirstLine ? lines.slice(1) : lines)),
    body: bytes.subarray(bodyStart),
  }
}

function firstLine(bytes: Uint8Array): string {
  const end = bytes.indexOf(LF)
  return latin1(bytes, 0, end < 0 ? bytes.length : end).replace(/\r$/, '')
}

/** @returns where the line after the first empty one starts. */
function findBody(bytes: Uint8Array): number {
  for (let at = bytes.indexOf(LF); at >= 0; at = bytes.indexOf(LF, at + 1)) {
    if (bytes[at + 1] === LF) return at + 2
    if (bytes[at + 1] === CR && bytes[at + 2] === LF) return at + 3
  }
  throw new TypeError('Not an HTTP capture: no empty line ends the headers.')
}

function readFields(lines: readonly string[]): Map<string, string> {
  const unfolded: string[] = []
  for (const line of lines) {
    const before = /^[ \t]/.test(line) ? unfolded.pop() : undefined
    if (line !== '') unfolded.push(before === undefined ? line : before + line)
  }
  const fields = new Map<string, string>()
  for (const line of unfolded) {
    const [, sent, raw = ''] = FIELD.exec(line) ?? []
    if (sent === undefined) {
      throw new TypeError(`Not an HTTP capture: the header line ${quote(line)} is not a field.`)
    }
    const name = sent.toLowerCase()
    const before = fields.get(name)
    if (before === undefined) fields.set(name, raw.trim())
    else if (!SINGLE.has(name)) fields.set(name, `${before}, ${raw.trim()}`)
  }
  return fields
}
