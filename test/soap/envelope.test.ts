import { describe, expect, it } from 'vitest'
import { DEFAULT_LIMITS, type Limits } from '../../src/limits.js'
import { createReport } from '../../src/report.js'
import { readEnvelope } from '../../src/soap/envelope.js'
import { MM7, SOAP } from '../../src/soap/namespaces.js'

function read(xml: string, limits: Limits = DEFAULT_LIMITS) {
  const report = createReport()
  const bytes = new TextEncoder().encode(xml)
  const source = { bytes, charset: 'utf-8', offset: 100, isVerbatim: true }
  const mayBeBare = (name: string) => name === 'SubmitRsp'
  const envelope = readEnvelope(source, limits, report, () => false, mayBeBare)
  envelope.places.settle()
  const names = ({ header, body }: typeof envelope) =>
    [header, body].map((list) => list.map(({ name }) => name))
  return {
    names: names(envelope),
    warnings: report.warnings,
    failure: report.failure,
    bare: envelope.bare?.name,
  }
}

const within = (inner: string) =>
  `<e:Envelope xmlns:e="${SOAP}" xmlns="${MM7}">${inner}</e:Envelope>`
const START = 100 + within('').indexOf('</')

describe('an envelope', () => {
  it('has the entries of its Header and its Body', () => {
    const xml = within('<e:Header><a/><b/></e:Header><e:Body><c/></e:Body>')
    expect(read(xml)).toEqual({
      names: [['a', 'b'], ['c']],
      warnings: [],
      failure: undefined,
      bare: undefined,
    })
    expect(read(within('')).names).toEqual([[], []])
  })

  it('is read with what is there twice, and without what SOAP does not have there', () => {
    const twice = read(within('<e:Body><c/></e:Body><e:Header/><e:Body><d/></e:Body><x/>'))
    const start = START + '<e:Body><c/></e:Body>'.length
    expect(twice.names).toEqual([[], ['c', 'd']])
    expect(twice.warnings).toEqual([
      {
        code: 'element-order',
        message: 'The Header comes after the Body (SOAP 1.1 §4.2); read all the same.',
        offset: start,
        path: 'Header',
      },
      {
        code: 'element-repeated',
        message: 'There is a second Body; it is read with the first.',
        offset: START + '<e:Body><c/></e:Body><e:Header/>'.length,
        path: 'Body',
      },
      {
        code: 'soap-body-extra',
        message: 'The SOAP Envelope also holds "x"; ignored.',
        offset: START + '<e:Body><c/></e:Body><e:Header/><e:Body><d/></e:Body>'.length,
        path: 'x',
      },
    ])
  })

  it.each([
    ['Body Body', ['element-repeated']],
    ['Body Header', ['element-order']],
    ['Header Body Header', ['element-repeated']],
    ['Body Header Header', ['element-order', 'element-repeated']],
  ])('has its entries in order, and once: %s', (names, codes) => {
    const entries = names.split(' ').map((name) => `<e:${name}/>`)
    expect(read(within(entries.join(''))).warnings.map(({ code }) => code)).toEqual(codes)
  })

  it.each(['envelope', 'ENVELOPE'])('may be called %s, and what is in it likewise', (name) => {
    const xml = within('<e:header><a/></e:header><e:BODY><c/></e:BODY>').replaceAll(
      'Envelope',
      name,
    )
    const { names, warnings, failure } = read(xml)
    expect(names).toEqual([['a'], ['c']])
    expect(failure).toBeUndefined()
    expect(warnings.map(({ code, message }) => `${code} ${message}`)).toEqual([
      `element-name "${name}" should be Envelope; read as that.`,
      'element-name "header" should be Header; read as that.',
      'element-name "BODY" should be Body; read as that.',
    ])
  })

  it('has nothing of others that are called so in another case', () => {
    const xml = within('<body xmlns="urn:x"/><e:Body><c/></e:Body><bodys/>')
    expect(read(xml)).toMatchObject({
      names: [[], ['c']],
      warnings: [{ code: 'soap-body-extra' }, { code: 'soap-body-extra' }],
    })
    expect(read('<envelope xmlns="urn:x"/>').failure?.code).toBe('envelope-missing')
  })

  it('may not have texts and attributes of its own', () => {
    expect(
      read(within('<e:Header actor="" mustUnderstand="1" encodingStyle="" id="a"/>text')).warnings,
    ).toEqual([
      {
        code: 'text-unexpected',
        message: 'Unexpected text "text" in the SOAP Envelope; ignored.',
        offset: 100,
        path: 'Envelope',
      },
      {
        code: 'attribute-unexpected',
        message: 'The attribute id="a" does not belong on the SOAP Header; ignored.',
        offset: START,
        path: 'Header',
      },
    ])
  })

  it('may be missing around what will do without one', () => {
    expect(read(`<SubmitRsp xmlns="${MM7}"/>`)).toMatchObject({
      bare: 'SubmitRsp',
      failure: undefined,
      warnings: [
        {
          code: 'element-missing',
          message: 'The root is SubmitRsp, not a SOAP Envelope; read without one.',
          offset: 100,
          path: 'Envelope',
        },
      ],
    })
  })

  it.each([
    ['<a/>', 'The root is a, not a SOAP Envelope.'],
    ['<Deliver/>', 'The root is Deliver, not a SOAP Envelope.'],
  ])('is missing: %s', (xml, message) => {
    expect(read(xml).failure).toEqual({ code: 'envelope-missing', message, offset: 100 })
  })

  it('is read as far as its limit', () => {
    const xml = within('<e:Header><a/></e:Header>')
    const { length } = xml
    expect(read(xml, { ...DEFAULT_LIMITS, soapBytes: length }).failure).toBeUndefined()
    expect(read(xml, { ...DEFAULT_LIMITS, soapBytes: length - 1 }).failure).toEqual({
      code: 'soap-too-large',
      message: `The envelope has ${length} bytes, more than ${length - 1} (limits.soapBytes).`,
      offset: 100 + length - 1,
    })
  })
})
