import { describe, expect, it } from 'vitest'
import { MM7, SOAP } from '../../src/soap/namespaces.js'
import { codesOf, deliverReq, envelope, errorOf, parse, SENDER, VERSION } from '../mm7/given.js'

const BASE = MM7.replace('REL-6-MM7-1-4', '')
const RELEASES = [
  'REL-5-MM7-1-0',
  'REL-5-MM7-1-1',
  'REL-5-MM7-1-2',
  'REL-5-MM7-1-3',
  'REL-5-MM7-1-4',
  'REL-5-MM7-1-5',
  'REL-6-MM7-1-0',
  'REL-6-MM7-1-1',
  'REL-6-MM7-1-2',
  'REL-6-MM7-1-3',
  'REL-6-MM7-1-4',
  // None yet: two digits are enough for long.
  'REL-10-MM7-1-12',
].map((release) => BASE + release)

const INNER = `${VERSION}${SENDER}`
const prefixed = (text: string) => text.replaceAll(/<(\/?)(?=[A-Z])/g, '<$1m:')

function transaction(namespace: string): string {
  return `<TransactionID xmlns="${namespace}">1</TransactionID>`
}

describe('a namespace of MM7', () => {
  it.each(RELEASES)('%s is taken without a word', (namespace) => {
    const message = parse(envelope(deliverReq('', namespace), transaction(namespace)))
    expect(message.namespace).toBe(namespace)
    expect(codesOf(message)).toEqual([])
  })

  it.each([
    `${BASE}REL-6-MM7-6-7`,
    `${BASE}REL-100-MM7-1-0`,
    `${BASE}REL-6-MM7-1-100`,
    `${BASE}REL--MM7-1-0`,
    `${BASE}REL-6-MM7-1-`,
    `${BASE}xREL-6-MM7-1-4`,
    `${BASE}REL-5-MM7-1-0.xsd`,
    'urn:mm7',
    'urn:MM7Submit.Req',
    'urn:xml-MM7Header',
  ])('%s is taken, and told once', (namespace) => {
    const message = parse(envelope(deliverReq('', namespace), transaction(namespace)))
    expect(message).toMatchObject({ transactionId: '1', namespace })
    expect(codesOf(message)).toEqual(['namespace-unknown'])
  })

  it('may be broken in two: it is put together', () => {
    const broken = MM7.replace('schema/', 'schema/\n   ')
    const message = parse(envelope(deliverReq('', broken), transaction(broken)))
    expect(message.namespace).toBe(MM7)
    expect(codesOf(message)).toEqual(['namespace-white-space'])
  })

  it('may be broken on the operation and whole on the TransactionID', () => {
    const broken = MM7.replace('schema/', 'schema/ ')
    const message = parse(envelope(deliverReq('', broken), transaction(MM7)))
    expect(message.namespace).toBe(MM7)
    expect(codesOf(message)).toEqual(['namespace-white-space'])
  })

  it('may be in another case on the TransactionID alone', () => {
    const other = MM7.replace('Specs', 'specs')
    const message = parse(envelope(deliverReq(), transaction(other)))
    expect(message).toMatchObject({ transactionId: '1', namespace: MM7 })
    expect(codesOf(message)).toEqual(['namespace-unknown', 'namespace-mixed'])
  })

  it.each([
    ['on the envelope', (xml: string) => xml.replace('<env:Envelope', `$& xmlns="${MM7}"`)],
    [
      'with a prefix',
      (xml: string) => prefixed(xml).replace('<env:Envelope', `$& xmlns:m="${MM7}"`),
    ],
    ['on each element', (xml: string) => xml.replaceAll(/<[A-Z]\w+/g, `$& xmlns="${MM7}"`)],
    [
      'with a prefix declared on each element',
      (xml: string) => prefixed(xml).replaceAll(/<m:\w+/g, `$& xmlns:m="${MM7}"`),
    ],
  ])('may be declared %s', (_, make) => {
    const bare = envelope(`<DeliverReq>${INNER}</DeliverReq>`, '<TransactionID>1</TransactionID>')
    const message = parse(make(bare))
    expect(message).toMatchObject({ transactionId: '1', namespace: MM7 })
    expect(message.sender.value).toBe('15550100')
    expect(codesOf(message)).toEqual([])
  })

  it('may be missing', () => {
    const message = parse(
      envelope(`<DeliverReq>${INNER}</DeliverReq>`, '<TransactionID>1</TransactionID>'),
    )
    expect(message).toMatchObject({ transactionId: '1', namespace: '' })
    expect(codesOf(message)).toEqual(['namespace-missing'])
  })

  it('may be missing on the children of an operation that has one', () => {
    const operation = `<m:DeliverReq xmlns:m="${MM7}">${INNER}</m:DeliverReq>`
    const message = parse(envelope(operation))
    expect(message.sender.value).toBe('15550100')
    expect(codesOf(message)).toEqual(['namespace-missing'])
  })

  it('may be another one within the operation', () => {
    const other = RELEASES[0] as string
    const message = parse(envelope(deliverReq(`<LinkedID xmlns="${other}">l</LinkedID>`)))
    expect(message.linkedId).toBe('l')
    expect(codesOf(message)).toEqual(['namespace-mixed', 'element-order'])
  })

  it('may be foreign on the operation itself, and then its own elements are its own', () => {
    const message = parse(envelope(deliverReq('', 'urn:acme')))
    expect(message).toMatchObject({ namespace: 'urn:acme', sender: { value: '15550100' } })
    expect(codesOf(message)).toEqual(['namespace-unknown', 'namespace-mixed'])
  })

  it.each([
    ['', 'xmlns'],
    ['m:', 'xmlns:m'],
  ])(
    'may be foreign, and declared anew on each element of the operation: <%sSender>',
    (prefix, declaration) => {
      const fields = '<Recipients><To><Number>2</Number></To></Recipients><Subject>s</Subject>'
      const bare = `<DeliverReq>${INNER}${fields}</DeliverReq>`
      const operation = bare
        .replaceAll(/<(\/?)(?=[A-Z])/g, `<$1${prefix}`)
        .replaceAll(/<(?:m:)?[A-Z]\w+/g, `$& ${declaration}="urn:operator:x"`)
      const message = parse(envelope(operation, transaction('urn:operator:x')))
      expect(message).toMatchObject({
        transactionId: '1',
        namespace: 'urn:operator:x',
        mm7Version: '6.8.0',
        sender: { kind: 'number', value: '15550100' },
        recipients: { to: [{ kind: 'number', value: '2' }] },
        subject: 's',
        extensions: [],
      })
      expect(codesOf(message)).toEqual(['namespace-unknown'])
    },
  )
})

