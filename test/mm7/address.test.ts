import { describe, expect, it } from 'vitest'
import { MM7 } from '../../src/soap/namespaces.js'
import { envelope, errorOf, parse, parseFields, reportedOf, SENDER, VERSION } from './given.js'

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
    expect(reportedOf(message)).toEqual(told)
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
    expect(reportedOf(message)).toEqual(['address-untyped Recipients/To'])
  })

  it.each([
    ['+1/TYPE=PLMN', '+1'],
    ['1/type=plmn@mms.example', '1@mms.example'],
  ])('loses the suffix of %s', (raw, value) => {
    const message = parse(parseSender(`<Number>${raw}</Number>`))
    expect(message.sender).toMatchObject({ raw, value })
    expect(reportedOf(message)).toEqual(['address-type-suffix Sender/Number'])
  })

  it.each([
    ['displayOnly="1"', { displayOnly: true }, []],
    ['displayOnly="false"', { displayOnly: false }, []],
    ['displayOnly="True"', { displayOnly: true }, ['value-malformed']],
    ['displayOnly=" FALSE "', { displayOnly: false }, ['value-malformed']],
    ['displayOnly="constructor"', { displayOnly: false }, ['value-malformed']],
    ['addressCoding="rot13"', { displayOnly: false }, ['value-unknown']],
    ['addressCoding="encrypted"', { addressCoding: 'encrypted' }, []],
    ['id="a"', { id: 'a' }, []],
    ['foo="a"', {}, ['attribute-unexpected']],
  ])('has the attribute %s', (attribute, expected, codes) => {
    const message = parse(parseSender(`<Number ${attribute}>1</Number>`))
    expect(message.sender).toMatchObject({ value: '1', ...expected })
    expect(reportedOf(message)).toEqual(codes.map((code) => `${code} Sender/Number`))
  })

  it('has its attributes on the element where it is text, and not around it where it is not', () => {
    const attributes = ' displayOnly="true" foo="1"'
    const text = parse(parseSender('1', TEXT_RELEASE, attributes))
    expect(text.sender.displayOnly).toBe(true)
    expect(reportedOf(text)).toEqual(['attribute-unexpected Sender'])
    const typed = parse(parseSender('<Number>1</Number>', MM7, attributes))
    expect(typed.sender.displayOnly).toBe(false)
    expect(reportedOf(typed)).toEqual([
      'attribute-unexpected Sender',
      'attribute-unexpected Sender',
    ])
    const nested = parse(parseSender('<SenderAddress id="i" foo="1">1</SenderAddress>'))
    expect(nested.sender.id).toBe('i')
    expect(reportedOf(nested)).toContain('attribute-unexpected Sender/SenderAddress')
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
    expect(reportedOf(message)).toEqual([
      'text-unexpected Sender',
      'element-unexpected Sender/Number',
      'element-unexpected Sender',
      'element-unexpected Sender',
    ])
  })

  it('follows nothing that is put around another address: To in Sender, SenderAddress in To', () => {
    const { partial } = errorOf(parseSender('<To><Number>1</Number></To>'))
    expect(partial.extensions).toMatchObject([{ name: 'To' }])
    for (const name of ['SenderAddress', 'To']) {
      const fields = `<Recipients><To><${name}><Number>1</Number></${name}></To></Recipients>`
      const message = parseFields(fields)
      expect(message.recipients.to).toEqual([])
      expect(message.extensions).toMatchObject([{ name }])
    }
  })

  it('follows no SenderAddress within a SenderAddress', () => {
    const inner = '<SenderAddress><Number>1</Number></SenderAddress>'
    const { code, partial } = errorOf(parseSender(`<SenderAddress>${inner}</SenderAddress>`))
    expect(code).toBe('element-missing')
    expect(partial.extensions).toMatchObject([{ name: 'SenderAddress' }])
  })

  it('is the first of two senders', () => {
    const message = parse(parseSender('<Number>1</Number><Number>2</Number>'))
    expect(message.sender.value).toBe('1')
    expect(message.extensions).toMatchObject([{ name: 'Number', text: '2' }])
    expect(message.warnings).toEqual([
      {
        code: 'element-repeated',
        message: 'A second address, "2", kept among the extensions; the first counts.',
        offset: 371,
        path: 'Sender',
      },
    ])
  })

  it('is the first of all senders in a SenderAddress and beside it', () => {
    const inner = '<SenderAddress>1</SenderAddress><SenderAddress>2</SenderAddress>'
    const message = parse(parseSender(`${inner}<ShortCode>3</ShortCode>`))
    expect(message.sender.value).toBe('1')
    expect(message.extensions).toMatchObject([
      { name: 'SenderAddress', text: '2' },
      { name: 'ShortCode', text: '3' },
    ])
  })

  it.each([
    ['<Number/><Number>1</Number>', 'Sender/Number'],
    ['<Number>1</Number><RFC2822Address> </RFC2822Address>', 'Sender/RFC2822Address'],
  ])('is the one that is not empty in %s', (sender, path) => {
    const message = parse(parseSender(sender))
    expect(message.sender).toMatchObject({ kind: 'number', value: '1' })
    expect(message.extensions).toEqual([])
    expect(message.warnings).toEqual([
      {
        code: 'address-empty',
        message: 'Empty address; ignored.',
        offset: expect.any(Number),
        path,
      },
    ])
  })

  it.each([
    ['', ['address-empty Sender']],
    [' ', ['address-empty Sender']],
    ['<Number/>', ['address-empty Sender/Number']],
    [
      '<SenderAddress/>',
      ['element-misplaced Sender/SenderAddress', 'address-empty Sender/SenderAddress'],
    ],
    [
      '<Number>/TYPE=PLMN</Number>',
      ['address-type-suffix Sender/Number', 'address-empty Sender/Number'],
    ],
    ['<Extension/>', []],
  ])('is missing in %j', (sender, told) => {
    const error = errorOf(parseSender(sender))
    expect(error).toMatchObject({
      code: 'element-missing',
      path: 'Sender',
      transactionId: '1',
      mm7Version: '6.8.0',
      status: { code: 4004, text: 'Validation error' },
    })
    expect(error.partial).not.toHaveProperty('sender')
    expect(reportedOf(error.partial)).toEqual(told)
  })
})

