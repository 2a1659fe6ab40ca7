import { describe, expect, it } from 'vitest'
import { DEFAULT_LIMITS } from '../../src/limits.js'
import { isTextElement } from '../../src/mm7/text-elements.js'
import { Deviations } from '../../src/soap/deviations.js'
import { repairXml } from '../../src/soap/repair.js'
import { readText } from './given.js'

/** What is told, with the character of the text that each place points at. */
function repair(text: string): [text: string, told: string[]] {
  const report = readText(text).report
  const told = report.warnings
    .filter(({ code }) => !code.startsWith('namespace') && !code.startsWith('prefix'))
    .map(({ code, offset = -1 }) => `${code} ${text.slice(offset, offset + 3)}`)
  return [repairXml(text, isTextElement, DEFAULT_LIMITS).text, told]
}

describe('repairXml', () => {
  it('repairs in as many places as there are', () => {
    expect(repair(`<a>${'&<'.repeat(600)}</a>`)[0]).toBe(`<a>${'&amp;&lt;'.repeat(600)}</a>`)
  })

  it.each([
    ['<a>b & c</a>', '<a>b &amp; c</a>', ['ampersand-bare & c']],
    [
      '<a>&;&amp;&x;</a>',
      '<a>&amp;;&amp;&amp;x;</a>',
      ['ampersand-bare &;&', 'ampersand-bare &x;'],
    ],
    [
      '<a>&__proto__;&constructor;</a>',
      '<a>&amp;__proto__;&amp;constructor;</a>',
      ['ampersand-bare &__', 'ampersand-bare &co'],
    ],
    ['<a b="c&d"/>', '<a b="c&amp;d"/>', ['ampersand-bare &d"']],
    [
      '<a>&lt;&gt;&quot;&apos;&#65;&#x41;&</a>',
      '<a>&lt;&gt;&quot;&apos;&#65;&#x41;&amp;</a>',
      ['ampersand-bare &</'],
    ],
    ['<a>&#99999999;</a>', '<a>&amp;#99999999;</a>', ['ampersand-bare &#9']],
    [
      `<?xml  version = '1.10'  encoding = "utf-8"  standalone = 'yes' ?><a>&</a>`,
      `<?xml  version = '1.10'  encoding = "utf-8"  standalone = 'yes' ?><a>&amp;</a>`,
      ['ampersand-bare &</'],
    ],
    [
      '<?xml version="1.10" standalone="no"?><a>&<?xml b?></a>',
      '<?xml version="1.10" standalone="no"?><a>&amp;<?xml b?></a>',
      ['ampersand-bare &<?'],
    ],
    ['<?xml version="1.0" encoding=utf-8?><a/>', '<a/>', ['xml-declaration <?x']],
    ['<?xml version="1.0"encoding="a"?><a/>', '<a/>', ['xml-declaration <?x']],
    ['<a>1 < 2</a>', '<a>1 &lt; 2</a>', ['less-than-bare < 2']],
    ['<a>I <3 you</a>', '<a>I &lt;3 you</a>', ['less-than-bare <3 ']],
    ['<a>b<c</a>', '<a>b&lt;c</a>', ['less-than-bare <c<']],
    ['<a>b</ c</a>', '<a>b&lt;/ c</a>', ['less-than-bare </ ']],
    ['<a>b<</a>', '<a>b&lt;</a>', ['less-than-bare <</']],
    ['<p:a></q:a>', '<p:a></p:a>', ['end-tag-prefix </q']],
    ['<p::a></p:a >', '<p::a></p::a>', ['name-double-colon <p:', 'end-tag-prefix </p']],
    [
      '<p:a><p:b c="/"><d/></b ></a>',
      '<p:a><p:b c="/"><d/></p:b></p:a>',
      ['end-tag-prefix </b', 'end-tag-prefix </a'],
    ],
    [' \n<?xml version="1.0"?><a/>', '<a/>', ['xml-declaration  \n<']],
    ["<?xmlversion='1.0'?><a/>", '<a/>', ['xml-declaration <?x']],
    [' <?xml version=“1.0”?><a/>', '<a/>', ['xml-declaration  <?', 'xml-declaration <?x']],
    ['<a b=“c” d=”e“/>', '<a b="c" d="e"/>', ['quote-typographic “c”', 'quote-typographic ”e“']],
    ['<a b=“c"/>', '<a b="c"/>', ['quote-typographic “c"']],
    ['<a b="c”/>', '<a b="c"/>', ['quote-typographic ”/>']],
    ['<a b=‘c’ d=’e’/>', '<a b="c" d="e"/>', ['quote-typographic ‘c’', 'quote-typographic ’e’']],
    ['<a b=„c“ d="e"/>', '<a b="c" d="e"/>', ['quote-typographic „c“']],
    ["<a b='c’/>", '<a b="c"/>', ['quote-typographic ’/>']],
    ['<a b=’it’s’>x</a>', '<a b="it’s">x</a>', ['quote-typographic ’it']],
    ["<a b='it’s'>&</a>", "<a b='it’s'>&amp;</a>", ['ampersand-bare &</']],
    ['<a b=’twas>it’s</a>', '<a b="’twas">it’s</a>', ['attribute-malformed ’tw']],
    [
      '<a b=O’Brien c=d’/>',
      '<a b="O’Brien" c="d’"/>',
      ['attribute-malformed O’B', 'attribute-malformed d’/'],
    ],
    ['<a b="“c” d" e=\'”\'>&</a>', '<a b="“c” d" e=\'”\'>&amp;</a>', ['ampersand-bare &</']],
    [
      '<a>b\x01c\ufffe</a>',
      '<a>b\ufffdc\ufffd</a>',
      ['character-forbidden \x01c\ufffe', 'character-forbidden \ufffe</'],
    ],
    ['<a>b</a>\n\0\0', '<a>b</a>\n  ', ['character-forbidden \0\0']],
    ['<a>\0</a>\0', '<a>\ufffd</a> ', ['character-forbidden \0</', 'character-forbidden \0']],
    [
      '<a>&#0;&#x1F;&#xD800;&#xFFFE;&#x110000;&#55296;</a>',
      `<a>${'\ufffd'.repeat(6)}</a>`,
      [
        'character-forbidden &#0',
        'character-forbidden &#x',
        'character-forbidden &#x',
        'character-forbidden &#x',
        'character-forbidden &#x',
        'character-forbidden &#5',
      ],
    ],
    [
      '<a>&#9;&#10;&#13;&#xD7FF;&#xE000;&#xFFFD;&#x10FFFF;&</a>',
      '<a>&#9;&#10;&#13;&#xD7FF;&#xE000;&#xFFFD;&#x10FFFF;&amp;</a>',
      ['ampersand-bare &</'],
    ],
    ['<a>& é <! <![CDATA[&]]></a>', '<a>&amp; é <! <![CDATA[&]]></a>', ['ampersand-bare & é']],
    ['<a>&<!-- &<“ --><?b &<?></a>', '<a>&amp;<!-- &<“ --><?b &<?></a>', ['ampersand-bare &<!']],
  ])('reads %j', (text, expected, told) => {
    expect(repair(text)).toEqual([expected, told])
  })

  it.each([
    '<a><b></c></a>',
    // Start tags that are not meant for an end tag: of another name, around another, not empty, with more.
    ...[
      '<a><b>c<d></a>',
      '<a><b>c<b></d>',
      '<a><b>c<b>d</a>',
      '<a><b>c<b e="f"></a>',
      '<a><a>c<a></a>',
    ],
    '<a>b</a\0>',
    '</a>',
    '<a></b:c></a>',
    '<a b="c<d"/>',
    "<a b='c<d'/>",
    '<a b="c',
    '<a b=“c',
    '<a b=‘c"d’/>',
    '<a b=‘c<d’/>',
    '<?xml version="1.0"',
    '<a><!-- ',
  ])('makes nothing up: %j', (text) => {
    expect(readText(text).report.failure?.code).toBe('xml-malformed')
  })

  it('points behind all that changed before', () => {
    const text = '  <?xmlversion?><p:a>& é &#1;<q:b c=“d”>1 < 2</b>😀<e/></g:a>'
    const { told } = readText(text)
    expect(told.map((line) => line.split(' ')[0])).toEqual([
      'xml-declaration',
      'xml-declaration',
      'prefix-undeclared',
      'ampersand-bare',
      'character-forbidden',
      'prefix-undeclared',
      'quote-typographic',
      'less-than-bare',
      'end-tag-prefix',
      'namespace-missing',
      'end-tag-prefix',
    ])
    expect(told[2]).toBe(`prefix-undeclared ${text.indexOf('<p:a')}`)
  })

  it('tells what it changed and what it read as it is in the order of the text', () => {
    const { told } = readText('<a x:y="">b &amp; c & d</a>')
    expect(told).toEqual(['namespace-missing 0', 'prefix-undeclared 0', 'ampersand-bare 20'])
  })

  it('finds the way back past as many changes as there are', () => {
    const text = `<a>${'&b'.repeat(600)}</a>`
    const { text: after, originalIndex } = repairXml(text, isTextElement, DEFAULT_LIMITS)
    for (const at of [0, 1, 63, 64, 127, 128, 599]) {
      expect(originalIndex(after.split('b', at + 1).join('b').length)).toBe(3 + 2 * at + 1)
    }
  })

  it('counts what is beyond the most that are kept', () => {
    for (const [count, kept] of [
      [64, 64],
      [65, 64],
      [200, 64],
    ] as const) {
      const deviations = new Deviations()
      for (let n = 0; n < count; n++) deviations.add('ampersand-bare', 'x', n)
      expect(deviations.list()).toHaveLength(kept)
      expect([...deviations.beyond()]).toEqual(
        count > kept ? [['ampersand-bare', count - kept]] : [],
      )
    }
  })

  it('finds the way back to any place of the text before', () => {
    const text = ' <?xml version="1.0"?><p:a>&<q:b>&amp; & “</r:b></s:a>'
    const { text: after, originalIndex } = repairXml(text, isTextElement, DEFAULT_LIMITS)
    for (const place of ['<p:a', '&amp; &amp; “', '“', '<q:b']) {
      const before = place.replace('&amp; &amp;', '&amp; &')
      expect(originalIndex(after.indexOf(place)), place).toBe(text.indexOf(before))
    }
    expect(originalIndex(after.length)).toBe(text.length)
  })
})

