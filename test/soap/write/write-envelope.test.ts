import { describe, expect, it } from 'vitest'
import { SOAP } from '../../../src/soap/namespaces.js'
import { writeEnvelope } from '../../../src/soap/write/write-envelope.js'
import type { XmlStyle } from '../../../src/soap/write/write-xml.js'
import { mm7Node, type XmlNode } from '../../../src/soap/write/xml-node.js'

const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>'

function other(name: string, uri: string, children: XmlNode[] = []): XmlNode {
  return { name, namespace: { uri }, attributes: [], text: '', children, isIndented: true }
}

function write(entry: XmlNode, style: Partial<XmlStyle> = {}, transactionId?: string): string {
  const whole = {
    namespace: 'urn:m',
    prefixes: 'default',
    prefix: 'p',
    lineEnd: undefined,
  } as const
  return writeEnvelope({ transactionId, entry, style: { ...whole, ...style } })
}

/** What is in the Body. */
function entryOf(xml: string): string {
  return /<soap-env:Body>(.*)<\/soap-env:Body>/s.exec(xml)?.[1] ?? xml
}

describe('an envelope', () => {
  const entry = () => mm7Node('A', { children: [mm7Node('B', { text: 'b' }), mm7Node('C')] })

  it('has a line for each element, those in others indented', () => {
    expect(write(entry(), { lineEnd: '\r\n' }, '1<')).toBe(
      [
        DECLARATION,
        `<soap-env:Envelope xmlns:soap-env="${SOAP}" xmlns="urn:m">`,
        '  <soap-env:Header>',
        '    <TransactionID soap-env:mustUnderstand="1">1&lt;</TransactionID>',
        '  </soap-env:Header>',
        '  <soap-env:Body>',
        '    <A>',
        '      <B>b</B>',
        '      <C/>',
        '    </A>',
        '  </soap-env:Body>',
        '</soap-env:Envelope>',
      ].join('\r\n'),
    )
  })

  it('is in two lines where nothing is put between elements, its Header empty without an id', () => {
    expect(write(entry())).toBe(
      `${DECLARATION}\n<soap-env:Envelope xmlns:soap-env="${SOAP}" xmlns="urn:m"><soap-env:Header/><soap-env:Body><A><B>b</B><C/></A></soap-env:Body></soap-env:Envelope>`,
    )
  })

  it('says in each style what is in the namespace of MM7', () => {
    const prefixed = write(entry(), { prefixes: 'prefixed' })
    expect(prefixed).toContain(`<soap-env:Envelope xmlns:soap-env="${SOAP}" xmlns:p="urn:m">`)
    expect(entryOf(prefixed)).toBe('<p:A><p:B>b</p:B><p:C/></p:A>')
    const each = write(entry(), { prefixes: 'per-element' })
    expect(each).toContain(`<soap-env:Envelope xmlns:soap-env="${SOAP}">`)
    expect(entryOf(each)).toBe('<A xmlns="urn:m"><B xmlns="urn:m">b</B><C xmlns="urn:m"/></A>')
    expect(entryOf(write(entry(), { prefixes: 'per-entry' }))).toBe(
      '<A xmlns="urn:m"><B>b</B><C/></A>',
    )
  })

  it.each(['default', 'prefixed', 'per-element', 'per-entry'] as const)(
    'declares nothing for no namespace: %s',
    (prefixes) => {
      const xml = write(entry(), { prefixes, namespace: '' })
      expect(xml).toContain(`<soap-env:Envelope xmlns:soap-env="${SOAP}">`)
      expect(entryOf(xml)).toBe('<A><B>b</B><C/></A>')
    },
  )

  it('declares other namespaces where they start, and ends them', () => {
    const inner = other('X', 'urn:x', [other('Y', 'urn:x'), other('Z', ''), mm7Node('B')])
    const nodes = mm7Node('A', { children: [inner, mm7Node('C')] })
    expect(entryOf(write(nodes))).toBe(
      '<A><X xmlns="urn:x"><Y/><Z xmlns=""/><B xmlns="urn:m"/></X><C/></A>',
    )
    const declared = mm7Node('A', { attributes: [['xmlns', 'urn:m']], children: [mm7Node('C')] })
    expect(entryOf(write(declared, { prefixes: 'per-entry' }))).toBe('<A xmlns="urn:m"><C/></A>')
  })

  it('keeps what stands in attributes and texts, and adds no white space to mixed content', () => {
    const attributes: XmlNode['attributes'] = [['a', '"<&\n\t>']]
    const mixed = { ...mm7Node('A', { text: ' t\n', attributes }), isIndented: false }
    mixed.children.push(mm7Node('B'))
    const entry = entryOf(write(mixed, { lineEnd: '\n' }))
    expect(entry.trim()).toBe('<A a="&quot;&lt;&amp;&#10;&#9;&gt;"> t\n<B/></A>')
  })
})
