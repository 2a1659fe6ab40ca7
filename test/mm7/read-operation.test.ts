import { describe, expect, it } from 'vitest'
import { MM7 } from '../../src/soap/namespaces.js'
import { envelope, parse, parseFields, reportedOf, SENDER, VERSION } from './given.js'

describe('the elements of an operation', () => {
  it('may come in any order: the first that is late is told', () => {
    const fields = '<Subject>s</Subject><LinkedID>l</LinkedID><VASID>v</VASID>'
    const message = parseFields(fields)
    expect(message).toMatchObject({ subject: 's', linkedId: 'l', vasId: 'v' })
    expect(reportedOf(message)).toEqual(['element-order LinkedID'])
  })

  it('are kept where they come again', () => {
    const message = parseFields('<Subject>a</Subject><Subject>b</Subject>')
    expect(message.subject).toBe('a')
    expect(message.extensions).toMatchObject([{ name: 'Subject', text: 'b' }])
    expect(reportedOf(message)).toEqual(['element-repeated Subject'])
  })

  it('are kept where they are unknown', () => {
    const message = parseFields('<ServiceCode a="1">x<b/></ServiceCode><o:x xmlns:o="urn:o"/>')
    expect(message.extensions).toMatchObject([
      { namespace: MM7, name: 'ServiceCode', text: 'x', attributes: { a: '1' } },
      { namespace: 'urn:o', name: 'x' },
    ])
    expect(reportedOf(message)).toEqual(['element-unexpected ServiceCode', 'element-unexpected x'])
  })

  it.each(['stray', '\u00a0', '\ufeff', '\u3000', '\u2028'])(
    'may have %j between them, which is told and taken for no field',
    (text) => {
      const message = parseFields(`${text}<Subject>s</Subject>`)
      expect(message.subject).toBe('s')
      expect(reportedOf(message)).toEqual(['text-unexpected '])
    },
  )

  it.each(['', ' \t\r\n'])('may have %j between them, which is white space', (text) => {
    expect(reportedOf(parseFields(`${text}<Subject>s</Subject>${text}`))).toEqual([])
  })

  it('leave their place to another of the name if they say nothing', () => {
    const sender = `<Sender/>${SENDER}`
    const body = `<DeliverReq xmlns="${MM7}">${VERSION}${sender}</DeliverReq>`
    expect(parse(envelope(body)).sender.value).toBe('15550100')
    const priorities = '<Priority>urgent</Priority><Priority>High</Priority>'
    expect(parseFields(priorities).priority).toBe('High')
  })
})
