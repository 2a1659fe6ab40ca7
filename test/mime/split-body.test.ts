import { describe, expect, it } from 'vitest'
import { DEFAULT_LIMITS, type Limits } from '../../src/limits.js'
import { splitBody } from '../../src/mime/split-body.js'
import { createReport } from '../../src/report.js'
import { bytesOf, codesOf, textOf, treeOf } from './given.js'

const RELATED = 'multipart/related; type="text/xml"; boundary=b'
const ROOT = ['--b', 'Content-Type: text/xml', 'Content-ID: <a>', '', '<a/>']

function split(contentType: string | undefined, body: string, limits?: Partial<Limits>) {
  const report = createReport()
  const header = (name: string) => (name === 'content-type' ? contentType : undefined)
  const { root, parts } = splitBody(header, bytesOf(body), { ...DEFAULT_LIMITS, ...limits }, report)
  return { root, parts, tree: treeOf(parts), codes: codesOf(report), report }
}

describe('a multipart body', () => {
  const body = [...ROOT, '--b', '', 'two', '--b--'].join('\r\n')

  it('is split, and its root found', () => {
    const { root, parts, tree, codes } = split(RELATED, body)
    expect({ tree, codes }).toEqual({ tree: ['<a/>', 'two'], codes: [] })
    expect(root).toBe(parts[0])
  })

  it.each([
    ['Multipart/Related; Type="text/xml"; Boundary=b', []],
    ['multipart/related;boundary="b";type="text/xml";', []],
    [`${RELATED}; charset=utf-8`, []],
    ['multipart/related; type="text/xml"; \r\n\tboundary=b', []],
    ['multipart/related; type="text/xml";\n boundary=b', []],
    ['multipart/related; boundary=b', ['type-parameter-missing']],
    ['multipart/related; type=text/xml; boundary=b', ['parameter-unquoted']],
    ['multipart/related; type="text/xml" boundary=b', ['parameter-separator-missing']],
    ['multipart/mixed; boundary=b', ['content-type-unexpected']],
    ['multipart/related; type="text/xml"', ['boundary-missing']],
    ['multipart/related; type="text/xml"; boundary=""', ['boundary-missing']],
    ['multipart/related; type="text/xml"; boundary=c', ['boundary-missing']],
    ['multipart/related; type="text/xml"; boundary=b--', ['boundary-missing']],
    ['text/xml', ['content-type-unexpected', 'boundary-missing']],
    ['text/xml; boundary=c', ['content-type-unexpected', 'boundary-missing']],
    ['text/xml; boundary=b', ['content-type-unexpected']],
    ['application/octet-stream; boundary="b"', ['content-type-unexpected']],
    ['', ['content-type-unexpected', 'boundary-missing']],
    [undefined, ['content-type-unexpected', 'boundary-missing']],
  ])('is split, whatever its Content-Type: %j', (contentType, codes) => {
    expect(split(contentType, body)).toMatchObject({ tree: ['<a/>', 'two'], codes })
  })

  it('may have a boundary in UTF-8, as one that was read byte by byte', () => {
    const named = 'multipart/related; type="text/xml"; boundary="\xc3\xa9"'
    const utf8 = ['--\xc3\xa9', ...ROOT.slice(1), '--\xc3\xa9--'].join('\n')
    expect(split(named, utf8)).toMatchObject({ tree: ['<a/>'], codes: ['boundary-invalid'] })
    expect(split(named.replace('\xc3\xa9', 'é'), utf8).tree).toEqual(['<a/>'])
  })

  it('may have a boundary of other bytes', () => {
    const named = 'multipart/related; type="text/xml"; boundary="\xe9"'
    const text = ['--\xe9', ...ROOT.slice(1), '--\xe9--'].join('\n')
    const { tree, codes, report } = split(named, text)
    expect(tree).toEqual(['<a/>'])
    expect(report.warnings[0]?.path).toBe('content-type')
    expect(codes).toEqual(['header-line-malformed', 'boundary-invalid', 'boundary-missing'])
  })

  it('may have a boundary that is not named, in lines that end in CR CR LF', () => {
    const lines = ['--b', 'Content-Type: text/xml', '', '<a/>', '--b--']
    for (const before of ['', 'hello\r\r\n']) {
      const text = before + lines.join('\r\r\n')
      const { tree, codes } = split('multipart/related; type="text/xml"', text)
      expect(tree).toEqual(['<a/>'])
      expect(codes).toEqual(['header-line-malformed', 'boundary-missing'])
    }
  })

  it('has no delimiter that is empty', () => {
    const text = ['<a>', '--', '', '--', '</a>'].join('\n')
    expect(split('multipart/related; type="text/xml"; boundary=""', text)).toMatchObject({
      tree: [text],
      codes: ['boundary-missing'],
    })
  })
})

