import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { parseDeliverReq } from '../../src/index.js'
import { type BuildOptions, buildDeliverReq, toDeliverReq } from '../../src/testing/index.js'
import { RICH } from './samples.js'

const OPTIONS: readonly BuildOptions[] = [
  {},
  { layout: 'flat' },
  { layout: 'nested', container: 'mixed' },
  { container: 'related' },
  { lineEnd: 'lf', layout: 'flat' },
  { lineEnd: 'lf', layout: 'nested', preamble: true },
  { prefixes: 'prefixed', foldHeaders: true },
  { prefixes: 'per-element', rootLast: true },
  { envelopeEncoding: 'base64' },
  { envelopeEncoding: 'quoted-printable' },
]

describe('buildDeliverReq', () => {
  it.each(OPTIONS)('builds what is read as the message it stands for, packed as %j', (options) => {
    const message = toDeliverReq(RICH, options)
    assert.deepEqual(parseDeliverReq(buildDeliverReq(RICH, options), { strict: true }), message)
    assert.deepEqual(parseDeliverReq(buildDeliverReq(message, options)), message)
  })
})
