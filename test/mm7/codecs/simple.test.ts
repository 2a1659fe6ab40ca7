import { describe, expect, it } from 'vitest'
import { parseFields, reportedOf } from '../given.js'
import { readWith, seen } from './given.js'

describe('white space around a value is taken off as XML Schema says', () => {
  const time = (text: string) =>
    seen(parseFields(`<TimeStamp>${text}</TimeStamp>`), 'timeStamp') as [string[], unknown]

  it.each([' \n\t2014-04-14T16:15:23Z&#xD; ', '2014-04-14T16:15:23Z'])('a dateTime: %j', (text) => {
    const text2 = '2014-04-14T16:15:23Z'
    expect(time(text)).toEqual([[], { text: text2, date: new Date(text2) }])
  })

  it.each(['\u00a0', '\u3000', '\u2003'])('but no other white space: %j', (space) => {
    expect(time(`${space}2014-04-14T16:15:23Z`)[0]).toEqual(['value-malformed'])
    const boolean = readWith('SubmitReq', `<ReadReply>${space}true</ReadReply>`)
    expect(seen(boolean)).toEqual([['value-malformed']])
    const agent = `<Previouslysentby><UserAgent sequence="1${space}"><Number>1</Number></UserAgent></Previouslysentby>`
    expect(seen(parseFields(agent))).toEqual([['value-malformed']])
  })

  it.each(['&#xA;true ', ' 1', 'true'])('a boolean: %j', (text) => {
    expect(seen(readWith('SubmitReq', `<ReadReply>${text}</ReadReply>`), 'readReply')).toEqual([
      [],
      true,
    ])
  })

  it('an anyURI, within it too', () => {
    const message = parseFields('<AdditionalInformation href=" http://a/ &#xA; b "/>')
    expect(message.additionalInformation).toEqual([{ href: 'http://a/ b' }])
    expect(reportedOf(message)).toEqual([])
  })
})

describe('a moment', () => {
  it.each([
    ['0001-01-01T00:00:00Z', '0001-01-01T00:00:00.000Z'],
    ['12014-01-01T00:00:00Z', '+012014-01-01T00:00:00.000Z'],
    ['-0044-03-15T12:00:00Z', '-000044-03-15T12:00:00.000Z'],
    ['2014-04-14T24:00:00Z', '2014-04-15T00:00:00.000Z'],
    ['2014-04-14T24:00:00.000Z', '2014-04-15T00:00:00.000Z'],
    ['2014-04-14T16:15:23.1234567890123456789012345Z', '2014-04-14T16:15:23.123Z'],
    [`2014-04-14T16:15:23.${'1'.repeat(979)}Z`, '2014-04-14T16:15:23.111Z'],
    ['2014-04-14T16:15:23-14:00', '2014-04-15T06:15:23.000Z'],
  ])('is read without a warning: %s', (text, date) => {
    const message = parseFields(`<TimeStamp>${text}</TimeStamp>`)
    expect(message.timeStamp).toEqual({ text, date: new Date(date) })
    expect(reportedOf(message)).toEqual([])
  })

  it.each([
    '0000-01-01T00:00:00Z',
    '02014-01-01T00:00:00Z',
    '2014-04-14T24:00:00.5Z',
    '2014-04-14T24:00:01Z',
    '2014-04-14T16:15:60Z',
    '2014-04-14T16:15:23+14:01',
    '2014-02-30T00:00:00Z',
    '999999-01-01T00:00:00Z',
    '9999999999-01-01T00:00:00Z',
    // One character more than is looked at.
    `2014-04-14T16:15:23.${'1'.repeat(980)}Z`,
  ])('is reported: %s', (text) => {
    const message = parseFields(`<TimeStamp>${text}</TimeStamp>`)
    expect(message.timeStamp?.text).toBe(text)
    expect(reportedOf(message)).toEqual(['value-malformed TimeStamp'])
  })
})

describe('a number', () => {
  const dc = (text: string) =>
    readWith('SubmitReq', `<DeliveryCondition><DC>${text}</DC></DeliveryCondition>`)

  it.each([
    ['1', 1],
    ['+7', 7],
    [' 007 ', 7],
    ['9007199254740991', Number.MAX_SAFE_INTEGER],
    [`${'0'.repeat(40)}12`, 12],
  ])('is read: %j', (text, value) => {
    expect(seen(dc(text), 'deliveryCondition')).toEqual([[], [value]])
  })

  it.each(['0', '-1', '1.0', '1e3', '', 'x', '\u0661', '9007199254740993', '9'.repeat(400)])(
    'is reported and kept: %j',
    (text) => {
      const message = dc(text)
      expect(seen(message, 'deliveryCondition')).toEqual([['value-malformed'], []])
      expect(message.extensions).toMatchObject([{ name: 'DC', text }])
    },
  )
})

