import { describe, expect, it } from 'vitest'
import { DEFAULT_LIMITS, type Limits } from '../../src/limits.js'
import { isTextElement } from '../../src/mm7/text-elements.js'
import { createReport } from '../../src/report.js'
import { readXml } from '../../src/soap/read-xml.js'
import { readText } from './given.js'

describe('what is well-formed', () => {
  it.each([
    ['<a>b</a>', 'b'],
    ['<?xml version="1.0" standalone="yes"?>\n<a>b</a>\n', 'b'],
    ['<?xml version="1.1"?><a>b</a>', 'b'],
    ['<a>&lt;&gt;&amp;&quot;&apos;&#65;&#x42;&#000000000067;</a>', `<>&"'ABC`],
    ['<a>b<!-- c -->d<![CDATA[<e>&amp;]]><?f g?>h</a>', 'bd<e>&amp;h'],
    ['<a>b\r\nc\rd</a>', 'b\nc\nd'],
    ['<a>“b” ‘c’</a>', '“b” ‘c’'],
  ])('is read as it stands: %j', (text, expected) => {
    const { tree, report } = readText(text)
    expect(tree.root?.text).toBe(expected)
    expect(report.failure).toBeUndefined()
    expect(report.warnings.map(({ code }) => code)).toEqual(['namespace-missing'])
  })

  it('keeps blank text only where there is no element beside it', () => {
    const { tree } = readText('<a> <b> </b> <c/> d </a>')
    expect(tree.root?.children.map(({ name, text }) => [name, text])).toEqual([
      ['b', ' '],
      ['c', ''],
    ])
    expect(tree.root?.text).toBe('  d ')
  })
})

describe('what cannot be read', () => {
  it.each([
    ['', 0],
    ['x', 0],
    ['<a>', 3],
    ['<a><b></a>', 10],
    ['<a/>x', 4],
    ['<a/> \n x<b/>', 7],
    ['<a/> \n x > y<b/>', 7],
    ['x > y<a/>', 0],
    ['<a/><b/>', 7],
    ['<a b=', 0],
    ['<a/>]]>', 4],
    ['<a b="1" "2"/>', 10],
    ['<a/b="1"/>', 4],
    ['<?a', 0],
    ['<!-- a', 0],
    ['<a/> <![CDATA[b]]><c>', 5],
    ['<![CDATA[b]]><a/>', 0],
    ['<a><![CDATA[</a>', 3],
    ['<a>&<!-- <![CDATA[ --><![CDATA[ <!-- ]]><!--</a>', 40],
    ['<a/><![CDATA[b', 4],
    ['<!ELEMENT a>', 9],
    ['<?xml version="1.0"', 0],
    ['<x:1b/>', 0],
    ['<x:/>', 0],
    ['<:1/>', 0],
    ['<x:-/>', 0],
    ['<xmlns/>', 0],
    ['<x:xmlns/>', 0],
    ['<a>b<x: c="d">e</x:></a>', 4],
    ['<a>&<x:/></a>', 4],
    ['<x:a xmlns:x="http://www.w3.org/2000/xmlns/"/>', 0],
  ])('is refused where reading stopped: %j', (text, offset) => {
    const { report } = readText(text)
    expect(report.failure).toMatchObject({ code: 'xml-malformed', offset })
  })

  it('is told in few words, however long the name', () => {
    const name = 'a'.repeat(1000)
    for (const text of [`<${name}>`, `<a></a></${name}>`, `<${name}></b>`]) {
      expect(readText(text).report.failure?.message.length, text.slice(0, 9)).toBeLessThan(250)
    }
  })

  it.each([
    ['<a><Recipients><To>', 'The envelope ends inside <To>: it may have been cut short.'],
    [
      '<a><Recipients><To></To>x',
      'The envelope ends inside <Recipients>: it may have been cut short.',
    ],
    ['<a></b>', 'The envelope is not well-formed: <a> is not closed before </b>.'],
    ['<a></b><!-- c', 'The envelope is not well-formed: <a> is not closed before </b>.'],
    ['<a></a></b>', 'The envelope is not well-formed: unmatched closing tag: b. (in </b>)'],
    [
      '<a><b "c"></b></a>',
      'The envelope is not well-formed: disallowed character in attribute name. (in <b>)',
    ],
    [
      '<a><b><!ELEMENT></b></a>',
      'The envelope is not well-formed: incorrect syntax. (in <!ELEMENT>)',
    ],
    ['<a', 'The envelope is not well-formed: text data outside of root node.'],
    // It is within no tag, but what is around it has a name.
    [
      '<a><b><!-- c --><!-- d </b></a>',
      'The envelope ends inside a comment, which starts here: it may have been cut short.',
    ],
    [
      '<a><!--b<?--><![CDATA[c</a>',
      'The envelope ends inside a CDATA section, which starts here: it may have been cut short.',
    ],
    [
      '<a>b<?c d</a>',
      'The envelope ends inside a processing instruction, which starts here: it may have been cut short.',
    ],
    [
      '<a/><!-- b',
      'The envelope ends inside a comment, which starts here: it may have been cut short.',
    ],
    ['<a><!-- > -- --></a>', 'The envelope is not well-formed: malformed comment. (in <a>)'],
    ['<!-- > -- --><a/>', 'The envelope is not well-formed: malformed comment.'],
  ])('says of %j: %s', (text, message) => {
    expect(readText(text).report.failure?.message).toBe(message)
  })

  it.each([
    ['<a>b', 'b'],
    ['<a>b &amp; c > d', 'b & c > d'],
    ['<a>b & c', 'b & c'],
    ['<a><![CDATA[b <c> ]', 'b <c> ]'],
    ['<a>b<![CDATA[c]]>d', 'bcd'],
    ['<a><![CDATA[b <!-- c -->', 'b <!-- c -->'],
    ['<a><!-- <![CDATA[b', ''],
    ['<a>b<!-- c', 'b'],
    ['<a>b<?c d', 'b'],
    ['<a>b<', 'b'],
    ['<a>b</', 'b'],
    ['<p:a xmlns:p="urn:p">b</p:a', 'b'],
    ['<a>b</b', 'b</b'],
    ['<a>b</a ', 'b</a '],
    ['<a>b<a', 'b<a'],
  ])('leaves the text that was cut, not what was around it: %s', (text, expected) => {
    expect(readText(text).tree.root?.text).toBe(expected)
  })

  it('reports no < that starts no tag where it starts the end tag that was cut', () => {
    const { report, told } = readText('<a>b</')
    const message = 'The envelope ends inside <a>: it may have been cut short.'
    expect(report.failure).toEqual({ code: 'xml-malformed', message, offset: 6 })
    expect(told).toEqual(['namespace-missing 0'])
    expect(readText('<a/></').report.failure).toMatchObject({ code: 'xml-malformed', offset: 4 })
  })

  it.each([
    ['<a>b', 'it is', 4],
    ['<a>b</a>', 'it is', 8],
    ['', 'it is', 0],
    ['<a>b</c><d>', 'The envelope is not well-formed: <a> is not closed before </c>.', 8],
    ['<a>&b<c></a> ', 'The envelope is not well-formed: <c> is not closed before </a>.', 12],
  ])(
    'is told of a text that is broken off where nothing was before: %j',
    (text, message, offset) => {
      const xml = { text, offsetAt: (index: number) => index, brokenOff: 'it is' }
      const report = createReport()
      readXml(xml, DEFAULT_LIMITS, report, isTextElement)
      expect(report.failure).toEqual({ code: 'xml-malformed', message, offset })
    },
  )

  it('is told by the first of two reasons', () => {
    const subject = '<DeliverReq><x></y><Subject>a</Subjct><b/></DeliverReq>'
    const message = 'The envelope is not well-formed: <x> is not closed before </y>.'
    expect(readText(subject).report.failure).toMatchObject({ message, offset: 19 })
    const other = '<DeliverReq><Subject>a</Subjct><b/><x></y></DeliverReq>'
    expect(readText(other).report.failure?.message).toContain('<Subject> is not closed')
  })

  it('leaves what was read before it', () => {
    const { tree } = readText('<a>b<c>d</c><e><f></a>')
    expect([tree.root?.text, tree.root?.children[0]?.text]).toEqual(['b', 'd'])
  })

  it('is told, but a fault of our own is not taken for it', () => {
    const limits = new Proxy(DEFAULT_LIMITS, {
      get: () => {
        throw new RangeError('ours')
      },
    }) as Limits
    expect(() =>
      readXml({ text: '<a/>', offsetAt: (i) => i }, limits, createReport(), () => false),
    ).toThrow(new RangeError('ours'))
  })
})

