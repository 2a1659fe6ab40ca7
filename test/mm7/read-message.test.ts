import { describe, expect, it } from 'vitest'
import { MM7, SOAP } from '../../src/soap/namespaces.js'
import {
  codesOf,
  deliverReq,
  envelope,
  errorOf,
  parse,
  reportedOf,
  SENDER,
  TRANSACTION,
  VERSION,
} from './given.js'

const REL_5 = MM7.replace('REL-6-MM7-1-4', 'REL-5-MM7-1-0')

describe('what is on the Envelope, its Header and its Body', () => {
  const withAttributes = (attributes: string) =>
    reportedOf(parse(envelope(deliverReq()).replace('<env:Header', `<env:Header ${attributes}`)))

  it.each(['encodingStyle="a"', 'env:encodingStyle="a"', 'env:mustUnderstand="1" env:actor=""'])(
    'is what SOAP has there: %s',
    (attributes) => {
      expect(withAttributes(attributes)).toEqual([])
    },
  )

  it.each(['id="a"', 'env:id="a"', 'xmlns:x="urn:x" x:y="1"'])(
    'is reported, where it is not: %s',
    (attributes) => {
      expect(withAttributes(attributes)).toEqual(['attribute-unexpected Header'])
    },
  )
})

describe('the Header', () => {
  it('tells the TransactionID, whatever SOAP attributes it has', () => {
    const header = `<TransactionID xmlns="${MM7}" env:mustUnderstand="1" actor="" encodingStyle="" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="string">\n 00012 \n</TransactionID>`
    const message = parse(envelope(deliverReq(), header))
    expect(message.transactionId).toBe('00012')
    expect(codesOf(message)).toEqual([])
  })

  it('misses a TransactionID that is empty, and tells of no other', () => {
    const empty = TRANSACTION.replace('>1<', '> <')
    for (const header of [empty, `${empty}${empty}`]) {
      const error = errorOf(envelope(deliverReq(), header))
      expect([error.code, ...codesOf(error.partial)]).toEqual(['element-missing'])
    }
  })

  it.each([
    [`${TRANSACTION}${TRANSACTION.replace('>1<', '>2<')}`, '1', '"2"'],
    [`${TRANSACTION.replace('>1<', '> <')}${TRANSACTION}`, '1', '""'],
    [`${TRANSACTION}${TRANSACTION}`, '1', '"1"'],
  ])('tells a TransactionID that is there again: %#', (header, id, other) => {
    const message = parse(envelope(deliverReq(), header))
    expect(message.transactionId).toBe(id)
    expect(message.warnings).toEqual([
      {
        code: 'element-repeated',
        message: `Another TransactionID, ${other}; ignored.`,
        offset: expect.any(Number),
        path: 'TransactionID',
      },
    ])
  })

  it.each(['', '<x:TransactionID xmlns:x="urn:x">1</x:TransactionID>', `<Other xmlns="${MM7}"/>`])(
    'without a TransactionID is refused, after all is read: %s',
    (header) => {
      const error = errorOf(envelope(deliverReq('<Subject>s</Subject>'), header))
      expect(error).toMatchObject({
        code: 'element-missing',
        path: 'TransactionID',
        status: { code: 4004 },
        mm7Version: '6.8.0',
        namespace: MM7,
        partial: { subject: 's', sender: { value: '15550100' } },
      })
      expect('transactionId' in error).toBe(false)
      expect(reportedOf(error.partial)).toEqual(
        header === '' ? [] : [`soap-header-unknown ${/(?<=[<:])[TO]\w+/.exec(header)?.[0]}`],
      )
    },
  )

  it('holds the TransactionID in the namespace of an operation that made its own', () => {
    const transaction = '<TransactionID xmlns="urn:own">1</TransactionID>'
    const message = parse(envelope(deliverReq('', 'urn:own'), transaction))
    expect(message).toMatchObject({ transactionId: '1', namespace: 'urn:own' })
    expect(codesOf(message)).toEqual(['namespace-unknown'])
  })

  it('tells a TransactionID in another MM7 namespace, or with what is not its own', () => {
    const header = `<TransactionID xmlns="${REL_5}" a="1">1<b/></TransactionID>`
    const message = parse(envelope(deliverReq(), header))
    expect(message).toMatchObject({ transactionId: '1', namespace: MM7 })
    expect(message.extensions).toMatchObject([{ name: 'b', namespace: REL_5 }])
    expect(reportedOf(message)).toEqual([
      'attribute-unexpected TransactionID',
      'element-unexpected TransactionID',
      'namespace-mixed TransactionID',
    ])
  })
})

