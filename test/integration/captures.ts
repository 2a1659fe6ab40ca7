import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** An HTTP message of `fixtures/`, its header lines unfolded. */
export interface Capture {
  readonly name: string
  readonly startLine: string
  readonly headers: [name: string, value: string][]
  readonly body: Buffer
}

/** The repository. */
export const root: string = join(import.meta.dirname, '../..')
export const fixtures: string = join(root, 'fixtures')

/** What the client that posts a capture writes itself. */
const HOP_BY_HOP = /^(host|content-length|connection|expect|transfer-encoding)$/i

/** @param name a file of `fixtures/` */
export function readCapture(name: string): Capture {
  const bytes = readFileSync(join(fixtures, name))
  const text = bytes.toString('latin1')
  const blank = /\r?\n\r?\n/.exec(text)
  if (blank === null) throw new Error(`${name} has no blank line after its headers.`)
  const head = text.slice(0, blank.index).replace(/[ \t]*\r?\n[ \t]+/g, ' ')
  const [startLine = '', ...lines] = head.split(/\r?\n/)
  const headers = lines.map((line): [string, string] => {
    const colon = line.indexOf(':')
    return [line.slice(0, colon), line.slice(colon + 1).trim()]
  })
  return { name, startLine, headers, body: bytes.subarray(blank.index + blank[0].length) }
}

/** Every request of `fixtures/`. */
export function allCaptures(): Capture[] {
  return readdirSync(fixtures, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.http'))
    .sort()
    .map(readCapture)
    .filter(({ startLine }) => !startLine.startsWith('HTTP/'))
}

/** A capture with the headers that a client can be told to send. */
export function postable(capture: Capture): Capture {
  const headers = capture.headers.filter(([name]) => !HOP_BY_HOP.test(name))
  return { ...capture, headers }
}

/** A message that nothing is wrong with, with a TransactionID of its own. */
export function goodCapture(transactionId: string): Capture {
  const capture = postable(readCapture('skycore/deliver-req-put-right.http'))
  const text = capture.body.toString('latin1')
  const body = text.replace(/(<TransactionID[^>]*>)[^<]*/, `$1${transactionId}`)
  return { ...capture, name: transactionId, body: Buffer.from(body, 'latin1') }
}
