import { describe, expect, it } from 'vitest'
import type { Element } from '../../src/soap/element.js'
import { MM7, SOAP } from '../../src/soap/namespaces.js'
import { readText } from './given.js'

const REL5 = MM7.replace('REL-6', 'REL-5')

/** @returns each element with its canonical namespace, as few letters as will do */
function names(text: string): string {
  const said = ({ name, namespace, children }: Element): string => {
    const known = namespace === SOAP ? 'soap:' : namespace === MM7 ? 'mm7:' : ''
    const inner = children.length === 0 ? '' : `(${children.map(said).join(' ')})`
    return `${known}${name}${inner}`
  }
  const { root } = readText(text).tree
  return root === undefined ? '' : said(root)
}

describe('an element without a namespace is', () => {
  const fault = (inner: string) =>
    `<Envelope><Body><Fault><code><x/></code>${inner}</Fault></Body></Envelope>`
  it.each([
    [
      'SOAP’s or MM7’s by its place',
      '<Envelope><Header><x/></Header><Body><a><b/></a></Body><y><z/></y></Envelope>',
      'soap:Envelope(soap:Header(mm7:x) soap:Body(mm7:a(mm7:b)) y(z))',
    ],
    [
      'SOAP’s in another case, too',
      '<envelope><HEADER/><body><a/></body></envelope>',
      'soap:Envelope(soap:Header soap:Body(mm7:a))',
    ],
    [
      'SOAP’s in another case, its prefix not declared',
      '<e:envelope><e:body><a/></e:body></e:envelope>',
      'soap:Envelope(soap:Body(mm7:a))',
    ],
    [
      'MM7’s in the detail of a Fault alone',
      fault('<detail><y/></detail>'),
      'soap:Envelope(soap:Body(Fault(code(x) detail(mm7:y))))',
    ],
    [
      'MM7’s in that in another case',
      fault('<Detail><y/></Detail>'),
      'soap:Envelope(soap:Body(Fault(code(x) Detail(mm7:y))))',
    ],
    [
      'no Body with as many letters as one',
      '<Envelope><Tail/><Body/></Envelope>',
      'soap:Envelope(Tail soap:Body)',
    ],
  ])('%s', (_, text, expected) => {
    expect(names(text)).toBe(expected)
  })
})

describe('what a Fault has for an operation', () => {
  const told = (field: string) =>
    readText(
      `<e:Envelope xmlns:e="${SOAP}"><e:Body><e:Fault><detail><RSErrorRsp xmlns="${MM7}">${field}</RSErrorRsp></detail></e:Fault></e:Body></e:Envelope>`,
    ).report.warnings.map(({ code }) => code)

  it('has its namespace in all that is in it', () => {
    expect(told('<Status/>')).toEqual([])
    expect(told(`<Status xmlns="${REL5}"/>`)).toEqual(['namespace-mixed'])
  })
})

describe('an attribute', () => {
  it.each([
    ['xmlns="urn:a"', true],
    ['xmlns:a="urn:a"', true],
    ['xmlns:="urn:a"', false],
    ['xmlnsa="urn:a"', false],
    ['xmlns-a="urn:a"', false],
    ['xml="urn:a"', false],
  ])('declares a namespace by its name: %s', (attribute, isDeclaration) => {
    const { root } = readText(`<a ${attribute}/>`).tree
    expect(root?.attributes === undefined).toBe(isDeclaration)
  })
})