describe('the Envelope', () => {
  const header = `<env:Header>${TRANSACTION}</env:Header>`
  const body = `<env:Body>${deliverReq()}</env:Body>`
  const open = `<env:Envelope xmlns:env="${SOAP}">`

  it.each([
    ['its Body first', `${body}${header}`, ['element-order Header']],
    ['a no-break space beside them', `${header}\u00a0${body}`, ['text-unexpected Envelope']],
    [
      'the names of SOAP in another case',
      `${header}${body}`.replaceAll('env:Header', 'env:header').replaceAll('env:Body', 'env:BODY'),
      ['element-name undefined', 'element-name undefined'],
    ],
    ['its Body between two Headers', `<env:Header/>${body}${header}`, ['element-repeated Header']],
    ['a second Header', `<env:Header/>${header}${body}`, ['element-repeated Header']],
    ['a second Body', `${header}<env:Body/>${body}`, ['element-repeated Body']],
    ['another element', `${header}${body}<Other/>`, ['soap-body-extra Other']],
    ['another of SOAP', `${header}${body}<env:Other/>`, ['soap-body-extra Other']],
    [
      'text in them',
      `${header}${body}`.replaceAll('</env', 'x</env'),
      ['text-unexpected Header', 'text-unexpected Body'],
    ],
    ['text beside them', `${header}x${body}`, ['text-unexpected Envelope']],
  ])('may have %s', (_, inner, told) => {
    const message = parse(`${open}${inner}</env:Envelope>`)
    expect(message.transactionId).toBe('1')
    expect(message.sender.value).toBe('15550100')
    expect(reportedOf(message)).toEqual(told)
  })

  it('may hold more than the operation, and of the same name', () => {
    const foreign = '<x:DeliverReq xmlns:x="urn:x"><x:Sender>no</x:Sender></x:DeliverReq>'
    const message = parse(envelope(`${foreign}${deliverReq()}`))
    expect(message.sender.value).toBe('15550100')
    expect(codesOf(message)).toEqual(['namespace-unknown', 'soap-body-extra'])
  })

  it.each(['', ' ', '<!-- nothing -->'])('with an empty Body is refused: %j', (inner) => {
    expect(errorOf(envelope(inner))).toMatchObject({
      code: 'soap-body-empty',
      transactionId: '1',
      namespace: MM7,
    })
  })

  it('may be missing: what is there is told', () => {
    const error = errorOf(deliverReq('<Subject>s</Subject>'))
    expect(error).toMatchObject({ code: 'envelope-missing', partial: { subject: 's' } })
    for (const xml of [`<env:Body xmlns:env="${SOAP}"/>`, '<!-- none -->']) {
      expect(errorOf(xml).code).toMatch(/^envelope-missing|^xml-malformed/)
    }
  })
})

