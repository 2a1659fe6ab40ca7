import { describe, expect, it } from 'vitest'
import { MM7, SOAP } from '../../src/soap/namespaces.js'
import {
  codesOf,
  deliverReq,
  envelope,
  errorOf,
  parse,
  parseFields,
  reportedOf,
  TRANSACTION,
} from './given.js'

const XSI = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'

function numbers(...attributes: string[]): string {
  const all = attributes.map((each) => `<Number ${each}>1</Number>`)
  return `<Recipients><To>${all.join('')}</To></Recipients>`
}

describe('an attribute whose prefix is not declared', () => {
  it.each([
    ['on SOAP', `<s:Envelope xmlns:s="${SOAP}" o:a="1" o:b="2">`, 2],
    ['on SOAP, as one of SOAP', `<s:Envelope xmlns:s="${SOAP}" o:encodingStyle="1">`, 0],
    ['on SOAP, as one of XML Schema', `<s:Envelope xmlns:s="${SOAP}" xsi:schemaLocation="a b">`, 0],
  ])('%s is reported each time, not with its prefix alone', (_, start, count) => {
    const xml = `${start}<s:Header>${TRANSACTION}</s:Header><s:Body>${deliverReq()}</s:Body></s:Envelope>`
    const codes = codesOf(parse(xml)).filter((code) => code !== 'prefix-undeclared')
    expect(codes).toEqual(Array(count).fill('attribute-unexpected'))
  })
})

describe('the name of an attribute', () => {
  it.each([
    ['displayonly="true"', { displayOnly: true }],
    ['DISPLAYONLY="1"', { displayOnly: true }],
    ['addresscoding="encrypted"', { addressCoding: 'encrypted' }],
    ['ID="a"', { id: 'a' }],
  ])('of an address is read in another case: %s', (attribute, expected) => {
    const message = parseFields(numbers(attribute))
    expect(message.recipients.to).toMatchObject([expected])
    expect(reportedOf(message)).toEqual(['attribute-name Recipients/To/Number'])
  })

  it.each([
    ['<Content HREF="http://a"/>', 'contents', [{ href: 'http://a' }]],
    [
      '<Content href="http://a" ALLOWADAPTATIONS="false"/>',
      'contents',
      [{ allowAdaptations: false }],
    ],
    ['<Content href="http://a" Type="TEXT"/>', 'contents', [{ type: 'TEXT' }]],
    ['<UACapabilities uaprof="a"/>', 'uaCapabilities', { uaProf: 'a' }],
    ['<UACapabilities timestamp="P1D"/>', 'uaCapabilities', { timeStamp: { text: 'P1D' } }],
    ['<AdditionalInformation Href="a"/>', 'additionalInformation', [{ href: 'a' }]],
    [
      '<Previouslysentdateandtime><DateTime Sequence="2">2014-04-14T16:15:23Z</DateTime></Previouslysentdateandtime>',
      'previouslySentDateAndTime',
      [{ sequence: 2 }],
    ],
  ] as const)('of another element, too: %s', (fields, property, expected) => {
    const message = parseFields(fields)
    expect(message[property]).toMatchObject(expected)
    expect(codesOf(message)).toContain('attribute-name')
  })

  it('of MM7 with a prefix in another case is read; both are reported', () => {
    const message = parseFields(
      numbers(
        'm:displayonly="true" xmlns:m="http://www.3gpp.org/ftp/Specs/archive/23_series/23.140/schema/REL-6-MM7-1-4"',
      ),
    )
    expect(message.recipients.to).toMatchObject([{ displayOnly: true }])
    expect(codesOf(message)).toEqual(['attribute-qualified', 'attribute-name'])
  })

  it.each([
    ['displayonly="true" displayOnly="false"', ['attribute-unexpected'], false],
    ['displayOnly="false" displayonly="true"', ['attribute-unexpected'], false],
    ['displayonly="true" DISPLAYONLY="false"', ['attribute-name', 'attribute-unexpected'], true],
    ['displayOnly="true"', [], true],
    ['display-only="true"', ['attribute-unexpected'], false],
    ['displayOnl="true"', ['attribute-unexpected'], false],
  ])('gives way to the right one: %s', (attributes, codes, expected) => {
    const message = parseFields(numbers(attributes))
    expect(message.recipients.to).toMatchObject([{ displayOnly: expected }])
    expect(codesOf(message)).toEqual(codes)
  })

  it('on the element around an address is reported in any case', () => {
    const message = parseFields(
      '<Recipients><To displayonly="true"><Number>1</Number></To></Recipients>',
    )
    expect(codesOf(message)).toContain('attribute-unexpected')
  })
})

