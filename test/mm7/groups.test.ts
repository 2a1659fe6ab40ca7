import { describe, expect, it } from 'vitest'
import { parseFields, reportedOf } from './given.js'

describe('recipients and others before', () => {
  it('are added up where To stands twice', () => {
    const message = parseFields(
      '<Recipients><To><Number>1</Number></To><To a="1"><Number>2</Number></To><Other/></Recipients>',
    )
    expect(message.recipients.to.map(({ value }) => value)).toEqual(['1', '2'])
    expect(reportedOf(message)).toEqual([
      'attribute-unexpected Recipients/To',
      'element-unexpected Recipients',
    ])
  })

  it.each([
    ['<To/>', 'Recipients/To'],
    ['<To> </To>', 'Recipients/To'],
    ['<To><Number/></To>', 'Recipients/To/Number'],
    ['<Cc><RFC2822Address id="i"> </RFC2822Address></Cc>', 'Recipients/Cc/RFC2822Address'],
  ])('have no address in %s', (recipients, path) => {
    const message = parseFields(`<Recipients>${recipients}</Recipients>`)
    expect(message.recipients).toEqual({ to: [], cc: [], bcc: [] })
    expect(message.extensions).toEqual([])
    expect(reportedOf(message)).toEqual([`address-empty ${path}`])
  })

  it('have the addresses beside an empty one', () => {
    const message = parseFields(
      '<Recipients><To><Number/><Number>1</Number><ShortCode/></To></Recipients>',
    )
    expect(message.recipients.to).toMatchObject([{ kind: 'number', value: '1' }])
    expect(reportedOf(message)).toEqual([
      'address-empty Recipients/To/Number',
      'address-empty Recipients/To/ShortCode',
    ])
  })

  it.each([
    ['12345', 'unknown', ['address-untyped Recipients']],
    ['<Number>12345</Number>', 'number', ['element-misplaced Recipients/Number']],
    [
      '<shortcode id="a b">12345</shortcode>',
      'shortCode',
      [
        'element-misplaced Recipients/ShortCode',
        'element-name Recipients',
        'value-malformed Recipients/ShortCode',
      ],
    ],
  ])('are read without a To around them: %s', (recipients, kind, told) => {
    const message = parseFields(`<Recipients>${recipients}</Recipients>`)
    expect(message.recipients).toMatchObject({ to: [{ kind, value: '12345' }], cc: [], bcc: [] })
    expect(message.extensions).toEqual([])
    expect(reportedOf(message)).toEqual(told)
  })

  it('are said to be in no To', () => {
    const { warnings } = parseFields('<Recipients><Number>1</Number></Recipients>')
    expect(warnings.map(({ message }) => message)).toEqual([
      'Recipients/Number is in no To; read as if it were.',
    ])
  })

  it.each(['<SenderAddress>1</SenderAddress>', '<Extension>1</Extension>'])(
    'are none in what no address is called: %s',
    (element) => {
      const message = parseFields(`<Recipients>${element}</Recipients>`)
      expect(message.recipients.to).toEqual([])
      expect(reportedOf(message)).toEqual(['element-unexpected Recipients'])
    },
  )

  it('are none without a To around them, where they say that they are none', () => {
    const xsi = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:nil="true"'
    const message = parseFields(`<Recipients><Number ${xsi}/></Recipients>`)
    expect(message.recipients.to).toEqual([])
    expect(reportedOf(message)).toEqual(['attribute-unexpected Recipients/Number'])
  })

  it('are none without a To around them, where they are empty or not of MM7', () => {
    const message = parseFields(
      '<Recipients><Number/><o:Number xmlns:o="urn:o">1</o:Number></Recipients>',
    )
    expect(message.recipients.to).toEqual([])
    expect(reportedOf(message)).toEqual([
      'element-misplaced Recipients/Number',
      'address-empty Recipients/Number',
      'element-unexpected Recipients',
    ])
  })

  // TS 23.140 recipientsType is a choice that repeats: every order is right.
  it.each([
    ['To Cc Bcc', []],
    ['To Bcc', []],
    ['Cc To', []],
    ['Bcc To Cc', []],
    ['To Cc To', []],
  ])('are read in the order %s', (names, told) => {
    const elements = names.split(' ').map((name) => `<${name}><Number>1</Number></${name}>`)
    const message = parseFields(`<Recipients>${elements.join('')}</Recipients>`)
    const { to, cc, bcc } = message.recipients
    expect(to.length + cc.length + bcc.length).toBe(elements.length)
    expect(reportedOf(message)).toEqual(told)
  })

  it('keep a UserAgent without an address, and take one with a text', () => {
    const message = parseFields(
      '<Previouslysentby><UserAgent/><UserAgent sequence="2">1</UserAgent></Previouslysentby>',
    )
    expect(message.previouslySentBy).toMatchObject([{ address: { value: '1' }, sequence: 2 }])
    expect(message.extensions).toMatchObject([{ name: 'UserAgent' }])
    expect(reportedOf(message)).toEqual([
      'address-empty Previouslysentby/UserAgent',
      'address-untyped Previouslysentby/UserAgent',
    ])
  })

  it('keep the Extension of a UserAgent once, with what else it has', () => {
    const read = (attributes: string) =>
      parseFields(
        `<Previouslysentby><UserAgent${attributes}><Extension/></UserAgent></Previouslysentby>`,
      )
    expect(read('').extensions).toMatchObject([{ name: 'Extension' }])
    expect(read(' sequence="1"').extensions).toMatchObject([
      { name: 'UserAgent', attributes: { sequence: '1' }, children: [{ name: 'Extension' }] },
    ])
    for (const attributes of ['', ' sequence="1"']) expect(reportedOf(read(attributes))).toEqual([])
  })

  it.each(['0', '-1', 'a', '', '1e3', '9999999999999999'])('have no sequence %j', (sequence) => {
    const message = parseFields(
      `<Previouslysentdateandtime><DateTime sequence="${sequence}">P1D<b/></DateTime></Previouslysentdateandtime>`,
    )
    expect(message.previouslySentDateAndTime).toEqual([{ timeStamp: { text: 'P1D' } }])
    expect(reportedOf(message)).toEqual([
      'element-unexpected Previouslysentdateandtime/DateTime',
      'value-malformed Previouslysentdateandtime/DateTime',
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
    expect(reportedOf(message)).toEqual([
      'attribute-unexpected MessageExtraData/element',
      'attribute-unexpected MessageExtraData/element/key',
      'element-unexpected MessageExtraData/element/key',
      'element-repeated MessageExtraData/element/key',
      'element-missing MessageExtraData/element/key',
      'element-missing MessageExtraData/element/value',
      'element-unexpected MessageExtraData',
    ])
  })
})

it.each(['Previouslysentby', 'Previouslysentdateandtime', 'MessageExtraData'])(
  '%s holds elements: a text in it is told',
  (name) => {
    const message = parseFields(`<${name}>12345</${name}>`)
    const missing: Record<string, string[]> = {
      MessageExtraData: ['element-missing MessageExtraData'],
    }
    expect(reportedOf(message)).toEqual([`text-unexpected ${name}`, ...(missing[name] ?? [])])
  },
)