describe('an element that looks like one of MM7', () => {
  it('is never taken for one in a foreign namespace', () => {
    const foreign = '<x:LinkedID xmlns:x="urn:x">no</x:LinkedID><x:Sender xmlns:x="urn:x"/>'
    const message = parse(envelope(deliverReq(foreign)))
    expect(message.linkedId).toBeUndefined()
    expect(message.extensions.map(({ name, namespace }) => `${namespace} ${name}`)).toEqual([
      'urn:x LinkedID',
      'urn:x Sender',
    ])
  })

  it('is none within an Extension or a foreign element', () => {
    const message = parse(
      envelope(
        deliverReq(
          '<Extension><LinkedID>no</LinkedID></Extension><Recipients><x:To xmlns:x="urn:x"><Number>1</Number></x:To></Recipients>',
        ),
      ),
    )
    expect(message.linkedId).toBeUndefined()
    expect(message.recipients.to).toEqual([])
  })

  it('is none in the Header if it is foreign there', () => {
    const header = `<x:TransactionID xmlns:x="urn:x">2</x:TransactionID>${transaction(MM7)}`
    const message = parse(envelope(deliverReq(), header))
    expect(message.transactionId).toBe('1')
    expect(codesOf(message)).toEqual(['soap-header-unknown'])
  })
})

describe('the namespace of SOAP', () => {
  it.each([
    ['http://schemas.xmlsoap.org/soap/soap-envelope', ['soap-namespace']],
    ['http://www.w3.org/2003/05/soap-envelope', ['soap-namespace']],
    ['', ['soap-namespace']],
  ])('may be %j', (namespace, codes) => {
    const xml = envelope(deliverReq()).replaceAll(/(<\/?)env:/g, '$1')
    const message = parse(xml.replace(`xmlns:env="${SOAP}"`, `xmlns="${namespace}"`))
    expect(message.transactionId).toBe('1')
    expect(codesOf(message)).toEqual(codes)
  })

  it('does not make an operation of what is in it', () => {
    expect(errorOf(envelope('<env:DeliverReq/>')).code).toBe('operation-unsupported')
    expect(errorOf(envelope('').replaceAll('Envelope', 'Body')).code).toBe('envelope-missing')
  })
})

