import { describe, expect, it } from 'vitest'
import { slidesOf } from '../../src/presentation/index.js'
import { brief, type GivenPart, message, part, smil } from './given.js'

const img = (...sources: string[]) => sources.map((src) => `<img src="${src}"/>`).join('')
const text = (...sources: string[]) => sources.map((src) => `<text src="${src}"/>`).join('')
const TEXT = 'text/plain'

/** What the mentions in one par find: the places of parts, or what they name. */
function find(media: string, ...parts: readonly GivenPart[]): unknown {
  const given = message(`<par>${media}</par>`, ...parts)
  return brief(slidesOf(given), given)
}

describe('a part is found by', () => {
  it.each<[why: string, src: string, part: GivenPart]>([
    ['its Content-ID', 'cid:a@b', { id: 'a@b' }],
    ['its Content-ID without cid:', 'a@b', { id: 'a@b' }],
    ['its Content-ID in brackets', 'cid:&lt;a@b&gt;', { id: 'a@b' }],
    ['its Content-ID that has cid: itself', 'cid:a', { id: 'cid:a' }],
    ['its Content-ID in quotes', 'a', { id: '"a"' }],
    ['its Content-Location', 'a.jpg', { location: 'a.jpg' }],
    ['its Content-Location behind cid:', 'CID:a.jpg', { location: '<a.jpg>' }],
    ['its Content-Location that has cid:', 'cid:1', { location: 'cid:1' }],
    ['its name', 'a.jpg', { name: 'a.jpg' }],
    ['its name behind cid:', 'cid:a.jpg', { name: 'a.jpg' }],
    [
      'the name of its file',
      'a.jpg',
      { name: 'b.jpg', headers: { 'content-disposition': 'attachment; filename="a.jpg"' } },
    ],
    [
      'the name of its file, not in quotes',
      'a.jpg',
      { headers: { 'content-disposition': 'attachment; FileName = a.jpg; size=1' } },
    ],
    ['a name with escapes', 'my%20photo.jpg', { name: 'my photo.jpg' }],
    ['a name that has escapes itself', 'my photo.jpg', { id: 'my%20photo.jpg' }],
    ['a name with a % that is no escape', '100%.jpg', { name: '100%.jpg' }],
    ['a name in other letters', 'IMG.JPG', { name: 'img.jpg' }],
    ['the end of its path', 'a.jpg', { location: 'http://mmsc.example/m/1/A.jpg' }],
    ['the end of a path in Windows', 'C:\\Images\\a.jpg', { name: 'a.jpg' }],
  ])('%s', (_, src, given) => {
    // Another of its kind beside it: nothing is found because it is left over.
    expect(find(img(src), { name: 'other' }, given)).toEqual([[1], ['not named', 0]])
  })

  it('its name without the extension', () => {
    const parts = [{ id: 'image1' }, { id: 'image2' }, { id: 'image1', type: TEXT }]
    expect(find(img('image1.jpg'), ...parts)).toEqual([[0], ['not named', 1, 2]])
    expect(find(img('image1'), { name: 'image1.jpg' }, { name: 'x' })).toEqual([
      [0],
      ['not named', 1],
    ])
    expect(
      find(text('text.000003.txt'), { id: 'text.000003', type: TEXT }, { type: TEXT }),
    ).toEqual([[0], ['not named', 1]])
    expect(find('<ref src="v.mp4"/>', { id: 'v', type: 'video/mp4' }, { id: 'w' })).toEqual([
      [0],
      ['not named', 1],
    ])
    expect(find(img('.jpg'), { id: 'a.jpg' }, { id: 'b.jpg' })).toEqual([
      ['.jpg?'],
      ['not named', 0, 1],
    ])
  })

  it('nothing less than the whole name where two fit without their extensions', () => {
    const parts = [{ name: 'a.gif' }, { name: 'a.png' }]
    expect(find(img('a.jpg'), ...parts)).toEqual([['a.jpg?'], ['not named', 0, 1]])
    expect(find(img('a.jpg', 'a.gif'), ...parts)).toEqual([[1, 0]])
  })
})

