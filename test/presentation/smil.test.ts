import { describe, expect, it } from 'vitest'
import { clockValue } from '../../src/presentation/clock.js'
import { slidesOf } from '../../src/presentation/index.js'
import { readSmil } from '../../src/presentation/smil.js'
import { brief, message } from './given.js'

/** Each slide: its duration, and what it mentions. */
function read(text: string): unknown[] {
  return readSmil(text).map(({ duration, mentions }) => [
    duration ?? null,
    ...mentions.map(({ src }) => src),
  ])
}

describe('a clock value', () => {
  it.each([
    ['5s', 5000],
    ['5', 5000],
    ['5000ms', 5000],
    ['35.723s', 35_723],
    ['35,723s', 35_723],
    ['.5s', 500],
    ['5.s', 5000],
    ['1.0005s', 1001],
    ['2min', 120_000],
    ['1.5h', 5_400_000],
    ['7 sec', 7000],
    ['7msec', 7],
    [' 10S ', 10_000],
    ['02:33', 153_000],
    ['2:03.5', 123_500],
    ['50:00:10.25', 180_010_250],
    ['00:00', 0],
  ])('%j is %d ms', (text, ms) => {
    expect(clockValue(text)).toBe(ms)
  })

  it.each([
    'indefinite',
    'media',
    '',
    '-5s',
    's',
    '5 seconds',
    '1:2:3:4',
    '02:60',
    '99:00',
    'NaN',
    '1e3s',
    '5s5s',
    `${'9'.repeat(400)}h`,
  ])('%j is none', (text) => {
    expect(clockValue(text)).toBeUndefined()
  })
})

