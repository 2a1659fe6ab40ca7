import { describe, expect, it } from 'vitest'
import { openMessage } from '../../src/parse.js'
import type { Warning } from '../../src/warnings.js'
import { captureFiles } from '../conformance/capture-files.js'
import { readHttpMessage } from '../support/http-message.js'

interface Outcome {
  readonly warnings?: readonly Warning[]
  readonly partial?: { readonly warnings?: readonly Warning[] }
}

const captures = captureFiles().flatMap(({ name, bytes, expected }) => {
  const { startLine, headers, body } = readHttpMessage(bytes)
  const outcome = (expected?.message ?? expected?.error) as Outcome | undefined
  if (startLine.startsWith('HTTP/') || outcome === undefined) return []
  const { report, envelope } = openMessage({ headers, body }, expected?.options ?? {})
  envelope?.places.settle()
  // How many were left out is reported at the end, of the whole message.
  const found = report.warnings.filter(({ code }) => code !== 'warnings-omitted')
  return { name, found, wanted: outcome.warnings ?? outcome.partial?.warnings ?? [] }
})

/** The codes of what is reported before an operation is looked at, and never after. */
const OWN: ReadonlySet<string> = new Set(
  captures
    .flatMap(({ found }) => found.map(({ code }) => code))
    .filter((code) =>
      /^(?:xml|charset-[ci]|ampersand|(?:less|greater)-than|quote|end-tag)/.test(code),
    ),
)

describe('what is reported of an envelope without its operation is what reading reports', () => {
  it.each(captures)('$name', ({ found, wanted }) => {
    expect(wanted).toEqual(expect.arrayContaining([...found]))
    const own = ({ code }: Warning) => OWN.has(code)
    expect(found.filter(own)).toEqual(wanted.filter(own))
  })

  it('is much', () => {
    expect(OWN.size).toBeGreaterThan(7)
  })
})
