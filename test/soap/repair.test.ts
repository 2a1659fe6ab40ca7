import { describe, expect, it } from 'vitest'
import { isTextElement } from '../../src/mm7/text-elements.js'
import { repairXml } from '../../src/soap/repair.js'
import { readText } from './given.js'

/** What is told, with the character of the text that each place points at. */
function repair(text: string): [text: string, told: string[]] {
  const report = readText(text).report
  const told = report.warnings
    .filter(({ code }) => !code.startsWith('namespace') && !code.startsWith('prefix'))
    .map(({ code, offset = -1 }) => `${code} ${text.slice(offset, offset + 3)}`)
  return [repairXml(text, isTextElement).text, told]
}

describe('repairXml', () => {
  it.each([
    ['<a>b & c</a>', '<a>b &amp; c</a>', ['ampersand-bare & c']],
    ['<a>&;&amp;&x;</a>', '<a>&amp;;&amp;&amp;x;</a>', ['ampersand-bare &;&']],
    [
      '<a>&__proto__;&constructor;</a>',
      '<a>&amp;__proto__;&amp;constructor;</a>',
      ['ampersand-bare &__'],
    ],
    ['<a b="c&d"/>', '<a b="c&amp;d"/>', ['ampersand-bare &d"']],
    [
      '<a>&lt;&gt;&quot;&apos;&#65;&#x41;&</a>',
      '<a>&lt;&gt;&quot;&apos;&#65;&#x41;&amp;</a>',
      ['ampersand-bare &</'],
    ],
    ['<a>&#99999999;</a>', '<a>&amp;#99999999;</a>', ['ampersand-bare &#9']],
    ['<a>1 < 2</a>', '<a>1 &lt; 2</a>', ['less-than-bare < 2']],
    ['<a>I <3 you</a>', '<a>I &lt;3 you</a>', ['less-than-bare <3 ']],
    ['<a>b<c</a>', '<a>b&lt;c</a>', ['less-than-bare <c<']],
    ['<a>b</ c</a>', '<a>b&lt;/ c</a>', ['less-than-bare </ ']],
    ['<a>b<</a>', '<a>b&lt;</a>', ['less-than-bare <</']],
    ['<p:a></q:a>', '<p:a></p:a>', ['end-tag-prefix </q']],
    ['<p::a></p:a >', '<p::a></p::a>', ['name-double-colon <p:', 'end-tag-prefix </p']],
    ['<p:a><p:b c="/"><d/></b ></a>', '<p:a><p:b c="/"><d/></p:b></p:a>', ['end-tag-prefix </b']],
    [' \n<?xml version="1.0"?><a/>', '<a/>', ['xml-declaration  \n<']],
    ["<?xmlversion='1.0'?><a/>", '<a/>', ['xml-declaration <?x']],
    [' <?xml version=“1.0”?><a/>', '<a/>', ['xml-declaration  <?', 'xml-declaration <?x']],
    ['<a b=“c” d=”e“/>', '<a b="c" d="e"/>', ['quote-typographic “c”']],
    ['<a b=“c"/>', '<a b="c"/>', ['quote-typographic “c"']],
    ['<a b="c”/>', '<a b="c"/>', ['quote-typographic ”/>']],
    ['<a b="“c” d" e=\'”\'>&</a>', '<a b="“c” d" e=\'”\'>&amp;</a>', ['ampersand-bare &</']],
    ['<a>b\x01c\ufffe</a>', '<a>b\ufffdc\ufffd</a>', ['character-forbidden \x01c\ufffe']],
    ['<a>b</a>\n\0\0', '<a>b</a>\n  ', ['character-forbidden \0\0']],
    ['<a>\0</a>\0', '<a>\ufffd</a> ', ['character-forbidden \0</']],
    [
      '<a>&#0;&#x1F;&#xD800;&#xFFFE;&#x110000;&#55296;</a>',
      `<a>${'\ufffd'.repeat(6)}</a>`,
      ['character-forbidden &#0'],
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
    '</a>',
    '<a></b:c></a>',
    '<a b="c<d"/>',
    "<a b='c<d'/>",
    '<a b="c',
    '<a b=“c',
    '<?xml version="1.0"',
    '<a><!-- ',
  ])('makes nothing up: %j', (text) => {
    expect(readText(text).report.failure?.code).toBe('xml-malformed')
  })

  it('tells each kind once, and points behind all that changed before', () => {
    const text = '  <?xmlversion?><p:a>& é& &#1;<q:b “c”=“d”>1 < 2</b>😀<e></f:e></g:a>'
    const { told } = readText(text)
    expect(told.map((line) => line.split(' ')[0])).toEqual([
      'xml-declaration',
      'xml-declaration',
      'prefix-undeclared',
      'ampersand-bare',
      'character-forbidden',
      'quote-typographic',
      'less-than-bare',
      'end-tag-prefix',
    ])
    expect(told[2]).toBe(`prefix-undeclared ${text.indexOf('<p:a')}`)
  })

  it('tells what it changed and what it read as it is in the order of the text', () => {
    const { told } = readText('<a x:y="">b &amp; c & d</a>')
    expect(told).toEqual(['namespace-missing 0', 'prefix-undeclared 0', 'ampersand-bare 20'])
  })

  it('finds the way back to any place of the text before', () => {
    const text = ' <?xml version="1.0"?><p:a>&<q:b>&amp; & “</r:b></s:a>'
    const { text: after, originalIndex } = repairXml(text, isTextElement)
    for (const place of ['<p:a', '&amp; &amp; “', '“', '<q:b']) {
      const before = place.replace('&amp; &amp;', '&amp; &')
      expect(originalIndex(after.indexOf(place)), place).toBe(text.indexOf(before))
    }
    expect(originalIndex(after.length)).toBe(text.length)
  })
})
