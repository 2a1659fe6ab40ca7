import { describe, expect, it } from 'vitest'
import { readBlock } from './given.js'

const CLEAN: string[] = []

describe('a missing empty line', () => {
  it.each([
    '<?xml version="1.0"?>\r\n<a/>',
    '<soap-env:Envelope>',
    '\xff\xd8\xff\xe0\0\x10JFIF',
    '\x89PNG\r\n\x1a\n',
    'GIF89a',
    'Test MO message!',
    'Test MO message!\r\n\r\nMore of it',
    'X-ray results attached',
    'content-free text',
    'hello : world',
    'a b: c',
    '--bX',
    '--i\r\nContent-Type: a/b\r\n\r\n',
    '\0',
    ':',
    '\xe9: a',
  ])('is where %j starts', (body) => {
    const block = readBlock(`Content-Type: image/jpeg\r\nContent-ID: <a>\r\n${body}\r\n--b`)
    expect(block).toMatchObject({
      headers: { 'content-type': ['image/jpeg'], 'content-id': ['<a>'] },
      body: `${body}\r\n--b`,
      codes: ['blank-line-missing'],
    })
    expect(block.report.warnings[0]?.offset).toBe(43)
  })

  it('is at the very start', () => {
    expect(readBlock('hello')).toMatchObject({
      headers: {},
      body: 'hello',
      codes: ['blank-line-missing'],
    })
  })

  it.each([
    ['ends the part', 'Re: hello', '\r\n--b'],
    ['ends the body', 'Re: hello', ''],
    ['ends with an empty line', 'Re: hello', '\r\n\r\n--b'],
    ['ends with empty lines', 'Re: hello', '\r\n\r\n\r\n--b'],
    ['ends the body with empty lines', 'Re: hello', '\r\n\r\n\r\n'],
    ['is a link', 'http://example.com/', '\r\n--b'],
    ['is folded', 'Re: hello\r\n world', '\r\n--b'],
    ['has fields of MIME in it', 'BEGIN:VCARD\r\nX-A:b\r\nDate: c\r\nEND:VCARD', '\r\n--b'],
    ['has lines that are none', 'BEGIN:VCARD\r\nTEL;HOME:1\r\nEND:VCARD', '\r\n--b'],
    ['has a second line that is none', 'Re: hello\r\nhow are you', '\r\n--b'],
    ['has an empty line after that', 'Re: hello\r\nhow are you\r\n\r\nbye', '\r\n--b'],
  ])('is before a text that looks like a field and %s', (_, body, end) => {
    for (const type of ['Content-Type: text/plain\r\nContent-ID: <a>\r\n', '']) {
      const block = readBlock(`${type}${body}${end}`)
      expect(block).toMatchObject({ body: `${body}${end}`, codes: ['blank-line-missing'] })
      expect(block.report.warnings[0]?.offset).toBe(type.length)
      expect(Object.keys(block.headers)).toHaveLength(type === '' ? 0 : 2)
    }
  })

  it.each(['text/xml', 'image/jpeg', 'Application/XML; charset=utf-8'])(
    'is after a foreign field where the body is no text but %s',
    (type) => {
      expect(readBlock(`content-type: ${type}\r\nReceived: by a\r\n<a/>`)).toMatchObject({
        headers: { 'content-type': [type], received: ['by a'] },
        body: '<a/>',
        codes: ['blank-line-missing'],
      })
    },
  )

  it('is not there: a text that looks like a field stays the body', () => {
    expect(readBlock('Content-Type: text/plain\r\n\r\nRe: hello\r\n\r\n--b')).toMatchObject({
      body: 'Re: hello\r\n\r\n--b',
      codes: CLEAN,
    })
  })

  it('is not missed where a part that is not text is empty', () => {
    const text = 'Content-Type: image/gif\r\nLast-Modified: Mon\r\n\r\n\r\n--b'
    expect(readBlock(text)).toMatchObject({
      headers: { 'last-modified': ['Mon'] },
      body: '\r\n--b',
      codes: CLEAN,
    })
  })

  it('is not missed where a part is empty', () => {
    expect(readBlock('Content-Type: a/b\r\n\r\n--b')).toMatchObject({ body: '--b', codes: CLEAN })
    expect(readBlock('Content-Type: a/b\r\n\r\n\r\n--b')).toMatchObject({
      body: '\r\n--b',
      codes: CLEAN,
    })
    expect(readBlock('Content-Type a/b\r\n--b')).toMatchObject({
      headers: {},
      body: '--b',
      codes: ['header-line-malformed'],
    })
  })
})

