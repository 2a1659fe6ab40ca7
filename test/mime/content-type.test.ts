import { describe, expect, it } from 'vitest'
import { DEFAULT_LIMITS } from '../../src/limits.js'
import { parseHeaderValue, readHeaderValue } from '../../src/mime/content-type.js'
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
  const { value, parameters } = readHeaderValue(
    text,
    'content-type',
    DEFAULT_LIMITS,
    report,
    offset,
  )
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
    ['a/b; x="a\\"b\\\\c"; y=2', { x: 'a"b\\c', y: '2' }],
    ['multipart/related; start="<a>"; \r\n\tboundary="b"', { start: '<a>', boundary: 'b' }],
    ['a/b; boundary=--NextPart_0', { boundary: '--NextPart_0' }],
    ["a/b; x=a'b", { x: "a'b" }],
    ['a/b; name=\xe9€', { name: '\xe9€' }],
    ['a/b; x=a“b”; y=“1”2', { x: 'a“b”', y: '“1”2' }],
  ])('has parameters: %j', (text, parameters) => {
    expect(parse(text)).toMatchObject({ parameters, codes: [] })
  })

  it('has parameters with the names of what objects have, and does nothing to objects', () => {
    const { parameters } = parseHeaderValue('a/b; __proto__=x; constructor=y', 9)
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
    ['a/b; x=“1 2”; y=3', { x: '1 2', y: '3' }],
    ['a/b; x=”1”', { x: '1' }],
  ])('lacks quotes: %j', (text, parameters, code = 'parameter-unquoted') => {
    expect(parse(text)).toMatchObject({ parameters, codes: [code] })
  })

  it('is cut short in quotes: what is left of it is shown', () => {
    expect(parse('a/b; x="1; y').report.warnings[0]?.message).toBe(
      '"\\"1; y" should be in quotes; read as if it were.',
    )
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
    ['name*=%c3%a9', 'name is encoded, and names no charset; read as UTF-8.'],
    ['name*0*=%41; name*1=b', 'name is encoded, and names no charset; read as UTF-8.'],
  ])('has %s, against RFC 2231', (text, message) => {
    expect(parse(`a/b; ${text}`, 7).report.warnings).toEqual([
      { code: 'parameter-malformed', message, path: 'content-type', offset: 7 },
    ])
  })

  it.each([
    ["us-ascii''%e9", 'é', 'us-ascii; read as windows-1252'],
    ["us-ascii''%c3%a9", 'é', 'us-ascii; read as utf-8'],
    ["euc-kr''%ed%95%9c", '한', 'euc-kr; read as utf-8'],
    ["utf-8''%ed%a0%bd%ed%b8%80", '😀', 'utf-8; read as cesu-8'],
    ["utf-8''%e9", '\ufffd', 'utf-8; U+FFFD stands for them'],
  ])('has bytes that are not of their charset: %s', (value, name, what) => {
    const { parameters, report } = parse(`a/b; name*=${value}`)
    expect(parameters).toEqual({ name })
    const message = `The bytes of name are not of ${what}.`
    expect(report.warnings).toMatchObject([{ code: 'charset-invalid-bytes', message }])
  })

  it.each([
    "us-ascii''a",
    "utf-16''%d8%3d%de%00",
    "utf-16''a%00",
    "iso-8859-1''%e9",
    "utf-8''%ef%bf%bd",
  ])('has no such bytes in %s', (value) =>
    expect(parse(`a/b; name*=${value}`).report.warnings).toEqual([]),
  )

  it.each(['latin-1', '4', 'win1252'])('has a charset by its nickname %s', (charset) => {
    const { parameters, report } = parse(`a/b; name*=${charset}''%e9`)
    expect(parameters).toEqual({ name: 'é' })
    const message = `The charset "${charset}" of name is not a registered name; read as windows-1252.`
    expect(report.warnings).toEqual([{ code: 'charset-unknown', message, path: 'content-type' }])
  })

  it.each(['name=a.gif', 'Filename="a.gif"', "filename*=utf-8''a.gif", 'name*0=a.gif'])(
    'has a file name in the place of its value: %s',
    (text) => {
      const { value, parameters, codes } = parse(`${text}; x=1`)
      expect({ value, parameters: Object.values(parameters) }).toEqual({
        value: '',
        parameters: expect.arrayContaining(['a.gif', '1']),
      })
      expect(codes).toEqual(['parameter-separator-missing'])
    },
  )

  it.each(['type=text/plain', 'x=1', 'names=1', 'xname=1', 'x-filename=1'])(
    'is %s, and no parameter',
    (text) => {
      expect(parse(text)).toMatchObject({ value: text, parameters: {}, codes: [] })
    },
  )

  it('tells where it is, if it is in the body', () => {
    expect(parse('a/b; x', 7).report.warnings[0]).toMatchObject({ path: 'content-type', offset: 7 })
    expect(parse('a/b; x').report.warnings[0]).not.toHaveProperty('offset')
  })

  it.each([
    ['"C:\\Data\\Images\\pic.jpg"', 'C:\\Data\\Images\\pic.jpg'],
    ['"a\\b\\\\c\\"d"', 'a\\b\\c"d'],
    ['"\\\\server\\share"', '\\server\\share'],
    ['"it\\\'s"', "it\\'s"],
  ])('keeps a backslash that escapes nothing: %s', (sent, x) => {
    expect(parse(`a/b; x=${sent}`)).toMatchObject({
      parameters: { x },
      codes: ['parameter-malformed'],
    })
  })

  it.each(['"a\\\\b"', '"\\""', '"\\\\\\\\a"'])('takes off one that does: %s', (sent) => {
    const x = JSON.parse(sent)
    expect(parse(`a/b; x=${sent}`)).toMatchObject({ parameters: { x }, codes: [] })
  })

  it('is read as far as the limit of parameters', () => {
    const text = (count: number, junk = '') =>
      `a/b${Array.from({ length: count }, (_, i) => `; p${i}=1`).join('')}${junk}`
    expect(parse(text(64))).toMatchObject({ codes: [] })
    expect(parse(text(64, ';; '))).toMatchObject({ codes: [] })
    for (const over of [text(65), text(64, '; junk')]) {
      const { parameters, report } = parse(over, 7)
      expect(Object.keys(parameters)).toHaveLength(64)
      expect(report.failure).toEqual({
        code: 'too-many-parameters',
        message: 'content-type has more than 64 parameters (limits.parameters).',
        path: 'content-type',
        offset: 7,
      })
    }
  })

  it('is read in linear time', () => {
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
      const { deviations } = parseHeaderValue(`a/b; x=1${fault.repeat(200_000)}`, 64)
      expect(deviations.length).toBeLessThanOrEqual(3 * 64)
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
    ["name*=utf-8''%ed%a0%bd%ed%b8%80", '😀'],
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
    ["name*=windows-1252''%80", '€'],
    ["name*=x-none''%e9", 'é'],
    ["name=plain; name*=utf-8''%e2%82%ac", '€'],
    ["name*=utf-8''%e2%82%ac; name=plain", '€'],
  ])('decodes %j', (text, name) => {
    expect(parse(`a/b; x=1; ${text}`).parameters).toEqual({ x: '1', name })
  })

  it.each(['boundary', 'start', 'type', 'charset'])('counts less than the plain %s', (name) => {
    for (const extended of [`${name}*=utf-8''c`, `${name}*0=c`, `${name}*0*=c; ${name}*1=d`]) {
      for (const text of [`${name}=b; ${extended}`, `${extended}; ${name}=b`]) {
        expect(parse(`a/b; ${text}`)).toMatchObject({
          parameters: { [name]: 'b' },
          codes: ['parameter-repeated'],
        })
      }
      expect(parse(`a/b; ${extended}`).codes).toEqual([])
      expect(parse(`a/b; ${extended}`).parameters[name]).toMatch(/^cd?$/)
    }
  })

  it.each(['%00', '%1b', '%0D', '%0a', '%7f', '%c2%85'])(
    'has U+FFFD for the control %s',
    (control) => {
      for (const text of [`name*=utf-8''a${control}b`, `name*0*=utf-8''a${control}; name*1=b`]) {
        const { parameters, codes } = parse(`a/b; ${text}`)
        expect(parameters).toEqual({ name: 'a\ufffdb' })
        expect(codes).toEqual(['character-forbidden'])
      }
    },
  )

  it('may have a tab', () => {
    expect(parse("a/b; name*=utf-8''a%09b")).toMatchObject({
      parameters: { name: 'a\tb' },
      codes: [],
    })
  })

  it('leaves other names with stars as they are', () => {
    expect(parse('a/b; *=1; a*b=2; a*1234567890=3').parameters).toEqual({
      '*': '1',
      'a*b': '2',
      'a*1234567890': '3',
    })
  })

  it('does nothing to objects', () => {
    const { parameters } = parseHeaderValue("a/b; __proto__*=utf-8''x", 9)
    expect(Object.entries(parameters)).toEqual([['__proto__', 'x']])
  })
})