describe('the value of an attribute', () => {
  it.each(['ENCRYPTED', 'Encrypted', 'eNCRYPTED', ' encrypted\t'])(
    'that is a word is read in any case: %s',
    (word) => {
      const message = parseFields(numbers(`addressCoding="${word}"`))
      expect(message.recipients.to).toMatchObject([{ addressCoding: 'encrypted' }])
      expect(reportedOf(message)).toEqual(['value-unknown Recipients/To/Number'])
    },
  )

  it.each([
    ['FALSE', false, ['value-malformed']],
    ['False', false, ['value-malformed']],
    ['false', false, []],
    ['0', false, []],
    ['TRUE', true, ['value-malformed']],
    ['no', true, ['value-malformed']],
  ])('allowAdaptations="%s" is %s', (value, expected, codes) => {
    const message = parseFields(`<Content href="http://a" allowAdaptations="${value}"/>`)
    expect(message.contents).toMatchObject([{ allowAdaptations: expected }])
    expect(codesOf(message).filter((code) => code !== 'href-unmatched')).toEqual(codes)
  })
})

it.each(['obfuscated ', ' Encrypted'])('addressCoding="%s" may have blanks', (coding) => {
  const number = `<Number addressCoding="${coding}">5</Number>`
  const message = parseFields(`<Recipients><To>${number}</To></Recipients>`)
  expect(message.recipients.to[0]?.addressCoding).toBe(coding.trim().toLowerCase())
  expect(reportedOf(message)).toEqual(['value-unknown Recipients/To/Number'])
})

describe('xsi:nil', () => {
  it.each(['xsi:nil="true"', 'xsi:nil="1"', 'xsi:nil=" true "', 'xsi:nil="true" xsi:type="x"'])(
    '%s says that there is no such element',
    (nil) => {
      const message = parseFields(`<Subject ${XSI} ${nil}></Subject>`)
      expect(message).not.toHaveProperty('subject')
      expect(reportedOf(message)).toEqual(['attribute-unexpected Subject'])
    },
  )

  it('with any prefix, or one that is not declared', () => {
    const uri = XSI.slice(XSI.indexOf('"'))
    expect(parseFields(`<Subject xmlns:i=${uri} i:nil="true"/>`)).not.toHaveProperty('subject')
    const message = parseFields('<Subject xsi:nil="true"/>')
    expect(message).not.toHaveProperty('subject')
    expect(codesOf(message)).toEqual(['prefix-undeclared', 'attribute-unexpected'])
  })

  it.each([
    ['xsi:nil="false"', []],
    ['xsi:nil="10"', []],
    ['xsi:nil="untrue"', []],
    ['xsi:type="xsd:string"', []],
    ['xsi:type="true"', []],
    ['x:nil="true"', ['prefix-undeclared', 'attribute-qualified', 'attribute-unexpected']],
    ['xmlns:x="urn:x" x:nil="true"', ['attribute-unexpected']],
  ])('but %s does not', (attribute, codes) => {
    const message = parseFields(`<Subject ${XSI} ${attribute}></Subject>`)
    expect(message.subject).toBe('')
    expect(codesOf(message)).toEqual(codes)
  })

  it.each([
    [`<Subject ${XSI} xsi:nil="true">a</Subject>`, { subject: 'a' }],
    [`<Content ${XSI} xsi:nil="true" href="http://a"/>`, { contents: [{ href: 'http://a' }] }],
  ])('is ignored where there is something: %s', (fields, expected) => {
    const message = parseFields(fields)
    expect(message).toMatchObject(expected)
    expect(codesOf(message)).toContain('attribute-unexpected')
  })

  it.each([
    [`<To><Number ${XSI} xsi:nil="true">5</Number></To>`, ['5'], 'Recipients/To/Number'],
    [`<To><Number ${XSI} xsi:nil="true"/></To>`, [], 'Recipients/To/Number'],
    [`<To ${XSI} xsi:nil="true"><Number>5</Number></To>`, ['5'], 'Recipients/To'],
    [`<To ${XSI} xsi:nil="true"/>`, [], 'Recipients/To'],
  ])('is reported within Recipients, too: %s', (lists, to, path) => {
    const message = parseFields(`<Recipients>${lists}</Recipients>`)
    expect(message.recipients.to.map(({ value }) => value)).toEqual(to)
    expect(reportedOf(message)).toEqual([`attribute-unexpected ${path}`])
  })

  it('on a TransactionID that has one is reported', () => {
    const nil = envelope(deliverReq()).replace(
      '<TransactionID',
      `<TransactionID ${XSI} xsi:nil="true"`,
    )
    expect(parse(nil).transactionId).toBe('1')
    expect(reportedOf(parse(nil))).toEqual(['attribute-unexpected TransactionID'])
  })

  it('of what is required makes it missing', () => {
    const document = envelope(deliverReq()).replace(
      '<MM7Version>6.8.0',
      `<MM7Version ${XSI} xsi:nil="true">`,
    )
    expect(errorOf(document)).toMatchObject({ code: 'element-missing', path: 'MM7Version' })
  })
})

