import {
  type BuildOptions,
  buildDeliverReq,
  type DeliverReqInput,
} from '../../src/testing/index.js'

/** A request as it went over the wire. */
export function captureOf(input: DeliverReqInput, options?: BuildOptions): Uint8Array {
  const { headers, body } = buildDeliverReq(input, options)
  const fields = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`)
  return Buffer.concat([Buffer.from(`POST /mm7 HTTP/1.1\r\n${fields.join('')}\r\n`), body])
}
