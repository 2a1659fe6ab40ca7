import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A request as it can be posted. */
export interface Capture {
  readonly name: string
  readonly headers: [name: string, value: string][]
  readonly body: Buffer
}

export const root: string = join(import.meta.dirname, '../..')
const fixtures = join(root, 'fixtures')

/** What the client that posts a capture writes itself. */
const HOP_BY_HOP = /^(host|content-length|connection|expect|transfer-encoding)$/i

/**
 * @param name a file of `fixtures/`
 * @returns the request in it: header lines unfolded, those of the connection left out
 */
export function readCapture(name: string): Capture {
  const bytes = readFileSync(join(fixtures, name))
  const blank = /\r?\n\r?\n/.exec(bytes.toString('latin1'))
  if (blank === null) throw new Error(`${name} has no blank line after its headers.`)
  const head = bytes.toString('latin1', 0, blank.index).replace(/\r?\n[ \t]+/g, ' ')
  const headers = head
    .split(/\r?\n/)
    .map((line) => /^([^\s:]+):[ \t]*(.*?)[ \t]*$/.exec(line))
    .flatMap((match): [string, string][] => (match ? [[match[1] ?? '', match[2] ?? '']] : []))
    .filter(([field]) => !HOP_BY_HOP.test(field))
  return { name, headers, body: bytes.subarray(blank.index + blank[0].length) }
}

/** Every capture of `fixtures/`. */
export function allCaptures(): Capture[] {
  return readdirSync(fixtures, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.http'))
    .sort()
    .map((name) => readCapture(name))
}

/** A message that nothing is wrong with, with a TransactionID of its own. */
export function goodCapture(transactionId: string): Capture {
  const capture = readCapture('skycore/deliver-req-put-right.http')
  const text = capture.body.toString('latin1')
  const body = text.replace(/(<TransactionID[^>]*>)[^<]*/, `$1${transactionId}`)
  return { ...capture, name: transactionId, body: Buffer.from(body, 'latin1') }
}