describe('a DOCTYPE', () => {
  it.each([
    ['<!DOCTYPE a><a/>', 12],
    ['<?xml version="1.0"?> <!-- c --><!DOCTYPE a SYSTEM "b"><a/>', 55],
    ['<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', 30],
    ['<!doctype a><a/>', 0],
    ['<?p?><!DocType a><a/>', 5],
    ['<!DOCTYPE a', 0],
    ['<!DOCTYPE a [<!ENTITY b "c">', 0],
    ['<a><!DOCTYPE a></a>', 3],
    ['<a>&<b/><!doctype a></a>', 8],
  ])('ends it in any form: %j', (text, offset) => {
    const { report } = readText(text)
    expect(report.failure).toEqual({
      code: 'xml-doctype',
      message: 'The envelope has a DOCTYPE, which SOAP 1.1 §3 forbids.',
      offset,
    })
    expect(report.warnings.map(({ code }) => code)).not.toContain('ampersand-bare')
  })

  it('is none in a comment, a CDATA section or a processing instruction', () => {
    const text = '<a>& <![CDATA[<!DOCTYPE b>]]><!-- <!DOCTYPE b> --><?b <!DOCTYPE b> ?></a>'
    const { tree, report } = readText(text)
    expect(report.failure).toBeUndefined()
    expect(tree.root?.text).toBe('& <!DOCTYPE b>')
  })
})

describe('limits', () => {
  const limits = {
    ...DEFAULT_LIMITS,
    xmlDepth: 2,
    xmlElements: 3,
    xmlAttributes: 2,
    allXmlAttributes: 4,
  }
  it.each([
    ['<a><b/><c/></a>', undefined],
    ['<a><b><c/></b></a>', 'xml-too-deep'],
    ['<a><b/><c/><d/></a>', 'too-many-elements'],
    ['<a b="" c=""><d e="" f=""/></a>', undefined],
    ['<a b="" xmlns="" c=""/>', 'too-many-attributes'],
    ['<a b="" c=""><d e="" f=""/><g h=""/></a>', 'all-attributes-too-many'],
  ])('act on %j', (text, code) => {
    expect(readText(text, limits).report.failure?.code).toBe(code)
  })

  it('may be infinite: depth, siblings and attributes end no other way than others', () => {
    const none = { ...DEFAULT_LIMITS, xmlDepth: Infinity, xmlElements: Infinity }
    const n = 200_000
    expect(readText('<a>'.repeat(n) + '</a>'.repeat(n), none).report.failure).toBeUndefined()
    expect(readText(`<a>${'<b/>'.repeat(n)}</a>`, none).report.failure).toBeUndefined()
  })
})
