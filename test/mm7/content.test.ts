import { describe, expect, it } from 'vitest'
import { type DeliverReq, parseDeliverReq } from '../../src/index.js'
import { deliverReq, envelope, reportedOf } from './given.js'

const ROOT = 'Content-Type: text/xml\r\nContent-ID: <root>'

/** A message of these parts, each its header and, behind an empty line, its body. */
function message(fields: string, ...parts: string[]): DeliverReq {
  const all = [`${ROOT}\r\n\r\n${envelope(deliverReq(fields))}`, ...parts]
  const body = `${all.map((part) => `--b\r\n${part}\r\n`).join('')}--b--\r\n`
  const type = 'multipart/related; type="text/xml"; start="<root>"; boundary=b'
  return parseDeliverReq({ headers: { 'content-type': type }, body: Buffer.from(body) })
}

function part(type: string, id: string, body = 'x', more = ''): string {
  const contentId = id === '' ? '' : `\r\nContent-ID: <${id}>`
  return `Content-Type: ${type}${contentId}${more}\r\n\r\n${body}`
}

const A = part('text/plain', 'a@x', 'A')
const B = part('text/plain; name="b name.txt"', 'b', 'B', '\r\nContent-Location: b.txt')
const MIXED = part(
  'multipart/mixed; boundary=c',
  'mixed',
  `--c\r\n${part('text/plain', '', '1')}\r\n--c\r\n${part('text/plain', '', '2')}\r\n--c--`,
)
/** One by its location alone, one by both, two that differ in what senders put around a name. */
const OTHERS = [
  part('text/plain', '', 'C', '\r\nContent-Location: xcid:c'),
  part('text/plain', 'd.txt', 'D', '\r\nContent-Location: d.txt'),
  part('text/plain', 'p%20q', 'first'),
  part('text/plain', '', 'second', '\r\nContent-Location: "p q"'),
]

const texts = (read: DeliverReq) =>
  read.contents.map(({ attachments }) =>
    attachments.map(({ bytes }) => Buffer.from(bytes).toString()).join(),
  )

