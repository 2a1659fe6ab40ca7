import assert from 'node:assert/strict'
import { describe, expect, it } from 'vitest'
import { parseDeliverReq } from '../../src/index.js'
import { buildDeliverReq, type DeliverReqInput, toDeliverReq } from '../../src/testing/index.js'

/** The message of the input, once it was built and read. */
function read(input: DeliverReqInput) {
  const { contents = [] } = input
  // A second Content is Liberty's, and reported.
  const strict = contents.length < 2
  return { ...parseDeliverReq(buildDeliverReq(input), { strict }), warnings: [] }
}

describe('what an input leaves out', () => {
  it('is as little as a message can have', () => {
    assert.deepEqual(read({}), toDeliverReq({}))
    expect(toDeliverReq({})).toMatchObject({ transactionId: '1000001', mm7Version: '6.8.0' })
    expect(buildDeliverReq().headers['content-type']).toBe('text/xml; charset=utf-8')
  })

  it('is told of an address by its form', () => {
    expect(toDeliverReq({ sender: 'a@b' }).sender.kind).toBe('rfc2822')
    expect(toDeliverReq({ sender: '+1' }).sender.kind).toBe('number')
  })

  it.each([['1'], [['1']], [{ to: ['1'] }], [{ kind: 'number' as const, value: '1' }]])(
    'is a target, be the recipients %j',
    (recipients) => {
      expect(toDeliverReq({ recipients }).recipients.to).toMatchObject([{ value: '1' }])
    },
  )

  it('is a presentation by its name, as it is read', () => {
    const bytes = new Uint8Array([0x3c])
    for (const name of ['a.smil', 'a.jpg']) {
      const input = { attachments: [{ bytes, name }] }
      assert.deepEqual(read(input), toDeliverReq(input))
    }
  })

  it('is a moment, in UTC where there is no zone', () => {
    const dateOf = (timeStamp: string) => toDeliverReq({ timeStamp }).timeStamp?.date?.toISOString()
    expect(dateOf('2026-01-15T10:00:00')).toBe('2026-01-15T10:00:00.000Z')
    expect(dateOf('2026-01-15T10:00:00+05:45')).toBe('2026-01-15T04:15:00.000Z')
    expect(dateOf('P1D')).toBeUndefined()
  })

  it('is a Content-ID that no other attachment has', () => {
    const attachments = [{ text: 'a' }, { text: 'b', contentId: 'attachment-1' }, { text: 'c' }]
    const ids = toDeliverReq({ attachments }).attachments.map(({ contentId }) => contentId)
    expect(ids).toEqual(['attachment-2', 'attachment-1', 'attachment-3'])
  })

  it('is a Content that no attachment is called as', () => {
    const { contents } = toDeliverReq({ attachments: [{ contentId: 'content' }] })
    expect(contents[0]?.href).toBe('cid:content-1')
  })

  it('is no Content for an attachment without a name, side by side', () => {
    const [attachment] = toDeliverReq({ attachments: [{ text: '' }] }).attachments
    const { contentId, ...nameless } = attachment as NonNullable<typeof attachment>
    expect(toDeliverReq({ attachments: [nameless] }, { layout: 'flat' }).contents).toEqual([])
  })

  it('is text or bytes of no kind', () => {
    const { attachments } = toDeliverReq({ attachments: [{ text: 'ä' }, {}] })
    expect(attachments.map(({ mediaType }) => mediaType)).toEqual([
      'text/plain',
      'application/octet-stream',
    ])
    expect(attachments.map(({ bytes }) => bytes.length)).toEqual([2, 0])
  })
})

