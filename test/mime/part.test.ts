import { describe, expect, it } from 'vitest'
import { DEFAULT_LIMITS } from '../../src/limits.js'
import {
  allParts,
  leavesOf,
  mimeType,
  openPart,
  type Part,
  placedLeaves,
} from '../../src/mime/part.js'
import { createReport } from '../../src/report.js'
import { codesOf } from './given.js'

function open(fields: Record<string, string>) {
  const report = createReport()
  const headers = new Map(Object.entries(fields).map(([name, value]) => [name, [value, 'other']]))
  const {
    headers: _,
    body: __,
    offset: ____,
    parts: ___,
    ...part
  } = openPart(headers, 9, DEFAULT_LIMITS, report)
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
    expect(part).toStrictEqual({ mediaType: 'application/octet-stream', parameters: {} })
    expect(codes).toEqual([])
  })

  it.each([
    ['image/jpeg:', 'image/jpeg'],
    ['<image/png>', 'image/png'],
    ['type=text/plain', 'text/plain'],
    ['a/b/c', 'a/b'],
    ["'image/jpeg'", 'image/jpeg'],
    ['“image/jpeg”', 'image/jpeg'],
    ['`image/jpeg`', 'image/jpeg'],
    ['image/{jpeg}', 'application/octet-stream'],
    ['"image/jpeg"', 'image/jpeg', ['parameter-malformed', 'content-type-malformed']],
  ])(
    'has the type within the Content-Type %j',
    (type, mediaType, expected = ['content-type-malformed']) => {
      const { part, codes } = open({ 'content-type': `${type}; x=1` })
      expect(part).toEqual({ mediaType, parameters: { x: '1' } })
      expect(codes).toEqual(expected)
    },
  )

  it.each(['', 'jpeg', 'image/', '/jpeg', '*/*', 'image/*', `a/${'b'.repeat(300)}`])(
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

  it('has no type where only a parameter has one', () => {
    const { part, report } = open({ 'content-type': ';x="text/xml"' })
    expect(part.mediaType).toBe('application/octet-stream')
    expect(report.warnings).toEqual([
      {
        code: 'content-type-malformed',
        message: 'The Content-Type "" is not a media type; treated as application/octet-stream.',
        offset: 9,
        path: 'content-type',
      },
    ])
  })

  it('shares nothing with others that could be changed', () => {
    const [one] = [openPart(new Map(), 0, DEFAULT_LIMITS, createReport())]
    expect(Object.isFrozen(one?.parameters)).toBe(true)
  })

  it.each([
    [{ 'content-disposition': 'attachment; filename="b c.jpg"' }, 'b c.jpg'],
    [{ 'content-type': 'a/b; name=a', 'content-disposition': 'inline' }, 'a'],
    [{ 'content-disposition': "attachment; filename*=utf-8''%c3%a9" }, 'é'],
    [{ 'content-disposition': 'attachment; filename=b', 'content-type': 'a/b' }, 'b'],
    [{ 'content-disposition': 'inline; filename=b', 'content-type': 'a/b; name=""' }, 'b'],
    [{ 'content-disposition': 'inline', 'content-type': 'a/b; name=""' }, ''],
    [{ 'content-disposition': 'inline; filename=""' }, ''],
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
    ['filename*0*=utf-8\'\'%3D%3Futf-8; filename*1="?Q?a?="', '=?utf-8?Q?a?='],
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

  it.each([
    [{ 'content-type': 'image/gif; filename="show.gif"' }, 'show.gif'],
    [{ 'content-type': 'a/b', 'content-disposition': 'inline; name="note.txt"' }, 'note.txt'],
    [{ 'content-type': 'a/b; Filename=a; name=""', 'content-disposition': 'inline; name=b' }, 'a'],
    [{ 'content-type': "a/b; filename*=utf-8''%c3%a9" }, 'é'],
  ])('has the name that is in the other field, which is reported: %j', (fields, name) => {
    const { part, report } = open(fields)
    expect(part.name).toBe(name)
    expect(report.warnings).toMatchObject([{ code: 'parameter-malformed', offset: 9 }])
  })

  it.each([
    [{ 'content-type': 'image/jpeg; Filename="b.jpg"; name="a.jpg"' }, 'a.jpg'],
    [
      { 'content-type': 'a/b; filename=c', 'content-disposition': 'inline; filename=b; name=d' },
      'b',
    ],
  ])('has the name in its usual field before any other: %j', (fields, name) => {
    expect(open(fields)).toMatchObject({ part: { name }, codes: [] })
  })

  it('has what is too long for a name as it was sent', () => {
    const name = '=?4?q?=e9?= '.repeat(100)
    const { part, codes } = open({ 'content-type': `a/b; name="${name}"` })
    expect(part.name).toBe(name)
    expect(codes).toEqual(['encoded-word'])
    const plain = 'é'.repeat(2000)
    expect(open({ 'content-type': `a/b; name="${plain}"` })).toMatchObject({
      part: { name: plain },
      codes: [],
    })
  })

  it('has a name of 1024 characters decoded', () => {
    const name = `${'a'.repeat(1013)}=?4?q?=e9?=`
    const { part } = open({ 'content-type': `a/b; name="${name}"` })
    expect([name.length, part.name]).toEqual([1024, `${'a'.repeat(1013)}é`])
    expect(open({ 'content-type': `a/b; name="a${name}"` }).part.name).toBe(`a${name}`)
  })

  it('has a long name in encoded words of many charsets', () => {
    const name = '=?x1?q?a?= =?4?q?=e9?= '.repeat(40).trim()
    const { part, codes } = open({ 'content-type': `a/b; name="${name}"` })
    expect(part.name).toBe('=?x1?q?a?= é '.repeat(40).trim())
    expect(codes).toEqual(['encoded-word', 'charset-unknown'])
  })

  it('has a name of sections, put together before encoded words in it are decoded', () => {
    const disposition = 'inline; filename*0="=?UTF-8?Q?a_=F0=9F"; filename*1="=98=81.gif?="'
    const { part, codes } = open({ 'content-disposition': disposition })
    expect(part.name).toBe('a 😁.gif')
    expect(codes).toEqual(['encoded-word'])
  })

  it('has of a Content-Disposition what is asked for decoded, and no more', () => {
    for (const name of ['filename', 'name']) {
      const { part } = open({ 'content-disposition': `inline; ${name}*=utf-8''%c3%a9` })
      expect(part.name).toBe('é')
    }
    expect(open({ 'content-disposition': "inline; size*=x-none''%zz" }).codes).toEqual([])
    expect(open({ 'content-type': "a/b; size*=x-none''a" }).codes).toEqual(['parameter-malformed'])
  })

  it('has a media type of two names of 127 characters at most', () => {
    const long = 'a'.repeat(127)
    expect(open({ 'content-type': `${long}/${long}` }).part.mediaType).toBe(`${long}/${long}`)
    expect(open({ 'content-type': `${long}/${long}a` }).codes).toEqual(['content-type-malformed'])
  })

  it('has a media type of ASCII alone', () => {
    const { part, codes } = open({ 'content-type': 'text/plain\ufffd' })
    expect(part.mediaType).toBe('text/plain')
    expect(codes).toEqual(['content-type-malformed'])
  })

  it('has at most so many parameters', () => {
    const many = Array.from({ length: 65 }, (_, i) => `; p${i}=1`).join('')
    for (const field of ['content-type', 'content-disposition']) {
      expect(open({ [field]: `a/b${many}` }).report.failure).toMatchObject({
        code: 'too-many-parameters',
        path: field,
        offset: 9,
      })
    }
  })

  it('has the place of an id that is none', () => {
    const { part, report } = open({ 'content-id': 'content_15' })
    expect(part.contentId).toBe('content_15')
    expect(report.warnings).toMatchObject([
      { code: 'content-id-brackets', offset: 9, path: 'content-id' },
    ])
  })

  it('has an empty Content-ID: none', () => {
    for (const id of ['', ' ', '<>', '< >']) {
      const report = createReport()
      const part = openPart(new Map([['content-id', [id]]]), 0, DEFAULT_LIMITS, report)
      expect(part).not.toHaveProperty('contentId')
      expect(report.warnings).toEqual([])
    }
  })
})

describe('a field that is repeated', () => {
  function first(name: string, ...values: string[]) {
    return openPart(new Map([[name, values]]), 0, DEFAULT_LIMITS, createReport())
  }

  it.each([
    ['', 'a/b'],
    ['jpeg', 'a/b'],
    ['*/*', 'a/b'],
    ['a/b', 'c/d'],
    ['', ';', 'a/b'],
  ])('counts where it says something first: %j, %j', (...types) => {
    expect(first('content-type', ...types).mediaType).toBe('a/b')
  })

  it('counts as it is where none says anything', () => {
    expect(first('content-type', '', 'jpeg; charset=x').parameters['charset']).toBe('x')
    expect(first('content-type', '', '').mediaType).toBe('application/octet-stream')
    expect(first('content-id', '', ' <> ', '<a>', '<b>').contentId).toBe('a')
    expect(first('content-location', '', 'a.jpg').contentLocation).toBe('a.jpg')
    expect(first('content-disposition', '', 'inline; filename=a').name).toBe('a')
  })
})

describe('WAP names a multipart', () => {
  it.each([
    ['application/vnd.wap.multipart.related', 'multipart/related'],
    ['application/vnd.wap.multipart.mixed', 'multipart/mixed'],
    ['application/vnd.wap.multipart.alternative', 'multipart/alternative'],
    ['application/vnd.wap.multipart.form-data', 'application/vnd.wap.multipart.form-data'],
    ['multipart/related', 'multipart/related'],
    ['application/vnd.wap.multipart.relatedx', 'application/vnd.wap.multipart.relatedx'],
    ['x-application/vnd.wap.multipart.mixed', 'x-application/vnd.wap.multipart.mixed'],
  ])('as MIME does not: %s', (type, mime) => {
    expect(mimeType(type)).toBe(mime)
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

  it('are placed in the multiparts around them, in one list for those of one', () => {
    const headers = (name: string) => new Map([[name, ['a']]])
    const [a, b, c, d] = [part(), part(), part(), part()]
    const inner = { ...part([b, c]), headers: headers('inner') }
    const outer = { ...part([inner, d]), headers: headers('outer') }
    const placed = placedLeaves([a, outer])
    expect(placed.map(({ part }) => part)).toEqual([a, b, c, d])
    const names = placed.map(({ containers }) => containers.flatMap((one) => [...one.keys()]))
    expect(names).toEqual([[], ['outer', 'inner'], ['outer', 'inner'], ['outer']])
    expect(placed[1]?.containers).toBe(placed[2]?.containers)
  })

  it('are found deeper than calls may be nested', () => {
    let nested = part()
    for (let i = 0; i < 100_000; i++) nested = part([nested])
    expect(allParts([nested])).toHaveLength(100_001)
    expect(leavesOf([nested])).toHaveLength(1)
  })
})
