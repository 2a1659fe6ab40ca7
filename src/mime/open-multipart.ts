import { quote, type Report, warn } from '../report.js'
import type { OpenPart, Part } from './part.js'

/** A multipart whose parts are being read. */
export interface OpenMultipart {
  /** The multipart itself; the outermost one is the request, and no part. */
  readonly part: OpenPart | undefined
  readonly parts: Part[]
  /** Where its headers start: after the delimiter's line. */
  readonly start: number
  readonly bodyStart: number
  /** Where its last delimiter was. What follows is epilogue, unless another delimiter is in it. */
  closedAt: number | undefined
  /** A part came after the last delimiter, which has been reported. */
  isPremature: boolean
}

/** @returns a multipart of which nothing is read yet but its headers */
export function openMultipart(
  part: OpenPart | undefined,
  parts: Part[],
  start: number,
  bodyStart: number,
): OpenMultipart {
  return { part, parts, start, bodyStart, closedAt: undefined, isPremature: false }
}

/** Takes one more part, and reports it if the last delimiter came before it. */
export function addPart(
  multipart: OpenMultipart,
  part: Part,
  boundary: string,
  report: Report,
): void {
  multipart.parts.push(part)
  if (multipart.closedAt === undefined || multipart.isPremature) return
  const what = `The last delimiter of the multipart with the boundary ${quote(boundary)} comes before its last part; read on.`
  warn(report, 'delimiter-premature', what, { offset: multipart.closedAt })
  multipart.isPremature = true
}

/** Gives it its body, and reports what it lacks: the last delimiter, or any part. */
export function endMultipart(
  multipart: OpenMultipart,
  boundary: string,
  bytes: Uint8Array,
  bodyEnd: number,
  report: Report,
): void {
  setBody(multipart, bytes, bodyEnd)
  if (multipart.closedAt === undefined) {
    const what = `The multipart with the boundary ${quote(boundary)} ends without its last delimiter: it may have been cut short.`
    warn(report, 'delimiter-not-closed', what, { offset: bodyEnd })
  }
  if (multipart.parts.length === 0) {
    const what = 'A multipart without parts; kept as one part.'
    warn(report, 'multipart-empty', what, { offset: multipart.bodyStart })
  }
}

/** Gives it its body; the outermost one has that of the request. */
export function setBody(
  { part, bodyStart }: OpenMultipart,
  bytes: Uint8Array,
  bodyEnd: number,
): void {
  if (part !== undefined) part.body = bytes.subarray(bodyStart, bodyEnd)
}