describe('an enumeration of the schema', () => {
  const SUBMIT = {
    Priority: ['High', 'Normal', 'Low'],
    MessageClass: ['Personal', 'Informational', 'Advertisement', 'Auto'],
    ChargedParty: ['Sender', 'Recipient', 'Both', 'Neither', 'ThirdParty'],
    ContentClass: [
      ...['text', 'image-basic', 'image-rich', 'video-basic', 'video-rich'],
      ...['megapixel', 'content-basic', 'content-rich'],
    ],
  }
  const rows = Object.entries(SUBMIT).flatMap(([name, words]) => words.map((word) => [name, word]))

  it.each(rows)('of %s has %s', (name, word) => {
    const property = name.charAt(0).toLowerCase() + name.slice(1)
    const message = readWith('SubmitReq', `<${name}>${word}</${name}>`)
    expect(seen(message, property)).toEqual([[], word])
  })

  it.each(['RejectionByMMSRecipient', 'RejectionByOtherRS'])(
    'of MMStatusExtension has %s',
    (word) => {
      const elements = `<MMStatus>Rejected</MMStatus><MMStatusExtension>${word}</MMStatusExtension>`
      const message = readWith('DeliveryReportReq', elements)
      expect(seen(message, 'mmStatusExtension')).toEqual([[], word])
    },
  )

  it.each(['encrypted', 'obfuscated'])('of addressCoding has %s', (word) => {
    const address = `<Number addressCoding="${word}">1</Number>`
    const message = parseFields(`<Recipients><To>${address}</To></Recipients>`)
    expect(message.recipients.to[0]?.addressCoding).toBe(word)
    expect(reportedOf(message)).toEqual([])
  })
})

describe('an id', () => {
  const ids = (...list: string[]) => {
    const numbers = list.map((id, at) => `<Number id="${id}">${at}</Number>`)
    return parseFields(`<Recipients><To>${numbers.join('')}</To></Recipients>`)
  }

  it.each([
    ...['a', '_b', 'a.1-x', '\u00fc', '\u03a9\u00b7', ' a&#xA;'],
    // The ends of the ranges of NameStartChar, and what may come after it.
    ...['\u00c0\u00d6\u00d8\u00f6\u00f8\u02ff', '\u0370\u037d\u037f\u1fff'],
    ...['\u200c\u200d', '\u2070\u218f', '\u2c00\u2fef', '\u3001\ud7ff'],
    ...['\uf900\ufdcf', '\ufdf0\ufffd', '\u{10000}\u{effff}', 'a\u0300\u036f\u203f\u2040'],
  ])('is a name: %j', (id) => {
    const message = ids(id)
    expect(message.recipients.to[0]?.id).toBe(id.replace('&#xA;', '').trim())
    expect(reportedOf(message)).toEqual([])
  })

  it.each([
    ...['', '1a', 'a b', 'a:b', '-a', '\u00d7', '\u00f7', '\u037e', '\u2000', '\u200e', '\u2190'],
    ...['\u2ff0', '\u3000', '\ue000', '\ufdd0', '\u{f0000}', '\u0300', '\u203f', 'a\u2041'],
  ])('is reported where it is none: %j', (id) => {
    const message = ids(id)
    expect(message.recipients.to[0]?.id).toBe(id)
    expect(reportedOf(message)).toEqual(['value-malformed Recipients/To/Number'])
  })

  it('is reported where another address has it', () => {
    const message = ids('a', 'b', 'a', 'A')
    expect(message.recipients.to.map(({ id }) => id)).toEqual(['a', 'b', 'a', 'A'])
    expect(reportedOf(message)).toEqual(['value-malformed Recipients/To/Number'])
  })
})

describe('a ServiceCode', () => {
  it('with attributes is kept whole as well', () => {
    const message = readWith('SubmitReq', '<ServiceCode category="a">gold</ServiceCode>')
    expect(seen(message, 'serviceCode')).toEqual([[], 'gold'])
    expect(message.extensions).toMatchObject([
      { name: 'ServiceCode', text: 'gold', attributes: { category: 'a' } },
    ])
    expect(readWith('SubmitReq', '<ServiceCode>gold</ServiceCode>').extensions).toEqual([])
  })
})

describe('what instantcom writes is read, and reported', () => {
  it.each([
    ['<MessageClass>Advertisment</MessageClass>', 'messageClass', 'Advertisement', 'value-unknown'],
    ['<MessageClass>ADVERTISMENT</MessageClass>', 'messageClass', 'Advertisement', 'value-unknown'],
    ['<AuxApplicId>a</AuxApplicId>', 'auxApplicInfo', 'a', 'element-name'],
    [
      '<EarlistDeliveryTime>PT1H</EarlistDeliveryTime>',
      'earliestDeliveryTime',
      { text: 'PT1H' },
      'element-name',
    ],
  ])('%s', (element, property, value, code) => {
    expect(seen(readWith('SubmitReq', element), property)).toEqual([[code], value])
  })

  it('but no word that only looks like one', () => {
    const message = readWith('SubmitReq', '<MessageClass>Advert</MessageClass>')
    expect(seen(message, 'messageClass')).toEqual([['value-unknown'], undefined])
  })
})