describe('the href of a Content', () => {
  it.each([
    ['cid:a@x', 'A', []],
    ['CID:a%40x', 'A', []],
    ['cid:mixed', '1,2', []],
    ['b.txt', 'B', []],
    [' cid:a@x\t', 'A', []],
    ['"cid:a@x"'.replaceAll('"', '&quot;'), 'A', ['malformed']],
    ['cid:&quot;a@x&quot;', 'A', ['malformed']],
    ['cid:&lt;a@x> (comment)', 'A', ['malformed']],
    ['cid:a@x&quot;', 'A', ['malformed']],
    ['&quot;cid:a@x', 'A', ['malformed']],
    ['\u00a0cid:a@x', 'A', ['malformed']],
    ['xcid:c', 'C', []],
    ['d.txt', 'D', ['malformed']],
    ['&lt;p q>', 'first', ['malformed']],
    ['cid: a@x ', 'A', ['malformed']],
    ['cid:&lt;a@x>', 'A', ['malformed']],
    ['&lt;a@x>', 'A', ['malformed']],
    ['a@x', 'A', ['malformed']],
    ['cid:b.txt', 'B', ['malformed']],
    ['cid:b name.txt', 'B', ['malformed']],
    ['b%20name.txt', 'B', ['malformed']],
    ['cid:b;', 'B', ['malformed']],
    ["cid:'b'", 'B', ['malformed']],
    ['b (a text)', 'B', ['malformed']],
    ['cid:B%20NAME.txt', 'A', ['unmatched']],
    ['cid:A@X', 'A', ['unmatched']],
    ['cid:root', 'A', ['unmatched']],
    ['cid:%zz', 'A', ['unmatched']],
    ['', 'A', ['unmatched']],
  ])('%j names %s', (href, expected, codes) => {
    const read = message(`<Content href="${href}"/>`, A, B, MIXED, ...OTHERS)
    expect(texts(read)).toEqual([expected])
    expect(reportedOf(read)).toEqual(codes.map((code) => `href-${code} Content`))
  })

  it('may be missing: the first other part stands, if there is one', () => {
    const read = message('<Content/>', A, B)
    expect(texts(read)).toEqual(['A'])
    expect(read.contents[0] && 'href' in read.contents[0]).toBe(false)
    expect(read.warnings).toEqual([
      {
        code: 'href-missing',
        message: 'The Content has no href; the first other part is taken instead.',
        offset: 438,
        path: 'Content',
      },
    ])
    const alone = message('<Content/><Content href="cid:a"/>')
    expect(texts(alone)).toEqual(['', ''])
    expect(alone.warnings.map((warning) => warning.message)).toEqual([
      'The Content has no href; there is no other part.',
      'Content appears again, which the schema does not have; read as well.',
      'No part is called "cid:a"; there is no other part.',
    ])
  })

  it.each([
    ['cid:b', 'b (a text)', 'B', ['malformed']],
    ['cid:b%20(1)', 'b (1)', 'B', []],
    ['cid:b%20(2)', 'b (1)', 'A', ['unmatched']],
    ['cid:b(1)', 'b', 'A', ['unmatched']],
    ['cid:b', "<'b'>", 'B', ['malformed']],
    ['cid:d', '<c>, <d>', 'B', []],
    ['cid:c d', '<c d>', 'B', ['malformed']],
    ['c%20d', '<c%20d>', 'B', ['malformed']],
    ['&quot;c', '<"c>', 'B', ['malformed']],
  ])('%j names a part with the Content-ID %s, or not: %s', (href, id, expected, codes) => {
    const other = part('text/plain', '', 'B', `\r\nContent-ID: ${id}`)
    const read = message(`<Content href="${href}"/>`, A, other)
    expect(texts(read)).toEqual([expected])
    expect(reportedOf(read).filter((code) => code.startsWith('href'))).toEqual(
      codes.map((code) => `href-${code} Content`),
    )
  })

  it('is not the empty name of a part where it is empty itself', () => {
    const unnamed = part('text/plain', 'b', 'B', '\r\nContent-Location:')
    const read = message('<Content href=""/>', A, unnamed)
    expect(texts(read)).toEqual(['A'])
    expect(reportedOf(read)).toEqual(['href-unmatched Content'])
  })

  it('is that of a part before it is the name of another, and decoded before it is as sent', () => {
    const named = part('text/plain; name=b.txt', 'n', 'named')
    expect(texts(message('<Content href="b.txt"/>', named, B))).toEqual(['B'])
    const ids = [part('text/plain', 'a%40x', 'as sent'), A]
    expect(texts(message('<Content href="cid:a%40x"/>', ...ids))).toEqual(['A'])
    const locations = ['b%20c', 'b c'].map((name) =>
      part('text/plain', '', name, `\r\nContent-Location: ${name}`),
    )
    expect(texts(message('<Content href="b%20c"/>', ...locations.reverse()))).toEqual(['b%20c'])
  })

  it('may be there twice, and the part too: the first is found', () => {
    const again = part('text/plain', 'a@x', 'again', '\r\nContent-Location: b.txt')
    const read = message('<Content href="cid:a@x"/><Content href="cid:a@x"/>', B, A, again)
    expect(texts(read)).toEqual(['A', 'A'])
    expect(read.contents[0]?.attachments).toBe(read.contents[1]?.attachments)
    expect(reportedOf(read)).toEqual([
      'content-id-repeated content-id',
      'content-id-repeated content-location',
      'element-repeated Content',
    ])
  })

  it('is told to be missing where there are attachments and no Content', () => {
    expect(reportedOf(message('', A))).toEqual(['element-missing Content'])
    expect(reportedOf(message(''))).toEqual([])
  })

  it('finds no envelope within a multipart', () => {
    const nested = `Content-Type: multipart/mixed; boundary=c\r\n\r\n--c\r\n${ROOT}\r\n\r\n${envelope(deliverReq('<Content href="cid:root"/>'))}\r\n--c\r\n${A}\r\n--c--`
    const body = `--b\r\n${nested}\r\n--b--`
    const type = 'multipart/related; type="text/xml"; start="<root>"; boundary=b'
    const read = parseDeliverReq({
      headers: { 'content-type': type },
      body: Buffer.from(body),
    })
    expect(texts(read)).toEqual(['A'])
    expect(reportedOf(read)).toEqual(['href-unmatched Content'])
  })
})

