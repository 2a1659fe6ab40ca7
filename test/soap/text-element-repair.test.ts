import { describe, expect, it } from 'vitest'
import { DEFAULT_LIMITS } from '../../src/limits.js'
import { isTextElement } from '../../src/mm7/text-elements.js'
import { MM7 } from '../../src/soap/namespaces.js'
import { repairXml } from '../../src/soap/repair.js'
import { readText } from './given.js'

/** An operation around what is to be repaired, in which elements are known; and a bare & before it. */
function operation(text: string, before = '& '): string {
  return `<Envelope>${before}<Header/><Body><DeliverReq>${text}</DeliverReq></Body></Envelope>`
}

function repairIn(text: string): string {
  const after = repairXml(operation(text), isTextElement, DEFAULT_LIMITS).text
  const [, inner] = after.split(/<DeliverReq>|<\/DeliverReq>/)
  return inner as string
}

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
    ['<Subject><b>]]></Subject>', '<Subject>&lt;b>]]&gt;</Subject>'],
    ['<Subject>a &amp; &lt;b></Subject>', '<Subject>a &amp; &lt;b></Subject>'],
    ['<Subject>a <b c="d>"</Subject>', '<Subject>a &lt;b c="d>"</Subject>'],
    ['<x:Subject><b></Subject>', '<x:Subject>&lt;b></x:Subject>'],
    ['<subject><b></subject>', '<subject>&lt;b></subject>'],
    ['<LinkedID><b></LinkedID>', '<LinkedID>&lt;b></LinkedID>'],
    [
      '<Sender a="urn:x"><Number><b></Number></Sender>',
      '<Sender a="urn:x"><Number>&lt;b></Number></Sender>',
    ],
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

  const foreign = (fields: string) => `<o:DeliverReq xmlns:o="urn:o">${fields}</o:DeliverReq>`
  const inBody = (text: string) => `<Envelope>&amp;<Body>${text}</Body></Envelope>`
  it.each([
    ['behind another of it', foreign('<o:Sender/><o:Subject><b></o:Subject>')],
    ['within one of MM7’s', foreign(`<Sender xmlns="${MM7}"><o:Subject><b></o:Subject></Sender>`)],
  ])('is one in the operation’s own namespace, %s', (_, text) => {
    expect(repairXml(inBody(text), isTextElement, DEFAULT_LIMITS).text).toBe(
      inBody(text.replace('<b>', '&lt;b>')),
    )
  })

  it('is none in that namespace where the operation has ended', () => {
    const header = `<Entry xmlns="${MM7}"><o:Subject xmlns:o="urn:o"><b/></o:Subject></Entry>`
    const text = `<Envelope>&amp;<Body>${foreign('')}</Body><Header>${header}</Header></Envelope>`
    expect(repairXml(text, isTextElement, DEFAULT_LIMITS).text).toBe(text)
  })

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
    '<Envelope><Body><DeliverReq><MM7Version>6.8<Subject>a</Subject>b',
  ])('is not closed where the text was cut short: %j', (text) => {
    expect(readText(text).report.failure?.message).toContain('it may have been cut short')
  })
})
