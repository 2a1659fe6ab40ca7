import { createHash } from 'node:crypto'
import { connect } from 'node:net'
import { buildDeliverReq } from '../../src/testing/index.js'

/** What a request comes to. */
export interface Result {
  readonly status: number
  readonly allow?: string | undefined
  readonly text: string
}

/** A framework that serves, or a function that takes events. */
export interface Served {
  post(method: string, headers: Record<string, string>, body: Uint8Array): Promise<Result>
  /** Where it listens, if it does. */
  readonly port?: number
  /** The status that a folded header gets; 200 if not said. */
  readonly folded?: number
  /** In a cloud, what is in front of it reads HTTP first: it gets nothing that is not well-formed. */
  readonly isFronted?: boolean
  /** The digest of what was kept of a message, where its answer does not tell it. */
  readonly digestOf?: (transactionId: string) => string | undefined
  readonly stop: () => void
}

/** Bytes of every value, which no text survives. */
function picture(size: number): Uint8Array {
  return Uint8Array.from({ length: size }, (_, i) => (i * 7 + (i >> 8)) & 0xff)
}

/** @returns what is not as the page says */
export async function checkRow(served: Served): Promise<string[]> {
  const problems: string[] = []
  const expect = (what: string, is: unknown, shouldBe: unknown) => {
    if (is !== shouldBe) problems.push(`${what}: ${String(is)}, not ${String(shouldBe)}`)
  }
  const code = ({ text }: Result) => /<StatusCode>(\d+)</.exec(text)?.[1]
  for (const size of [70_000, 1_000_000]) {
    const bytes = picture(size)
    const attachments = [{ bytes, mediaType: 'image/jpeg', transferEncoding: 'binary' as const }]
    const { headers, body } = buildDeliverReq({ transactionId: `tx-${size}`, attachments })
    const result = await served.post('POST', headers, body)
    expect(`HTTP status of ${size} bytes`, result.status, 200)
    expect(`verdict on ${size} bytes`, code(result), '1000')
    // The receiver that the check puts in place of the page's says what it has got.
    const told = served.digestOf?.(`tx-${size}`) ?? /<Details>(\w+)</.exec(result.text)?.[1]
    expect(`digest of ${size} bytes`, told, createHash('sha256').update(bytes).digest('hex'))
  }
  const xml = { 'content-type': 'text/xml' }
  const hostile = await served.post('POST', xml, Buffer.from('<!DOCTYPE a [<!ENTITY b "c">]><a/>'))
  expect('HTTP status of a hostile one', hostile.status, 200)
  expect('verdict on a hostile one', code(hostile), '4004')
  const empty = await served.post('POST', xml, new Uint8Array(0))
  expect('HTTP status of an empty one', empty.status, 200)
  expect('verdict on an empty one', code(empty), '2007')
  const large = await served.post('POST', xml, Buffer.alloc(6_000_000, 0x61))
  expect('HTTP status of 6 MB', large.status, 413)
  const get = await served.post('GET', {}, new Uint8Array(0))
  expect('HTTP status of GET', get.status, 405)
  expect('Allow', get.allow, 'POST')
  const type = headersOf('unlike').headers['content-type'] ?? ''
  if (served.port === undefined) {
    const { body } = headersOf('unlike')
    const unlike = await served.post('POST', { 'content-type': type, 'content-length': '5' }, body)
    expect('HTTP status of another Content-Length', unlike.status, 503)
    return problems
  }
  const { port, folded = 200 } = served
  if (served.isFronted !== true) {
    const foldedType = type.replaceAll('; ', ';\r\n        ')
    expect('HTTP status of a folded header', statusIn(await postRaw(port, foldedType)), folded)
    // All but the last delimiter is a message, and what is left over no request.
    const short = await postRaw(port, type, { length: -20 })
    expect('verdict on too small a Content-Length', code({ status: 200, text: short }), '1000')
  }
  await postRaw(port, type, { bytes: 300 })
  expect('HTTP status after one that was cut', statusIn(await postRaw(port, type)), 200)
  return problems
}

const headersOf = (transactionId: string) =>
  buildDeliverReq({ transactionId, attachments: [{ text: 'a' }] })

const statusIn = (answer: string) => Number(/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1] ?? 0)

/**
 * Posts a message over a socket.
 *
 * @param type its Content-Type, in which a line may be folded
 * @param odd by how much its Content-Length is too large; how many bytes of it are sent until a reset
 * @returns what comes back
 */
function postRaw(
  port: number,
  type: string,
  odd: { readonly length?: number; readonly bytes?: number } = {},
): Promise<string> {
  const body = Buffer.from(headersOf('raw').body)
  const length = body.length + (odd.length ?? 0)
  const head = `POST /mm7 HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nContent-Type: ${type}\r\nContent-Length: ${length}\r\n\r\n`
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.write(Buffer.concat([Buffer.from(head), body.subarray(0, odd.bytes)]))
      if (odd.bytes !== undefined) setTimeout(() => socket.resetAndDestroy(), 200)
    })
    let answer = ''
    socket.on('data', (bytes) => {
      answer += bytes.toString('latin1')
      // A status without a body, or a body to its end.
      if (/^HTTP\/1\.1 (?!200)|Envelope>/.test(answer)) socket.destroy()
    })
    socket.on('error', reject)
    socket.on('close', () => resolve(answer))
  })
}