describe('a prefix', () => {
  it('that is not declared is told once, and the name taken as meant', () => {
    const xml = prefixed(envelope(deliverReq('<x:other/>'))).replace(` xmlns:env="${SOAP}"`, '')
    const message = parse(xml)
    expect(message).toMatchObject({
      transactionId: '1',
      namespace: '',
      sender: { value: '15550100' },
    })
    expect(message.warnings.map(({ message: text }) => text)).toEqual([
      'The prefix "env" is not declared; what has it is judged by its place.',
      'The prefix "m" is not declared; what has it is judged by its place.',
      'The prefix "x" is not declared; what has it is judged by its place.',
      '"other" does not belong here; kept among the extensions.',
    ])
  })

  it('may stand before two colons, or be nothing before one', () => {
    const xml = envelope(deliverReq('<:LinkedID>l</:LinkedID>')).replaceAll('env:Body', 'env::Body')
    const message = parse(xml)
    expect(message.linkedId).toBe('l')
    expect(message.warnings.map(({ message: text }) => text)).toContain(
      '"env::Body" has more than one colon; read as "Body".',
    )
    expect(parse(envelope(deliverReq('<:Subject>s</:Subject>'))).warnings).toMatchObject([
      { code: 'name-double-colon', message: '":Subject" starts with a colon; read as "Subject".' },
    ])
  })

  it.each(['xmlns::x', 'xmlns:y:x'])('may be declared with a colon too many: %s', (declaration) => {
    const message = parse(envelope(deliverReq(`<x:a ${declaration}="urn:x"><x:b/></x:a>`)))
    expect(message.extensions).toMatchObject([
      { namespace: 'urn:x', children: [{ name: 'b', namespace: 'urn:x' }] },
    ])
    expect(message.warnings).toMatchObject([
      {
        code: 'name-double-colon',
        message: `"${declaration}" has more than one colon; read as "xmlns:x".`,
      },
      { code: 'element-unexpected' },
    ])
  })

  it('is none where nothing is behind the colons', () => {
    const message = parse(envelope(deliverReq('<a xmlns::="urn:x"/>')))
    expect(message.extensions).toMatchObject([{ name: 'a', attributes: { '': 'urn:x' } }])
  })

  it('cannot be taken back', () => {
    const message = parse(envelope(deliverReq('<x:a xmlns:x="urn:x"><x:b xmlns:x=""/></x:a>')))
    expect(message.extensions).toMatchObject([
      { namespace: 'urn:x', children: [{ name: 'b', namespace: undefined }] },
    ])
    expect(codesOf(message)).toEqual(['prefix-undeclared', 'element-unexpected'])
  })

  it('counts as far as its element, and may be declared anew', () => {
    const inner = '<x:a xmlns:x="urn:1"><x:b xmlns:x="urn:2"/><x:c/></x:a><x:d/>'
    const message = parse(envelope(deliverReq(inner)))
    expect(message.extensions).toMatchObject([
      { namespace: 'urn:1', children: [{ namespace: 'urn:2' }, { namespace: 'urn:1' }] },
      { name: 'd', namespace: undefined },
    ])
    expect(codesOf(message)).toContain('prefix-undeclared')
  })

  it('xml is declared, and declarations of what is none declare nothing', () => {
    const xml = '<xml:a xml:lang="en"/><b xmlns:="urn:b"><c/></b>'
    const message = parse(envelope(deliverReq(xml)))
    expect(message.extensions).toMatchObject([
      { namespace: 'http://www.w3.org/XML/1998/namespace', attributes: { 'xml:lang': 'en' } },
      { namespace: MM7, children: [{ namespace: MM7 }] },
    ])
    for (const odd of ['xmlns:xml="urn:x"', 'xmlns:xmlns="urn:x"', 'xmlns:x:y="urn:x"']) {
      expect(parse(envelope(deliverReq(`<a ${odd}/>`))).extensions).toHaveLength(1)
    }
  })
})

describe('an attribute', () => {
  const content = (attributes: string) => {
    const message = parse(
      envelope(deliverReq(`<Content xmlns:m="${MM7}" xmlns:n="${MM7}" ${attributes}/>`)),
    )
    return [message.contents[0]?.href, codesOf(message)]
  }

  it('in the namespace of MM7 loses its prefix', () => {
    expect(content('m:href="a"')).toEqual(['a', ['attribute-qualified', 'href-unmatched']])
  })

  it.each(['href="a" m:href="b"', 'm:href="b" href="a"', 'm:href="a" n:href="b"'])(
    'is told where another has its name: %s',
    (attributes) => {
      const [href, codes] = content(attributes)
      expect([href, codes?.includes('attribute-unexpected')]).toEqual(['a', true])
    },
  )

  it('in the namespace of an operation that made its own loses it too', () => {
    const operation = `<o:DeliverReq xmlns:o="urn:o">${INNER.replaceAll(/<(\/?)/g, '<$1o:')}<o:Content o:href="a"/></o:DeliverReq>`
    expect(parse(envelope(operation)).contents).toMatchObject([{ href: 'a' }])
  })

  it.each(['xmlns:x="urn:mm7"', `xmlns:x="${MM7.toLowerCase()}"`, ''])(
    'in what is meant for it loses its prefix too: %s',
    (declaration) => {
      const [href, codes] = content(`${declaration} x:href="a"`)
      expect([href, codes?.includes('attribute-qualified')]).toEqual(['a', true])
    },
  )

  it('in another is told, and read by nobody', () => {
    expect(content('xmlns:x="urn:x" x:href="b" href="a"')).toEqual([
      'a',
      ['attribute-unexpected', 'href-unmatched'],
    ])
    expect(content('y::z="b" href="a"')).toEqual([
      'a',
      [
        'name-double-colon',
        'prefix-undeclared',
        'attribute-qualified',
        'attribute-unexpected',
        'href-unmatched',
      ],
    ])
  })

  it('of XML or of a schema instance may be anywhere', () => {
    const xsi = 'xmlns:i="http://www.w3.org/2001/XMLSchema-instance" i:type="t"'
    expect(content(`${xsi} xml:lang="en" e:actor="a" xmlns:e="${SOAP}" href="a"`)).toEqual([
      'a',
      ['href-unmatched'],
    ])
    expect(content('xsi:type="t" href="a"')).toEqual(['a', ['prefix-undeclared', 'href-unmatched']])
  })
})
