import { quote, type Report, warn } from '../report.js'
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

function encodingOf(part: Part): string {
  return (part.headers.get('content-transfer-encoding')?.[0] ?? '').trim().toLowerCase()
}

/** @returns whether the part's bytes are as they were before transfer. */
export function isIdentityEncoded(part: Part): boolean {
  return (DECODERS.get(encodingOf(part)) ?? identity) === identity
}

/** Reports an encoding that RFC 2045 does not know. */
export function checkEncoding(part: Part, offset: number, report: Report): void {
  const encoding = encodingOf(part)
  if (DECODERS.has(encoding)) return
  const what = `The transfer encoding ${quote(encoding)} is unknown; the bytes are as sent.`
  warn(report, 'transfer-encoding-unknown', what, { offset })
}

/**
 * @param part a leaf
 * @param offset where its body starts in the request's body, for the warnings
 * @returns its content: a view of the body, unless base64 or quoted-printable had to be undone
 */
export function decodeBody(part: Part, offset: number, report: Report): Uint8Array {
  const encoding = encodingOf(part)
  const decode = DECODERS.get(encoding)
  if (decode === undefined) {
    checkEncoding(part, offset, report)
    return part.body
  }
  const { bytes, noise } = decode(part.body)
  if (noise !== undefined) {
    const done = encoding === 'base64' ? 'ignored' : 'kept'
    const what = `The part is not clean ${encoding}; what is not of it is ${done}.`
    warn(report, 'transfer-encoding-noise', what, { offset: offset + noise })
  }
  return bytes
}