describe('a Content', () => {
  const attachments = [
    { text: 'a', contentId: 'a/1@x' },
    { text: 'b', contentLocation: 'b.txt' },
    { text: 'c' },
  ]

  it('finds the attachment that it names, else all', () => {
    const message = read({
      attachments,
      contents: [{ href: 'cid:a%2F1@x' }, { href: 'b.txt', type: 'TEXT' }, { href: 'cid:%zz' }],
    })
    expect(message.contents.map((one) => one.attachments.length)).toEqual([1, 1, 3])
  })

  it('can hold some, and others in them', () => {
    const [a, b, c] = attachments
    const contents = [
      { href: 'cid:bc', attachments: [b, c] },
      { href: 'cid:all', attachments: [a, b, c] },
      { href: 'there', attachments: [c], allowAdaptations: false },
      { href: 'cid:other', attachments: [a] },
      { href: 'cid:bc', attachments: [b, c] },
    ] as NonNullable<DeliverReqInput['contents']>
    const message = read({ attachments, contents })
    assert.deepEqual(message, toDeliverReq({ attachments, contents }))
    expect(message.contents.map((one) => one.attachments.length)).toEqual([2, 3, 1, 1, 2])
  })

  it('may have no href', () => {
    const build = (input: DeliverReqInput) => parseDeliverReq(buildDeliverReq(input))
    expect(build({ attachments, contents: [{}] }).contents[0]?.attachments).toHaveLength(3)
    expect(build({ contents: [{}] }).contents).toEqual([
      { allowAdaptations: true, attachments: [] },
    ])
  })

  it('cannot hold what the message does not have', () => {
    const contents = [{ href: 'cid:x', attachments: [{ text: 'other' }] }]
    expect(() => toDeliverReq({ attachments, contents })).toThrow(
      '`contents` refers to an attachment that is not in `attachments`: put it there.',
    )
  })

  it('cannot hold attachments that are apart, or some of another', () => {
    const [a, b, c] = attachments as [object, object, object]
    const build = (...lists: object[][]) => {
      const contents = lists.map((list, i) => ({ href: `cid:x${i}`, attachments: list }))
      return () => buildDeliverReq({ attachments, contents })
    }
    expect(build([a, c])).toThrow(
      'The attachments of "cid:x0" do not follow one another in the message.',
    )
    expect(build([a, b], [b, c])).toThrow(
      'The contents overlap: "cid:x1" holds attachments of another in part.',
    )
  })
})

describe('what a valid message does not have', () => {
  const build = (input: DeliverReqInput) => parseDeliverReq(buildDeliverReq(input))

  it('is written where it is read again', () => {
    const extensions = [
      { name: 'ServiceCode', namespace: toDeliverReq({}).namespace, text: 'gold' },
      { name: 'Extension', attributes: { 'mm7:a': '1', 'xml:lang': 'en' } },
      { name: 'x', namespace: 'urn:x', children: [{ name: 'y', namespace: 'urn:x' }] },
      { name: 'nowhere' },
    ]
    const sent = toDeliverReq({ extensions })
    const read = build({ extensions })
    expect(read.extensions.slice(0, 3)).toEqual(sent.extensions.slice(0, 3))
    for (const prefixes of ['prefixed', 'per-element'] as const) {
      const again = parseDeliverReq(buildDeliverReq({ extensions }, { prefixes }))
      expect(again.extensions).toEqual(read.extensions)
    }
  })

  it('is an address of no kind: text', () => {
    const unknown = { kind: 'unknown', value: '5', addressCoding: 'encrypted', id: 'i' } as const
    const { sender, recipients } = build({ sender: unknown, recipients: [unknown] })
    expect(sender).toMatchObject(unknown)
    expect(recipients.to).toMatchObject([{ kind: 'unknown', value: '5' }])
    const mixed = build({ recipients: ['1', unknown, unknown, '2', 'a@b'] }).recipients.to
    expect(mixed.map(({ kind }) => kind)).toEqual([
      'number',
      'unknown',
      'unknown',
      'number',
      'rfc2822',
    ])
  })

  it('is a namespace', () => {
    for (const prefixes of ['default', 'prefixed', 'per-element'] as const) {
      const extensions = [{ name: 'Extension', children: [{ name: 'x', namespace: 'urn:x' }] }]
      const input = { namespace: '', extensions, carrierId: '1' }
      const read = parseDeliverReq(buildDeliverReq(input, { prefixes }))
      assert.deepEqual({ ...read, warnings: [] }, toDeliverReq(input))
    }
  })

  it('is a header that would break out of its line', () => {
    for (const contentId of ['a\r\nb', 'a\0', '\ud800']) {
      expect(() => buildDeliverReq({ attachments: [{ contentId }] })).toThrow(TypeError)
    }
  })
})

