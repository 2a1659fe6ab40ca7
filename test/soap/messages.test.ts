import { describe, expect, it } from 'vitest'
import { DEFAULT_LIMITS, type Limits } from '../../src/limits.js'
import { createReport } from '../../src/report.js'
import { readEnvelope } from '../../src/soap/envelope.js'
import { MM7, SOAP } from '../../src/soap/namespaces.js'
import { deliverReq, envelope, TRANSACTION } from '../mm7/given.js'

const WHOLE = envelope(deliverReq())

/** @returns what is said of an envelope, a failure last; of a text that stands for bytes. */
function saidOf(text: string, charset?: string, limits: Partial<Limits> = {}): string[] {
  const report = createReport()
  const bytes = new Uint8Array(Buffer.from(text, 'latin1'))
  const source = { bytes, charset, offset: 0, isVerbatim: true }
  const all = { ...DEFAULT_LIMITS, ...limits }
  const { places } = readEnvelope(source, all, report, (name) => name === 'Subject')
  places.settle()
  const said = report.warnings.map(({ message }) => message)
  for (const { offset } of report.warnings) expect(offset).toBeDefined()
  return report.failure === undefined ? said : [...said, report.failure.message]
}

describe('a deviation of the XML is reported in words', () => {
  const within = (text: string): string => WHOLE.replace('</DeliverReq>', `${text}$&`)
  it.each([
    ['Blanks before the XML declaration; removed.', ' <?xml version="1.0"?>'],
    ['The XML declaration "<?xml version=\\"2\\"?>" is malformed; removed.', '<?xml version="2"?>'],
  ])('%s', (message, declaration) => {
    expect(saidOf(declaration + WHOLE)).toEqual([message])
  })

  it.each([
    ['An & that starts no reference; read as it is.', '<Subject>&</Subject>'],
    ['A < that starts no tag; read as it is.', '<Subject> < </Subject>'],
    ['A ]]> that ends no CDATA section; read as it is.', '<Subject>]]></Subject>'],
    ['&#1; is not a character of XML; replaced by U+FFFD.', '<Subject>&#1;</Subject>'],
    ['XML has no character U+0001; replaced by U+FFFD.', '<Subject>\x01</Subject>'],
    ['XML has no character U+000B; replaced by U+FFFD.', '<Subject>\x0b</Subject>'],
    [
      '&#xD83D;&#xDE00; are the halves of a character; read as 😀.',
      '<Subject>&#xD83D;&#xDE00;</Subject>',
    ],
    ['The attribute href="a" is there twice; with the same value.', '<Content href="a" href="a"/>'],
    ['The attribute href="b" is there twice; "a" counts.', '<Content href="a" href="b"/>'],
    [
      'No blank before the attribute "type"; read as if there were one.',
      '<Content href="a"type="b"/>',
    ],
    ['The attribute "href" has no value; read as empty.', '<Content href/>'],
    ['The value of the attribute "href" is not in quotes; read as it is.', '<Content href=a/>'],
    [
      'Typographic quotes around the value of an attribute; read as plain ones.',
      '<Content href=\xe2\x80\x9ca\xe2\x80\x9d/>',
    ],
    [
      '"<X>" ends nothing; taken for the end tag of the element it is in.',
      '<UACapabilities><X>a<X></UACapabilities>',
    ],
    [
      'The end tag "</LinkedID>" does not match "x:LinkedID"; ends it anyway.',
      `<x:LinkedID xmlns:x="${MM7}">a</LinkedID>`,
    ],
    [
      'The prefix "x" is not declared; what has it is judged by its place.',
      '<x:LinkedID>a</x:LinkedID>',
    ],
    [
      '"x::LinkedID" has more than one colon; read as "LinkedID".',
      `<x::LinkedID xmlns:x="${MM7}">a</x::LinkedID>`,
    ],
    [
      'The attribute "x:href" has a prefix; read without it.',
      `<Content xmlns:x="${MM7}" x:href="a"/>`,
    ],
    ["LinkedID is in no namespace; taken as MM7's.", '<LinkedID xmlns="">a</LinkedID>'],
    [
      'White space in the namespace "http://www.3gpp.org/ftp/Specs/archive/23_series/23.140/schem…"; taken out.',
      `<LinkedID xmlns="${MM7.replace('REL-6', ' REL-6')}">a</LinkedID>`,
    ],
    [
      'Two MM7 namespaces: "…org/ftp/Specs/archive/23_series/23.140/schema/REL-6-MM7-1-3" within "…org/ftp/Specs/archive/23_series/23.140/schema/REL-6-MM7-1-4"; both taken as MM7\'s.',
      `<LinkedID xmlns="${MM7.replace('1-4', '1-3')}">a</LinkedID>`,
    ],
  ])('%s', (message, text) => {
    expect(saidOf(within(text))).toEqual([message])
  })
})

