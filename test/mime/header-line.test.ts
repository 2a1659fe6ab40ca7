import { describe, expect, it } from 'vitest'
import { isEmptyLine } from '../../src/mime/header-line.js'
import type { Warning } from '../../src/warnings.js'
import { bytesOf, readBlock } from './given.js'

/** Tells whether the line, before a body, is taken for the empty line, and what is reported. */
function emptyLine(line: string, after = '\nbody') {
  const deviations: Warning[] = []
  const bytes = bytesOf(line + after)
  const place = { start: 0, end: line.length, next: Math.min(line.length + 1, bytes.length) }
  return [isEmptyLine(bytes, place, deviations), ...deviations.map(({ message }) => message)]
}

const OF_CR = 'An empty line that ends in CR CR LF; read as one in CRLF.'
const OF_BLANKS = 'A line of blanks where headers end; treated as the empty line.'

describe('the line that ends the headers', () => {
  it('is empty', () => {
    expect(emptyLine('')).toEqual([true])
  })

  it.each(['\r', '\r\r'])('may be of CRs: %j', (line) => {
    expect(emptyLine(line)).toEqual([true, OF_CR])
  })

  it('may be cut before its LF, as the message is', () => {
    expect(emptyLine('\r', '')).toEqual([true, OF_CR])
  })

  it.each([' ', '\t', ' \t ', '  \x0b', ' \x0c', ' \r', '\t\xa0 '])(
    'may be of blanks: %j',
    (line) => {
      expect(emptyLine(line)).toEqual([true, OF_BLANKS])
    },
  )

  it.each([
    'a',
    '\0',
    '\ra',
    '\r ',
    '\xa0',
    ' \x08',
    '  \x0e',
    ' \x1f',
    ' !',
    '\t~',
    ' \x9f',
    ' \xa1',
    ' a ',
  ])('is not %j, which is something else', (line) => {
    expect(emptyLine(line)).toEqual([false])
  })

  it('is none of blanks that a field comes after, or the rest of one: it is a fold', () => {
    expect(emptyLine(' ', '\nContent-ID: <a>')).toEqual([false])
    expect(emptyLine(' ', '\n folded')).toEqual([false])
  })
})

describe('a line that is no field', () => {
  it.each([
    ['has lost its colon', 'Content-Transfer-Encoding binary'],
    ['is another that has', 'mime-version 1.0'],
    ['has one that nobody reads', 'Content-Description SOAP'],
  ])('is passed over where it %s, even as the last', (_, line) => {
    const { headers, body, report } = readBlock(`Content-Type: a/b\r\n${line}\r\n\r\nbody`)
    expect({ headers, body }).toEqual({ headers: { 'content-type': ['a/b'] }, body: 'body' })
    expect(report.warnings).toMatchObject([{ code: 'header-line-malformed', offset: 19 }])
    expect(report.warnings[0]?.message).toContain(JSON.stringify(line))
  })

  it.each([
    ['folded onto nothing', ' folded: onto nothing'],
    ['folded onto nothing, and no field', '\tfoo'],
    ['a sentence', 'hello world'],
    ['bytes', '\xff\xd8\0'],
    ['a colon', ': a'],
  ])('is passed over where a field of MIME follows: %s', (_, line) => {
    expect(readBlock(`${line}\r\nContent-Type: a/b\r\n\r\nbody`)).toMatchObject({
      headers: { 'content-type': ['a/b'] },
      body: 'body',
      codes: ['header-line-malformed'],
    })
  })

  it('is passed over with what is folded onto it', () => {
    expect(readBlock('Content-Type a/b;\r\n\tname=c\r\n d\r\n\r\nbody')).toMatchObject({
      headers: {},
      body: 'body',
      codes: ['header-line-malformed'],
    })
  })

  it.each(['Date: tomorrow', 'X-A: 1', 'Message-ID: <a>', 'Subject: a'])(
    'starts the body where %j follows, as it may in a text',
    (line) => {
      expect(
        readBlock(`Content-Type: text/plain\r\nlet us meet\r\n${line}\r\n\r\nbody`),
      ).toMatchObject({
        headers: { 'content-type': ['text/plain'] },
        body: `let us meet\r\n${line}\r\n\r\nbody`,
        codes: ['blank-line-missing'],
      })
    },
  )
})

