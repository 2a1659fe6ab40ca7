import { describe, expect, it } from 'vitest'
import { errorOf, readElements, readWith, seen } from './given.js'

/** The report's MMStatus, and the codes of what was reported. */
function statusOf(elements: string): unknown[] {
  return seen(readWith('DeliveryReportReq', elements), 'mmStatus')
}

const mmStatus = (text: string): string => `<MMStatus>${text}</MMStatus>`

describe('the MMStatus of a report', () => {
  // 3GPP's, Liberty's, Skycore's.
  it.each([
    ...['Expired', 'Retrieved', 'Rejected', 'Indeterminate', 'Forwarded', 'Unrecognised'],
    ...['Deferred', 'DeliveryConditionNotMet'],
    ...['Processing', 'Cancelled', 'Replaced', 'Delivered'],
    ...['Unreachable', 'NotSupported'],
  ])('is %s, without a warning', (word) => {
    expect(statusOf(mmStatus(word))).toEqual([[], { text: word, known: word }])
  })

  it.each([
    ['Unrecognized', 'Unrecognised'],
    ['UNRECOGNIZED', 'Unrecognised'],
    ['Canceled', 'Cancelled'],
    ['retrieved', 'Retrieved'],
    ['EXPIRED', 'Expired'],
    ['deliveryconditionnotmet', 'DeliveryConditionNotMet'],
  ])('is known in another case and spelling, and reported: %s', (text, known) => {
    expect(statusOf(mmStatus(text))).toEqual([['value-unknown'], { text, known }])
  })

  it.each([
    'Third:User Retrieved',
    'System Rejected',
    'Recipient Rejected',
    'Retrieved.',
    'Read',
    '1000',
    'constructor',
    '__proto__',
  ])('is kept as sent and reported, where it is none of the words: %s', (text) => {
    expect(statusOf(mmStatus(text))).toStrictEqual([['value-unknown'], { text }])
  })

  it.each([
    ['<StatusCode>1000</StatusCode>', ['element-misplaced', 'value-unknown']],
    ['<Status><StatusCode>1000</StatusCode></Status>', ['element-misplaced', 'value-unknown']],
    ['<MMStatus/><StatusCode>1000</StatusCode>', ['element-misplaced', 'value-unknown']],
  ])('is the digits of a StatusCode, if there is none: %s', (elements, codes) => {
    expect(statusOf(elements)).toEqual([codes, { text: '1000' }])
  })

  it('counts before a StatusCode', () => {
    const both = `<StatusCode>1000</StatusCode>${mmStatus('Expired')}`
    const [codes, status] = statusOf(both)
    expect(status).toEqual({ text: 'Expired', known: 'Expired' })
    expect(codes).toEqual(['element-unexpected'])
  })

  it.each(['', mmStatus(''), mmStatus(' '), '<StatusText>Retrieved</StatusText>'])(
    'must be there: StatusText alone is none (%s)',
    (elements) => {
      const error = errorOf(() => readWith('DeliveryReportReq', elements))
      expect(error).toMatchObject({
        code: 'element-missing',
        path: 'MMStatus',
        operation: 'DeliveryReportReq',
        partial: { messageId: 'm', transactionId: '1' },
      })
    },
  )
})

describe('what is around a status', () => {
  it.each([
    ['<StatusText>Any sentence, with 1000</StatusText>', []],
    ['<Status><StatusText>Any sentence, with 1000</StatusText></Status>', ['element-misplaced']],
  ])('is a text of any kind: %s', (elements, codes) => {
    const message = readWith('DeliveryReportReq', mmStatus('Rejected') + elements)
    expect(seen(message, 'statusText')).toEqual([codes, 'Any sentence, with 1000'])
  })

  it('is kept, where there is more: Details', () => {
    const status = '<Status><StatusText>t</StatusText><Details>d</Details></Status>'
    const message = readWith('DeliveryReportReq', mmStatus('Rejected') + status)
    expect(message).toMatchObject({
      statusText: 't',
      extensions: [{ name: 'Details', text: 'd' }],
    })
  })

  it.each(['RejectionByMMSRecipient', 'RejectionByOtherRS'])('is who rejected it: %s', (word) => {
    const extension = `<MMStatusExtension>${word}</MMStatusExtension>`
    const message = readWith('DeliveryReportReq', mmStatus('Rejected') + extension)
    expect(seen(message, 'mmStatusExtension')).toEqual([[], word])
  })
})

describe('the MMStatus of a read reply', () => {
  it.each(['Indeterminate', 'Read', 'Deleted'])('is %s', (word) => {
    expect(seen(readWith('ReadReplyReq', mmStatus(word)), 'mmStatus')).toEqual([
      [],
      { text: word, known: word },
    ])
  })

  it('is none of the words of a report', () => {
    expect(seen(readWith('ReadReplyReq', mmStatus('Retrieved')), 'mmStatus')).toEqual([
      ['value-unknown'],
      { text: 'Retrieved' },
    ])
  })
})

const VERSION = '<MM7Version>6.8.0</MM7Version>'
const ID = '<MessageID>m</MessageID>'
const DATE = '<Date>2014-04-14T16:15:23Z</Date>'
const SENDER = '<Sender><Number>2</Number></Sender>'
const STATUS = mmStatus('Retrieved')

