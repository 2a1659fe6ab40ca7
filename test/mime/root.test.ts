import { describe, expect, it } from 'vitest'
import type { Part } from '../../src/mime/part.js'
import { findRoot, isXml } from '../../src/mime/root.js'
import { createReport } from '../../src/report.js'
import { bytesOf, codesOf } from './given.js'

/** A leaf of a type, behind blanks its Content-ID and its body; or a multipart. */
function part(spec: string | Part[]): Part {
  const [mediaType = '', contentId, text = ''] = typeof spec === 'string' ? spec.split(' ') : []
  const parts = typeof spec === 'string' ? [] : spec
  const id = contentId === undefined ? {} : { contentId }
  return {
    headers: new Map(),
    mediaType,
    parameters: {},
    ...id,
    body: bytesOf(text),
    offset: 0,
    parts,
  }
}

function find(specs: (string | Part[])[], parameters: Record<string, string>) {
  const report = createReport()
  const parts = specs.map(part)
  // What `type` says is not what these tests are about: it says what is found.
  const { mediaType: type = '' } = findRoot(parts, '', parameters, createReport()) ?? {}
  const root = findRoot(parts, 'multipart/related', { type, ...parameters }, report)
  return { root: root && parts.indexOf(root), codes: codesOf(report), found: root }
}