/** An operation around what is to be repaired, in which elements are known; and a bare & before it. */
function operation(text: string, before = '& '): string {
  return `<Envelope>${before}<Header/><Body><DeliverReq>${text}</DeliverReq></Body></Envelope>`
}

function repairIn(text: string): string {
  const after = repairXml(operation(text), isTextElement, DEFAULT_LIMITS).text
  const [, inner] = after.split(/<DeliverReq>|<\/DeliverReq>/)
  return inner as string
}

describe('references to halves of surrogates', () => {
  it.each([
    ['&#55357;&#56832;', '😀'],
    ['&#xD83D;&#xde00;', '😀'],
    ['&#xD83D;&#56832;', '😀'],
    ['&#0055357;&#x0DE00;', '😀'],
    ['&#xDBFF;&#xDFFF;', '\u{10ffff}'],
    ['&#xD800;&#xDC00;', '\u{10000}'],
    ['&#xD83D;&#xDE00;&#xD83D;&#xDE00;', '😀😀'],
    ['&#xD83D; &#xDE00;', '\ufffd \ufffd'],
    ['&#xDE00;&#xD83D;', '\ufffd\ufffd'],
    ['&#xD83D;&#xD83D;&#xDE00;', '\ufffd😀'],
    ['&#xD83D;\ude00', '\ufffd\ude00'],
    ['&#xD83D;&amp;', '\ufffd&amp;'],
    ['&#xD83D;A', '\ufffdA'],
    ['&#x1F600;', '&#x1F600;'],
  ])('%j are %j', (text, expected) => {
    expect(repairXml(`<a b="${text}">${text}</a>`, isTextElement, DEFAULT_LIMITS).text).toBe(
      `<a b="${expected}">${expected}</a>`,
    )
  })

  it('are reported each, with its place', () => {
    expect(readText('<a>&#xD83D;&#xDE00; &#xD83D;</a>').told.slice(1)).toEqual([
      'character-forbidden 3',
      'character-forbidden 20',
    ])
  })
})

