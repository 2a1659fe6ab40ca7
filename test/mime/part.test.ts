import { describe, expect, it } from 'vitest'
import { allParts, leavesOf, openPart, type Part, readId } from '../../src/mime/part.js'
import { createReport } from '../../src/report.js'
import { codesOf } from './given.js'

function open(fields: Record<string, string>) {
  const report = createReport()
  const headers = new Map(Object.entries(fields).map(([name, value]) => [name, [value, 'other']]))
  const { headers: _, body: __, offset: ____, parts: ___, ...part } = openPart(headers, 9, report)
  return { part: { ...part, parameters: { ...part.parameters } }, codes: codesOf(report), report }
}

describe('a part', () => {
  it('has what its headers say', () => {
    const { part, codes } = open({
      'content-type': 'IMAGE/Jpeg; Name="a.jpg"',
      'content-id': '<photo@example.com>',
      'content-location': 'a.jpg',
      'content-disposition': 'attachment; filename=b.jpg',
    })
    expect(codes).toEqual([])
    expect(part).toEqual({
      mediaType: 'image/jpeg',
      parameters: { name: 'a.jpg' },
      contentId: 'photo@example.com',
      contentLocation: 'a.jpg',
      name: 'a.jpg',
    })
  })

  it('has a type though it has no headers', () => {
    const { part, codes } = open({})
    expect(part).toEqual({ mediaType: 'application/octet-stream', parameters: {} })
    expect(codes).toEqual([])
  })

  it.each([
    ['image/jpeg:', 'image/jpeg'],
    ['<image/png>', 'image/png'],
    ['type=text/plain', 'text/plain'],
    ['a/b/c', 'a/b'],
  ])('has the type within the Content-Type %j', (type, mediaType) => {
    const { part, codes } = open({ 'content-type': `${type}; x=1` })
    expect(part).toEqual({ mediaType, parameters: { x: '1' } })
    expect(codes).toEqual(['content-type-malformed'])
  })

  it.each(['', 'jpeg', 'image/', '/jpeg', '"image/jpeg"', `a/${'b'.repeat(300)}`])(
    'has no type in the Content-Type %j',
    (type) => {
      const { part, codes, report } = open({ 'content-type': `${type}; charset=gbk` })
      expect(part).toEqual({
        mediaType: 'application/octet-stream',
        parameters: { charset: 'gbk' },
      })
      expect(codes).toContain('content-type-malformed')
      expect(report.warnings.at(-1)).toMatchObject({ offset: 9, path: 'content-type' })
    },
  )

  it('shares nothing with others that could be changed', () => {
    const [one] = [openPart(new Map(), 0, createReport())]
    expect(Object.isFrozen(one?.parameters)).toBe(true)
  })

  it.each([
    [{ 'content-disposition': 'attachment; filename="b c.jpg"' }, 'b c.jpg'],
    [{ 'content-type': 'a/b; name=a', 'content-disposition': 'inline' }, 'a'],
    [{ 'content-disposition': "attachment; filename*=utf-8''%c3%a9" }, 'é'],
    [{ 'content-disposition': 'attachment; filename=b', 'content-type': 'a/b' }, 'b'],
    [{ 'content-disposition': 'inline; filename=b', 'content-type': 'a/b; name=""' }, 'b'],
    [{ 'content-disposition': 'inline', 'content-type': 'a/b; name=""' }, ''],
    [{ 'content-type': 'jpeg; name=a' }, 'a'],
    [{ 'content-disposition': 'attachment' }, undefined],
  ])('has the name that %j gives it', (fields, name) => {
    expect(open(fields).part.name).toBe(name)
  })

  it('has a name in encoded words', () => {
    const { part, report } = open({ 'content-type': 'a/b; name="=?utf-8?q?=c3=a9?="' })
    expect(part).toMatchObject({ name: 'é', parameters: { name: '=?utf-8?q?=c3=a9?=' } })
    expect(report.warnings).toMatchObject([{ code: 'encoded-word', offset: 9 }])
  })

  it.each([
    ["filename*=utf-8''%3D%3Futf-8%3FQ%3Fa%3F%3D", '=?utf-8?Q?a?='],
    ['filename*0="=?utf-8?Q?"; filename*1="a?="', '=?utf-8?Q?a?='],
  ])('has a name that only looks like encoded words, as RFC 2231 spells it: %s', (form, name) => {
    const disposition = open({ 'content-disposition': `attachment; ${form}` })
    expect(disposition).toMatchObject({ part: { name }, codes: [] })
    const type = open({ 'content-type': `a/b; ${form.replaceAll('filename', 'name')}` })
    expect(type).toMatchObject({ part: { name, parameters: { name } }, codes: [] })
  })

  it('has a name in encoded words beside another parameter as RFC 2231 spells it', () => {
    const { part, codes } = open({
      'content-type': 'a/b; x*0=1; name*a=2; name="=?utf-8?q?=c3=a9?="',
    })
    expect(part).toMatchObject({ name: 'é', parameters: { x: '1' } })
    expect(codes).toEqual(['encoded-word'])
  })

  it('has a name that is too long to be one, as it is', () => {
    const name = '=?x1?q?a?= '.repeat(100).trim()
    expect(open({ 'content-type': `a/b; name="${name}"` })).toMatchObject({
      part: { name },
      codes: [],
    })
  })

  it('has an empty Content-ID: none', () => {
    for (const id of ['', ' ', '<>', '< >']) {
      expect(open({ 'content-id': id })).toMatchObject({ codes: [] })
      expect(open({ 'content-id': id }).part).not.toHaveProperty('contentId')
    }
  })
})

