import { readFileSync } from 'node:fs'
import type { BenchMessage } from './message.js'

const OUTER = '----=_Part_555101_1411500001.1397500000101'
const INNER = '----=_Part_555102_1300100002.1397500000102'
const SENDER = '12025550101'
const TRANSACTION_ID = '0F2-M5550-7A1C1'

const HEADERS = {
  host: 'vasp.example',
  'user-agent': 'relay',
  connection: 'keep-alive',
  soapaction: '""',
  'x-skycore-carrier-id': '0001890',
  'content-type': `multipart/related; start="soap-start"; type="text/xml"; boundary="${OUTER}"`,
}

interface Media {
  readonly headers: readonly string[]
  /** As it is sent. */
  readonly body: Buffer
  /** As it is to come out. */
  readonly bytes: Buffer
}

const ENVELOPE = envelopeOf('fixtures/openmarket/deliver-req.http')

function envelopeOf(fixture: string): Buffer {
  const text = readFileSync(fixture, 'latin1')
  const end = '</ns1:Envelope>'
  return Buffer.from(text.slice(text.indexOf('<?xml'), text.indexOf(end) + end.length), 'latin1')
}

/** Bytes that no run of the benchmark shares a pattern with: xorshift, the same in every run. */
function noise(size: number): Buffer {
  const bytes = Buffer.alloc(size)
  let state = 0x9e3779b9
  for (let i = 0; i < size; i++) {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    bytes[i] = state & 0xff
  }
  return bytes
}

function media(type: string, id: string, bytes: Buffer, encoding = 'binary', body = bytes): Media {
  const headers = [
    `Content-Type: ${type}`,
    `Content-Transfer-Encoding: ${encoding}`,
    `Content-ID: <${id}>`,
  ]
  return { headers, body, bytes }
}

function multipart(boundary: string, parts: readonly Media[]): Buffer {
  const pieces: Buffer[] = []
  for (const { headers, body } of parts) {
    pieces.push(Buffer.from(`--${boundary}\r\n${headers.join('\r\n')}\r\n\r\n`), body)
    pieces.push(Buffer.from('\r\n'))
  }
  return Buffer.concat([...pieces, Buffer.from(`--${boundary}--\r\n`)])
}

function message(name: string, content: readonly Media[]): BenchMessage {
  const envelope = { headers: ['Content-Type: text/xml', 'Content-ID: <soap-start>'] }
  const mixed = multipart(INNER, content)
  const body = multipart(OUTER, [
    { ...envelope, body: ENVELOPE, bytes: ENVELOPE },
    media(`multipart/mixed; boundary="${INNER}"`, 'default.cid', mixed),
  ])
  const attachments = content.map(({ bytes }) => bytes)
  const expected = { transactionId: TRANSACTION_ID, sender: SENDER, attachments }
  return { name, headers: { ...HEADERS, 'content-length': `${body.length}` }, body, expected }
}

/** A picture in a multipart/mixed, `size` bytes in all. */
function picture(name: string, size: number): BenchMessage {
  const frame = message(name, [media('image/jpeg', '0', Buffer.alloc(0))]).body.length
  return message(name, [media('image/jpeg', '0', noise(size - frame))])
}

function base64Picture(name: string, size: number): BenchMessage {
  const bytes = noise(Math.floor((size / 78) * 57))
  const lines = bytes.toString('base64').match(/.{1,76}/g) ?? []
  const body = Buffer.from(lines.join('\r\n'), 'latin1')
  return message(name, [media('image/jpeg', '0', bytes, 'base64', body)])
}

function slides(name: string): BenchMessage {
  const regions = '<par dur="5s"><img src="cid:0" region="Image"/></par>'.repeat(20)
  const smil = Buffer.from(`<smil><body>${regions}</body></smil>`)
  const pictures = Array.from({ length: 20 }, (_, i) => media('image/jpeg', `${i}`, noise(12_000)))
  return message(name, [media('application/smil', 'smil', smil), ...pictures])
}

/** The document's own printed example, errors and all; `name` is of a file in fixtures/skycore. */
function printed(name: string, fixture: string): BenchMessage {
  const http = readFileSync(`fixtures/skycore/${fixture}.http`)
  const start = http.indexOf('\r\n\r\n') + 4
  const head = http.toString('latin1', 0, start).replace(/\r\n[ \t]+/g, ' ')
  const fields = [...head.matchAll(/^([\w-]+):\s*(.*?)\s*$/gm)]
  const headers = Object.fromEntries(
    fields.map(([, key = '', value = '']) => [key.toLowerCase(), value]),
  )
  const attachments = ['<Binary contents>', 'Test MO message!'].map((text) =>
    Buffer.from(`${text}\r\n`),
  )
  const expected = { transactionId: '1000001', sender: '1617423433', attachments }
  return { name, headers, body: http.subarray(start), expected }
}

const KB = 1024

export const SIZED: readonly BenchMessage[] = [
  picture('2 KB', 2 * KB),
  picture('30 KB', 30 * KB),
  picture('300 KB', 300 * KB),
  picture('3 MB', 3 * KB * KB),
]

export const OTHERS: readonly BenchMessage[] = [
  message('text only', [media('text/plain; charset=utf-8', '1', Buffer.from('Café at noon?'))]),
  base64Picture('300 KB base64', 300 * KB),
  base64Picture('3 MB base64', 3 * KB * KB),
  slides('SMIL, 20 media'),
]

/** No baseline can read the first; the second is the same, put right. */
export const PRINTED: readonly [BenchMessage, BenchMessage] = [
  printed('printed example', 'deliver-req.crlf'),
  printed('printed example, put right', 'deliver-req-put-right'),
]