describe('attributes', () => {
  it.each([
    ['<a b="1"c="2"/>', '<a b="1" c="2"/>', ['c="']],
    ["<a b='1'c='2'd=\"3\"/>", "<a b='1' c='2' d=\"3\"/>", ["c='", 'd="']],
    ['<a b=1/>', '<a b="1"/>', ['1/>']],
    ['<a b=1 c=d:e/f?g&h >i</a>', '<a b="1" c="d:e/f?g&amp;h" >i</a>', ['1 c', 'd:e']],
    ['<a b=/c//d//>', '<a b="/c//d/"/>', ['/c/']],
    ['<a b=/c//d/>', '<a b="/c//d"/>', ['/c/']],
    ['<a b=/>', '<a b=""/>', ['b=/']],
    ['<a b = 1 />', '<a b = "1" />', ['1 /']],
    ['<a b>c</a>', '<a b="">c</a>', ['b>c']],
    ['<a b= c="d"/>', '<a b= c="d"/>', undefined],
    ['<a b=>c</a>', '<a b="">c</a>', ['b=>']],
    ['<a b="1" b="1" c="2"/>', '<a b="1"  c="2"/>', ['b="']],
    ['<a b="1" b="2"/>', '<a b="1" />', ['b="']],
    ['<a b="1"b="1"/>', '<a b="1"/>', ['b="']],
    ['<a b="1" B="2">&#1;</a>', '<a b="1" B="2">\ufffd</a>', []],
    ['<a x:b="1" b="2">&#1;</a>', '<a x:b="1" b="2">\ufffd</a>', []],
    ['<a b="c=d e=f">&#1;</a>', '<a b="c=d e=f">\ufffd</a>', []],
  ])('of %j are read as in %j', (text, expected, places) => {
    expect(repairXml(text, isTextElement, DEFAULT_LIMITS).text).toBe(expected)
    const { report } = readText(text)
    const found = report.warnings.filter(({ code }) => code === 'attribute-malformed')
    const at = found.map(({ offset = -1 }) => text.slice(offset, offset + 3))
    if (places !== undefined) expect(at).toEqual(places)
    expect(report.failure === undefined).toBe(places !== undefined)
  })

  it.each(['<a b="1"c"/>', '<a "b"/>', '<a =b/>', '<a b/c="1"/>', '<a b="1"=""/>', '<a "b/>'])(
    'are left as they are where more than one way leads on: %j',
    (text) => {
      expect(repairXml(text, isTextElement, DEFAULT_LIMITS).text.replace(/^&lt;/, '<')).toBe(text)
      expect(readText(text).report.failure?.code).toBe('xml-malformed')
    },
  )

  it('of one name with two values: the first, and the warning says the other', () => {
    const { report } = readText('<a b="1" b="2"/>')
    expect(report.warnings.at(-1)?.message).toBe('The attribute b="2" is there twice; "1" counts.')
  })
})

