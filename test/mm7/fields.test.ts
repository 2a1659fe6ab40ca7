import { describe, expect, it } from 'vitest'
import { MM7 } from '../../src/soap/namespaces.js'
import { readWith } from './codecs/given.js'
import {
  codesOf,
  envelope,
  errorOf,
  parse,
  parseFields,
  reportedOf,
  SENDER,
  VERSION,
} from './given.js'

describe('the elements of DeliverReq', () => {
  it('tells attributes where there should be none, those that any element may have aside', () => {
    const xsi = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="s" xml:lang="en"'
    const body = `<DeliverReq xmlns="${MM7}" a="1" ${xsi}>${VERSION}${SENDER}<Subject b="2" ${xsi}>s</Subject></DeliverReq>`
    expect(reportedOf(parse(envelope(body)))).toEqual([
      'attribute-unexpected ',
      'attribute-unexpected Subject',
    ])
  })

  it('tells attributes of other namespaces, but not of what it keeps whole', () => {
    const fields =
      '<Extension xmlns:x="urn:x" x:a="1"/><Subject xmlns:x="urn:x" x:a="1">s</Subject>'
    const message = parseFields(fields)
    expect(reportedOf(message)).toEqual(['element-order Extension', 'attribute-unexpected Subject'])
    expect(message.extensions).toMatchObject([{ attributes: { 'x:a': '1' } }])
  })

  it('keeps elements in a text, and tells text in an element that holds none', () => {
    const message = parseFields('<Subject>a<b/>c</Subject><UACapabilities>t<x/></UACapabilities>')
    expect(message.subject).toBe('ac')
    expect(message.uaCapabilities).toEqual({})
    expect(message.extensions.map(({ name }) => name)).toEqual(['b', 'x'])
    expect(reportedOf(message)).toEqual([
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
    const fields = '<a xmlns=""/><b/><Extension><c xmlns="urn: c"/></Extension>'
    const [a, b, extension] = parseFields(fields).extensions
    expect([a?.namespace, b?.namespace, extension?.children[0]?.namespace]).toEqual([
      undefined,
      MM7,
      'urn: c',
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
    ['FOO', ['value-unknown Content']],
    ['text', ['value-unknown Content']],
    ['', ['value-unknown Content']],
  ])(
    'keeps the type %j of a Content, and tells one that the schema does not have',
    (type, told) => {
      const message = parseFields(`<Content href="cid:a" type="${type}"/>`)
      expect(message.contents).toMatchObject([{ type }])
      expect(reportedOf(message)).toEqual([...told, 'href-unmatched Content'])
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
    for (const version of ['x6.8.0', '6.8.0x', '6.8', '6.8.0.1']) {
      expect(codesOf(parse(body(`<MM7Version>${version}</MM7Version>`)))).toEqual([
        'value-malformed',
      ])
    }
    for (const version of ['16.18.10', '6.8.0', ' 6.8.0 ']) {
      expect(codesOf(parse(body(`<MM7Version>${version}</MM7Version>`)))).toEqual([])
    }
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
    expect(reportedOf(message)).toEqual(['href-missing AdditionalInformation'])
  })

  it('reads an empty element as an empty text', () => {
    expect(parseFields('<MMSRelayServerID />').mmsRelayServerId).toBe('')
  })

  it('finds nothing by a name that is like one in a foreign namespace', () => {
    const fields = '<x:linkedid xmlns:x="urn:x">a</x:linkedid><x:DeliverReq xmlns:x="urn:x"/>'
    const message = parseFields(fields)
    expect(message.linkedId).toBeUndefined()
    expect(message.extensions.map(({ name }) => name)).toEqual(['linkedid', 'DeliverReq'])
    expect(codesOf(message)).toEqual(['element-unexpected', 'element-unexpected'])
  })

  it('has a name like one give way to the one that is there, too', () => {
    expect(reportedOf(parseFields('<Version>1</Version>'))).toEqual(['element-unexpected Version'])
  })

  it('takes an element for none where xsi:nil says so and nothing is in it', () => {
    const xsi = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:nil="true"'
    const none = parseFields(`<UACapabilities ${xsi}/>`)
    expect(none.uaCapabilities).toBeUndefined()
    for (const inner of ['<a/>', 'a']) {
      const { uaCapabilities, warnings } = parseFields(
        `<UACapabilities ${xsi}>${inner}</UACapabilities>`,
      )
      expect(uaCapabilities).toEqual({})
      expect(warnings[0]?.message).toMatch(/ignored, as there is something\.$/)
    }
    const { uaCapabilities } = parseFields(`<UACapabilities UAProf="u" ${xsi}/>`)
    expect(uaCapabilities).toEqual({ uaProf: 'u' })
  })

  it.each([
    ['xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:nil=" 1 "', undefined],
    ['xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:nil="xtrue"', ''],
    ['xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:nil="truex"', ''],
    ['xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="true"', ''],
    ['xmlns:x="urn:x" x:nil="true"', ''],
    ['xsi:nil="true"', undefined],
    ['x:nil="true"', ''],
  ])('is none by an xsi:nil that is true: %s', (attributes, subject) => {
    expect(parseFields(`<Subject ${attributes}/>`).subject).toBe(subject)
  })

  it('leaves the attributes of others as they are, and what looks like a declaration', () => {
    const foreign = `<x:a xmlns:x="urn:x" xmlns:m="${MM7}" m:href="1"/>`
    expect(parseFields(foreign).extensions[0]?.attributes).toEqual({ 'm:href': '1' })
    expect(reportedOf(parseFields('<Subject xmlnsa="b">s</Subject>'))).toEqual([
      'attribute-unexpected Subject',
    ])
    const xsi = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
    const located = `<Subject ${xsi} xsi:noNamespaceSchemaLocation="a">s</Subject>`
    expect(reportedOf(parseFields(located))).toEqual([])
  })

  it('reports what is on an attribute by its path', () => {
    const agent =
      '<Previouslysentby><UserAgent sequence="a"><Number>1</Number></UserAgent></Previouslysentby>'
    expect(reportedOf(parseFields(agent))).toEqual(['value-malformed Previouslysentby/UserAgent'])
    expect(reportedOf(readWith('SubmitReq', '<ReplyCharging replyChargingSize="a"/>'))).toEqual([
      'value-malformed ReplyCharging/@replyChargingSize',
    ])
  })

  it('reports what holds nothing', () => {
    const { warnings } = parseFields('<MessageExtraData/>')
    expect(warnings.map(({ message }) => message)).toEqual(['MessageExtraData holds nothing.'])
  })

  it('reads names in another case, and those of other dialects', () => {
    const message = parse(
      envelope(
        `<deliverreq xmlns="${MM7}"><Version>6.8.0</Version>${SENDER}<timestamp>P1D</timestamp></deliverreq>`,
        `<Transaction-ID xmlns="${MM7}">9</Transaction-ID>`,
      ),
    )
    expect(message).toMatchObject({ transactionId: '9', mm7Version: '6.8.0' })
    expect(reportedOf(message)).toEqual([
      'element-name deliverreq',
      'element-name Transaction-ID',
      'element-name Version',
      'element-name timestamp',
      'value-malformed TimeStamp',
    ])
  })
})
