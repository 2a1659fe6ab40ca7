import { describe, expect, it } from 'vitest'
import { Mm7Error, parseMm7Request } from '../../src/index.js'
import { buildDeliverReq } from '../../src/testing/index.js'
import { openEnvelope } from '../../src/xpath/index.js'
import { bytesOf, deliverReq, envelope, TRANSACTION } from '../mm7/given.js'

const HEADERS = { 'content-type': 'text/xml' }
const TRACE =
  '<x:Trace xmlns:x="urn:trace" x:id="7" plain="p"><x:Hop>a</x:Hop><x:Hop>b</x:Hop></x:Trace>'
const XML = envelope(
  deliverReq(
    '<Recipients><To><Number>1</Number><Number displayOnly="true">2</Number></To></Recipients><v:Billing xmlns:v="urn:v"><v:Code>9</v:Code></v:Billing>',
  ),
  TRANSACTION + TRACE,
)
const { select } = openEnvelope({ headers: HEADERS, body: bytesOf(XML) })

describe('select', () => {
  it('finds SOAP headers, elements as ExtensionElements', () => {
    const found = select('/env:Envelope/env:Header/t:Trace', { t: 'urn:trace' })
    expect(found).toMatchObject([
      { namespace: 'urn:trace', name: 'Trace', attributes: { 'x:id': '7', plain: 'p' } },
    ])
    expect(found).toMatchObject([{ children: [{ name: 'Hop', text: 'a' }, { text: 'b' }] }])
  })

  it.each([
    ['//t:Trace/@t:id', ['7']],
    ['//t:Trace/@plain', ['p']],
    ['//t:Hop/text()', ['a', 'b']],
    ['//mm7:Number[@displayOnly="true"]/text()', ['2']],
    ['//w:Code/text()', ['9']],
    ['//mm7:Nothing', []],
  ])('finds attributes and texts as strings, in order: %s', (expression, found) => {
    expect(select(expression, { t: 'urn:trace', w: 'urn:v' })).toEqual(found)
  })

  it.each([
    ['string(//mm7:Sender/mm7:Number)', ['15550100']],
    ['count(//mm7:Number)', ['3']],
    ['1 div 0', ['Infinity']],
    ['count(//mm7:Number) = 3', ['true']],
    ['boolean(//mm7:Nothing)', ['false']],
    ['string(//mm7:Nothing)', ['']],
  ])('gives a string, a number or a boolean as one string: %s', (expression, found) => {
    expect(select(expression)).toEqual(found)
  })

  it('finds the whole document as its element', () => {
    expect(select('/')).toMatchObject([{ name: 'Envelope' }])
    expect(select('/*')).toMatchObject([{ name: 'Envelope' }])
  })

  it.each(['', '//mm7:', '//[', 'unknown-function()', '//mm7:Sender]'])(
    'refuses %j, which is no XPath',
    (expression) => {
      expect(() => select(expression)).toThrow(TypeError)
      expect(() => select(expression)).toThrow(/is not an XPath 1\.0 expression/)
    },
  )

  it('says how to declare a prefix that stands for nothing', () => {
    const how =
      "The prefix ext stands for nothing: pass its namespace, as in select(expression, { ext: 'http://…' }). env and mm7 are known."
    expect(() => select('//mm7:Sender/ext:Note')).toThrow(new TypeError(how))
  })

  it('refuses a namespace that is none', () => {
    const how = "The namespace of ext is of type number: pass { ext: 'http://…' }."
    expect(() => select('//env:Body', { ext: 5 } as never)).toThrow(new TypeError(how))
  })

  it('has the prefixes env and mm7 for the canonical namespaces, whatever the sender has', () => {
    const body = bytesOf(
      XML.replaceAll(
        'xmlns="http://www.3gpp.org',
        'xmlns="urn:mm7-of-a-sender:http://www.3gpp.org',
      ).replaceAll(
        'http://schemas.xmlsoap.org/soap/envelope/',
        'http://www.w3.org/2003/05/soap-envelope',
      ),
    )
    const opened = openEnvelope({ headers: HEADERS, body })
    expect(opened.select('/env:Envelope/env:Body/mm7:DeliverReq/mm7:Sender/*/text()')).toEqual([
      '15550100',
    ])
    expect(opened.select('/env:Envelope/@mm7:x', { mm7: 'urn:mine' })).toEqual([])
  })
})

describe('what cannot be read', () => {
  it.each([
    ['nothing', '', {}],
    ['no XML', 'x', {}],
    ['no envelope', '<a/>', {}],
    [
      'a deviation, with strict',
      XML.replace('<Recipients>', '<recipients>').replace('</Recipients>', '</recipients>'),
      { strict: true },
    ],
  ])('is the error of the reader: %s', (_, xml, options) => {
    const request = { headers: HEADERS, body: bytesOf(xml) }
    const errorOf = (run: () => unknown) => {
      try {
        run()
      } catch (error) {
        return error
      }
      return undefined
    }
    const error = errorOf(() => openEnvelope(request, options))
    expect(error).toBeInstanceOf(Mm7Error)
    expect(error).toEqual(errorOf(() => parseMm7Request(request, options)))
  })

  it('is misuse where the body is no bytes, or an option is none', () => {
    expect(() => openEnvelope({ headers: {}, body: 'x' } as never)).toThrow(TypeError)
    expect(() => openEnvelope(buildDeliverReq(), { Strict: true } as never)).toThrow(TypeError)
  })
})

it('opens what no operation is read from', () => {
  const body = bytesOf(envelope('<CancelReq xmlns="urn:mm7"><MessageID>m</MessageID></CancelReq>'))
  const opened = openEnvelope({ headers: HEADERS, body })
  expect(opened.select('//mm7:CancelReq/mm7:MessageID/text()')).toEqual(['m'])
})
