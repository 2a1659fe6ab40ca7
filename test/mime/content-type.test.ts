import { describe, expect, it } from 'vitest'
import { parseHeaderValue } from '../../src/mime/content-type.js'
import { createReport, type Report } from '../../src/report.js'
import { codesOf } from './given.js'

interface Parsed {
  readonly value: string
  readonly parameters: Record<string, string>
  readonly codes: string[]
  readonly report: Report
}

function parse(text: string, offset?: number): Parsed {
  const report = createReport()
  const { value, parameters } = parseHeaderValue(text, 'content-type', report, offset)
  return { value, parameters: { ...parameters }, codes: codesOf(report), report }
}

describe('a header value', () => {
  it.each([
    ['text/xml', 'text/xml'],
    ['TEXT/XML', 'text/xml'],
    ['application/vnd.wap.mms-message+x', 'application/vnd.wap.mms-message+x'],
    ['text/xml;', 'text/xml'],
    ['text/xml ; ', 'text/xml'],
    [' \ttext/xml', 'text/xml'],
    [';;', ''],
    ['', ''],
    [' ', ''],
  ])('is taken from %j', (text, value) => {
    expect(parse(text)).toMatchObject({ value, parameters: {}, codes: [] })
  })

  it.each([
    ['text/xml;charset=utf-8', { charset: 'utf-8' }],
    ['text/xml; charset="utf-8"', { charset: 'utf-8' }],
    ['text/xml; Charset=UTF-8; ', { charset: 'UTF-8' }],
    ['a/b;; x=1 ;y=2', { x: '1', y: '2' }],
    ['a/b; x = 1; y\t=\t"2"', { x: '1', y: '2' }],
    ['a/b; x=""', { x: '' }],
    ['a/b; x="a;b=c, d"; y=2', { x: 'a;b=c, d', y: '2' }],
    ['a/b; x="a\\"b\\\\c\\d"; y=2', { x: 'a"b\\cd', y: '2' }],
    ['multipart/related; start="<a>"; \r\n\tboundary="b"', { start: '<a>', boundary: 'b' }],
    ['a/b; boundary=--NextPart_0', { boundary: '--NextPart_0' }],
    ["a/b; x=a'b", { x: "a'b" }],
    ['a/b; name=\xe9€', { name: '\xe9€' }],
  ])('has parameters: %j', (text, parameters) => {
    expect(parse(text)).toMatchObject({ parameters, codes: [] })
  })

  it('has parameters with the names of what objects have, and does nothing to objects', () => {
    const { parameters } = parseHeaderValue('a/b; __proto__=x; constructor=y', 'a', createReport())
    expect(Object.getPrototypeOf(parameters)).toBeNull()
    expect(Object.entries(parameters)).toEqual([
      ['__proto__', 'x'],
      ['constructor', 'y'],
    ])
  })

  it.each([
    ['multipart/related; type="text/xml" start="a"', { type: 'text/xml', start: 'a' }, 1],
    ['multipart/related type="text/xml"; start="a"', { type: 'text/xml', start: 'a' }, 1],
    ['a/b; x=1 y=2  z = 3', { x: '1', y: '2', z: '3' }, 2],
    ['a/b; x="1"y="2"', { x: '1', y: '2' }, 1],
    ['a/b; x=1\r\n\ty*=2', { x: '1', y: '2' }, 1],
  ])('lacks a ";" : %j', (text, parameters, times) => {
    const codes = new Array(times).fill('parameter-separator-missing')
    expect(parse(text)).toMatchObject({ parameters, codes })
  })

  it.each([
    ['a/b; type=text/xml; x=1', { type: 'text/xml', x: '1' }],
    ['a/b; boundary=Story Parts 74526 ; x=1', { boundary: 'Story Parts 74526', x: '1' }],
    ['a/b; boundary=----=_Part_1', { boundary: '----=_Part_1' }],
    ['a/b; start=<a>', { start: '<a>' }],
    ['a/b; x=1 2 =3', { x: '1', 2: '3' }, 'parameter-separator-missing'],
    ['a/b; x=a  b \t c', { x: 'a  b \t c' }],
    ['a/b; x=a "b" =c', { x: 'a "b" =c' }],
    ['a/b; x=; y=2', { x: '', y: '2' }],
    ['a/b; x=', { x: '' }],
    ['a/b; x="1', { x: '1' }],
    ['a/b; x="1; y=2', { x: '1; y=2' }],
    ['a/b; x="', { x: '' }],
    ['a/b; x="1\\', { x: '1\\' }],
    ['a/b; x="1\\"', { x: '1"' }],
  ])('lacks quotes: %j', (text, parameters, code = 'parameter-unquoted') => {
    expect(parse(text)).toMatchObject({ parameters, codes: [code] })
  })

  it('has a parameter twice: the first stands', () => {
    expect(parse('a/b; x=1; X="2"; x=3')).toMatchObject({
      parameters: { x: '1' },
      codes: ['parameter-repeated', 'parameter-repeated'],
    })
    expect(parse('a/b; x=""; x=3').parameters).toEqual({ x: '' })
  })

  it.each([
    ['a/b; foo; x=1', '"foo"'],
    ['a/b; =2; x=1', '"=2"'],
    ['a/b (comment); x=1', '"(comment)"'],
    ['a/b, c/d; x=1', '", c/d"'],
    ['a/b; "y"=2; x=1', '"\\"y\\"=2"'],
    ['a/b; y/z=2; x=1', '"y/z=2"'],
    [`a/b; ${'y'.repeat(80)}; x=1`, `"${'y'.repeat(60)}…"`],
  ])('has what is no parameter: %j', (text, junk) => {
    const { parameters, report } = parse(text)
    expect(parameters).toEqual({ x: '1' })
    expect(report.warnings).toMatchObject([{ code: 'parameter-malformed', path: 'content-type' }])
    expect(report.warnings[0]?.message).toContain(junk)
  })

  it.each([
    ["name*=x-foo''%e9", 'The charset "x-foo" of name is unknown; read as far as possible.'],
    ['name*0=a; name*2=b', 'Of name a section is missing; read as far as possible.'],
    ['name*1=a', 'Of name a section is missing; read as far as possible.'],
  ])('has %s, against RFC 2231', (text, message) => {
    expect(parse(`a/b; ${text}`, 7).report.warnings).toEqual([
      { code: 'parameter-malformed', message, path: 'content-type', offset: 7 },
    ])
  })

  it('tells where it is, if it is in the body', () => {
    expect(parse('a/b; x', 7).report.warnings[0]).toMatchObject({ path: 'content-type', offset: 7 })
    expect(parse('a/b; x').report.warnings[0]).not.toHaveProperty('offset')
  })

  it('is read in linear time, and tells some of its faults, however many it has', () => {
    for (const fault of [
      ';a',
      ' a=b',
      ';a= b c',
      ';a="\\',
      ';"',
      ' ',
      ';a*1=%e9',
      '\\',
      '=',
      '*1',
      ',',
    ]) {
      const { codes } = parse(`a/b; x=1${fault.repeat(200_000)}`)
      expect(codes.length).toBeLessThanOrEqual(16)
    }
  })
})