describe('a sender that is not in Sender', () => {
  const operation = (fields: string) =>
    envelope(`<DeliverReq xmlns="${MM7}">${VERSION}${fields}</DeliverReq>`)
  const ADDRESS = '<SenderAddress><Number>1</Number></SenderAddress>'

  it('is taken from a SenderAddress instead', () => {
    const message = parse(operation(ADDRESS))
    expect(message.sender).toMatchObject({ kind: 'number', value: '1' })
    expect(reportedOf(message)).toEqual(['element-misplaced SenderAddress'])
  })

  it('is taken from SenderIdentification, with its VASPID and VASID', () => {
    const inner = `<VASPID>p</VASPID><VASID>v</VASID>${ADDRESS}<Other/><x:y xmlns:x="urn:x"/>`
    const message = parse(
      operation(`<SenderIdentification a="1">${inner}</SenderIdentification><Sender/>`),
    )
    expect(message).toMatchObject({ vaspId: 'p', vasId: 'v', sender: { value: '1' } })
    expect(message.extensions.map(({ name }) => name)).toEqual(['Other', 'y'])
    expect(reportedOf(message)).toEqual([
      'attribute-unexpected SenderIdentification',
      'element-unexpected SenderIdentification',
      'element-unexpected SenderIdentification',
      'address-empty Sender',
      'element-misplaced SenderIdentification/VASPID',
      'element-misplaced SenderIdentification/VASID',
      'element-misplaced SenderIdentification/SenderAddress',
    ])
  })

  it('is told with what it is taken for', () => {
    const inner = `<VASID>v</VASID>${ADDRESS}`
    const message = parse(operation(`<SenderIdentification>${inner}</SenderIdentification>`))
    expect(message.warnings.map(({ message: text }) => text)).toEqual([
      'SenderIdentification/VASID is misplaced; read as VASID.',
      'SenderIdentification/SenderAddress is misplaced; read as Sender.',
    ])
  })

  it.each(['<SenderIdentification/>', '<SenderIdentification> </SenderIdentification>'])(
    'is not in %s, which is kept',
    (empty) => {
      const message = parse(operation(`${SENDER}${empty}`))
      expect(message.extensions).toMatchObject([{ name: 'SenderIdentification', children: [] }])
      expect(reportedOf(message)).toEqual(['element-unexpected SenderIdentification'])
    },
  )

  it('is kept where there is a Sender too, wherever that stands', () => {
    const message = parse(operation(`${ADDRESS}${SENDER}`))
    expect(message.sender.value).toBe('15550100')
    expect(message.extensions).toMatchObject([{ name: 'SenderAddress' }])
    expect(reportedOf(message)).toEqual(['element-unexpected SenderAddress'])
  })
})