describe('a deviation of the envelope is reported in words', () => {
  it.each([
    [
      'Envelope is in the namespace "urn:soap", not that of SOAP 1.1; taken as SOAP\'s.',
      WHOLE.replace(SOAP, 'urn:soap'),
    ],
    [
      'TransactionID is in the namespace "urn:mm7", not one of MM7; taken as MM7\'s.',
      envelope(deliverReq('', 'urn:mm7'), TRANSACTION.replace(MM7, 'urn:mm7')),
    ],
    ['The SOAP Envelope also holds "x"; ignored.', WHOLE.replace('<env:Header>', '<x/>$&')],
    [
      'There is a second Header; it is read with the first.',
      WHOLE.replace('<env:Body>', '<env:Header/>$&'),
    ],
    [
      'The attribute a="b" does not belong on the SOAP Body; ignored.',
      WHOLE.replace('<env:Body>', '<env:Body a="b">'),
    ],
    ['Unexpected text "a" in the SOAP Body; ignored.', WHOLE.replace('<env:Body>', '$&a')],
  ])('%s', (message, xml) => {
    expect(saidOf(xml)).toEqual([message])
  })
})

describe('a charset is reported in words', () => {
  it.each([
    ['The charset "x-none" is unknown here; ignored.', 'x-none', WHOLE],
    ['The charset "utf8" has no such name; read as utf-8.', 'utf8', WHOLE],
    [
      'The charset is said to be "us-ascii", but there are other bytes; read as UTF-8.',
      'us-ascii',
      WHOLE.replace('1555', '\xc3\xa9'),
    ],
    [
      'The charset is said to be "euc-kr", but there are other bytes; read as UTF-8.',
      'euc-kr',
      WHOLE.replace('1555', '\xed\x95\x9c'),
    ],
    [
      'The charset is said to be utf-16, but the bytes are not; that name is ignored.',
      'utf-16',
      WHOLE,
    ],
    [
      'The charset is said to be "euc-kr" and "utf-8"; the first that the bytes are of counts.',
      'euc-kr',
      `<?xml version="1.0" encoding="utf-8"?>${WHOLE}`,
    ],
    ['Bytes that are not of utf-8 stand as U+FFFD.', 'utf-8', WHOLE.replace('1555', '\xff')],
    [
      'No charset is named that is known, and the bytes are not UTF-8; read as windows-1252.',
      undefined,
      WHOLE.replace('1555', '\xff'),
    ],
    [
      'The envelope is in CESU-8, characters in six bytes, not in UTF-8; read as that.',
      'utf-8',
      WHOLE.replace('1555', '\xed\xa0\xbd\xed\xb8\x80'),
    ],
  ])('%s', (message, charset, xml) => {
    expect(saidOf(xml, charset)).toEqual([message])
  })
})

describe('why an envelope cannot be read is said', () => {
  it.each([
    ['The envelope is not well-formed: document must contain a root element.', ''],
    ['The root is a, not a SOAP Envelope.', '<a/>'],
    ['"a:" is not a name of an element.', `<env:Envelope xmlns:env="${SOAP}"><a:/></env:Envelope>`],
    ['The envelope has a DOCTYPE, which SOAP 1.1 §3 forbids.', '<!DOCTYPE a><a/>'],
    [
      'The envelope is not well-formed: <Subject> is not closed.',
      WHOLE.replace(/<\/DeliverReq>.*/, '<Subject>a</env:Body></env:Envelope>'),
    ],
  ])('%s', (message, xml) => {
    expect(saidOf(xml).at(-1)).toBe(message)
  })

  it.each(['a:1', 'a:-b', 'a:\u0301b', 'a:b:2'])('%s is no name of an element', (name) => {
    const xml = `<env:Envelope xmlns:env="${SOAP}" xmlns:a="a"><${name}/></env:Envelope>`
    const bytes = Buffer.from(xml).toString('latin1')
    expect(saidOf(bytes).at(-1)).toBe(`${JSON.stringify(name)} is not a name of an element.`)
  })

  it.each(['a:_1', 'a:ü', 'a:\u0370', 'a:b\u0301'])('%s is a name of an element', (name) => {
    const xml = `<env:Envelope xmlns:env="${SOAP}" xmlns:a="a"><${name}/></env:Envelope>`
    const bytes = Buffer.from(xml).toString('latin1')
    expect(saidOf(bytes).join()).not.toContain('not a name')
  })

  it.each([
    ['The envelope has 426 bytes, more than 9 (limits.soapBytes).', { soapBytes: 9 }],
    ['The envelope has more than 1 elements (limits.xmlElements).', { xmlElements: 1 }],
    ['The envelope has more than 1 nested elements (limits.xmlDepth).', { xmlDepth: 1 }],
    ['The envelope has more than 1 attributes (limits.allXmlAttributes).', { allXmlAttributes: 1 }],
    ['An element has more than 0 attributes (limits.xmlAttributes).', { xmlAttributes: 0 }],
  ])('%s', (message, limits) => {
    expect(saidOf(WHOLE, undefined, limits).at(-1)).toBe(message)
  })
})
