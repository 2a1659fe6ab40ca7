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
    ['<?xml version="1.0"&?><a/>', '<a/>', ['xml-declaration <?x']],
    ['<?xml <?xml version="1.0"?><a/>', '<a/>', ['xml-declaration <?x']],
    ['<a>&<?xml b?></a>', '<a>&amp;<?xml b?></a>', ['ampersand-bare &<?']],
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
    ['<a>&<!-->&--></a>', '<a>&amp;<!-->&--></a>', ['ampersand-bare &<!']],
    ['x<a>&</a>', 'x<a>&amp;</a>', ['ampersand-bare &</']],
    ['<a/>]]>', '<a/>]]>', []],
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

  const MANY = '<p::b/>'.repeat(100)
  it.each([
    ['as it is', `<a>${MANY}</a>`],
    ['repaired', `<a>${MANY}&</a>`],
    ['refused', `<a>${MANY}<!doctype a></a>`],
  ])('is counted, however much of it there is, in a text that is %s', (_, text) => {
    const { report } = readText(text)
    expect(report.counts.get('name-double-colon')).toBe(100)
  })

  it('is counted of each reading: what was repaired, and what was read of that', () => {
    const { report } = readText(`<a>${'&'.repeat(100)}${MANY}</a>`)
    expect([...report.counts]).toEqual(
      expect.arrayContaining([
        ['ampersand-bare', 100],
        ['name-double-colon', 100],
      ]),
    )
  })

  it.each([
    ['xmlElements', '<a>&<b/><b/><b/>&</a>', 3],
    ['xmlDepth', '<a>&<b><b><b>&</b></b></b></a>', 3],
    ['xmlAttributes', '<a>&<b c d e f/>&</a>', 3],
    ['allXmlAttributes', '<a>&<b c d/><b e f/>&</a>', 3],
  ])('ends where the text is over the limit %s', (name, text, limit) => {
    const limits = { ...DEFAULT_LIMITS, [name]: limit }
    expect(repairXml(text, isTextElement, limits).text).toMatch(/^<a>&amp;.*>&</)
    const enough = { ...DEFAULT_LIMITS, [name]: limit + 1 }
    expect(repairXml(text, isTextElement, enough).text).toMatch(/^<a>&amp;.*>&amp;</)
  })
})
