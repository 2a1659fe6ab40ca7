import { quote } from '../report.js'
import { decodeBase64 } from './base64.js'
import { latin1, startsAsXml } from './bytes.js'

/** How many bytes are shown of a body that cannot be read. */
const SAMPLE = 24
/** How much is looked at to see whether all of it is in base64. */
const GLANCE = 1024
/** RFC 4648 §4, or its alphabet for URLs, in lines or not. */
const BASE64 = /^\s*(?:[\w+/-]{4}\s*){4,}[\w+/=-]*\s*$/

/** @returns what there is instead of an envelope or a multipart, and what to do about it if that is known. */
export function describeUnreadable(contentType: string, bytes: Uint8Array): string {
  const type = contentType === '' ? 'no Content-Type' : `Content-Type ${quote(contentType)}`
  const sample = quote(latin1(bytes, 0, Math.min(bytes.length, SAMPLE)))
  const found = `The body is neither XML nor a multipart: ${type}, it starts with ${sample} (${bytes.length} bytes).`
  if (isGzip(bytes)) return `${found} It is compressed (gzip): inflate it before.`
  if (isBase64(bytes)) {
    return `${found} It is base64: decode it before, as with Buffer.from(event.body, 'base64') where an event has isBase64Encoded.`
  }
  return found
}

function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b
}

/** @returns whether the bytes are base64 of what could be read, or inflated and read. */
function isBase64(bytes: Uint8Array): boolean {
  if (!BASE64.test(latin1(bytes, 0, Math.min(bytes.length, GLANCE)))) return false
  const start = decodeBase64(bytes.subarray(0, GLANCE)).bytes
  return (
    startsAsXml(start) ||
    isGzip(start) ||
    /^\s*--/.test(latin1(start, 0, Math.min(start.length, SAMPLE)))
  )
}
