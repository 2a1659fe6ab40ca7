import { DOMParser } from '@xmldom/xmldom'
import { describe, expect, it } from 'vitest'
import xpath from 'xpath'
import { FIELDS } from '../../src/mm7/fields.js'
import { MM7, SOAP } from '../../src/soap/namespaces.js'
import { codesOf, envelope, errorOf, parse, parseFields, SENDER, toldOf, VERSION } from './given.js'

const ELEMENTS = [
  VERSION,
  '<MMSRelayServerID> mmsc-1 </MMSRelayServerID>',
  '<Extension><x:a xmlns:x="urn:x">1</x:a></Extension>',
  '<VASPID>vasp</VASPID>',
  '<VASID>vas</VASID>',
  '<LinkedID>linked</LinkedID>',
  SENDER,
  `<Recipients><To><Number>1</Number><ShortCode displayOnly="true">2</ShortCode></To><Cc><RFC2822Address addressCoding="encrypted">a@b</RFC2822Address></Cc><Bcc><Number addressCoding="obfuscated" id="x">3</Number></Bcc></Recipients>`,
  `<Previouslysentby><UserAgent sequence="1"><Number>4</Number></UserAgent><UserAgent><Number>5</Number></UserAgent></Previouslysentby>`,
  `<Previouslysentdateandtime><DateTime sequence="+02">2014-04-14T16:15:23Z</DateTime><DateTime>P1DT2H</DateTime></Previouslysentdateandtime>`,
  '<SenderSPI>s</SenderSPI>',
  '<RecipientSPI>r</RecipientSPI>',
  '<TimeStamp>2014-04-14T16:15:23.414Z</TimeStamp>',
  '<ReplyChargingID>rc</ReplyChargingID>',
  '<Priority>High</Priority>',
  '<Subject>Hi &amp; bye</Subject>',
  '<ApplicID>a</ApplicID>',
  '<ReplyApplicID>ra</ReplyApplicID>',
  '<AuxApplicInfo>aux</AuxApplicInfo>',
  '<UACapabilities UAProf="http://ua" TimeStamp=" 2014-04-14T16:15:23Z "/>',
  '<Content href="cid:a" allowAdaptations="0" type="TEXT"/><Content href="cid:b"/>',
  '<AdditionalInformation href="cid:c"/><AdditionalInformation href="cid:d"/>',
  '<MessageExtraData><element><key>k</key><value>v</value></element></MessageExtraData>',
]
const ALL = envelope(`<DeliverReq xmlns="${MM7}">${ELEMENTS.join('')}</DeliverReq>`)