describe('the root', () => {
  it.each([
    ['<b>', ['text/xml a', 'text/xml b'], 1, []],
    ['<a>', ['text/xml a', 'text/xml a'], 0, ['content-id-repeated']],
    ['<a b>', ['text/xml x', 'text/xml a%20b'], 1, ['start-unmatched']],
    ['<a%20b>', ['text/xml x', 'text/xml a%20b'], 1, []],
    ['<%61>', ['text/xml x', 'text/xml a'], 1, ['start-unmatched']],
    ['<%61>', ['image/gif a', 'text/xml b'], 1, ['start-unmatched']],
    ['<cid:b>', ['text/xml a', 'text/xml b'], 1, ['content-id-brackets']],
    ['"<b>', ['text/xml a', 'text/xml b'], 1, ['content-id-brackets']],
    ['<b> (root)', ['text/xml a', 'text/xml b'], 1, []],
    ['b', ['text/xml a', 'text/xml b'], 1, ['content-id-brackets']],
    ['<ab>', ['text/xml a', 'image/gif'], 0, ['start-unmatched']],
    ['<a>', ['image/gif', 'text/xml ab'], 1, ['start-unmatched']],
    ['<A>', ['text/xml', 'text/xml a'], 0, ['start-unmatched']],
    ['', ['image/gif', 'text/xml'], 1, ['start-unmatched']],
    ['<>', ['text/xml'], 0, ['start-unmatched']],
    ['<a>', [], undefined, ['start-unmatched']],
    ['<a>', ['image/gif a', 'text/xml b'], 1, ['start-unmatched']],
    ['<b>', ['image/gif a', 'text/plain b'], 1, []],
    ['<c>', ['image/gif a', 'text/plain b'], 0, ['start-unmatched']],
    ['<a>', ['text/plain a <a/>', 'text/xml b <b/>'], 0, []],
    ['<a>', ['text/html a <s:Envelope/>', 'text/xml b <b/>'], 0, []],
    ['<a>', ['text/html a <s:b/>', 'text/xml b <b/>'], 1, ['start-unmatched']],
    ['<a>', ['text/xml a <smil/>', 'image/gif b <e:Envelope>'], 1, ['start-unmatched']],
    ['<a>', ['text/xml a <smil/>', 'text/xml b <DeliverReq>'], 1, ['start-unmatched']],
    ['<a>', ['text/xml a <DeliverReq>', 'text/xml b <e:Envelope>'], 0, []],
    ['<a>', ['text/xml a <smil/>', 'text/xml b <b/>'], 0, []],
    ['<a>', ['text/xml a <!--smil-->', 'text/xml b <Envelope>'], 0, []],
    ['<a>', ['text/xml a x', 'text/xml b <Envelope>'], 1, ['start-unmatched']],
    ['<a>', ['text/xml a <!--<smil>--><Envelope>', 'text/xml b <Envelope>'], 0, []],
    ['<c>', ['image/gif a', 'text/plain b <Envelope>'], 1, ['start-unmatched']],
    ['<a>', ['text/html a <?xml?><s:Envelope>', 'text/xml b <b/>'], 0, []],
    ['<a>', ['image/gif a GIF<Envelope>', 'text/xml b <b/>'], 1, ['start-unmatched']],
    ['<a>', ['text/xml a <MyEnvelope/>', 'text/xml b <envelope/>'], 1, ['start-unmatched']],
    ['<a>', ['text/xml a <Envelopes/>', 'text/xml b <ENVELOPE/>'], 1, ['start-unmatched']],
    ['<a>', ['text/xml a <DeliverReqs/>', 'text/xml b <deliverreq/>'], 1, ['start-unmatched']],
    ['<a>', ['text/xml a <Rsps/>', 'text/xml b <SubmitRsp/>'], 1, ['start-unmatched']],
    ['<a>', ['application/octet-stream a <a/>', 'text/xml b <b/>'], 0, []],
  ])('is the part that start=%j names', (start, specs, root, codes) => {
    expect(find(specs, { start })).toMatchObject({ root, codes })
  })

  it.each([
    [['text/xml', 'text/xml'], 0, []],
    [['image/gif', 'application/xml', 'text/xml'], 1, ['root-not-first']],
    [['application/smil', 'application/soap+xml'], 1, ['root-not-first']],
    [['text/xml a <smil>', 'text/xml b <e:Envelope>'], 1, ['root-not-first']],
    [['text/xml a <smil>', 'text/plain b <e:Envelope>'], 1, ['root-not-first']],
    [['image/gif', 'text/xml a <b/>', 'text/xml b <Envelope>'], 2, ['root-not-first']],
    [['text/xml a <smil>', 'text/xml b <b/>'], 0, []],
    [['application/octet-stream', 'image/gif'], 0, []],
    [['text/plain a <a/>', 'text/xml b <b/>'], 0, []],
    [[], undefined, []],
  ])('is the first XML of %j without start', (specs, root, codes) => {
    expect(find(specs, {})).toMatchObject({ root, codes })
  })

  it('is the envelope that start names, in a transfer encoding too', () => {
    const [base64, xml] = ['text/plain a', 'text/xml b <b/>'].map(part) as [Part, Part]
    const body = bytesOf(btoa(`<?xml version="1.0"?><Envelope>${' '.repeat(3000)}</Envelope>`))
    const headers = new Map([['content-transfer-encoding', ['base64']]])
    const report = createReport()
    const root = { ...base64, headers, body }
    expect(findRoot([root, xml], 'multipart/mixed', { start: '<a>' }, report)).toBe(root)
    expect(codesOf(report)).toEqual([])
  })

  it('may lie in a multipart', () => {
    const inner = part('text/xml a')
    expect(find(['image/gif', [inner]], {}).found).toBe(inner)
    expect(find(['image/gif', [inner]], { start: '<a>' }).found).toBe(inner)
  })

  it('is no multipart: it has no content of its own', () => {
    const [inner, xml] = ['image/gif', 'text/xml'].map(part) as [Part, Part]
    expect(find([[inner], 'image/png'], {}).found).toBe(inner)
    const named = { ...part([inner]), contentId: 'a' }
    expect(findRoot([named, xml], 'multipart/mixed', { start: '<a>' }, createReport())).toBe(xml)
  })

  it('is where the Content-Type said, which is where it is reported that it is not quite', () => {
    const report = createReport()
    findRoot([part('text/xml a%20b')], 'multipart/mixed', { start: '<a b>' }, report)
    expect(report.warnings).toMatchObject([{ code: 'start-unmatched', path: 'content-type' }])
  })

  it('is found without a type parameter', () => {
    for (const mediaType of ['multipart/related', 'multipart/mixed']) {
      const report = createReport()
      const only = part('text/xml')
      expect(findRoot([only], mediaType, {}, report)).toBe(only)
      const isRelated = mediaType === 'multipart/related'
      expect(codesOf(report)).toEqual(isRelated ? ['type-parameter-missing'] : [])
    }
  })

  it.each([
    ['text/xml', 'text/xml a', []],
    ['TEXT/Xml', 'text/xml a', []],
    ['application/soap+xml', 'application/soap+xml a', []],
    ['text/xml', 'application/xml a', ['type-parameter-mismatch']],
    ['application/xml', 'text/xml a', ['type-parameter-mismatch']],
    ['', 'text/xml a', ['type-parameter-mismatch']],
    ['text/xml', 'image/gif a', ['type-parameter-mismatch']],
  ])('is what type=%j says, or not: %s', (type, spec, codes) => {
    expect(find([spec], { type, start: '<a>' })).toMatchObject({ root: 0, codes })
  })

  it('is told from type only where there is one, and in multipart/related', () => {
    expect(find([], { type: 'text/xml' })).toMatchObject({ root: undefined, codes: [] })
    const report = createReport()
    findRoot([part('text/xml')], 'multipart/mixed', { type: 'a/b' }, report)
    expect(codesOf(report)).toEqual([])
  })

  it('is told from type after it was found by start', () => {
    const report = createReport()
    const parameters = { type: 'application/xml', start: '<b>' }
    findRoot([part('text/xml a')], 'multipart/related', parameters, report)
    expect(report.warnings).toEqual([
      expect.objectContaining({ code: 'start-unmatched', path: 'content-type' }),
      {
        code: 'type-parameter-mismatch',
        message: 'type="application/xml", and the root is "text/xml"; the root\'s own type counts.',
        path: 'content-type',
      },
    ])
  })

  it('is of one of these types', () => {
    const xml = ['text/xml', 'application/xml', 'application/soap+xml', 'application/xop+xml']
    expect(xml.every(isXml)).toBe(true)
    expect(['text/plain', 'application/smil', 'application/smil+xml', ''].some(isXml)).toBe(false)
  })
})
