import { describe, expect, it } from 'vitest'
import { parseDeliverReq } from '../../../src/index.js'
import { buildDeliverReq, toDeliverReq } from '../../../src/testing/index.js'

const read = (...given: Parameters<typeof buildDeliverReq>) =>
  parseDeliverReq(buildDeliverReq(...given))

describe('an attachment that is completed', () => {
  const attachmentOf = (input: object) => toDeliverReq({ attachments: [input] }).attachments[0]

  it('is text in UTF-8, or data', () => {
    expect(attachmentOf({ text: 'a' })).toMatchObject({
      mediaType: 'text/plain',
      parameters: { charset: 'utf-8' },
    })
    const data = attachmentOf({ bytes: new Uint8Array(1) })
    expect(data?.mediaType).toBe('application/octet-stream')
    expect({ ...data?.parameters }).toEqual({})
  })

  it.each([
    ['application/smil', undefined, true],
    ['text/smil', undefined, true],
    ['application/smil+xml', undefined, true],
    ['x-application/smil', undefined, false],
    ['application/smilx', undefined, false],
    ['application/octet-stream', 'a.smil', true],
    ['text/plain', 'a.smil', true],
    ['text/xml', 'a.smi', true],
    ['application/xml', 'A.SMIL', true],
    ['text/html', 'a.smil', false],
    ['text/plain', 'a.smilx', false],
    ['text/plain', 'smil', false],
    ['text/plain', undefined, false],
  ])('is a presentation by its type and name: %s %s', (mediaType, name, isPresentation) => {
    const named = name === undefined ? {} : { name }
    expect(attachmentOf({ text: 'a', mediaType, ...named })?.isPresentation).toBe(isPresentation)
    if (name === undefined) return
    const located = attachmentOf({ text: 'a', mediaType, contentLocation: name })
    expect(located?.isPresentation).toBe(isPresentation)
  })
})

describe('a Content that is completed', () => {
  const [a, b, c] = ['a', 'b', 'c'].map((text) => ({ text, contentId: text }))
  const attachments = [a, b, c] as object[]

  it('may be adapted, where nothing else is said', () => {
    for (const layout of ['nested', 'flat'] as const) {
      for (const { allowAdaptations } of toDeliverReq({ attachments }, { layout }).contents) {
        expect(allowAdaptations).toBe(true)
      }
    }
    const [content] = toDeliverReq({ attachments, contents: [{}] }).contents
    expect(content?.allowAdaptations).toBe(true)
    expect(Object.keys(content as object)).toEqual(['allowAdaptations', 'attachments'])
    const contents = [{ href: 'cid:x', allowAdaptations: false, type: 'TEXT' }]
    expect(toDeliverReq({ attachments, contents }).contents[0]).toMatchObject(contents[0] as object)
  })

  it('has the attachment that it names: the first of that name, by id or location', () => {
    const located = [
      { text: '1', contentLocation: 'x' },
      { text: '2', contentLocation: 'x' },
    ]
    const named = (href: string) =>
      toDeliverReq({ attachments: [...attachments, ...located], contents: [{ href }] }).contents[0]
        ?.attachments
    expect(named('cid:b')).toMatchObject([{ contentId: 'b' }])
    expect(named('x')).toHaveLength(1)
    expect(named('cid:other')).toHaveLength(5)
  })

  it('lies around another that starts where it does, whichever comes first', () => {
    const inner = { href: 'cid:inner', attachments: [a, b] as object[] }
    const outer = { href: 'cid:outer', attachments }
    for (const contents of [
      [inner, outer],
      [outer, inner],
    ]) {
      const { attachments: all } = read({ attachments, contents })
      const ids = all.map(({ containers }) => containers.map((one) => one.get('content-id')?.[0]))
      expect(ids).toEqual([['<outer>', '<inner>'], ['<outer>', '<inner>'], ['<outer>']])
    }
  })

  it('needs no multipart for one attachment, nor a name for a multipart', () => {
    const located = { text: 'a', contentLocation: 'a.txt' }
    const one = read({ attachments: [located], contents: [{}] })
    expect(one.attachments[0]?.containers).toEqual([])
    const [first] = read({ attachments, contents: [{}] }).attachments
    expect([...(first?.containers[0]?.keys() ?? [])]).toEqual(['content-type'])
  })

  it('has a multipart of the name that it is called by, percent-encoded or not', () => {
    const nameOf = (href: string) =>
      read({ attachments, contents: [{ href }] }).attachments[0]?.containers[0]
    expect(nameOf('cid:x%20y')?.get('content-id')).toEqual(['<x y>'])
    expect(nameOf('cid:100%')?.get('content-id')).toEqual(['<100%>'])
    expect(nameOf('acid:x')?.get('content-location')).toEqual(['acid:x'])
  })

  it('is called as no attachment is', () => {
    const taken = ['content', 'content-1'].map((contentId) => ({ text: 'a', contentId }))
    expect(toDeliverReq({ attachments: taken }).contents[0]?.href).toBe('cid:content-2')
  })

  it('is in the multiparts that its attachments were in, one within another', () => {
    const { attachments: all, contents } = read({
      attachments,
      contents: [
        { href: 'cid:outer', attachments },
        { href: 'cid:inner', attachments: [b, c] as object[] },
      ],
    })
    const again = read({ attachments: all, contents })
    expect(again.attachments.map(({ containers }) => containers)).toEqual(
      all.map(({ containers }) => containers),
    )
  })
})

it('an extension without a namespace is MM7’s if it is called so, and in none otherwise', () => {
  const { extensions, namespace } = toDeliverReq({
    extensions: [{ name: 'Extension' }, { name: 'Extension', namespace: 'urn:x' }, { name: 'x' }],
  })
  expect(extensions.map((one) => one.namespace)).toEqual([namespace, 'urn:x', undefined])
})