describe('readId', () => {
  it('tells where the part is that has an id without them', () => {
    const { part, report } = open({ 'content-id': 'content_15' })
    expect(part.contentId).toBe('content_15')
    expect(report.warnings).toMatchObject([
      { code: 'content-id-brackets', offset: 9, path: 'content-id' },
    ])
  })

  it.each([
    ['<a@b>', 'a@b', []],
    [' < a@b > ', 'a@b', []],
    ['</tnn-200102/mm7-vasp>', '/tnn-200102/mm7-vasp', []],
    ['<<a>>', '<a>', []],
    ['a@b', 'a@b', ['content-id-brackets']],
    ['<a@b', 'a@b', ['content-id-brackets']],
    ['a@b>', 'a@b', ['content-id-brackets']],
    ['<', '', ['content-id-brackets']],
    ['cid:a', 'cid:a', ['content-id-brackets']],
    ['', '', []],
  ])('takes %j for %j', (id, stripped, codes) => {
    const report = createReport()
    expect(readId(id, 'start', report)).toBe(stripped)
    expect(codesOf(report)).toEqual(codes)
  })
})

describe('the parts within parts', () => {
  function part(parts: Part[] = []): Part {
    return {
      headers: new Map(),
      mediaType: 'a/a',
      parameters: {},
      body: new Uint8Array(0),
      offset: 0,
      parts,
    }
  }

  it('come in order of appearance, an empty multipart being a leaf', () => {
    const [a, b, c, d] = [part(), part(), part(), part()]
    const [inner, outer] = [part([c]), part([])]
    const nested = part([b, inner, outer])
    expect(allParts([a, nested, d])).toEqual([a, nested, b, inner, c, outer, d])
    expect(leavesOf([a, nested, d])).toEqual([a, b, c, outer, d])
    expect([...allParts([]), ...leavesOf([])]).toEqual([])
  })

  it('are found deeper than calls may be nested', () => {
    let nested = part()
    for (let i = 0; i < 100_000; i++) nested = part([nested])
    expect(allParts([nested])).toHaveLength(100_001)
    expect(leavesOf([nested])).toHaveLength(1)
  })
})