describe('attributes around the operation', () => {
  const plain = envelope(deliverReq())

  it.each([
    ['<env:Envelope', 'a="b"', 'Envelope'],
    ['<env:Header', 'a="b"', 'Header'],
    ['<env:Body', 'a="b"', 'Body'],
    ['<env:Body', 'xmlns:x="urn:x" x:Id="b"', 'Body'],
    ['<env:Body', `xmlns:m="${MM7}" m:Id="b"`, 'Body'],
    ['<env:Header', 'env:data="b"', 'Header'],
    ['<TransactionID', 'a="b"', 'TransactionID'],
    ['<TransactionID', 'xmlns:x="urn:x" x:secret="b"', 'TransactionID'],
    ['<TransactionID', 'env:data="b"', 'TransactionID'],
  ])('on %s %s are reported', (tag, attribute, path) => {
    const document = plain.replace(tag, `${tag} ${attribute}`)
    const { warnings } = parse(document)
    expect(warnings).toEqual([
      expect.objectContaining({
        code: 'attribute-unexpected',
        path,
        offset: document.indexOf(tag),
      }),
    ])
  })

  it.each([
    ['<env:Envelope', 'env:encodingStyle="http://schemas.xmlsoap.org/soap/encoding/"'],
    ['<env:Envelope', 'encodingStyle=""'],
    ['<env:Envelope', `${XSI} xsi:schemaLocation="a b"`],
    ['<env:Envelope', `${XSI} xsi:noNamespaceSchemaLocation="a"`],
    ['<env:Body', 'xml:lang="en"'],
    ['<env:Body', 'xmlns:x="urn:x"'],
    ['<TransactionID', 'env:mustUnderstand="1"'],
    ['<TransactionID', 'env:actor=""'],
  ])('on %s %s may be there', (tag, attribute) => {
    expect(codesOf(parse(plain.replace(tag, `${tag} ${attribute}`)))).toEqual([])
  })

  it('of SOAP, whatever namespace that is in, are SOAP’s', () => {
    const header = TRANSACTION.replace('>', ' env:mustUnderstand="1">')
    const document = envelope(deliverReq(), header).replace(SOAP, 'urn:soap')
    expect(codesOf(parse(document))).toEqual(['soap-namespace'])
  })
})

describe('a TransactionID', () => {
  const child = TRANSACTION.replace('>1<', '><x>kept</x><')

  it('that holds an element alone keeps it in partial', () => {
    const error = errorOf(envelope(deliverReq(), child))
    expect(error).toMatchObject({ code: 'element-missing', path: 'TransactionID' })
    expect(error.partial.extensions).toMatchObject([{ name: 'x', text: 'kept' }])
    expect(reportedOf(error.partial)).toEqual(['element-unexpected TransactionID'])
  })

  it('that is the second is kept with what is in it', () => {
    const message = parse(envelope(deliverReq(), `${TRANSACTION}${child.replace('><x', '>2<x')}`))
    expect(message).toMatchObject({
      transactionId: '1',
      extensions: [{ name: 'TransactionID', text: '2', children: [{ text: 'kept' }] }],
    })
    expect(reportedOf(message)).toEqual(['element-repeated TransactionID'])
  })

  it.each(['', 'urn:mm7x'])('in the namespace %j gives way to the operation’s own', (uri) => {
    const foreign = `<TransactionID xmlns="${uri}">2</TransactionID>`
    const message = parse(envelope(deliverReq(), `${foreign}${TRANSACTION}`))
    expect(message.transactionId).toBe('1')
    expect(codesOf(message)).toContain('element-repeated')
  })
})
