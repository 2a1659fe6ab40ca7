import { describe, expect, it } from 'vitest'
import { type Attachment, parseDeliverReq } from '../../src/index.js'
import { slidesOf } from '../../src/presentation/index.js'
import { buildDeliverReq } from '../../src/testing/index.js'
import { brief, type GivenPart, message, part, smil } from './given.js'

const IMG = '<smil><par dur="5s"><img src="a"/></par></smil>'
const slides = (...attachments: readonly Attachment[]) =>
  brief(slidesOf({ attachments }), { attachments })

describe('slidesOf', () => {
  it('has what the SMIL says of each medium, and the kind of the part', () => {
    const given = message(
      '<par dur="5s"><img src="a" alt="A &amp; B"/><ref src="b"/><video src="http://x.example/v"/></par>',
      { id: 'a', type: 'video/mp4' },
      { id: 'b', type: 'audio/amr' },
      { type: 'text/x-vcard' },
    )
    const [, video, audio, card] = given.attachments
    expect(slidesOf(given)).toEqual([
      {
        duration: 5000,
        isNamed: true,
        media: [
          { kind: 'video', attachment: video, src: 'a', alt: 'A & B' },
          { kind: 'audio', attachment: audio, src: 'b' },
          { kind: 'video', src: 'http://x.example/v' },
        ],
      },
      { isNamed: false, media: [{ kind: 'other', attachment: card }] },
    ])
  })

  it.each([
    ['image/gif', 'image'],
    ['video/3gpp', 'video'],
    ['audio/amr', 'audio'],
    ['text/plain', 'text'],
    ['text/html', 'text'],
    ['application/xhtml+xml', 'text'],
    ['text/x-vcard', 'other'],
    ['text/calendar', 'other'],
    ['application/vnd.oma.drm.message', 'other'],
  ])('takes %s for %s', (type, kind) => {
    expect(slidesOf({ attachments: [part({ type })] })[0]?.media[0]?.kind).toBe(kind)
  })

  it.each<[string, readonly Attachment[]]>([
    ['no SMIL', []],
    ['an empty one', [smil('')]],
    ['one that is none', [smil('Hello'), smil('\u0000\ufffd<<<&;>')]],
    ['one that names nothing', [smil('<smil><body><par dur="5s"/></body></smil>')]],
  ])('makes one slide of all where there is %s', (_, others) => {
    expect(slides(part({ name: 'a' }), ...others, part({ type: 'text/plain' }))).toEqual([
      ['not named', 0, 1],
    ])
  })

  it('makes none of nothing', () => {
    expect(slidesOf({ attachments: [] })).toEqual([])
    expect(slidesOf({})).toEqual([])
    expect(slidesOf({ attachments: [smil('<smil/>')] })).toEqual([])
  })

  it.each([undefined, null, 'text', [], { attachments: 'text' }])('does not take %j', (given) => {
    expect(() => slidesOf(given as never)).toThrow(TypeError)
    expect(() => slidesOf(given as never)).toThrow(/Pass (?:the|a) message/)
  })

  it.each([
    [Promise.resolve({ attachments: [] }), 'The message is a promise: await it.'],
    [{ headers: {}, body: 'a' }, 'Pass what parseMm7Request returned, not the request.'],
  ])('says what to pass instead of %o', (given, message) => {
    expect(() => slidesOf(given as never)).toThrow(new TypeError(message))
  })

  it('reads the first 16 MiB of a SMIL, and leaves out no part', () => {
    const long = `<smil><par><img src="a"/></par>${' '.repeat(16 * 1024 * 1024)}<par><img src="b"/></par></smil>`
    const a = part({ id: 'a' })
    const b = part({ id: 'b' })
    expect(slides(smil(long), b, a)).toEqual([[1], ['not named', 0]])
  })

  it('arranges what the parser read', () => {
    const built = parseDeliverReq(
      buildDeliverReq({
        attachments: [
          { text: IMG, mediaType: 'application/smil', contentId: 'smil' },
          { text: 'Hello' },
          { bytes: Uint8Array.of(1), mediaType: 'image/png', contentId: 'a' },
        ],
      }),
    )
    expect(brief(slidesOf(built), built)).toEqual([
      ['5000 ms', 1],
      ['not named', 0],
    ])
  })
})