describe('a field that is none of MIME', () => {
  it('stands among headers if one that no text has comes after it, though the body is empty', () => {
    const text = 'Content-Type: text/plain\nFrom: me\nContent-ID: <k>\n\n--b'
    expect(readBlock(text)).toMatchObject({
      headers: { from: ['me'], 'content-id': ['<k>'] },
      body: '--b',
      codes: ['header-unexpected'],
    })
  })

  it.each([
    'X-Mailer: a',
    'User-Agent: a',
    'From: <a@b>',
    'To: a@b',
    'Date: Tue, 12 Jun 2012 15:10:11 +0000',
    'Message-ID: <a>',
    'Received: by a',
  ])('is a header of a text where it is one of mail, and is reported: %s', (field) => {
    const { headers, body, report } = readBlock(`Content-Type: text/plain\n${field}\n\nbody\n--b`)
    expect(Object.keys(headers)).toHaveLength(2)
    expect(body).toBe('body\n--b')
    expect(report.warnings).toMatchObject([{ code: 'header-unexpected', offset: 25 }])
    expect(readBlock(`Content-Type: image/gif\n${field}\n\nbody\n--b`)).toMatchObject({
      body: 'body\n--b',
      codes: CLEAN,
    })
  })

  it.each([
    'Re: lunch',
    'Date: tomorrow at five',
    'To: my dear friends',
    'Message-ID: none',
    'http://example.com/',
    'BEGIN:VCARD',
    'Re: lunch\nPS: dinner',
  ])('is the first line of a text where it is none of mail: %s', (line) => {
    for (const end of ['\n\nAt noon?\n--b', '\n\n--b', '\n--b', '']) {
      const { headers, body, report } = readBlock(`Content-Type: text/plain\n${line}${end}`)
      expect({ headers, body }).toEqual({
        headers: { 'content-type': ['text/plain'] },
        body: `${line}${end}`,
      })
      expect(report.warnings).toMatchObject([{ code: 'blank-line-missing', offset: 25 }])
    }
  })

  it('is the text where no empty line ends it, whatever its name', () => {
    for (const end of ['\n--b', '\n', '']) {
      expect(readBlock(`Content-Type: text/plain\nX-Mas: is coming${end}`)).toMatchObject({
        body: `X-Mas: is coming${end}`,
        codes: ['blank-line-missing'],
      })
    }
  })

  it.each([
    ['of no type', 'X-A: 1', '\n--b'],
    ['of no type', 'X-A: 1', '\nhello'],
    ['of no type', 'Date: tomorrow', '\nhello'],
    ['of another type', 'Content-Type: image/gif\nX-A: 1', '\n--b'],
    ['of another type', 'Content-Type: image/gif\nRe: lunch', '\nhello'],
  ])('is a header of a part %s though no empty line ends it: %j', (_, fields, end) => {
    const { headers, body } = readBlock(fields + end)
    expect(Object.keys(headers)).toHaveLength(fields.split('\n').length)
    expect(body).toBe(end.slice(1))
  })

  it.each(['\n\nbody\n--b', '\n\n--b', '\n--b', '\nhello', ''])(
    'does not make a text of a damaged line before it, nor is that one: %j',
    (end) => {
      const damaged = 'Content-Type: text/plain\nContent-Description SOAP'
      const { body, codes } = readBlock(damaged + end)
      expect(body).toBe(end.replace(/^\n\n?/, ''))
      expect(codes).not.toContain('header-unexpected')
      expect(readBlock(`${damaged}\nX-Mailer: a\nContent-ID: <k>${end}`).codes.slice(0, 2)).toEqual(
        ['header-line-malformed', 'header-unexpected'],
      )
    },
  )

  it('is the text by the Content-Type that says something, should one be empty', () => {
    const text = 'Re: lunch\n\nAt noon?'
    expect(readBlock(`Content-Type:\nContent-Type: text/plain\n${text}`).body).toBe(text)
    expect(readBlock(`Content-Type:  \ncontent-Type: image/gif\n${text}`)).toMatchObject({
      headers: { re: ['lunch'] },
      codes: ['header-repeated'],
    })
    expect(readBlock(`Content-Type: \t\n${text}`)).toMatchObject({
      headers: { re: ['lunch'] },
      body: 'At noon?',
      codes: CLEAN,
    })
  })

  it('is a header of a part that has no type, and is reported', () => {
    expect(readBlock('Re: lunch\n\nAt noon?')).toMatchObject({
      headers: { re: ['lunch'] },
      codes: ['header-unexpected'],
    })
    expect(readBlock('X-A: 1\n\nAt noon?').codes).toEqual(CLEAN)
  })
})