describe('an attachment', () => {
  const isPresentation = (...parts: string[]) =>
    message('<Content href="cid:p"/>', ...parts).attachments.map((read) => read.isPresentation)

  it('has what its part has, decoded', () => {
    const base64 = '\r\nContent-Transfer-Encoding: base64'
    const [first, second] = message(
      '<Content href="cid:a@x"/>',
      part('text/plain; charset=utf-8', 'a@x', 'w6k=', base64),
      B,
    ).attachments
    expect(first).toEqual({
      bytes: new TextEncoder().encode('é'),
      mediaType: 'text/plain',
      parameters: { charset: 'utf-8' },
      contentId: 'a@x',
      isPresentation: false,
      headers: expect.any(Map),
      containers: [],
    })
    expect(second).toMatchObject({ contentLocation: 'b.txt', name: 'b name.txt' })
  })

  it.each([
    [part('application/smil', 'p'), true],
    [part('application/smil+xml', 'p'), true],
    [part('text/smil', 'p'), true],
    [part('text/plain; name=a.smil', 'p'), true],
    [part('text/xml; name=a.smi', 'p'), true],
    [part('application/xml; name=a.xml', 'p'), false],
    [part('image/jpeg; name=a.smil', 'p'), false],
    [part('application/octet-stream; name=a.smil', 'p'), true],
    [part('application/octet-stream', 'p', 'x', '\r\nContent-Location: a.SMI'), true],
    [part('application/octet-stream', 'p'), false],
    [part('x-application/smil', 'p'), false],
    [part('application/smilx', 'p'), false],
    [part('x-text/plain; name=a.smil', 'p'), false],
    [part('application/xmlx; name=a.smil', 'p'), false],
    [part('text/plain; name=smil', 'p'), true],
    [part('text/plain; name=a.smil.txt', 'p'), true],
    [part('text/plain; name="a smil-1.txt"', 'p'), true],
    [part('text/plain; name=smile.txt', 'p'), false],
    [part('text/plain; name=smil2.txt', 'p'), false],
    [part('text/plain; name=a.smi.txt', 'p'), false],
    [part('text/plain', 'p', '<smil/>'), true],
    [part('text/plain', 'p', '<x:SMIL >'), true],
    [part('text/plain', 'p', '<smiley/>'), false],
    [part('text/plain', 'p', '<asmil/>'), false],
  ])('is a presentation by its type or name: %#', (smil, expected) => {
    expect(isPresentation(smil)).toEqual([expected])
  })

  it.each([
    ['start="<s>"; type="Application/SMIL"', [false, true]],
    ['start=s', [false, true]],
    ['type="application/smil"', [true, false]],
    ['start=s; type="text/html"', [false, false]],
    ['start=none', [false, false]],
    ['', [false, false]],
  ])('is a presentation as the start of its multipart/related: %s', (parameters, expected) => {
    const inner = `--c\r\n${part('text/x', 'q')}\r\n--c\r\n${part('text/x', 's')}\r\n--c--`
    const type = `multipart/related; boundary=c${parameters && `; ${parameters}`}`
    expect(isPresentation(part(type, 'p', inner))).toEqual(expected)
  })

  it('is none as the start of a multipart that is not related', () => {
    const inner = `--c\r\n${part('text/x', 'q')}\r\n--c\r\n${part('text/x', 's')}\r\n--c--`
    const type = 'multipart/mixed; boundary=c; start="<s>"'
    expect(isPresentation(part(type, 'p', inner))).toEqual([false, false])
  })

  it('is missed by no start where the multipart has no parts', () => {
    const empty = part('multipart/related; boundary=c; start="<s>"', 'p', '--c--')
    const { warnings } = message('<Content href="cid:p"/>', empty)
    expect(warnings.map(({ code }) => code)).toEqual(['multipart-empty'])
  })

  it('has what its start deviates in reported in words', () => {
    const inner = `--c\r\n${part('text/x', 'q')}\r\n--c--`
    const related = part('multipart/related; boundary=c; start="<s>"', 'p', inner)
    const { warnings } = message('<Content href="cid:p"/>', related)
    expect(warnings.map((warning) => warning.message)).toEqual([
      'start="<s>" names no part of the multipart that it is of; ignored.',
    ])
  })

  it.each([
    ['start="<none>"', ['start-unmatched']],
    ['start="<cid:none>"', ['content-id-brackets', 'start-unmatched']],
    ['start="<none>"; type="application/smil"', ['start-unmatched']],
    ['start="<s>"', []],
    ['start="<q>"', []],
    ['start="<%71>"', ['start-unmatched']],
    ['start="<cid:q>"; type="text/x"', ['content-id-brackets']],
    ['start="<none>"; type="text/x"', ['start-unmatched']],
  ])('has a start that names one of its parts, or it is reported: %s', (parameters, codes) => {
    const inner = `--c\r\n${part('text/x', 'q')}\r\n--c\r\n${part('text/x', 's')}\r\n--c--`
    const type = `multipart/related; boundary=c; ${parameters}`
    const { warnings } = message('<Content href="cid:p"/>', part(type, 'p', inner))
    const found = warnings.map(({ code }) => code)
    expect(found.filter((code) => /start|brackets/.test(code))).toEqual(codes)
  })

  it.each([
    ['smil1.xml', false],
    ['smilé.xml', false],
    ['ésmil.xml', false],
    ['mms_smil.txt', true],
    ['', true],
  ])(
    'is a presentation with smil as a word in its name %j, or its Content-Location',
    (name, is) => {
      const location = '\r\nContent-Location: 0.smil'
      const more = name === '' ? location : ''
      expect(isPresentation(part(`text/plain; name="${name}"`, 'p', 'x', more))).toEqual([is])
    },
  )

  it.each([
    ['\xff\xd8\xff\xe0', 'image/jpeg', ['media-decoded']],
    ['\xff\xd8\xff', 'application/octet-stream', ['media-decoded']],
    ['\x89PNG\r\n\x1a\n', 'image/png', ['media-decoded']],
    ['ÿØÿ', 'text/plain', []],
    ['ÿØ and more', 'image/jpeg', []],
    ['\x89PDF', 'image/png', []],
  ])('was read as Latin-1 and written in UTF-8 on its way: %j of %s', (start, type, codes) => {
    const { warnings } = message('<Content href="cid:p"/>', part(type, 'p', start))
    expect(warnings.map(({ code }) => code)).toEqual(codes)
  })

  it.each([
    ['\ufffd', 'U+FFFD: the body was decoded as text on its way, and bytes are lost'],
    ['\xff\xd8\xff', 'JPEG as Latin-1 in UTF-8: the body was decoded as text on its way'],
    ['\x89PNG', 'PNG as Latin-1 in UTF-8: the body was decoded as text on its way'],
  ])('is said to start with what shows it: %j', (start, what) => {
    const { warnings } = message('<Content href="cid:p"/>', part('image/jpeg', 'p', start))
    expect(warnings.map((one) => one.message)).toEqual([`The image/jpeg starts with ${what}.`])
  })

  it.each([
    ['image/jpeg', true],
    ['application/octet-stream', true],
    ['application/vnd.ms-excel', true],
    ['text/plain', false],
    ['application/smil', false],
    ['application/xml', false],
    ['image/svg+xml', false],
    ['application/json', false],
  ])(
    'of the type %s was decoded on its way where it starts with U+FFFD: %s',
    (type, isReported) => {
      const { warnings } = message('<Content href="cid:p"/>', part(type, 'p', '\ufffdx'))
      const codes = warnings.map(({ code }) => code)
      expect(codes).toEqual(isReported ? ['media-decoded'] : [])
      expect(message('<Content href="cid:p"/>', part(type, 'p', 'x\ufffd')).warnings).toEqual([])
    },
  )

  it.each(['start="<a>"', 'type="application/smil"'])(
    'is no presentation if it is a picture, whatever its multipart/related says: %s',
    (parameters) => {
      const smil = part('application/smil', 's', '<smil/>')
      const inner = `--c\r\n${part('image/jpeg', 'a')}\r\n--c\r\n${smil}\r\n--c--`
      const type = `multipart/related; boundary=c; ${parameters}`
      expect(isPresentation(part(type, 'p', inner))).toEqual([false, true])
    },
  )
})

