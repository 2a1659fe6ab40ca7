import { describe, expect, it } from 'vitest'
import { MM7 } from '../../src/soap/namespaces.js'
import { envelope, errorOf, parse, parseFields, SENDER, toldOf, VERSION } from './given.js'

const TEXT_RELEASE = MM7.replace('REL-6-MM7-1-4', 'REL-5-MM7-1-1')

function parseSender(sender: string, namespace = MM7, attributes = '') {
  const body = `<DeliverReq xmlns="${namespace}">${VERSION}<Sender${attributes}>${sender}</Sender></DeliverReq>`
  return envelope(body, `<TransactionID xmlns="${namespace}">1</TransactionID>`)
}

describe('an address', () => {
  it.each([
    ['<Number>+15550100</Number>', 'number', '+15550100', []],
    ['<RFC2822Address>a@b</RFC2822Address>', 'rfc2822', 'a@b', []],
    ['<ShortCode>#3030</ShortCode>', 'shortCode', '#3030', []],
    ['<number> 1\n</number>', 'number', '1', ['element-name Sender']],
    ['<Shortcode>1</Shortcode>', 'shortCode', '1', ['element-name Sender']],
    ['<RFC822Address>1</RFC822Address>', 'rfc2822', '1', ['element-name Sender']],
    ['+861', 'unknown', '+861', ['address-untyped Sender']],
    [
      '<SenderAddress><Number>1</Number></SenderAddress>',
      'number',
      '1',
      ['element-misplaced Sender/SenderAddress'],
    ],
    [
      '<SenderAddress>1</SenderAddress>',
      'unknown',
      '1',
      ['element-misplaced Sender/SenderAddress', 'address-untyped Sender/SenderAddress'],
    ],
  ])('is read from %s', (sender, kind, value, told) => {
    const message = parse(parseSender(sender))
    expect(message.sender).toEqual({ kind, value, raw: value, displayOnly: false })
    expect(toldOf(message)).toEqual(told)
  })

  it('is text by the schema of the first releases, and only of Sender', () => {
    const message = parse(
      parseSender('1', TEXT_RELEASE).replace(
        '</Sender>',
        '</Sender><Recipients><To>2</To></Recipients>',
      ),
    )
    expect(message.sender.value).toBe('1')
    expect(message.recipients.to).toMatchObject([{ kind: 'unknown', value: '2' }])
    expect(toldOf(message)).toEqual(['address-untyped Recipients/To'])
  })

  it.each([
    ['+1/TYPE=PLMN', '+1'],
    ['1/type=plmn@mms.example', '1@mms.example'],
  ])('loses the suffix of %s', (raw, value) => {
    const message = parse(parseSender(`<Number>${raw}</Number>`))
    expect(message.sender).toMatchObject({ raw, value })
    expect(toldOf(message)).toEqual(['address-type-suffix Sender/Number'])
  })

  it.each([
    ['displayOnly="1"', { displayOnly: true }, []],
    ['displayOnly="false"', { displayOnly: false }, []],
    ['displayOnly="True"', { displayOnly: true }, ['boolean-malformed']],
    ['displayOnly=" FALSE "', { displayOnly: false }, ['boolean-malformed']],
    ['displayOnly="constructor"', { displayOnly: false }, ['boolean-malformed']],
    ['addressCoding="rot13"', { displayOnly: false }, ['address-attribute']],
    ['addressCoding="encrypted"', { addressCoding: 'encrypted' }, []],
    ['id="a"', { id: 'a' }, []],
    ['foo="a"', {}, ['attribute-unexpected']],
  ])('has the attribute %s', (attribute, expected, codes) => {
    const message = parse(parseSender(`<Number ${attribute}>1</Number>`))
    expect(message.sender).toMatchObject({ value: '1', ...expected })
    expect(toldOf(message)).toEqual(codes.map((code) => `${code} Sender/Number`))
  })

  it('has its attributes on the element where it is text, and not around it where it is not', () => {
    const attributes = ' displayOnly="true" foo="1"'
    const text = parse(parseSender('1', TEXT_RELEASE, attributes))
    expect(text.sender.displayOnly).toBe(true)
    expect(toldOf(text)).toEqual(['attribute-unexpected Sender'])
    const typed = parse(parseSender('<Number>1</Number>', MM7, attributes))
    expect(typed.sender.displayOnly).toBe(false)
    expect(toldOf(typed)).toEqual(['attribute-unexpected Sender', 'attribute-unexpected Sender'])
    const nested = parse(parseSender('<SenderAddress id="i" foo="1">1</SenderAddress>'))
    expect(nested.sender.id).toBe('i')
    expect(toldOf(nested)).toContain('attribute-unexpected Sender/SenderAddress')
  })

  it('keeps what is no address: extensions, foreign elements, others', () => {
    const message = parse(
      parseSender(
        '<Number>1<b/></Number><Extension/><x:Number xmlns:x="urn:x">2</x:Number><constructor/>stray',
      ),
    )
    expect(message.sender.value).toBe('1')
    expect(message.extensions.map(({ name }) => name)).toEqual([
      'b',
      'Extension',
      'Number',
      'constructor',
    ])
    expect(toldOf(message)).toEqual([
      'text-unexpected Sender',
      'element-unexpected Sender/Number',
      'element-unexpected Sender',
      'element-unexpected Sender',
    ])
  })

  it('follows no SenderAddress within a SenderAddress', () => {
    const inner = '<SenderAddress><Number>1</Number></SenderAddress>'
    const { code, partial } = errorOf(parseSender(`<SenderAddress>${inner}</SenderAddress>`))
    expect(code).toBe('sender-missing')
    expect(partial.extensions).toMatchObject([{ name: 'SenderAddress' }])
  })

  it('is the first of two senders', () => {
    const message = parse(parseSender('<Number>1</Number><Number>2</Number>'))
    expect(message.sender.value).toBe('1')
    expect(toldOf(message)).toEqual(['element-repeated Sender'])
  })

  it.each(['', '<Number/>', '<Number>/TYPE=PLMN</Number>'])('is missing in %j', (sender) => {
    expect(errorOf(parseSender(sender))).toMatchObject({
      code: 'sender-missing',
      path: 'Sender',
      transactionId: '1',
      mm7Version: '6.8.0',
      status: { code: 4004, text: 'Validation error' },
    })
  })
})

