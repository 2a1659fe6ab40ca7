import { describe, expect, it } from 'vitest'
import { DEFAULT_LIMITS, type Limits } from '../../src/limits.js'
import { readHeaderBlock } from '../../src/mime/header-block.js'
import { createReport, type Report } from '../../src/report.js'
import { bytesOf, codesOf, textOf } from './given.js'

interface Block {
  readonly headers: Record<string, readonly string[]>
  readonly body: string
  readonly codes: string[]
  readonly report: Report
}

/** Reads the headers of a part that ends at a line `--b`, or with the text. */
function read(text: string, limits?: Partial<Limits>): Block {
  const bytes = bytesOf(text)
  const report = createReport()
  const isDelimiter = (at: number) => /^--b\r?(?:\n|$)/.test(textOf(bytes.subarray(at, at + 5)))
  const source = { bytes, isDelimiter }
  const block = readHeaderBlock(source, 0, { ...DEFAULT_LIMITS, ...limits }, report)
  return {
    headers: Object.fromEntries(block.headers),
    body: textOf(bytes.subarray(block.bodyStart)),
    codes: codesOf(report),
    report,
  }
}

const CLEAN: string[] = []

describe('a header block', () => {
  it.each([
    ['CRLF', 'Content-Type: a/b\r\nContent-ID: <a>\r\n\r\nbody'],
    ['LF', 'Content-Type: a/b\nContent-ID: <a>\n\nbody'],
    ['both', 'Content-Type: a/b\nContent-ID: <a>\r\n\nbody'],
  ])('is read with %s', (_, text) => {
    expect(read(text)).toMatchObject({
      headers: { 'content-type': ['a/b'], 'content-id': ['<a>'] },
      body: 'body',
      codes: CLEAN,
    })
  })

  it.each([
    ['no blank after the colon', 'Content-Type:a/b'],
    ['many', 'Content-Type: \t  a/b'],
    ['some at the end', 'Content-Type: a/b \t '],
    ['capitals', 'CONTENT-TYPE: a/b'],
    ['none', 'content-type: a/b'],
    ['folded before the value', 'Content-Type:\r\n a/b'],
    ['folded with a tab', 'Content-Type:\r\n\ta/b'],
    ['folded twice', 'Content-Type:\n  \r\n        a/b'],
    ['folded at the end', 'Content-Type: a/b\r\n   '],
  ])('may have %s', (_, field) => {
    expect(read(`${field}\r\n\r\nbody`)).toMatchObject({
      headers: { 'content-type': ['a/b'] },
      body: 'body',
      codes: CLEAN,
    })
  })

  it.each([
    ['CRLF and a tab', '\r\n\t'],
    ['LF and a blank', '\n '],
    ['CRLF and 8 blanks', '\r\n        '],
    ['two lines', '\r\n \r\n\t'],
  ])('keeps the blanks of %s when it unfolds', (_, fold) => {
    const { headers } = read(`Content-Type: a/b;${fold}x=y\r\n\r\nbody`)
    expect(headers).toEqual({ 'content-type': [`a/b;${fold.replace(/[\r\n]/g, '')}x=y`] })
  })

  it('may be empty', () => {
    expect(read('\r\nbody')).toMatchObject({ headers: {}, body: 'body', codes: CLEAN })
    expect(read('\nbody')).toMatchObject({ headers: {}, body: 'body', codes: CLEAN })
    expect(read('')).toMatchObject({ headers: {}, body: '', codes: CLEAN })
  })

  it('may end with the part, or with the body', () => {
    const headers = { 'content-type': ['a/b'] }
    expect(read('Content-Type: a/b\r\n--b')).toMatchObject({ headers, body: '--b', codes: CLEAN })
    expect(read('Content-Type: a/b\r\n')).toMatchObject({ headers, body: '', codes: CLEAN })
    expect(read('Content-Type: a/b')).toMatchObject({ headers, body: '', codes: CLEAN })
    expect(read('Content-Type: a/b\r\n\r')).toMatchObject({ headers, body: '' })
  })

  it('may have fields of mail, and others', () => {
    const text = 'Date: x\nMessage-ID: <m>\nMime-Version: 1.0\nX-A: 1\nReceived: by a\n\nbody'
    expect(read(text)).toMatchObject({
      headers: {
        date: ['x'],
        'message-id': ['<m>'],
        'mime-version': ['1.0'],
        'x-a': ['1'],
        received: ['by a'],
      },
      body: 'body',
      codes: ['header-unexpected'],
    })
    expect(read(`Content-Type: image/gif\n${text}`).codes).toEqual(CLEAN)
    expect(read(`Content-Type: text/plain\n${text}`).codes).toHaveLength(4)
  })

  it('may have names that objects have, and does nothing to objects', () => {
    const { headers } = readHeaderBlock(
      {
        bytes: bytesOf('__proto__: 1\nconstructor: 2\nhasOwnProperty: 3\ntoString: 4\n\nbody'),
        isDelimiter: () => false,
      },
      0,
      DEFAULT_LIMITS,
      createReport(),
    )
    expect([...headers]).toEqual([
      ['__proto__', ['1']],
      ['constructor', ['2']],
      ['hasownproperty', ['3']],
      ['tostring', ['4']],
    ])
    expect(Object.prototype).not.toHaveProperty('1')
  })

  it('has UTF-8 in its values, or bytes', () => {
    const { headers } = read(
      'X-A: \xe2\x82\xac\nX-B: voil\xc3\xa0\nX-C: voil\xe0\nX-D: \xa0\n\nbody',
    )
    expect(headers).toEqual({
      'x-a': ['€'],
      'x-b': ['voilà'],
      'x-c': ['voil\xe0'],
      'x-d': ['\xa0'],
    })
  })

  it('has an empty value', () => {
    expect(read('Content-ID:\r\nX-A: \r\n\r\nbody').headers).toEqual({
      'content-id': [''],
      'x-a': [''],
    })
  })

  it('keeps every value of a field that is repeated, and tells where it should not be', () => {
    const { headers, report } = read('X-A: 1\nx-a: 2\nContent-ID: <a>\nContent-Id: <b>\n\nbody')
    expect(headers).toEqual({ 'x-a': ['1', '2'], 'content-id': ['<a>', '<b>'] })
    expect(report.warnings).toMatchObject([
      { code: 'header-repeated', path: 'content-id', offset: 30 },
    ])
  })

  it('has blanks around the names of its fields', () => {
    const { headers, codes } = read(' Content-Type : a/b\nContent-ID\t: <a>\n\nbody')
    expect(headers).toEqual({ 'content-type': ['a/b'], 'content-id': ['<a>'] })
    expect(codes).toEqual(['header-line-malformed', 'header-line-malformed'])
  })
})