describe('a report whose elements are others, or elsewhere', () => {
  const read = (recipient: string, sender: string, date: string, namespace?: string) =>
    readElements('DeliveryReportReq', VERSION + ID + recipient + sender + date + STATUS, namespace)

  it.each([
    ['<Recipient><Number>1</Number></Recipient>', []],
    ['<Recipient><To><Number>1</Number></To></Recipient>', ['element-misplaced']],
    ['<Recipients><Number>1</Number></Recipients>', ['element-name']],
    ['<Recipients><To><Number>1</Number></To></Recipients>', ['element-name', 'element-misplaced']],
    ['<recipient><number>1</number></recipient>', ['element-name', 'element-name']],
  ])('has its recipient in %s', (recipient, codes) => {
    const message = read(recipient, SENDER, DATE)
    expect(seen(message)).toEqual([codes])
    expect(message).toMatchObject({ recipient: { kind: 'number', value: '1' } })
  })

  it('has its recipient in text, of an unknown kind', () => {
    for (const text of ['<Recipient>1</Recipient>', '<Recipient><To>1</To></Recipient>']) {
      const message = read(text, SENDER, DATE)
      expect(message).toMatchObject({ recipient: { kind: 'unknown', value: '1' } })
      expect(seen(message)[0]).toContain('address-untyped')
    }
  })

  it('has the first of two recipients, and keeps the other', () => {
    const two = '<Recipients><To><Number>1</Number><Number>3</Number></To></Recipients>'
    const message = read(two, SENDER, DATE)
    expect(message).toMatchObject({ recipient: { value: '1' }, extensions: [{ text: '3' }] })
    expect(seen(message)[0]).toContain('element-repeated')
  })

  it('has a sender of text, which is right in the oldest releases alone', () => {
    const recipient = '<Recipient><Number>1</Number></Recipient>'
    const text = '<Sender>106555</Sender>'
    expect(seen(read(recipient, text, DATE))).toEqual([['address-untyped']])
    const oldest = 'http://www.3gpp.org/ftp/Specs/archive/23_series/23.140/schema/REL-5-MM7-1-0'
    expect(read(recipient, text, DATE, oldest)).toMatchObject({
      sender: { kind: 'unknown', value: '106555' },
    })
  })

  it('has a TimeStamp for its Date, or no time, sender or recipient at all', () => {
    const recipient = '<Recipient><Number>1</Number></Recipient>'
    const other = read(recipient, SENDER, '<TimeStamp>2014-04-14T16:15:23Z</TimeStamp>')
    expect(other).toMatchObject({ date: { date: new Date('2014-04-14T16:15:23Z') } })
    expect(seen(other)).toEqual([['element-name']])
    const both = read(recipient, SENDER, `<TimeStamp>2001-01-01T00:00:00Z</TimeStamp>${DATE}`)
    expect(both).toMatchObject({ date: { text: '2014-04-14T16:15:23Z' } })
    const none = read('', '', '')
    expect(none.warnings.map(({ code, path }) => [code, path])).toEqual([
      ['element-missing', 'Recipient'],
      ['element-missing', 'Sender'],
      ['element-missing', 'Date'],
    ])
    for (const name of ['recipient', 'sender', 'date']) expect(none).not.toHaveProperty(name)
  })

  it('says once of an empty recipient that it is empty', () => {
    expect(seen(read('<Recipient/>', SENDER, DATE))).toEqual([['address-empty']])
  })
})

describe('what Liberty adds to a SubmitReq', () => {
  it('is kept, without a warning, where its schema has it', () => {
    const elements = [
      '<MM7Version>6.8.0</MM7Version><SenderIdentification/><Extension/>',
      '<Recipients><To><Number>1</Number></To></Recipients>',
      '<PreferredChannels><DeliverUsing>MMS</DeliverUsing></PreferredChannels>',
      '<ChargedParty>Other</ChargedParty>',
      '<ThirdPartyPayer><Number>3</Number></ThirdPartyPayer>',
      '<AdditionalInformation href="a"/><AdditionalInformation href="b"/>',
      '<MessageExtraData><element><key>k</key><value>v</value></element></MessageExtraData>',
    ]
    const message = readElements('SubmitReq', elements.join(''))
    expect(seen(message, 'chargedParty')).toEqual([[], 'Other'])
    expect(message.extensions.map(({ name }) => name)).toEqual([
      'Extension',
      'PreferredChannels',
      'ThirdPartyPayer',
      'AdditionalInformation',
      'AdditionalInformation',
      'MessageExtraData',
    ])
    const early = readWith('SubmitReq', '<ThirdPartyPayer/><ServiceCode>s</ServiceCode>')
    expect(seen(early, 'serviceCode')).toEqual([['element-order'], 's'])
  })

  it('does not stand for a SenderIdentification', () => {
    const recipients = '<Recipients><To><Number>1</Number></To></Recipients>'
    const message = readElements('SubmitReq', `${VERSION}${recipients}`)
    expect(message.warnings).toMatchObject([
      { code: 'element-missing', path: 'SenderIdentification' },
    ])
  })

  it('reports a DeliveryCondition without a DC, and a second Content', () => {
    const empty = readWith('SubmitReq', '<DeliveryCondition/>')
    expect(seen(empty, 'deliveryCondition')).toEqual([['element-missing'], []])
    const two = readWith('SubmitReq', '<Content href="a"/><Content href="b"/>')
    expect(two).toMatchObject({ contents: [{ href: 'a' }, { href: 'b' }] })
    expect(seen(two)[0]).toContain('element-repeated')
  })
})