describe('a line of blanks', () => {
  it.each([
    ['Content-Type: image/jpeg\r\n \r\nabc: \xff\xd8\r\n\r\nrest', 'abc: \xff\xd8\r\n\r\nrest'],
    ['Content-Type: image/jpeg\n\t \n\xff\xd8', '\xff\xd8'],
  ])('is the empty line before what is no header: %j', (text, body) => {
    expect(readBlock(text)).toMatchObject({ body, codes: ['header-line-malformed'] })
  })

  it('is none where there is something that cannot be seen, but is no blank', () => {
    for (const text of ['\x01', '\x7f', '\xc3\xa9']) {
      const { headers, codes } = readBlock(`X-A: a\r\n \t${text}\r\nContent-ID: <a>\r\n\r\nbody`)
      expect(headers['content-id']).toEqual(['<a>'])
      expect(codes).not.toContain('header-line-malformed')
    }
  })

  it.each([
    'Content-Type: a/b;\r\n \r\n c=d\r\nContent-ID: <a>\r\n\r\nbody',
    'Content-Type: a/b\r\n\t\r\nContent-ID: <a>\r\n\r\nbody',
  ])('is a fold among headers: %j', (text) => {
    const { headers, body, codes } = readBlock(text)
    expect(headers['content-id']).toEqual(['<a>'])
    expect([body, codes]).toEqual(['body', []])
  })
})

describe('a continuation that is not indented', () => {
  it.each([
    ['name="pic.jpg"', 'pic.jpg'],
    ['NAME=pic.jpg; charset=x', 'pic.jpg; charset=x'],
    ['boundary="IN"', 'IN'],
    ["filename*=utf-8''a", "utf-8''a"],
    ['name*0*=a', 'a'],
    ['start = "<a>"', '<a>'],
  ])('goes on with the field before: %s', (line) => {
    for (const lineEnd of ['\r\n', '\n']) {
      const lines = ['Content-Type: a/b; x=1; ', line, '', 'body']
      const { headers, body, report } = readBlock(lines.join(lineEnd))
      expect({ headers, body }).toEqual({
        headers: { 'content-type': [`a/b; x=1; ${line}`] },
        body: 'body',
      })
      expect(report.warnings).toMatchObject([
        { code: 'header-line-malformed', offset: 24 + lineEnd.length },
      ])
    }
  })

  it('is none where there is nothing before it', () => {
    expect(readBlock('name=a\n\nbody')).toMatchObject({
      headers: {},
      body: 'name=a\n\nbody',
      codes: ['blank-line-missing'],
    })
  })

  it('goes on with one that goes on, and may be folded', () => {
    const text = 'Content-Type: a/b;\nname=a;\ncharset=\n utf-8\nContent-ID: <a>\n\nbody'
    expect(readBlock(text)).toMatchObject({
      headers: { 'content-type': ['a/b;name=a;charset= utf-8'], 'content-id': ['<a>'] },
      body: 'body',
    })
  })

  it.each([
    ['without a semicolon before', 'Content-Type: a/b', 'name=a'],
    ['with another word', 'Content-Type: a/b;', 'a=b'],
    ['with a longer word', 'Content-Type: a/b;', 'names=b'],
    ['after nothing', 'Content-Type:', 'name=a'],
    ['that is no parameter', 'Content-Type: a/b;', 'name of a'],
  ])('is none %s', (_, field, line) => {
    expect(readBlock(`${field}\n${line}\n\nbody`)).toMatchObject({
      body: `${line}\n\nbody`,
      codes: ['blank-line-missing'],
    })
  })
})