describe('a line that is no field', () => {
  it.each([
    ['has lost its colon', 'Content-Transfer-Encoding binary'],
    ['is another that has', 'mime-version 1.0'],
    ['has one that nobody reads', 'Content-Description SOAP'],
  ])('is passed over where it %s, even as the last', (_, line) => {
    const { headers, body, report } = read(`Content-Type: a/b\r\n${line}\r\n\r\nbody`)
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
    expect(read(`${line}\r\nContent-Type: a/b\r\n\r\nbody`)).toMatchObject({
      headers: { 'content-type': ['a/b'] },
      body: 'body',
      codes: ['header-line-malformed'],
    })
  })

  it('is passed over with what is folded onto it', () => {
    expect(read('Content-Type a/b;\r\n\tname=c\r\n d\r\n\r\nbody')).toMatchObject({
      headers: {},
      body: 'body',
      codes: ['header-line-malformed'],
    })
  })

  it.each(['Date: tomorrow', 'X-A: 1', 'Message-ID: <a>', 'Subject: a'])(
    'starts the body where %j follows, as it may in a text',
    (line) => {
      expect(read(`Content-Type: text/plain\r\nlet us meet\r\n${line}\r\n\r\nbody`)).toMatchObject({
        headers: { 'content-type': ['text/plain'] },
        body: `let us meet\r\n${line}\r\n\r\nbody`,
        codes: ['blank-line-missing'],
      })
    },
  )
})

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
    const block = read(`Content-Type: image/jpeg\r\nContent-ID: <a>\r\n${body}\r\n--b`)
    expect(block).toMatchObject({
      headers: { 'content-type': ['image/jpeg'], 'content-id': ['<a>'] },
      body: `${body}\r\n--b`,
      codes: ['blank-line-missing'],
    })
    expect(block.report.warnings[0]?.offset).toBe(43)
  })

  it('is at the very start', () => {
    expect(read('hello')).toMatchObject({
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
      const block = read(`${type}${body}${end}`)
      expect(block).toMatchObject({ body: `${body}${end}`, codes: ['blank-line-missing'] })
      expect(block.report.warnings[0]?.offset).toBe(type.length)
      expect(Object.keys(block.headers)).toHaveLength(type === '' ? 0 : 2)
    }
  })

  it.each(['text/xml', 'image/jpeg', 'Application/XML; charset=utf-8'])(
    'is after a foreign field where the body is no text but %s',
    (type) => {
      expect(read(`content-type: ${type}\r\nReceived: by a\r\n<a/>`)).toMatchObject({
        headers: { 'content-type': [type], received: ['by a'] },
        body: '<a/>',
        codes: ['blank-line-missing'],
      })
    },
  )

  it('is not there: a text that looks like a field stays the body', () => {
    expect(read('Content-Type: text/plain\r\n\r\nRe: hello\r\n\r\n--b')).toMatchObject({
      body: 'Re: hello\r\n\r\n--b',
      codes: CLEAN,
    })
  })

  it('is not missed where a part that is not text is empty', () => {
    const text = 'Content-Type: image/gif\r\nLast-Modified: Mon\r\n\r\n\r\n--b'
    expect(read(text)).toMatchObject({
      headers: { 'last-modified': ['Mon'] },
      body: '\r\n--b',
      codes: CLEAN,
    })
  })

  it('is not missed where a part is empty', () => {
    expect(read('Content-Type: a/b\r\n\r\n--b')).toMatchObject({ body: '--b', codes: CLEAN })
    expect(read('Content-Type: a/b\r\n\r\n\r\n--b')).toMatchObject({
      body: '\r\n--b',
      codes: CLEAN,
    })
    expect(read('Content-Type a/b\r\n--b')).toMatchObject({
      headers: {},
      body: '--b',
      codes: ['header-line-malformed'],
    })
  })
})

