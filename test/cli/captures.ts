import type { BuildOptions, DeliverReqInput } from '../../src/testing/index.js'
import { buildDeviating, type DeviationName } from '../deviations/table.js'

/** How a capture is wrong, besides how it is packed. */
export interface CaptureOptions extends Omit<BuildOptions, 'deviations'> {
  readonly deviations?: readonly DeviationName[]
}

/** A request as it went over the wire. */
export function captureOf(input: DeliverReqInput, options: CaptureOptions = {}): Uint8Array {
  const { headers, body } = buildDeviating(input, { deviations: [], ...options })
  const fields = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`)
  return Buffer.concat([Buffer.from(`POST /mm7 HTTP/1.1\r\n${fields.join('')}\r\n`), body])
}
