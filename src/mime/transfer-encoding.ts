import { quote } from '../report.js'
import type { Warning } from '../warnings.js'
import { type Decoded, decodeBase64 } from './base64.js'
import type { Part } from './part.js'
import { decodeQuotedPrintable } from './quoted-printable.js'

const identity = (bytes: Uint8Array): Decoded => ({ bytes })

/** How each Content-Transfer-Encoding is undone (RFC 2045 §6). */
const DECODERS: ReadonlyMap<string, (bytes: Uint8Array) => Decoded> = new Map([
  ['', identity],
  ['7bit', identity],
  ['8bit', identity],
  ['binary', identity],
  ['base64', decodeBase64],
  ['quoted-printable', decodeQuotedPrintable],
])

/** The content of a part, and what deviates in how it is encoded. */
export interface Content {
  /** A view of the request's body, unless base64 or quoted-printable had to be undone. */
  readonly bytes: Uint8Array
  readonly deviations: readonly Warning[]
}

const NONE: readonly Warning[] = []

function encodingOf(part: Part): string {
  return (part.headers.get('content-transfer-encoding')?.[0] ?? '').trim().toLowerCase()
}

/** @returns whether the part's bytes are as they were before transfer. */
export function isIdentityEncoded(part: Part): boolean {
  return (DECODERS.get(encodingOf(part)) ?? identity) === identity
}

/** @returns what deviates in the name of the part's encoding: RFC 2045 does not know it. */
export function encodingDeviations(part: Part): readonly Warning[] {
  const encoding = encodingOf(part)
  if (DECODERS.has(encoding)) return NONE
  const message = `The transfer encoding ${quote(encoding)} is unknown; the bytes are as sent.`
  return [{ code: 'transfer-encoding-unknown', message, offset: part.offset }]
}

/** @returns the content of a leaf. */
export function decodeBody(part: Part): Content {
  const encoding = encodingOf(part)
  const decode = DECODERS.get(encoding) ?? identity
  const deviations = encodingDeviations(part)
  const { bytes, noise } = decode(part.body)
  if (noise === undefined) return { bytes, deviations }
  const done = encoding === 'base64' ? 'ignored' : 'kept'
  const message = `The part is not clean ${encoding}; what is not of it is ${done}.`
  const offset = part.offset + noise
  return { bytes, deviations: [{ code: 'transfer-encoding-noise', message, offset }] }
}
