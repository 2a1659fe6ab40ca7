import { DEFAULT_LIMITS, type Limits } from '../../src/limits.js'
import { readHeaderBlock } from '../../src/mime/header-block.js'
import { splitMultipart } from '../../src/mime/multipart.js'
import type { Part } from '../../src/mime/part.js'
import { createReport, type Report } from '../../src/report.js'

/** @returns the characters of `text` as bytes, in the middle of a larger memory. */
export function bytesOf(text: string): Uint8Array {
  const memory = new Uint8Array(text.length + 8).fill(0x2d)
  memory.set(Buffer.from(text, 'latin1'), 3)
  return memory.subarray(3, 3 + text.length)
}

/** @returns the bytes as characters. */
export function textOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('latin1')
}

/** @returns the codes of what was told, a failure last. */
export function codesOf(report: Report): string[] {
  const codes: string[] = report.warnings.map(({ code }) => code)
  return report.failure === undefined ? codes : [...codes, report.failure.code]
}

/** The Content-Type of a multipart in another. */
export const INNER = 'Content-Type: multipart/mixed; boundary=i'

/** A part as a test writes it down: its body, or the parts of a multipart. */
export type Tree = string | Tree[]

/** @returns the bodies of the leaves, in lists as the multiparts are in one another. */
export function treeOf(parts: readonly Part[]): Tree[] {
  return parts.map((part) => (part.parts.length > 0 ? treeOf(part.parts) : textOf(part.body)))
}

/** What came of splitting a body by the boundary `b`. */
export interface Split {
  readonly parts: readonly Part[]
  readonly tree: Tree[]
  readonly codes: string[]
  readonly report: Report
}

/** Splits the lines of a body, joined by CRLF, by the boundary `b`. */
export function split(lines: readonly string[], limits?: Partial<Limits>, boundary = 'b'): Split {
  return splitText(lines.join('\r\n'), limits, boundary)
}

/** Splits a body by the boundary `b`. */
export function splitText(text: string, limits?: Partial<Limits>, boundary = 'b'): Split {
  const report = createReport()
  const parts = splitMultipart(bytesOf(text), boundary, { ...DEFAULT_LIMITS, ...limits }, report)
  return { parts, tree: treeOf(parts), codes: codesOf(report), report }
}

/** What came of reading the headers of a part. */
export interface Block {
  readonly headers: Record<string, readonly string[]>
  /** What comes after them. */
  readonly body: string
  readonly codes: string[]
  readonly report: Report
}

/** Reads the headers of a part that ends at a line `--b`, or with the text. */
export function readBlock(text: string, limits?: Partial<Limits>): Block {
  const bytes = bytesOf(text)
  const report = createReport()
  const isDelimiter = (at: number) => /^--b\r?(?:\n|$)/.test(textOf(bytes.subarray(at, at + 5)))
  const source = { bytes, isDelimiter, looked: 0 }
  const block = readHeaderBlock(source, 0, { ...DEFAULT_LIMITS, ...limits }, report)
  return {
    headers: Object.fromEntries(block.headers),
    body: textOf(bytes.subarray(block.bodyStart)),
    codes: codesOf(report),
    report,
  }
}