describe('of parts that a src may mean', () => {
  it('cid: means the Content-ID first, no cid: the Content-Location, then the name', () => {
    const parts = [{ name: 'a' }, { location: 'a' }, { id: 'a' }]
    expect(find(img('cid:a', 'b', 'b'), ...parts)).toEqual([
      [2, 'b?', 'b?'],
      ['not named', 0, 1],
    ])
    expect(find(img('a', 'b', 'b'), ...parts)).toEqual([
      [1, 'b?', 'b?'],
      ['not named', 0, 2],
    ])
    expect(find(img('a', 'b'), { id: 'a' }, { name: 'a' }, {})).toEqual([
      [1, 'b?'],
      ['not named', 0, 2],
    ])
  })

  it('an exact name counts before another form, of a later mention, too', () => {
    const parts = [{ name: 'a.jpg' }, { name: 'A.JPG' }]
    expect(find(img('A.jpg', 'a.jpg'), ...parts)).toEqual([[1, 0]])
    expect(find(img('x/A.JPG', 'A.JPG'), ...parts)).toEqual([[0, 1]])
  })

  it('the nth mention of a name takes the nth part of that name', () => {
    const parts = [{ name: 'a' }, { name: 'b' }, { name: 'a' }]
    expect(find(img('a', 'a', 'b'), ...parts)).toEqual([[0, 2, 1]])
    expect(find(img('a', 'a', 'a', 'b'), ...parts)).toEqual([[0, 2, 2, 1]])
  })

  it('one that is shown is shown again by its exact name alone', () => {
    const logo = { name: 'my logo.gif' }
    expect(find(img('my logo.gif', 'my logo.gif', 'my%20logo.gif'), logo)).toEqual([[0, 0, 0]])
    expect(find(img('my logo.gif', 'MY LOGO.GIF', 'x/my logo.gif', 'my logo'), logo)).toEqual([
      [0, 'MY LOGO.GIF?', 'x/my logo.gif?', 'my logo?'],
    ])
  })

  it("those in the SMIL's own multipart come first", () => {
    const inner = new Map([['content-type', ['multipart/related']]])
    const attachments = [
      part({ name: 'a.jpg' }),
      smil(`<par>${img('a.jpg', 'b.jpg')}</par>`, { container: inner }),
      part({ name: 'a.jpg', container: inner }),
      part({ id: 'b' }),
      part({ id: 'b', container: inner }),
    ]
    expect(brief(slidesOf({ attachments }), { attachments })).toEqual([
      [1, 3],
      ['not named', 0, 2],
    ])
  })
})

describe('a text is found by', () => {
  it('its words', () => {
    const words = { type: TEXT, text: 'See  you\r\nat eight ' }
    expect(find(text('See you at eight'), { type: TEXT, text: 'x' }, words)).toEqual([
      [1],
      ['not named', 0],
    ])
    expect(
      find(text('Yes', 'Yes'), { type: TEXT, text: 'Yes' }, { type: TEXT, text: 'Yes' }),
    ).toEqual([[0, 1]])
  })

  it('its words, which need no part', () => {
    expect(find(text('See you at eight'), { type: TEXT, text: 'Sent from my phone' })).toEqual([
      ['See you at eight?'],
      ['not named', 0],
    ])
  })
})

describe('what is left over is a pair', () => {
  it('if it is one mention and one part of a kind', () => {
    const parts = [
      { name: 'flowers_6.jpg', id: '5b1e' },
      { type: TEXT, id: '77' },
    ]
    expect(find(img('flowers_.jpg') + text('my text 1.txt'), ...parts)).toEqual([[0, 1]])
    expect(find('<vcard src="x"/>', { type: 'text/x-vcard', id: 'y' })).toEqual([[0]])
  })

  it.each<[string, string, readonly GivenPart[], unknown]>([
    ['two parts', img('x'), [{ name: 'a' }, { name: 'b' }], [['x?'], ['not named', 0, 1]]],
    [
      'two mentions',
      img('x', 'y'),
      [{ name: 'a' }],
      [
        ['x?', 'y?'],
        ['not named', 0],
      ],
    ],
    ['another kind', text('x'), [{ name: 'a' }], [['x?'], ['not named', 0]]],
    [
      'a place outside',
      img('http://x.example/y.jpg'),
      [{ name: 'a' }],
      [['http://x.example/y.jpg?'], ['not named', 0]],
    ],
    [
      'data',
      img('data:image/gif;base64,R0lG'),
      [{ name: 'a' }],
      [['data:image/gif;base64,R0lG?'], ['not named', 0]],
    ],
  ])('but not of %s', (_, media, parts, expected) => {
    expect(find(media, ...parts)).toEqual(expected)
  })

  it("of the SMIL's own multipart first", () => {
    const inner = new Map<string, string[]>()
    const attachments = [
      smil(`<par>${text('x')}</par>`, { container: inner }),
      part({ type: TEXT, text: 'Yes', container: inner }),
      part({ type: TEXT, text: 'Sent from a phone' }),
    ]
    expect(brief(slidesOf({ attachments }), { attachments })).toEqual([[0], ['not named', 1]])
  })
})