describe('an element that holds text alone', () => {
  it.each([
    ['<Subject>Tom <t@x.example></Subject>', '<Subject>Tom &lt;t@x.example></Subject>'],
    ['<Subject><b>y</b></Subject>', '<Subject>&lt;b>y&lt;/b></Subject>'],
    ['<Subject><!-- b</Subject>', '<Subject>&lt;!-- b</Subject>'],
    ['<Subject><!-- b --></Subject>', '<Subject>&lt;!-- b --></Subject>'],
    ['<Subject><? b ?></Subject>', '<Subject>&lt;? b ?></Subject>'],
    ['<Subject><!DOCTYPE b></Subject>', '<Subject>&lt;!DOCTYPE b></Subject>'],
    ['<Subject>]]></Subject>', '<Subject>]]&gt;</Subject>'],
    ['<Subject><![CDATA[<b>]]> & <i></Subject>', '<Subject><![CDATA[<b>]]> &amp; &lt;i></Subject>'],
    [
      '<Subject><![CDATA[</Subject>]]> < </Subject>',
      '<Subject><![CDATA[</Subject>]]> &lt; </Subject>',
    ],
    ['<Subject><![CDATA[ b</Subject>', '<Subject>&lt;![CDATA[ b</Subject>'],
    ['<Subject><![CDATA[<![CDATA[ b</Subject>', '<Subject>&lt;![CDATA[&lt;![CDATA[ b</Subject>'],
    ['<Subject>a &amp; &lt;b></Subject>', '<Subject>a &amp; &lt;b></Subject>'],
    ['<Subject>a <b c="d>"</Subject>', '<Subject>a &lt;b c="d>"</Subject>'],
    ['<x:Subject><b></Subject>', '<x:Subject>&lt;b></x:Subject>'],
    ['<subject><b></subject>', '<subject>&lt;b></subject>'],
    ['<LinkedID><b></LinkedID>', '<LinkedID>&lt;b></LinkedID>'],
    ['<Version><6.8></Version>', '<Version>&lt;6.8></Version>'],
    [
      '<Sender><RFC2822Address>T <t@x.example></RFC2822Address></Sender>',
      '<Sender><RFC2822Address>T &lt;t@x.example></RFC2822Address></Sender>',
    ],
  ])('%j is %j', (text, expected) => {
    expect(repairIn(text)).toBe(expected)
  })

  it.each([
    '<Subject/><b/>',
    '<Sender><b/></Sender>',
    '<Subject xmlns="urn:x"><b/></Subject>',
    '<x:y xmlns:x="urn:x"><Subject><b/></Subject></x:y>',
    '<Extension><Subject><b/></Subject></Extension>',
    '<Number><Number>1</Number></Number>',
    '<!-- <![CDATA[ --><Subject>a</Subject><x:y xmlns:x="urn:x"><![CDATA[b]]></x:y>',
  ])('is not %j', (text) => {
    expect(repairIn(text)).toBe(text)
  })

  it.each(['xmlns="urn:mm7"', 'xmlns="urn:other"', ''])(
    'is one in the operation’s namespace: %j',
    (xmlns) => {
      const text = `<p:Envelope><Body><x:DeliverReq ${xmlns.replace('xmlns', 'xmlns:x')}><x:Subject><b></x:Subject></x:DeliverReq></Body></p:Envelope>`
      expect(repairXml(text, isTextElement, DEFAULT_LIMITS).text).toContain(
        '<x:Subject>&lt;b></x:Subject>',
      )
    },
  )

  it('leaves a text that is well-formed as it is', () => {
    const { tree } = readText(operation('<Subject>a<b>c</b></Subject>', ''))
    const subject = tree.root?.children[1]?.children[0]?.children[0]
    expect(subject?.children.map(({ name }) => name)).toEqual(['b'])
  })

  it('without an end tag is named, and what follows is read', () => {
    const text = operation('<MM7Version>6.8.0<Sender><Number>1</Number></Sender>')
    const { report, tree } = readText(text)
    const message = 'The envelope is not well-formed: <MM7Version> is not closed.'
    expect(report.failure).toEqual({
      code: 'xml-malformed',
      message,
      offset: text.indexOf('<MM7Version'),
    })
    const read = tree.root?.children[1]?.children[0]
    expect(read?.children.map(({ name, text }) => [name, text])).toEqual([
      ['MM7Version', '6.8.0'],
      ['Sender', ''],
    ])
  })

  it.each([
    '<Envelope><Body><DeliverReq><MM7Version>6.8',
    '<Envelope><Body><DeliverReq><Subject>a<b',
  ])('is not closed where the text was cut short: %j', (text) => {
    expect(readText(text).report.failure?.message).toContain('it may have been cut short')
  })
})