describe('the table of fields', () => {
  it('has the 23 elements of the schema in their order', () => {
    const names = ELEMENTS.map((element) => /\w+/.exec(element)?.[0])
    expect(FIELDS.map(({ element }) => element)).toEqual(names)
  })

  it.each(FIELDS.map((field) => [field.element, field] as const))(
    'finds %s where its XPath finds it',
    (name, { xpath: expression }) => {
      const document = new DOMParser().parseFromString(ALL, 'text/xml')
      const select = xpath.useNamespaces({ env: SOAP, mm7: MM7 })
      const found = select(expression, document as unknown as Node) as Element[]
      const operation = document.getElementsByTagNameNS(MM7, 'DeliverReq')[0]
      const children = [...(operation?.childNodes ?? [])].filter(
        ({ nodeName }) => nodeName === name,
      )
      expect(found).toEqual(children)
      expect(found.length).toBeGreaterThan(0)
    },
  )

  it('reads each of them into its type', () => {
    const address = { kind: 'number', displayOnly: false }
    const message = parse(ALL)
    expect(message).toEqual({
      transactionId: '1',
      mm7Version: '6.8.0',
      namespace: MM7,
      mmsRelayServerId: 'mmsc-1',
      vaspId: 'vasp',
      vasId: 'vas',
      linkedId: 'linked',
      sender: { ...address, value: '15550100', raw: '15550100' },
      recipients: {
        to: [
          { ...address, value: '1', raw: '1' },
          { kind: 'shortCode', value: '2', raw: '2', displayOnly: true },
        ],
        cc: [
          {
            kind: 'rfc2822',
            value: 'a@b',
            raw: 'a@b',
            displayOnly: false,
            addressCoding: 'encrypted',
          },
        ],
        bcc: [{ ...address, value: '3', raw: '3', addressCoding: 'obfuscated', id: 'x' }],
      },
      previouslySentBy: [
        { address: { ...address, value: '4', raw: '4' }, sequence: 1 },
        { address: { ...address, value: '5', raw: '5' } },
      ],
      previouslySentDateAndTime: [
        {
          timeStamp: { text: '2014-04-14T16:15:23Z', date: new Date('2014-04-14T16:15:23Z') },
          sequence: 2,
        },
        { timeStamp: { text: 'P1DT2H' } },
      ],
      senderSpi: 's',
      recipientSpi: 'r',
      timeStamp: { text: '2014-04-14T16:15:23.414Z', date: new Date('2014-04-14T16:15:23.414Z') },
      replyChargingId: 'rc',
      priority: 'High',
      subject: 'Hi & bye',
      applicId: 'a',
      replyApplicId: 'ra',
      auxApplicInfo: 'aux',
      uaCapabilities: {
        uaProf: 'http://ua',
        timeStamp: { text: '2014-04-14T16:15:23Z', date: new Date('2014-04-14T16:15:23Z') },
      },
      contents: [
        { href: 'cid:a', allowAdaptations: false, type: 'TEXT', attachments: [] },
        { href: 'cid:b', allowAdaptations: true, attachments: [] },
      ],
      attachments: [],
      additionalInformation: [{ href: 'cid:c' }, { href: 'cid:d' }],
      messageExtraData: [{ key: 'k', value: 'v' }],
      extensions: [
        {
          namespace: MM7,
          name: 'Extension',
          text: '',
          attributes: {},
          children: [{ namespace: 'urn:x', name: 'a', text: '1', attributes: {}, children: [] }],
        },
      ],
      warnings: [
        expect.objectContaining({ code: 'href-unmatched' }),
        expect.objectContaining({ code: 'href-unmatched' }),
      ],
    })
  })

  it('tells attributes where there should be none, those that any element may have aside', () => {
    const xsi = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="s" xml:lang="en"'
    const body = `<DeliverReq xmlns="${MM7}" a="1" ${xsi}>${VERSION}${SENDER}<Subject b="2" ${xsi}>s</Subject></DeliverReq>`
    expect(toldOf(parse(envelope(body)))).toEqual([
      'attribute-unexpected ',
      'attribute-unexpected Subject',
    ])
  })

  it('tells attributes of other namespaces, but not of what it keeps whole', () => {
    const fields =
      '<Extension xmlns:x="urn:x" x:a="1"/><Subject xmlns:x="urn:x" x:a="1">s</Subject>'
    const message = parseFields(fields)
    expect(toldOf(message)).toEqual(['element-order Extension', 'attribute-unexpected Subject'])
    expect(message.extensions).toMatchObject([{ attributes: { 'x:a': '1' } }])
  })

  it('keeps elements in a text, and tells text in an element that holds none', () => {
    const message = parseFields('<Subject>a<b/>c</Subject><UACapabilities>t<x/></UACapabilities>')
    expect(message.subject).toBe('ac')
    expect(message.uaCapabilities).toEqual({})
    expect(message.extensions.map(({ name }) => name)).toEqual(['b', 'x'])
    expect(toldOf(message)).toEqual([
      'element-unexpected Subject',
      'element-unexpected UACapabilities',
      'text-unexpected UACapabilities',
    ])
  })

  it('takes off white space of XML alone', () => {
    const subject = parseFields('<Subject>\n\t \u3000s\u00a0\r\n</Subject>').subject
    expect(subject).toBe('\u3000s\u00a0')
  })

  it('keeps the namespace of an extension as it was sent', () => {
    const fields = '<a xmlns=""/><b/><Extension><c xmlns="urn:c"/></Extension>'
    const [a, b, extension] = parseFields(fields).extensions
    expect([a?.namespace, b?.namespace, extension?.children[0]?.namespace]).toEqual([
      undefined,
      MM7,
      'urn:c',
    ])
  })

  it('reads text, comments and CDATA as one', () => {
    const message = parseFields('<Subject> a<!-- no -->b<![CDATA[<&c]]>&#100;<?pi x?>e </Subject>')
    expect(message.subject).toBe('ab<&cde')
    expect(codesOf(message)).toEqual([])
  })

  it.each([
    ['high', 'High', ['value-unknown'], []],
    ['NORMAL', 'Normal', ['value-unknown'], []],
    ['Low', 'Low', [], []],
    ['urgent', undefined, ['value-unknown'], ['Priority']],
    ['', undefined, ['value-unknown'], ['Priority']],
  ])('reads the priority %j', (text, expected, codes, kept) => {
    const message = parseFields(`<Priority>${text}</Priority>`)
    expect(message.priority).toBe(expected)
    expect(codesOf(message)).toEqual(codes)
    expect(message.extensions.map(({ name }) => name)).toEqual(kept)
  })

  it.each([
    ['TEXT', []],
    ['MULTIMEDIA_LOW', []],
    ['MULTIMEDIA_HIGH', []],
    ['FOO', ['attribute-unexpected Content']],
    ['text', ['attribute-unexpected Content']],
    ['', ['attribute-unexpected Content']],
  ])(
    'keeps the type %j of a Content, and tells one that the schema does not have',
    (type, told) => {
      const message = parseFields(`<Content href="cid:a" type="${type}"/>`)
      expect(message.contents).toMatchObject([{ type }])
      expect(toldOf(message)).toEqual([...told, 'href-unmatched Content'])
    },
  )

  it('decodes a Subject in encoded words', () => {
    const message = parseFields('<Subject>=?utf-8?B?w6k=?=</Subject>')
    expect(message.subject).toBe('é')
    expect(codesOf(message)).toEqual(['encoded-word'])
  })

  it('tells a version of another form, and refuses none', () => {
    const body = (version: string) =>
      envelope(`<DeliverReq xmlns="${MM7}">${version}${SENDER}</DeliverReq>`)
    const message = parse(body('<MM7Version>REL-6</MM7Version>'))
    expect(message.mm7Version).toBe('REL-6')
    expect(codesOf(message)).toEqual(['value-malformed'])
    for (const version of ['', '<MM7Version> </MM7Version>']) {
      expect(errorOf(body(version))).toMatchObject({
        code: 'element-missing',
        path: 'MM7Version',
        partial: { sender: { value: '15550100' } },
      })
    }
  })

  it('keeps an AdditionalInformation without href', () => {
    const message = parseFields('<AdditionalInformation/>')
    expect(message.additionalInformation).toEqual([])
    expect(message.extensions).toMatchObject([{ name: 'AdditionalInformation' }])
    expect(toldOf(message)).toEqual(['href-missing AdditionalInformation'])
  })

  it('reads an empty element as an empty text', () => {
    expect(parseFields('<MMSRelayServerID />').mmsRelayServerId).toBe('')
  })

  it('reads names in another case, and those of other dialects', () => {
    const message = parse(
      envelope(
        `<deliverreq xmlns="${MM7}"><Version>6.8.0</Version>${SENDER}<timestamp>P1D</timestamp></deliverreq>`,
        `<Transaction-ID xmlns="${MM7}">9</Transaction-ID>`,
      ),
    )
    expect(message).toMatchObject({ transactionId: '9', mm7Version: '6.8.0' })
    expect(toldOf(message)).toEqual([
      'element-name deliverreq',
      'element-name Transaction-ID',
      'element-name Version',
      'element-name timestamp',
      'value-malformed TimeStamp',
    ])
  })
})