describe('the media of an attachment', () => {
  const codesOf = (type: string, bytes: string) => {
    const base64 = Buffer.from(bytes, 'latin1').toString('base64')
    const encoded = part(type, 'a@x', base64, '\r\nContent-Transfer-Encoding: base64')
    return message('<Content href="cid:a@x"/>', encoded).warnings.map(({ code }) => code)
  }

  it('is reported where a decoder of text has been at it, which leaves U+FFFD first', () => {
    expect(codesOf('image/jpeg', '\xef\xbf\xbd\xef\xbf\xbd')).toEqual(['media-decoded'])
    expect(codesOf('text/plain', '\xef\xbf\xbd')).toEqual([])
  })

  it.each(['\xff\xd8\xff', '\xee\xbf\xbd', '\xef\xbe\xbd', '\xef\xbf\xbe', '', 'a\xef\xbf\xbd'])(
    'may start with %j',
    (bytes) => expect(codesOf('image/jpeg', bytes)).toEqual([]),
  )
})

describe('the charset of a text', () => {
  const reported = (type: string) =>
    message('<Content href="cid:a@x"/>', part(type, 'a@x')).warnings.map((each) => each.message)
  const UNKNOWN =
    'The charset "x-none" is not a registered name; its text is UTF-8, or else windows-1252.'

  it.each([
    ['text/plain; charset=x-none', [UNKNOWN]],
    ['application/smil; charset=x-none', [UNKNOWN]],
    [
      'text/plain; charset=latin-1',
      ['The charset "latin-1" is not a registered name; read as windows-1252.'],
    ],
    ['text/plain; charset=iso-8859-1', []],
    ['text/plain; charset=""', []],
    ['image/gif; charset=x-none', []],
    ['richtext/plain; charset=x-none', []],
    ['x-application/smil; charset=x-none', []],
  ])('is reported if nobody has registered it: %s', (type, messages) => {
    expect(reported(type)).toEqual(messages)
  })
})