describe('limits', () => {
  it('ends a block before the line that makes it too long', () => {
    const text = 'X-A: 1\r\nX-B: 2\r\n\r\nbody'
    expect(read(text, { headerBytes: 16 }).codes).toEqual([])
    const { headers, body, report } = read(text, { headerBytes: 15 })
    expect({ headers, body }).toEqual({ headers: { 'x-a': ['1'] }, body: 'X-B: 2\r\n\r\nbody' })
    expect(report.failure).toMatchObject({ code: 'headers-too-large', offset: 0 })
  })

  it.each([
    ['a folded line', 'X-A: 1\r\n 2345678\r\n\r\n', { 'x-a': ['1'] }],
    ['a damaged line', 'X-A: 1\r\nContent-ID\r\n\r\n', { 'x-a': ['1'] }],
    ['the first line', 'X-A: 1234567890\r\n\r\n', {}],
  ])('counts the bytes of %s', (_, text, headers) => {
    const block = read(text, { headerBytes: 15 })
    expect(block.codes).toContain('headers-too-large')
    expect(block.headers).toEqual(headers)
  })

  it('keeps so many fields, and counts damaged lines with them', () => {
    const text = 'X-A: 1\r\nContent-ID\r\nX-B: 2\r\n 3\r\n\r\nbody'
    expect(read(text, { headers: 3 }).report.failure).toBeUndefined()
    const { headers, codes } = read(text, { headers: 2 })
    expect(headers).toEqual({ 'x-a': ['1'] })
    expect(codes).toEqual(['header-line-malformed', 'too-many-headers'])
  })
})