it('a value without quotes may be longer than a pattern can go back', () => {
  const value = 'a/'.repeat(2 ** 23)
  const { text } = repairXml(`<a b=${value}/>`, isTextElement, DEFAULT_LIMITS)
  expect(text === `<a b="${value}"/>`).toBe(true)
})

describe('what is reported of a repaired text', () => {
  it('is each deviation, but of what has one cause the first', () => {
    const { told } = readText('<p::a>& & &#1;<p:b c:d="" c:e=""/></p::a>')
    expect(told).toEqual([
      'name-double-colon 0',
      'prefix-undeclared 0',
      'ampersand-bare 6',
      'ampersand-bare 8',
      'character-forbidden 10',
      'prefix-undeclared 14',
    ])
  })

  it('has places up to a number of each code; those beyond are counted', () => {
    const notes = new Deviations()
    for (let i = 0; i < 1000; i++) notes.add('ampersand-bare', 'x', i)
    notes.add('less-than-bare', 'x', 1000)
    const kept = notes.list()
    expect(kept.at(-1)?.code).toBe('less-than-bare')
    expect([...notes.beyond()]).toEqual([['ampersand-bare', 1001 - kept.length]])
  })

  it('is reported, to the last', () => {
    const { report } = readText(`<a>${'&'.repeat(100)}</a>`)
    const found = report.warnings.filter(({ code }) => code === 'ampersand-bare')
    expect(found.length).toBeGreaterThan(10)
  })

  it.each([
    ['xmlElements', '<a>&<b/><b/><b/>&</a>', 3],
    ['xmlDepth', '<a>&<b><b><b>&</b></b></b></a>', 3],
    ['xmlAttributes', '<a>&<b c d e f/>&</a>', 3],
  ])('ends where the text is over the limit %s', (name, text, limit) => {
    const limits = { ...DEFAULT_LIMITS, [name]: limit }
    expect(repairXml(text, isTextElement, limits).text).toMatch(/^<a>&amp;.*>&</)
    expect(repairXml(text, isTextElement, DEFAULT_LIMITS).text).toMatch(/^<a>&amp;.*>&amp;</)
  })
})
