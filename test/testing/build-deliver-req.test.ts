import assert from 'node:assert/strict'
import { describe, expect, it } from 'vitest'
import { type Attachment, parseDeliverReq } from '../../src/index.js'
import { quote } from '../../src/report.js'
import { type BuildOptions, buildDeliverReq, toDeliverReq } from '../../src/testing/index.js'
import { RICH } from '../deviations/samples.js'
import { codesOf } from '../mm7/given.js'

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
    for (const input of [RICH, message]) {
      const { warnings, ...read } = parseDeliverReq(buildDeliverReq(input, options))
      assert.deepEqual({ ...read, warnings: [] }, message)
      // 3GPP's schema has one Content: more are Liberty's.
      const further = message.contents.slice(1).map(() => 'element-repeated')
      assert.deepEqual(codesOf({ warnings }), further)
    }
  })

  it.each(['a\rb', 'a\nb', 'a\0b', 'caf\u00e9', '\u6f22', '\x7f'])(
    'refuses the header value %j, which HTTP does not have',
    (carrierId) => {
      const build = () => buildDeliverReq({ carrierId }, { carrierIdHeader: 'X-Carrier' })
      expect(build).toThrow(TypeError)
      expect(build).toThrow(
        `The HTTP header X-Carrier cannot hold ${quote(carrierId)}: give a carrierId of visible ASCII`,
      )
    },
  )

  it('builds a header of what HTTP has', () => {
    const carrierId = '!a b\t~'
    const { headers } = buildDeliverReq({ carrierId }, { carrierIdHeader: 'X-Carrier' })
    expect(headers['x-carrier']).toBe(carrierId)
  })
})

describe('misuse', () => {
  it.each([
    [{ timeStamp: new Date(Number.NaN) }, 'timeStamp is an invalid Date.'],
    [
      { attachments: [{ text: 'a', name: 'a\ud800' }] },
      'The parameter name cannot hold "a\\ud800"',
    ],
    [
      { attachments: [{ bytes: new ArrayBuffer(1) }] },
      'The bytes of an attachment are a Uint8Array: give a string as its text.',
    ],
    [
      { attachments: [{ bytes: 'text' }] },
      'The bytes of an attachment are a Uint8Array: give a string as its text.',
    ],
  ])('is told what to do instead of %j', (input, message) => {
    expect(() => buildDeliverReq(input as never)).toThrow(TypeError)
    expect(() => buildDeliverReq(input as never)).toThrow(message)
  })

  it('includes options that there are not', () => {
    expect(() => buildDeliverReq({}, { linEnd: 'lf' } as never)).toThrow(
      new TypeError(
        'There is no option called linEnd: the options are layout, container, lineEnd, prefixes, ' +
          'envelopeEncoding, foldHeaders, preamble, rootLast, carrierIdHeader, deviations.',
      ),
    )
  })
})

describe('a multipart that an attachment was in', () => {
  const inside = (container: ReadonlyMap<string, readonly string[]>) => {
    const [attachment] = toDeliverReq({ attachments: [{ text: 'a', contentId: 'a' }] }).attachments
    const attachments = [{ ...(attachment as Attachment), containers: [container] }]
    return parseDeliverReq(buildDeliverReq({ attachments }), { strict: true }).attachments[0]
  }
  const typeOf = (container: ReadonlyMap<string, readonly string[]>) =>
    inside(container)?.containers[0]?.get('content-type')?.[0]

  it('is made as it was, its boundary too', () => {
    const type = 'multipart/related; type="text/plain"; boundary="was"'
    const container = new Map([
      ['content-type', [type]],
      ['content-id', ['<content>']],
      ['x-own', ['1', '2']],
    ])
    expect(inside(container)?.containers).toEqual([container])
  })

  it('gets a boundary, where it told none', () => {
    expect(
      typeOf(
        new Map([
          ['content-type', ['multipart/mixed']],
          ['content-id', ['<content>']],
        ]),
      ),
    ).toMatch(/^multipart\/mixed; boundary=/)
  })
})