describe('a line of blanks', () => {
  it.each([
    ['Content-Type: image/jpeg\r\n \r\nabc: \xff\xd8\r\n\r\nrest', 'abc: \xff\xd8\r\n\r\nrest'],
    ['Content-Type: image/jpeg\n\t \n\xff\xd8', '\xff\xd8'],
  ])('is the empty line before what is no header: %j', (text, body) => {
    expect(read(text)).toMatchObject({ body, codes: ['header-line-malformed'] })
  })

  it('is none where there is something that cannot be seen, but is no blank', () => {
    for (const text of ['\x01', '\x7f', '\xc3\xa9']) {
      const { headers, codes } = read(`X-A: a\r\n \t${text}\r\nContent-ID: <a>\r\n\r\nbody`)
      expect(headers['content-id']).toEqual(['<a>'])
      expect(codes).not.toContain('header-line-malformed')
    }
  })

  it.each([
    'Content-Type: a/b;\r\n \r\n c=d\r\nContent-ID: <a>\r\n\r\nbody',
    'Content-Type: a/b\r\n\t\r\nContent-ID: <a>\r\n\r\nbody',
  ])('is a fold among headers: %j', (text) => {
    const { headers, body, codes } = read(text)
    expect(headers['content-id']).toEqual(['<a>'])
    expect([body, codes]).toEqual(['body', []])
  })
})

