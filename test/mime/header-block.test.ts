import { describe, expect, it } from 'vitest'
import { DEFAULT_LIMITS } from '../../src/limits.js'
import { readHeaderBlock } from '../../src/mime/header-block.js'
import { createReport } from '../../src/report.js'
import { bytesOf, readBlock } from './given.js'

const CLEAN: string[] = []

describe('a header block', () => {
  it.each([
    ['CRLF', 'Content-Type: a/b\r\nContent-ID: <a>\r\n\r\nbody'],
    ['LF', 'Content-Type: a/b\nContent-ID: <a>\n\nbody'],
    ['both', 'Content-Type: a/b\nContent-ID: <a>\r\n\nbody'],
  ])('is read with %s', (_, text) => {
    expect(readBlock(text)).toMatchObject({
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
    expect(readBlock(`${field}\r\n\r\nbody`)).toMatchObject({
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
    const { headers } = readBlock(`Content-Type: a/b;${fold}x=y\r\n\r\nbody`)
    expect(headers).toEqual({ 'content-type': [`a/b;${fold.replace(/[\r\n]/g, '')}x=y`] })
  })

  it('may be empty', () => {
    expect(readBlock('\r\nbody')).toMatchObject({ headers: {}, body: 'body', codes: CLEAN })
    expect(readBlock('\nbody')).toMatchObject({ headers: {}, body: 'body', codes: CLEAN })
    expect(readBlock('')).toMatchObject({ headers: {}, body: '', codes: CLEAN })
  })

  it('may end with the part, or with the body', () => {
    const headers = { 'content-type': ['a/b'] }
    expect(readBlock('Content-Type: a/b\r\n--b')).toMatchObject({
      headers,
      body: '--b',
      codes: CLEAN,
    })
    expect(readBlock('Content-Type: a/b\r\n')).toMatchObject({ headers, body: '', codes: CLEAN })
    expect(readBlock('Content-Type: a/b')).toMatchObject({ headers, body: '', codes: CLEAN })
    expect(readBlock('Content-Type: a/b\r\n\r')).toMatchObject({ headers, body: '' })
  })

  it('may have fields of mail, and others', () => {
    const text = 'Date: x\nMessage-ID: <m>\nMime-Version: 1.0\nX-A: 1\nReceived: by a\n\nbody'
    expect(readBlock(text)).toMatchObject({
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
    expect(readBlock(`Content-Type: image/gif\n${text}`).codes).toEqual(CLEAN)
    expect(readBlock(`Content-Type: text/plain\n${text}`).codes).toHaveLength(4)
  })

  it('may have names that objects have, and does nothing to objects', () => {
    const { headers } = readHeaderBlock(
      {
        bytes: bytesOf('__proto__: 1\nconstructor: 2\nhasOwnProperty: 3\ntoString: 4\n\nbody'),
        isDelimiter: () => false,
        looked: 0,
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
    const { headers } = readBlock(
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
    expect(readBlock('Content-ID:\r\nX-A: \r\n\r\nbody').headers).toEqual({
      'content-id': [''],
      'x-a': [''],
    })
  })

  it('keeps every value of a field that is repeated, and tells where it should not be', () => {
    const { headers, report } = readBlock(
      'X-A: 1\nx-a: 2\nContent-ID: <a>\nContent-Id: <b>\n\nbody',
    )
    expect(headers).toEqual({ 'x-a': ['1', '2'], 'content-id': ['<a>', '<b>'] })
    expect(report.warnings).toMatchObject([
      { code: 'header-repeated', path: 'content-id', offset: 30 },
    ])
  })

  it('has blanks around the names of its fields', () => {
    const { headers, codes } = readBlock(' Content-Type : a/b\nContent-ID\t: <a>\n\nbody')
    expect(headers).toEqual({ 'content-type': ['a/b'], 'content-id': ['<a>'] })
    expect(codes).toEqual(['header-line-malformed', 'header-line-malformed'])
  })
})

describe('limits', () => {
  it('ends a block before the line that makes it too long', () => {
    const text = 'X-A: 1\r\nX-B: 2\r\n\r\nbody'
    expect(readBlock(text, { headerBytes: 16 }).codes).toEqual([])
    const { headers, body, report } = readBlock(text, { headerBytes: 15 })
    expect({ headers, body }).toEqual({ headers: { 'x-a': ['1'] }, body: 'X-B: 2\r\n\r\nbody' })
    expect(report.failure).toMatchObject({ code: 'headers-too-large', offset: 0 })
  })

  it.each([
    ['a folded line', 'X-A: 1\r\n 2345678\r\n\r\n', { 'x-a': ['1'] }],
    ['a damaged line', 'X-A: 1\r\nContent-ID\r\n\r\n', { 'x-a': ['1'] }],
    ['the first line', 'X-A: 1234567890\r\n\r\n', {}],
  ])('counts the bytes of %s', (_, text, headers) => {
    const block = readBlock(text, { headerBytes: 15 })
    expect(block.codes).toContain('headers-too-large')
    expect(block.headers).toEqual(headers)
  })

  it('keeps so many fields, and counts damaged lines with them', () => {
    const text = 'X-A: 1\r\nContent-ID\r\nX-B: 2\r\n 3\r\n\r\nbody'
    expect(readBlock(text, { headers: 3 }).report.failure).toBeUndefined()
    const { headers, codes } = readBlock(text, { headers: 2 })
    expect(headers).toEqual({ 'x-a': ['1'] })
    expect(codes).toEqual(['header-line-malformed', 'too-many-headers'])
  })
})