describe('the operation', () => {
  it.each([
    ['SubmitReq', MM7],
    ['DeliveryReportReq', MM7],
    ['ReadReplyReq', REL_5],
    ['Fault', SOAP],
  ])('%s is refused with 4003, and read as far as can be', (name, namespace) => {
    const operation = `<o:${name} xmlns:o="${namespace}" xmlns="${namespace}">${VERSION}${SENDER}</o:${name}>`
    const error = errorOf(envelope(operation))
    expect(error).toMatchObject({
      code: 'operation-unsupported',
      message: `The operation is "${name}", not DeliverReq.`,
      status: { code: 4003, text: 'Unsupported operation' },
      transactionId: '1',
    })
    expect(error.mm7Version).toBe(namespace === SOAP ? undefined : '6.8.0')
    expect(codesOf(error.partial)).not.toContain('soap-body-extra')
  })

  it('is missed in an Envelope that has nothing, or no Body', () => {
    for (const xml of [envelope(''), `<e:Envelope xmlns:e="${SOAP}"/>`]) {
      expect(errorOf(xml).code).toBe('soap-body-empty')
    }
  })

  it('may have another within it, beside elements of its own', () => {
    const message = parse(envelope(deliverReq('<SubmitReq><Subject>s</Subject></SubmitReq>')))
    expect(message).toMatchObject({ subject: 's', sender: { value: '15550100' } })
    expect(reportedOf(message)).toEqual(['operation-nested SubmitReq'])
  })

  it('may be wrapped in a DeliverReq', () => {
    const inner = `<SubmitReq>${VERSION}<SenderIdentification><VASID>v</VASID></SenderIdentification>${SENDER}</SubmitReq>`
    const message = parse(envelope(`<DeliverReq xmlns="${MM7}">${inner}</DeliverReq>`))
    expect(message).toMatchObject({ mm7Version: '6.8.0', vasId: 'v' })
    expect(reportedOf(message)).toEqual([
      'operation-nested SubmitReq',
      'element-misplaced SenderIdentification/VASID',
    ])
    const lost = envelope(
      `<DeliverReq xmlns="${MM7}">${inner.replace('Req>', 'Req a="1">')}</DeliverReq>`,
    )
    expect(reportedOf(parse(lost))).toContain('attribute-unexpected SubmitReq')
  })

  it('may wrap very many elements', () => {
    const inner = `<SubmitReq>${VERSION}${SENDER}${'<a/>'.repeat(200_000)}</SubmitReq>`
    const limits = { soapBytes: Infinity, xmlElements: Infinity }
    const message = parse(envelope(`<DeliverReq xmlns="${MM7}">${inner}</DeliverReq>`), { limits })
    expect(message.extensions).toHaveLength(200_000)
  })

  it('keeps extensions whole: nested, attributes of any name, each in its namespace', () => {
    const extension = `<Extension __proto__="p" constructor="c" x:a="1" xmlns:x="urn:x">t<x:b><c xmlns="">u<d/></c></x:b><o:e xmlns:o="${REL_5}"/></Extension>`
    const message = parse(envelope(deliverReq(extension)))
    const attributes = Object.assign(Object.create(null), { constructor: 'c', 'x:a': '1' })
    Object.defineProperty(attributes, '__proto__', { value: 'p', enumerable: true })
    const none = { text: '', attributes: {}, children: [] }
    expect(message.extensions).toEqual([
      {
        namespace: MM7,
        name: 'Extension',
        text: 't',
        attributes,
        children: [
          {
            ...none,
            namespace: 'urn:x',
            name: 'b',
            children: [
              {
                ...none,
                namespace: undefined,
                name: 'c',
                text: 'u',
                children: [{ ...none, namespace: undefined, name: 'd' }],
              },
            ],
          },
          { ...none, namespace: REL_5, name: 'e' },
        ],
      },
    ])
    expect(Object.getPrototypeOf(message.extensions[0]?.attributes)).toBeNull()
    expect(Object.entries(message.extensions[0]?.attributes ?? {})).toContainEqual([
      '__proto__',
      'p',
    ])
  })

  it('says of an extension of its release that it is, wherever it stands', () => {
    const fields = `<Extension><Number>1</Number></Extension><m:Other xmlns:m="${MM7}"/>`
    const header = TRANSACTION.replace(MM7, REL_5)
    const message = parse(envelope(deliverReq(fields, REL_5), header))
    expect(message.extensions).toMatchObject([
      { namespace: REL_5, children: [{ namespace: REL_5, name: 'Number' }] },
      { namespace: MM7, name: 'Other' },
    ])
  })
})

describe('strict', () => {
  it('reads to the end, and throws with the first liberty', () => {
    const xml = envelope(deliverReq('<Priority>high</Priority><LinkedID>l</LinkedID>'))
    const message = parse(xml)
    const error = errorOf(xml, { strict: true })
    expect(error).toMatchObject({ code: 'value-unknown', path: 'Priority', transactionId: '1' })
    expect(error.status).toEqual({ code: 4004, text: 'Validation error' })
    expect(error.partial).toEqual(message)
    expect(codesOf(message)).toEqual(['value-unknown', 'element-order'])
  })

  it('throws nothing where no liberty was taken, and failures first', () => {
    const xml = envelope(deliverReq())
    expect(parse(xml, { strict: true })).toEqual(parse(xml))
    const failing = xml.replace(SENDER, '<Other/>')
    expect(errorOf(failing, { strict: true }).code).toBe('element-missing')
  })
})
