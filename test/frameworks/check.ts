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
  /** The status that a folded header gets. */
  readonly folded?: number
  /** What a body over 5 MB gets; 413 if not said. */
  readonly overLimit?: number
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
    const digest = createHash('sha256').update(bytes).digest('hex')
    expect(`digest of ${size} bytes`, /<Details>(\w+)</.exec(result.text)?.[1], digest)
  }
  const xml = { 'content-type': 'text/xml' }
  const hostile = await served.post('POST', xml, Buffer.from('<!DOCTYPE a [<!ENTITY b "c">]><a/>'))
  expect('HTTP status of a hostile one', hostile.status, 200)
  expect('verdict on a hostile one', code(hostile), '4004')
  const empty = await served.post('POST', xml, new Uint8Array(0))
  expect('HTTP status of an empty one', empty.status, 200)
  expect('verdict on an empty one', code(empty), '2007')
  const large = await served.post('POST', xml, Buffer.alloc(6_000_000, 0x61))
  expect('HTTP status of 6 MB', large.status, served.overLimit ?? 413)
  const get = await served.post('GET', {}, new Uint8Array(0))
  expect('HTTP status of GET', get.status, 405)
  expect('Allow', get.allow, 'POST')
  if (served.folded !== undefined && served.port !== undefined) {
    expect('HTTP status of a folded header', await postFolded(served.port), served.folded)
  }
  return problems
}

/** @returns the status that a Content-Type folded over two lines gets */
function postFolded(port: number): Promise<number> {
  const { headers, body } = buildDeliverReq({
    transactionId: 'folded',
    attachments: [{ text: 'a' }],
  })
  const type = headers['content-type']?.replaceAll('; ', ';\r\n        ')
  const head = `POST /mm7 HTTP/1.1\r\nHost: a\r\nContent-Type: ${type}\r\nContent-Length: ${body.length}\r\n\r\n`
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.write(Buffer.concat([Buffer.from(head), body]))
    })
    let answer = ''
    socket.on('data', (bytes) => {
      answer += bytes.toString('latin1')
      const status = /^HTTP\/1\.1 (\d+)/.exec(answer)?.[1]
      if (status !== undefined) {
        resolve(Number(status))
        socket.destroy()
      }
    })
    socket.on('error', reject)
    socket.on('close', () => resolve(0))
  })
}