describe('a body that is the envelope', () => {
  it.each([
    ['<a/>'],
    ['\xef\xbb\xbf<a/>'],
    ['\xff\xfe<\0a\0/\0>\0'],
    ['\xfe\xff\0<\0a\0/\0>'],
    ['\0<\0a\0/\0>'],
    [' \r\n\t<a/>'],
    ['\xef\xbb\xbf\r\n<a/>'],
  ])('is the root: %j', (body) => {
    const { root, parts, codes } = split('text/xml; charset="utf-8"', body)
    expect(parts).toEqual([root])
    expect(codes).toEqual([])
    expect(root).toMatchObject({ mediaType: 'text/xml', parts: [] })
    expect(root?.parameters['charset']).toBe('utf-8')
    expect([...(root?.headers ?? [])]).toEqual([['content-type', ['text/xml; charset="utf-8"']]])
    expect(textOf(root?.body as Uint8Array)).toBe(body)
  })

  it.each([
    ['application/xml', []],
    ['application/soap+xml', []],
    ['text/plain', ['content-type-unexpected']],
    ['jpeg', ['content-type-unexpected']],
    ['multipart/related; type="text/xml"; ', ['boundary-missing']],
    [RELATED, ['boundary-missing']],
    ['text/xml; foo', ['parameter-malformed']],
  ])('may be called %j', (contentType, codes) => {
    expect(split(contentType, '<a/>')).toMatchObject({ tree: ['<a/>'], codes })
  })

  it('may hold what looks like delimiters of the boundary that it has', () => {
    const text = '<a>\n--b\n\nx\n--b--\n</a>'
    expect(split('text/xml; boundary=b', text)).toMatchObject({ tree: [text], codes: [] })
  })

  it('has no headers where there are none', () => {
    const { root, codes } = split(undefined, '<a/>')
    expect(root).toMatchObject({ mediaType: 'application/octet-stream', headers: new Map() })
    expect(codes).toEqual(['content-type-unexpected'])
  })
})

describe('a body that cannot be read', () => {
  it('is empty', () => {
    const { root, parts, report } = split(RELATED, '')
    expect({ root, parts }).toEqual({ root: undefined, parts: [] })
    expect(report.failure).toMatchObject({ code: 'body-empty', offset: 0 })
  })

  it.each([
    [RELATED, 'hello'],
    [RELATED, '--b--'],
    [RELATED, 'hello\r\n--c\r\nx'],
    [RELATED, `${'hello\r\n'.repeat(700)}--c\r\n\r\nx`],
    ['text/xml', '{"a":1}'],
    ['text/xml', '\xff\xff\xff\xff<a/>'],
    [undefined, '\0\0'],
    ['text/xml', '\xef\xbb'],
    ['multipart/related', '--b--\r\n'],
  ])('is neither envelope nor multipart: %s %j', (contentType, body) => {
    const { root, parts, report } = split(contentType, body)
    expect({ root, parts }).toEqual({ root: undefined, parts: [] })
    expect(report.failure).toMatchObject({ code: 'body-unreadable', offset: 0 })
  })

  const NEITHER = 'The body is neither XML nor a multipart'
  it.each([
    [
      'application/json',
      '{"a":1}',
      `${NEITHER}: Content-Type "application/json", it starts with "{\\"a\\":1}" (7 bytes).`,
    ],
    [
      undefined,
      'x'.repeat(30),
      `${NEITHER}: no Content-Type, it starts with "${'x'.repeat(24)}" (30 bytes).`,
    ],
    [
      'text/xml',
      '\x1f\x8bz',
      `${NEITHER}: Content-Type "text/xml", it starts with "\\u001f\x8bz" (3 bytes). It is compressed (gzip): inflate it before.`,
    ],
    [
      'text/xml',
      '\x1fz',
      `${NEITHER}: Content-Type "text/xml", it starts with "\\u001fz" (2 bytes).`,
    ],
  ])('is told, with its type %s and how it starts: %j', (contentType, body, message) => {
    expect(split(contentType, body).report.failure?.message).toBe(
      message.replace('\x8b', '\\u{8b}'),
    )
  })

  it.each([
    '--b\r\nContent-Type: text/xml\r\n\r\n<a/>',
    '<?xml version="1.0"?><a>a</a>',
    '\x1f\x8b'.repeat(20),
  ])('may be base64 of what could be read: %j', (body) => {
    const base64 = Buffer.from(body, 'latin1').toString('base64')
    for (const sent of [base64, base64.replace(/.{20}/g, '$&\r\n')]) {
      const { failure } = split('multipart/related; boundary=b', sent).report
      expect(failure?.code).toBe('body-unreadable')
      expect(failure?.message).toContain('It is base64: decode it before')
    }
  })

  it.each(['hello', 'x'.repeat(3000), Buffer.from('just some text, and more').toString('base64')])(
    'is not taken for base64 otherwise: %.30j',
    (body) => {
      expect(split(undefined, body).report.failure?.message).not.toContain('base64')
    },
  )

  it.each([
    [undefined, '<a/>', 'There is no Content-Type; the body decides.'],
    ['text/xml', 'a', 'The Content-Type is "text/xml", and the body is not XML; the body decides.'],
    ['a/b', '<a/>', 'The Content-Type is "a/b", not multipart/related or XML; the body decides.'],
  ])('may be called %s and be %j', (contentType, body, message) => {
    expect(split(contentType, body).report.warnings).toMatchObject([{ message }])
  })

  it('is too large: what the limit leaves is read', () => {
    const body = [...ROOT, '--b--'].join('\n')
    expect(split(RELATED, body, { bodyBytes: body.length }).codes).toEqual([])
    const { tree, report } = split(RELATED, body, { bodyBytes: body.length - 7 })
    expect(tree).toEqual(['<a/'])
    expect(report.failure).toMatchObject({ code: 'body-too-large', offset: body.length - 7 })
  })
})