describe('the SMIL is', () => {
  const a = part({ id: 'a' })

  it('the first that shows something', () => {
    const other = IMG.replace('5s', '9s')
    expect(slides(smil('<smil/>'), a, smil(IMG), smil(other))).toEqual([['5000 ms', 0]])
  })

  it.each(['<smil@x>', 'smil@x', 'cid:smil@x'])(
    'the one that a start=%j names before others',
    (start) => {
      const container = new Map([
        ['content-type', [`multipart/related; type="application/smil"; start="${start}"`]],
      ])
      const other = IMG.replace('5s', '9s')
      expect(slides(smil(other), a, smil(IMG, { id: 'smil@x', container }))).toEqual([
        ['5000 ms', 0],
      ])
    },
  )

  it('that one, not in quotes, too; and no other of its multipart', () => {
    const container = new Map([['content-type', ['multipart/related;start=s2']]])
    const one = smil(IMG.replace('5s', '9s'), { id: 's1', container })
    expect(slides(one, a, smil(IMG, { id: 's2', container }))).toEqual([['5000 ms', 0]])
  })

  it.each<[type: string, text: string]>([
    ['application/xml', '<?xml version="1.0"?>\n<!-- x --><!DOCTYPE smil SYSTEM "x">\n<smil:smil>'],
    ['text/xml', '\ufeff <SMIL>'],
    ['application/octet-stream', '<smil>'],
    ['text/plain', '\r\n<smil>'],
  ])('a part of type %s that starts with %j', (type, start) => {
    expect(slides(a, part({ type, text: start + IMG }))).toEqual([['5000 ms', 0]])
  })

  it.each<GivenPart>([
    { type: 'text/plain', text: `Look: ${IMG}` },
    { type: 'text/plain', text: '<smile>' },
    { type: 'text/plain', text: '' },
    { type: 'text/plain', text: '<!-- <smil>' },
    { type: 'application/xml', text: `<html>${IMG}</html>` },
    { type: 'text/html', text: IMG },
    { type: 'image/jpeg', text: IMG },
  ])('no other: %j', (given) => {
    expect(slides(a, part(given))).toEqual([['not named', 0, 1]])
  })

  it('never shown, be it not the one that counts', () => {
    const byContent = part({ type: 'text/xml', text: IMG.replace('5s', '9s') })
    expect(slides(smil(IMG), a, byContent, smil('<smil/>'))).toEqual([['5000 ms', 0]])
  })
})

describe('the SMIL is read', () => {
  const TEXT = '<?xml version="1.0" encoding="ISO-8859-1"?><smil><par><img src="é"/></par></smil>'
  const utf16 = (text: string) => Uint8Array.from(Buffer.from(`\ufeff${text}`, 'utf16le'))

  it.each<[string, Uint8Array, string | undefined]>([
    ['by its charset', Buffer.from(TEXT.replace('ISO-8859-1', 'x'), 'latin1'), 'iso-8859-1'],
    ['by its byte order mark', utf16(TEXT), 'utf-8'],
    ['by its declaration', Buffer.from(TEXT, 'latin1'), undefined],
    ['by its declaration, where the charset does not fit', Buffer.from(TEXT, 'latin1'), 'utf-8'],
    [
      'by its declaration, where nobody knows the charset',
      Buffer.from(TEXT, 'latin1'),
      'x-unknown',
    ],
    ['as UTF-8', Buffer.from(TEXT.slice(TEXT.indexOf('<smil'))), undefined],
    ['as windows-1252', Buffer.from(TEXT.slice(TEXT.indexOf('<smil')), 'latin1'), undefined],
  ])('%s', (_, bytes, charset) => {
    const given = smil('', { bytes, ...(charset !== undefined && { charset }) })
    const [slide] = slidesOf({ attachments: [given, part({ name: 'é' }), part({ name: 'x' })] })
    expect(slide?.media).toMatchObject([{ src: 'é', attachment: { name: 'é' } }])
  })
})