describe('a header', () => {
  it('is written as people write it', () => {
    const { attachments } = toDeliverReq({ attachments: [{ text: '' }] })
    const headers = new Map([
      ...(attachments[0]?.headers ?? []),
      ['x-a-b', ['1', '2']],
      ['mime-version', ['1.0']],
    ] as const)
    const { body } = buildDeliverReq({
      attachments: attachments.map((one) => ({ ...one, headers })),
    })
    expect(new TextDecoder().decode(body)).toContain(
      'Content-ID: <attachment-1>\r\nX-A-B: 1\r\nX-A-B: 2\r\nMIME-Version: 1.0\r\n',
    )
  })

  it('for the operator can be another', () => {
    const options = { carrierIdHeader: 'X-Mblox-Carrier-Id' }
    const request = buildDeliverReq({ carrierId: '31002' }, options)
    expect(request.headers['x-mblox-carrier-id']).toBe('31002')
    expect(parseDeliverReq(request, options).carrierId).toBe('31002')
  })
})

describe('a multipart/related', () => {
  const typeOf = (attachments: DeliverReqInput['attachments'], container?: 'related') => {
    const { body } = buildDeliverReq(
      { ...(attachments && { attachments }) },
      { ...(container && { container }) },
    )
    return /multipart\/\w+;[^\r]*(?=; boundary)/.exec(new TextDecoder().decode(body))?.[0]
  }

  it('starts with its presentation', () => {
    const smil = { text: '', mediaType: 'application/smil', contentId: 's' }
    expect(typeOf([{ text: '' }, smil])).toBe(
      'multipart/related; type="application/smil"; start="<s>"',
    )
    const nameless = { text: '', mediaType: 'application/smil', contentLocation: 's' }
    expect(typeOf([nameless])).toBe('multipart/related; type="application/smil"')
    expect(typeOf([{ text: '' }, nameless])).toBeUndefined()
  })

  it('starts with its first part, where there is none', () => {
    expect(typeOf([{ text: '' }], 'related')).toBe('multipart/related; type="text/plain"')
    const [text] = toDeliverReq({ attachments: [{ text: '' }] }).attachments
    const fields = [...(text?.headers ?? [])].reverse()
    const turned = {
      ...(text as NonNullable<typeof text>),
      ...{ headers: new Map(fields), containers: [] },
    }
    expect(typeOf([turned], 'related')).toBe('multipart/related; type="text/plain"')
  })

  it('may start with what is a presentation only by that', () => {
    const [html] = toDeliverReq({ attachments: [{ text: '', mediaType: 'text/html' }] }).attachments
    const plain = { ...(html as NonNullable<typeof html>), containers: [] }
    const input = { attachments: [{ ...plain, isPresentation: true }] }
    expect(read(input).attachments[0]?.isPresentation).toBe(true)
    const bare = { ...plain, headers: new Map() }
    expect(typeOf([bare], 'related')).toBeUndefined()
  })
})

it('multiparts in one another have the header fields that they had', () => {
  const called = (name: string) => new Map([['content-type', [`multipart/x-${name}`]]])
  const all = toDeliverReq({ attachments: [{ text: 'a' }, { text: 'b' }] }).attachments
  const attachments = all.map((one) => ({ ...one, containers: [called('outer'), called('inner')] }))
  const [a] = attachments as [(typeof attachments)[0]]
  const contents = [
    { href: 'cid:outer', attachments },
    { href: 'cid:inner', attachments: [a] },
  ]
  const { body } = buildDeliverReq({ attachments, contents })
  const types = new TextDecoder().decode(body).matchAll(/multipart\/x-\w+/g)
  expect([...types].flat()).toEqual(['multipart/x-outer', 'multipart/x-inner'])
})

describe('a boundary', () => {
  it('is one that no attachment holds', () => {
    const text = '\r\n--=_mm7_0_0\r\n--=_mm7_1_0--\r\n--=_mm7_'
    assert.deepEqual(read({ attachments: [{ text }] }), toDeliverReq({ attachments: [{ text }] }))
  })
})
