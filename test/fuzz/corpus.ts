import { captureFiles } from '../conformance/capture-files.js'
import { readHttpMessage } from '../support/http-message.js'

/** A request as a fuzzer sees it: few headers, the body in memory of its own. */
export interface FuzzMessage {
  readonly headers: readonly (readonly [name: string, value: string])[]
  readonly body: Uint8Array
}

/** The headers that are read at all. */
const READ = /^(?:content-type|x-skycore-carrier-id)$/i

/** @returns every capture that there is, those found by earlier runs too. */
export function corpus(): FuzzMessage[] {
  return captureFiles().map(({ bytes }) => {
    const { headers, body } = readHttpMessage(bytes)
    return { headers: headers.filter(([name]) => READ.test(name)), body: Uint8Array.from(body) }
  })
}

/** @returns the message as a capture. */
export function toCapture({ headers, body }: FuzzMessage): Buffer {
  const lines = headers.map(([name, value]) => `${name}: ${value}\r\n`).join('')
  return Buffer.concat([Buffer.from(`POST / HTTP/1.1\r\n${lines}\r\n`, 'latin1'), body])
}