describe('slides', () => {
  it.each([
    [
      'each par is one',
      '<par><img src="a"/><text src="b"/></par><par><img src="c"/></par>',
      [
        [null, 'a', 'b'],
        [null, 'c'],
      ],
    ],
    [
      'a par within is part of it',
      '<par dur="1s"><seq><img src="a"/><par dur="9s"><img src="b"/></par></seq><img src="c"/></par>',
      [[1000, 'a', 'b', 'c']],
    ],
    [
      'other elements are looked through',
      '<seq><a><excl repeat="3"><par><wrap><img src="a"/></wrap></par></excl></a></seq>',
      [[null, 'a']],
    ],
    [
      'what is in none is one of its own',
      '<img src="a" dur="2s"/><par><img src="b"/></par><text src="c"/>',
      [
        [2000, 'a'],
        [null, 'b'],
        [null, 'c'],
      ],
    ],
    [
      'one without anything is none',
      '<par dur="5s"/><par dur="5s"></par><par><img/><img src=" "/><text alt="x"></text></par>',
      [],
    ],
    [
      'what shows nothing is no mention',
      '<meta name="text" src="x"/><region src="y"/><par><param src="z"/><img src="a"/></par>',
      [[null, 'a']],
    ],
    [
      'an end tag too many ends nothing',
      '</par><par></img><img src="a"></par></par><par><img src="b"/></par>',
      [
        [null, 'a'],
        [null, 'b'],
      ],
    ],
    [
      'all that show something',
      '<par><text src="1"/><img src="2"/><image src="3"/><audio src="4"/><video src="5"/><ref src="6"/><animation src="7"/><textstream src="8"/><vcard src="9"/></par>',
      [[null, '1', '2', '3', '4', '5', '6', '7', '8', '9']],
    ],
  ])('%s', (_, body, slides) => {
    expect(read(`<smil><head><layout/></head><body>${body}</body></smil>`)).toEqual(slides)
  })

  it.each([
    [
      'prefixes and capitals',
      '<S:SMIL xmlns:S="x"><S:Body><s:PAR DUR="1s"><S:Img s:SRC="a"/></s:PAR></S:Body></S:SMIL>',
      [[1000, 'a']],
    ],
    [
      'quotes of any kind, or none',
      `<par dur = '1s'><img src='a"'/><img src=b.jpg/><img src=c/d.jpg region=x></par>`,
      [[1000, 'a"', 'b.jpg', 'c/d.jpg']],
    ],
    ['no space between attributes', '<par><img region="I"src="a"/></par>', [[null, 'a']]],
    ['a `>` in a value', '<par><img alt=">" src="a>b"/></par>', [[null, 'a>b']]],
    ['the first of two', '<par dur="1s" dur="2s"><img src="a" src="b"/></par>', [[1000, 'a']]],
    [
      'references',
      '<par><img src="&lt;&amp;&#65;&#x42;&quot;&apos;&gt;&nbsp;.jpg"/></par>',
      [[null, '<&AB"\'>\u00a0.jpg']],
    ],
    [
      'what is no reference',
      '<par><img src="R&D&copy;&#0;&#x110000;&amp"/></par>',
      [[null, 'R&D&copy;&#0;&#x110000;&amp']],
    ],
    [
      'comments',
      '<!-- <img src="x"/> --><par><!--<img src="y"/>--><img src="a"/></par>',
      [[null, 'a']],
    ],
    ['CDATA', '<par><![CDATA[<img src="x"/>]]><img src="a"/></par>', [[null, 'a']]],
    [
      'processing instructions',
      '<?xml version="1.0"?><?php <img src="x"/> ?><par><img src="a"/></par>',
      [[null, 'a']],
    ],
    [
      'a declaration without its end',
      '<?xml version="1.0"><par><img src="a"/></par>',
      [[null, 'a']],
    ],
    [
      'a DOCTYPE',
      '<!DOCTYPE smil PUBLIC "-//W3C//DTD SMIL 1.0//EN" "http://x/>"><par><img src="a"/></par>',
      [[null, 'a']],
    ],
    [
      'a DOCTYPE with a subset',
      `<!DOCTYPE smil [ <!ENTITY a "<img src='x'/>]>"> <!-- ' ]> --> <?p "]>?> %b; ]><par><img src="a"/><img src="&a;"/></par>`,
      [[null, 'a', '&a;']],
    ],
    [
      'stray characters',
      '<par = "><img / "src="a" / "/></par><3 <par><img src="b"/></par>',
      [
        [null, 'a'],
        [null, 'b'],
      ],
    ],
    [
      'a tag that another one starts in',
      '<par <img src="a" <text src="b"/></par>',
      [[null, 'a', 'b']],
    ],
    ['a quote that is not closed', '<par><img src="a.jpg/><text src="b"/></par>', [[null, 'b']]],
  ])('are read through %s', (_, text, slides) => {
    expect(read(text)).toEqual(slides)
  })

  it.each([
    ['between tags', '<smil><body><par dur="5s"><img src="a"/>', [[5000, 'a']]],
    ['in a tag', '<par><img src="a"/><text src="b" region="Te', [[null, 'a', 'b']]],
    ['in a value', '<par><img src="a"/><text src="b', [[null, 'a']]],
    ['in a comment', '<par><img src="a"/><!-- <img src="b"/>', [[null, 'a']]],
    ['in a CDATA section', '<par><img src="a"/><![CDATA[ <img src="b"/>', [[null, 'a']]],
    ['in a DOCTYPE', '<!DOCTYPE smil [ <img src="b"/>', []],
    ['at a `<`', '<par><img src="a"/><', [[null, 'a']]],
  ])('of a document that is cut off %s are those that came', (_, text, slides) => {
    expect(read(text)).toEqual(slides)
  })

  it.each(['', 'Hello', '<html><p>x</p></html>', '<smil/>', '<smil><body></body></smil>'])(
    'there are none in %j',
    (text) => {
      expect(read(text)).toEqual([])
    },
  )

  it.each([
    ['dur="5000ms"', '<img src="a" dur="9s"/>', 5000],
    ['duration="4"', '<img src="a"/>', 4000],
    ['dur="3s" duration="4"', '<img src="a"/>', 3000],
    ['dur="0s"', '<img src="a" dur="9s"/>', undefined],
    ['dur="indefinite"', '<img src="a" dur="9s"/>', undefined],
    ['dur="soon"', '<img src="a"/>', undefined],
    ['', '<img src="a"/>', undefined],
    ['', '<img src="a" dur="5s"/><text src="b"/>', undefined],
    ['', '<img src="a" dur="5s"/><text src="b" end="7s"/>', 7000],
    ['', '<img src="a" begin="2" dur="5s"/><text src="b" end="6s"/>', 7000],
    ['', '<img src="a" start="1000ms" duration="5s"/>', 6000],
    ['', '<img src="a" begin="0s" end="5s"/>', 5000],
    ['', '<img src="a" begin="1s" dur="3s" end="indefinite"/>', 4000],
    ['', '<img src="a" begin="b.end" dur="3s"/>', undefined],
    ['', '<img src="a" begin="1s"/>', undefined],
    ['', '<img src="a" dur="0"/>', undefined],
  ])('last as par %j with %s says', (attributes, media, duration) => {
    expect(readSmil(`<par ${attributes}>${media}</par>`)[0]?.duration).toBe(duration)
  })

  it.each([
    ['dur="5s"', 5000],
    ['begin="1s" dur="5s"', 5000],
    ['end="5s"', 5000],
    ['', undefined],
  ])('of one thing alone last as its %j says', (attributes, duration) => {
    expect(readSmil(`<img src="a" ${attributes}/>`)[0]?.duration).toBe(duration)
  })

  it('are read up to so many characters: what comes after may be a film', () => {
    const far = ' '.repeat(256 * 1024)
    expect(read(`<par><img src="a"/>${far}<img src="b"/></par>`)).toEqual([[null, 'a']])
  })

  it('are read up to a thousand mentions; what comes after is not lost', () => {
    const body = '<par><img src="a.jpg"/></par>'.repeat(2000)
    const slides = slidesOf(message(body, { name: 'a.jpg' }, { name: 'b.jpg' }))
    expect(slides).toHaveLength(1001)
    expect(brief(slides.slice(-2), message('', { name: 'a.jpg' }))).toHaveLength(2)
    expect(slides.at(-1)).toMatchObject({
      isNamed: false,
      media: [{ attachment: { name: 'b.jpg' } }],
    })
  })
})