describe('a sender that is not in Sender', () => {
  const operation = (fields: string) =>
    envelope(`<DeliverReq xmlns="${MM7}">${VERSION}${fields}</DeliverReq>`)
  const ADDRESS = '<SenderAddress><Number>1</Number></SenderAddress>'

  it('is taken from a SenderAddress instead', () => {
    const message = parse(operation(ADDRESS))
    expect(message.sender).toMatchObject({ kind: 'number', value: '1' })
    expect(toldOf(message)).toEqual(['element-misplaced SenderAddress'])
  })

  it('is taken from SenderIdentification, with its VASPID and VASID', () => {
    const inner = `<VASPID>p</VASPID><VASID>v</VASID>${ADDRESS}<Other/><x:y xmlns:x="urn:x"/>`
    const message = parse(
      operation(`<SenderIdentification a="1">${inner}</SenderIdentification><Sender/>`),
    )
    expect(message).toMatchObject({ vaspId: 'p', vasId: 'v', sender: { value: '1' } })
    expect(message.extensions.map(({ name }) => name)).toEqual(['Other', 'y'])
    expect(toldOf(message)).toEqual([
      'attribute-unexpected SenderIdentification',
      'element-misplaced VASPID',
      'element-misplaced VASID',
      'element-misplaced SenderAddress',
      'element-unexpected Other',
      'element-unexpected ',
    ])
  })

  it('is kept where there is a Sender too, wherever that stands', () => {
    const message = parse(operation(`${ADDRESS}${SENDER}`))
    expect(message.sender.value).toBe('15550100')
    expect(message.extensions).toMatchObject([{ name: 'SenderAddress' }])
    expect(toldOf(message)).toEqual(['element-unexpected SenderAddress'])
  })
})

describe('recipients and others before', () => {
  it('are added up where To stands twice', () => {
    const message = parseFields(
      '<Recipients><To><Number>1</Number></To><To a="1"><Number>2</Number></To><Other/></Recipients>',
    )
    expect(message.recipients.to.map(({ value }) => value)).toEqual(['1', '2'])
    expect(toldOf(message)).toEqual([
      'attribute-unexpected Recipients/To',
      'element-repeated Recipients/To',
      'element-unexpected Recipients',
    ])
  })

  it('keep a UserAgent without an address, and take one with a text', () => {
    const message = parseFields(
      '<Previouslysentby><UserAgent/><UserAgent sequence="2">1</UserAgent></Previouslysentby>',
    )
    expect(message.previouslySentBy).toMatchObject([{ address: { value: '1' }, sequence: 2 }])
    expect(message.extensions).toMatchObject([{ name: 'UserAgent' }])
    expect(toldOf(message)).toEqual([
      'element-unexpected Previouslysentby',
      'address-untyped Previouslysentby/UserAgent',
    ])
  })

  it.each(['0', '-1', 'a', '', '1e3', '9999999999999999'])('have no sequence %j', (sequence) => {
    const message = parseFields(
      `<Previouslysentdateandtime><DateTime sequence="${sequence}">P1D<b/></DateTime></Previouslysentdateandtime>`,
    )
    expect(message.previouslySentDateAndTime).toEqual([{ timeStamp: { text: 'P1D' } }])
    expect(toldOf(message)).toEqual([
      'element-unexpected Previouslysentdateandtime/DateTime',
      'number-malformed Previouslysentdateandtime/DateTime',
    ])
  })
})

describe('MessageExtraData', () => {
  it('has pairs; what is there again or beside them is kept', () => {
    const message = parseFields(
      `<MessageExtraData><element a="1"><key b="2">k<x/></key><key>again</key><value>v</value></element><element/><other/></MessageExtraData>`,
    )
    expect(message.messageExtraData).toEqual([
      { key: 'k', value: 'v' },
      { key: '', value: '' },
    ])
    expect(message.extensions).toMatchObject([
      { name: 'x' },
      { name: 'key', text: 'again' },
      { name: 'other' },
    ])
    expect(toldOf(message)).toEqual([
      'attribute-unexpected MessageExtraData/element',
      'attribute-unexpected MessageExtraData/element/key',
      'element-unexpected MessageExtraData/element/key',
      'element-unexpected MessageExtraData/element',
      'element-unexpected MessageExtraData',
    ])
  })
})
