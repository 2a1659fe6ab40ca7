import { describe, expect, it } from 'vitest'
import { Mm7Error, splitMultipartRelated } from '../../src/index.js'
import type { Warning } from '../../src/warnings.js'
import { captureFiles } from '../conformance/capture-files.js'
import { readHttpMessage } from '../support/http-message.js'

interface Outcome {
  readonly warnings?: readonly Warning[]
  readonly partial?: { readonly warnings?: readonly Warning[] }
}

/** What splitting reports, be there parts or not. */
function reportedOf(split: () => { readonly warnings: readonly Warning[] }): readonly Warning[] {
  try {
    return split().warnings
  } catch (error) {
    if (error instanceof Mm7Error) return error.partial.warnings ?? []
    throw error
  }
}

const captures = captureFiles().flatMap(({ name, bytes, expected }) => {
  const { startLine, headers, body } = readHttpMessage(bytes)
  const outcome = (expected?.message ?? expected?.error) as Outcome | undefined
  if (startLine.startsWith('HTTP/') || outcome === undefined) return []
  const { limits } = expected?.options ?? {}
  const found = reportedOf(() => splitMultipartRelated({ headers, body }, limits && { limits }))
  return { name, found, wanted: outcome.warnings ?? outcome.partial?.warnings ?? [] }
})

/** What XML and MM7 report, too: an encoded word, a charset, characters. */
const SHARED: ReadonlySet<string> = new Set([
  'encoded-word',
  'charset-unknown',
  'character-forbidden',
  'media-decoded',
  'warnings-omitted',
])
const codes = new Set(captures.flatMap(({ found }) => found.map(({ code }) => code)))

describe('what splitting reports of a capture is what reading reports of its packing', () => {
  it.each(captures)('$name', ({ found, wanted }) => {
    const packing = wanted.filter(({ code, path, offset }) => {
      // Who looks for the presentation reads the start of a multipart within, too.
      const isWithin = path === 'start' && offset !== undefined
      return codes.has(code) && !SHARED.has(code) && !isWithin
    })
    expect(found.filter(({ code }) => !SHARED.has(code))).toEqual(packing)
  })

  it('is most that MIME can deviate in', () => {
    expect(codes.size).toBeGreaterThan(25)
  })
})