describe('a field that is none of MIME', () => {
  it('stands among headers if one that no text has comes after it, though the body is empty', () => {
    const text = 'Content-Type: text/plain\nFrom: me\nContent-ID: <k>\n\n--b'
    expect(read(text)).toMatchObject({
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
    const { headers, body, report } = read(`Content-Type: text/plain\n${field}\n\nbody\n--b`)
    expect(Object.keys(headers)).toHaveLength(2)
    expect(body).toBe('body\n--b')
    expect(report.warnings).toMatchObject([{ code: 'header-unexpected', offset: 25 }])
    expect(read(`Content-Type: image/gif\n${field}\n\nbody\n--b`)).toMatchObject({
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
      const { headers, body, report } = read(`Content-Type: text/plain\n${line}${end}`)
      expect({ headers, body }).toEqual({
        headers: { 'content-type': ['text/plain'] },
        body: `${line}${end}`,
      })
      expect(report.warnings).toMatchObject([{ code: 'blank-line-missing', offset: 25 }])
    }
  })

  it('is the text where no empty line ends it, whatever its name', () => {
    for (const end of ['\n--b', '\n', '']) {
      expect(read(`Content-Type: text/plain\nX-Mas: is coming${end}`)).toMatchObject({
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
    const { headers, body } = read(fields + end)
    expect(Object.keys(headers)).toHaveLength(fields.split('\n').length)
    expect(body).toBe(end.slice(1))
  })

  it.each(['\n\nbody\n--b', '\n\n--b', '\n--b', '\nhello', ''])(
    'does not make a text of a damaged line before it, nor is that one: %j',
    (end) => {
      const damaged = 'Content-Type: text/plain\nContent-Description SOAP'
      const { body, codes } = read(damaged + end)
      expect(body).toBe(end.replace(/^\n\n?/, ''))
      expect(codes).not.toContain('header-unexpected')
      expect(read(`${damaged}\nX-Mailer: a\nContent-ID: <k>${end}`).codes.slice(0, 2)).toEqual([
        'header-line-malformed',
        'header-unexpected',
      ])
    },
  )

  it('is the text by the Content-Type that says something, should one be empty', () => {
    const text = 'Re: lunch\n\nAt noon?'
    expect(read(`Content-Type:\nContent-Type: text/plain\n${text}`).body).toBe(text)
    expect(read(`Content-Type:  \ncontent-Type: image/gif\n${text}`)).toMatchObject({
      headers: { re: ['lunch'] },
      codes: ['header-repeated'],
    })
    expect(read(`Content-Type: \t\n${text}`)).toMatchObject({
      headers: { re: ['lunch'] },
      body: 'At noon?',
      codes: CLEAN,
    })
  })

  it('is a header of a part that has no type, and is reported', () => {
    expect(read('Re: lunch\n\nAt noon?')).toMatchObject({
      headers: { re: ['lunch'] },
      codes: ['header-unexpected'],
    })
    expect(read('X-A: 1\n\nAt noon?').codes).toEqual(CLEAN)
  })
})

describe('an empty line among headers', () => {
  const ID = 'Content-ID: <a>'
  const TYPE = 'Content-Type: text/plain'

  it.each([
    ['after the delimiter', `\r\n${TYPE}\r\n${ID}\r\n\r\nbody`, [2]],
    ['twice after the delimiter', `\r\n\r\n${TYPE}\r\n${ID}\r\n\r\nbody`, [4]],
    ['after each', `\r\n${TYPE}\r\n\r\n${ID}\r\n\r\nbody`, [2, 30]],
    ['in LF', `\n${TYPE}\n\n${ID}\n\nbody`, [1, 27]],
    ['before the Content-Type', `${ID}\r\n\r\n${TYPE}\r\n\r\nbody`, [19]],
  ])('is passed over: %s', (_, text, offsets) => {
    const { headers, body, report } = read(text)
    expect({ headers, body }).toEqual({
      headers: { 'content-type': ['text/plain'], 'content-id': ['<a>'] },
      body: 'body',
    })
    expect(report.warnings).toMatchObject(
      offsets.map((offset) => ({ code: 'header-line-malformed', offset })),
    )
  })

  it('is passed over more than once before the Content-Type', () => {
    const text = `${ID}\n\nContent-Location: b\n\n${TYPE};\n charset=c\nX-A: 1\n\n${ID}\n\nbody`
    const { headers, body } = read(text)
    expect(Object.keys(headers)).toEqual(['content-id', 'content-location', 'content-type', 'x-a'])
    expect(body).toBe(`${ID}\n\nbody`)
  })

  it.each([
    ['after a full block', `${TYPE}\n\n`, `${ID}\n\nbody`],
    ['before a field that is there', `\n${TYPE}\n\n`, `${TYPE}\n\nbody`],
    ['before fields that bring no type', `${ID}\n\n`, 'Content-Location: b\n\nbody'],
    ['before fields of other names', '\n', 'Subject: a\n\nbody'],
    ['before a field that starts with another', '\n', `X-A: 1\n${TYPE}\n\nbody`],
    ['before fields with another', '\n', `${TYPE}\nSubject: a\n\nbody`],
    ['before a field of no MIME, after all', `\n${TYPE}\n\n`, 'X-A: 1\n\nbody'],
    ['before fields that no empty line ends', '\n', `${TYPE}\n--b`],
    ['before a text', '\n', `${TYPE}\nbody`],
    ['before a damaged field', '\n', `${TYPE}\nContent-ID\n\nbody`],
    ['before many', '\n', `${'\n'.repeat(20)}`],
  ])('ends them: %s', (_, head, body) => {
    const block = read(head + body)
    expect(block.body).toBe(body)
  })

  it('is not passed over for more fields than a part may have', () => {
    const text = `\n${TYPE}\n${ID}\n\nbody`
    expect(read(text, { headers: 2 }).body).toBe('body')
    expect(read(text, { headers: 1 })).toMatchObject({
      body: `${TYPE}\n${ID}\n\nbody`,
      codes: CLEAN,
    })
    const spread = `\n${TYPE}\n\n${ID}\n\nbody`
    expect(read(spread, { headers: 1 }).body).toBe(`${ID}\n\nbody`)
  })

  it('ends in CR CR LF as all lines do', () => {
    const text = 'Content-Type: a/b;\r\r\n x=y\r\r\nContent-ID: <a>\r\r\n\r\r\nbody'
    expect(read(text)).toMatchObject({
      headers: { 'content-type': ['a/b; x=y'], 'content-id': ['<a>'] },
      body: 'body',
      codes: ['header-line-malformed'],
    })
    expect(read('Content-Type: a/b\r\n\rx\r\nbody').body).toBe('\rx\r\nbody')
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
      const { headers, body, report } = read(lines.join(lineEnd))
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
    expect(read('name=a\n\nbody')).toMatchObject({
      headers: {},
      body: 'name=a\n\nbody',
      codes: ['blank-line-missing'],
    })
  })

  it('goes on with one that goes on, and may be folded', () => {
    const text = 'Content-Type: a/b;\nname=a;\ncharset=\n utf-8\nContent-ID: <a>\n\nbody'
    expect(read(text)).toMatchObject({
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
    expect(read(`${field}\n${line}\n\nbody`)).toMatchObject({
      body: `${line}\n\nbody`,
      codes: ['blank-line-missing'],
    })
  })
})