describe('extended parameters (RFC 2231)', () => {
  it.each([
    ["name*=utf-8''%e2%82%ac%20rates", '€ rates'],
    ["name*=UTF-8'en'%E2%82%AC", '€'],
    ["name*=iso-8859-1''%e9", 'é'],
    ["name*=''%c3%a9", 'é'],
    ["name*=x-none''%c3%a9", 'é'],
    ["name*=utf-8''%ff", '\ufffd'],
    ['name*=%c3%a9', 'é'],
    ["name*=utf-8''100%", '100%'],
    ["name*=utf-8''%4%zz%4z%41", '%4%zz%4zA'],
    ["name*=utf-8''€%e2%82%ac", '€€'],
    ["name*=utf-8''\ud83d\ude00\ud83d", '😀\ufffd'],
    ['name*0="a b"; name*1=c', 'a bc'],
    ['name*1=b; name*0=a; name*2=c', 'abc'],
    ['name*10=k; name*9=j', 'jk'],
    ['name*0*=utf-8\'\'%e2%82; name*1*=%ac; name*2="%20 d"', '€%20 d'],
    ["name*0=a%41; name*1*=%41'b'c", "a%41A'b'c"],
    ["name=plain; name*=utf-8''%e2%82%ac", '€'],
    ["name*=utf-8''%e2%82%ac; name=plain", '€'],
  ])('decodes %j', (text, name) => {
    expect(parse(`a/b; x=1; ${text}`).parameters).toEqual({ x: '1', name })
  })

  it('leaves other names with stars as they are', () => {
    expect(parse('a/b; *=1; a*b=2; a*1234567890=3').parameters).toEqual({
      '*': '1',
      'a*b': '2',
      'a*1234567890': '3',
    })
  })

  it('does nothing to objects', () => {
    const { parameters } = parseHeaderValue("a/b; __proto__*=utf-8''x", 'a', createReport())
    expect(Object.entries(parameters)).toEqual([['__proto__', 'x']])
  })
})
