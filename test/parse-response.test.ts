import { describe, expect, it } from 'vitest'
import { Mm7Error, type Mm7Response, parseMm7Response } from '../src/index.js'
import { MM7, SOAP } from '../src/soap/namespaces.js'

const STATUS =
  '<MM7Version>6.8.0</MM7Version><Status><StatusCode>1000</StatusCode><StatusText>Success</StatusText></Status>'
const ERROR = `<RSErrorRsp xmlns="${MM7}">${STATUS.replace('1000', '4004')}</RSErrorRsp>`
const CODE = '<faultcode>e:Client</faultcode><faultstring>Client error</faultstring>'

function envelope(
  body: string,
  header = `<TransactionID xmlns="${MM7}">1</TransactionID>`,
): string {
  return `<e:Envelope xmlns:e="${SOAP}"><e:Header>${header}</e:Header><e:Body>${body}</e:Body></e:Envelope>`
}

function read(xml: string, status?: number): Mm7Response {
  const headers = { 'content-type': 'text/xml' }
  const body = new TextEncoder().encode(xml)
  return parseMm7Response({ ...(status !== undefined && { status }), headers, body })
}

const rsp = (name: string, children: string) =>
  envelope(`<${name} xmlns="${MM7}">${children}</${name}>`)
const fault = (children: string) => envelope(`<e:Fault>${children}</e:Fault>`)
const codesOf = ({ warnings }: Mm7Response) =>
  warnings.map(({ code, path }) => `${code} ${path ?? ''}`)

describe('an answer', () => {
  it('has no details where they are empty', () => {
    const status = STATUS.replace('</Status>', '<Details><a/> </Details></Status>')
    expect(read(rsp('CancelRsp', status)).status).toEqual({ code: 1000, text: 'Success' })
  })

  it('has all texts of its details in order, and none beside its elements', () => {
    const details = '<Details>a<b>c<d>e</d></b><f>g</f></Details>'
    const status = STATUS.replace('</Status>', `${details}h</Status>`)
    const response = read(rsp('CancelRsp', status))
    expect(response.status.details).toBe('a c e g')
    expect(codesOf(response)).toEqual(['text-unexpected Status'])
  })

  it('is a success by its code and the HTTP status', () => {
    const xml = rsp('SubmitRsp', `${STATUS}<MessageID>m</MessageID>`)
    expect(read(xml)).toEqual({
      operation: 'SubmitRsp',
      transactionId: '1',
      mm7Version: '6.8.0',
      namespace: MM7,
      isSuccess: true,
      status: { code: 1000, text: 'Success' },
      messageId: 'm',
      warnings: [],
    })
    for (const [status, isSuccess] of [
      [200, true],
      [202, true],
      [302, false],
      [500, false],
      [199, false],
    ] as const) {
      expect(read(xml, status).isSuccess).toBe(isSuccess)
    }
    for (const [code, isSuccess] of [
      ['1999', true],
      ['999', false],
      ['2000', false],
    ] as const) {
      expect(read(xml.replace('1000', code)).isSuccess).toBe(isSuccess)
    }
  })

  it.each([
    ['CancelRsp', STATUS],
    ['ReplaceRsp', STATUS],
    [
      'extendedCancelRsp',
      '<MM7Version>6.8.0</MM7Version><Status><StatusCode>1000</StatusCode></Status>',
    ],
    [
      'extendedReplaceRsp',
      '<MM7Version>6.8.0</MM7Version><MessageID>m</MessageID><Status><StatusCode>1000</StatusCode></Status>',
    ],
  ])('%s is read without a warning', (operation, children) => {
    const response = read(rsp(operation, children))
    expect(response).toMatchObject({ operation, isSuccess: true, warnings: [] })
    expect(response.status.text).toBe('Success')
  })

  it('is read in whatever case, and its text may come before its code', () => {
    const swapped = STATUS.replace(/(<StatusCode>.*Code>)(<StatusText>.*Text>)/, '$2$1')
    expect(codesOf(read(rsp('cancelrsp', swapped)))).toEqual(['element-name cancelrsp'])
  })

  it.each<[string, string, object, string[]]>([
    [
      'CancelRsp',
      STATUS.replaceAll('MM7Version', 'Version'),
      { mm7Version: '6.8.0' },
      ['element-name Version'],
    ],
    [
      'CancelRsp',
      `${STATUS}<Details>d</Details>`,
      { status: { details: 'd' } },
      ['element-misplaced Details'],
    ],
    ['CancelRsp', `${STATUS}<Detail>d</Detail>`, {}, ['element-unexpected Detail']],
    [
      'CancelRsp',
      `${STATUS}<MessageID>m</MessageID>`,
      { messageId: 'm' },
      ['element-unexpected MessageID'],
    ],
    [
      'CancelRsp',
      STATUS.replace('<Status>', '<Status><Details>d</Details>'),
      { status: { details: 'd' } },
      [],
    ],
    [
      'extendedCancelRsp',
      STATUS.replace('<Status>', '<Status><Details>d</Details>'),
      { status: { details: 'd', text: 'Success' } },
      ['element-unexpected Status/Details', 'element-unexpected Status/StatusText'],
    ],
    [
      'extendedReplaceRsp',
      STATUS.replace('<Status>', '<MessageID>m</MessageID>$&'),
      { messageId: 'm' },
      ['element-unexpected Status/StatusText'],
    ],
    ['CancelRsp', `a${STATUS}`, {}, ['text-unexpected ']],
    [
      'CancelRsp',
      STATUS.replace('<MM7Version>', '<MM7Version a="b">'),
      {},
      ['attribute-unexpected MM7Version'],
    ],
  ])('%s of %s', (operation, elements, properties, reported) => {
    const response = read(rsp(operation, elements))
    expect(response).toMatchObject(properties)
    expect(codesOf(response)).toEqual(reported)
  })

  it('has no place for what is beyond the schema', () => {
    const response = read(rsp('CancelRsp', `${STATUS}<Other/><Other/>`))
    expect(response.warnings.map(({ message }) => message)).toEqual([
      '"Other" does not belong here; ignored.',
      '"Other" does not belong here; ignored.',
    ])
  })

  it('has no content', () => {
    const xml = rsp('CancelRsp', STATUS)
    const headers = { 'content-type': 'multipart/related; type="text/xml"; boundary=b' }
    const parts = [`Content-Type: text/xml\r\n\r\n${xml}`, 'Content-Type: a/b\r\n\r\nx']
    const body = Buffer.from(`--b\r\n${parts.join('\r\n--b\r\n')}\r\n--b--`)
    expect(codesOf(parseMm7Response({ headers, body }))).toEqual(['part-unexpected '])
  })
})

describe('what is missing of a status', () => {
  it.each([
    ['<Status><StatusCode>1000</StatusCode></Status>', '<Status>'],
    ['<StatusCode>1000</StatusCode>', '<CancelRsp'],
  ])('is missed in what should hold it: %s', (status, around) => {
    const xml = rsp('CancelRsp', status)
    const { warnings } = read(xml)
    expect(warnings.find(({ path }) => path === 'Status/StatusText')).toMatchObject({
      code: 'element-missing',
      offset: xml.indexOf(around),
    })
  })

  it('is missed there where without it there is no answer', () => {
    const xml = rsp('SubmitRsp', '<Status><StatusText>t</StatusText></Status>')
    expect(() => read(xml)).toThrow(
      expect.objectContaining({ path: 'Status/StatusCode', offset: xml.indexOf('<Status>') }),
    )
  })
})

describe('a fault', () => {
  it('is a refusal, whatever its code', () => {
    const response = read(fault(`${CODE}<detail>${ERROR}</detail>`), 200)
    expect(response).toMatchObject({
      operation: 'RSErrorRsp',
      namespace: MM7,
      isSuccess: false,
      status: { code: 4004, text: 'Success' },
      warnings: [],
    })
    expect(read(fault(`${CODE}<detail>${ERROR.replace('4004', '1000')}</detail>`)).isSuccess).toBe(
      false,
    )
  })

  it.each([
    ['e:Client', 2000],
    ['e:Client.Authentication', 2000],
    ['e:VersionMismatch', 2000],
    ['e:MustUnderstand', 2000],
    ['e:client', 2000],
    ['e:Clients', 3000],
    ['e:NoClient', 3000],
    ['e:Server', 3000],
    ['x:ClientTrouble', 3000],
  ])('with nothing but the faultcode %s is %d', (code, status) => {
    const response = read(fault(`<faultcode>${code}</faultcode><faultstring>s</faultstring>`))
    expect(response.status).toEqual({ code: status, text: 's' })
    expect(codesOf(response)).toEqual(['element-missing Fault/detail/RSErrorRsp'])
  })

  it('may hold nothing at all, or twice the same, or be in no namespace', () => {
    const empty = read(envelope('<Fault/>'))
    expect(empty.status).toEqual({ code: 3000, text: 'Server Error' })
    expect(codesOf(empty)).toEqual([
      'soap-namespace Fault',
      'element-missing Fault/faultcode',
      'element-missing Fault/faultstring',
      'element-missing Fault/detail/RSErrorRsp',
    ])
    const twice = read(
      fault(`${CODE}<faultstring>2</faultstring><detail>${ERROR}<x xmlns="urn:x"/></detail>`),
    )
    expect(codesOf(twice)).toEqual(['element-unexpected Fault', 'element-unexpected Fault/detail'])
  })

  it('has a faultcode without a prefix', () => {
    const response = read(fault('<faultcode>Client</faultcode><faultstring>s</faultstring>'))
    expect(response.status.code).toBe(2000)
    expect(codesOf(response)).toEqual([
      'value-malformed Fault/faultcode',
      'element-missing Fault/detail/RSErrorRsp',
    ])
  })

  it('may have a faultactor, and nothing besides', () => {
    const actor = `${CODE}<faultactor>a</faultactor><detail>${ERROR}</detail>`
    expect(codesOf(read(fault(actor)))).toEqual([])
    expect(codesOf(read(fault(`<x/>${actor}`)))).toEqual(['element-unexpected Fault'])
  })

  it.each([
    ['<StatusCode>4004</StatusCode><a/>', 4004],
    ['<a/><Status><StatusCode>4004</StatusCode></Status>', 4004],
    ['<aStatus>4004</aStatus>', 2000],
    ['<Statuses>4004</Statuses>', 2000],
    [`<x:RSErrorRsp xmlns:x="urn:x">${STATUS}</x:RSErrorRsp>`, 2000],
    [`<RSErrorRspx xmlns="${MM7}">${STATUS}</RSErrorRspx>`, 2000],
  ])('has its status in its detail, or in nothing: %s', (detail, code) => {
    const response = read(fault(`${CODE}<detail>${detail}</detail>`))
    expect(response.status.code).toBe(code)
    expect(codesOf(response)).toContain('element-missing Fault/detail/RSErrorRsp')
  })

  it.each(['<aStatus>4004</aStatus>', '<Statuses>4004</Statuses>'])(
    'has the text of a detail without a status for its details: %s',
    (detail) => {
      const { status } = read(fault(`${CODE}<detail>${detail}</detail>`))
      expect(status).toEqual({ code: 2000, text: 'Client error', details: '4004' })
    },
  )

  it('has what it deviates in reported in words', () => {
    expect(read(envelope('<Fault/>')).warnings.map(({ message }) => message)).toEqual([
      "Fault is not in the namespace of SOAP 1.1; taken as SOAP's.",
      'There is no faultcode.',
      'There is no faultstring.',
      'The Fault has no RSErrorRsp; read without it.',
    ])
  })

  it('may have no namespace at all', () => {
    const bare = read(envelope('<e:Fault/>', ''))
    expect(bare).not.toHaveProperty('namespace')
    expect(bare).not.toHaveProperty('transactionId')
  })

  it('may lack its StatusCode', () => {
    const error = `<RSErrorRsp xmlns="${MM7}"><StatusText>no contract</StatusText></RSErrorRsp>`
    expect(read(envelope(error)).status).toEqual({ code: 3000, text: 'no contract' })
    const bare = `<RSErrorRsp><Status><StatusCode>4001</StatusCode></Status></RSErrorRsp>`
    expect(read(bare)).toMatchObject({ operation: 'RSErrorRsp', status: { code: 4001 } })
    expect(codesOf(read(envelope(error)))).toEqual([
      'element-misplaced RSErrorRsp',
      'element-misplaced StatusText',
      'element-missing MM7Version',
      'element-missing Status/StatusCode',
    ])
    expect(codesOf(read(bare))).toEqual([
      'namespace-missing ',
      'element-missing Envelope',
      'element-missing MM7Version',
      'element-missing Status/StatusText',
    ])
  })
})

describe('what is no answer', () => {
  const refused = (xml: string, status?: number): Mm7Error => {
    try {
      read(xml, status)
    } catch (error) {
      if (error instanceof Mm7Error) return error
    }
    throw new Error('It was read.')
  }

  it.each([
    ['', 'body-empty', 401],
    ['<html><p/></html>', 'envelope-missing', 502],
    ['<!DOCTYPE html><html><p></html>', 'xml-doctype', 502],
    ['Bad Gateway', 'body-unreadable', 502],
    [envelope(''), 'soap-body-empty', 200],
    [rsp('DeliverRsp', STATUS), 'operation-unsupported', 200],
    [envelope(`<e:SubmitRsp>${STATUS}</e:SubmitRsp>`), 'operation-unsupported', 200],
    [envelope('<SubmitRsp xmlns="urn:other"/>'), 'element-missing', 200],
    [rsp('SubmitRsp', STATUS.replace('1000', 'OK')), 'element-missing', 200],
  ])('%s', (xml, code, status) => {
    const error = refused(xml, status)
    expect(error.code).toBe(code)
    expect(error.message).toMatch(new RegExp(`\\(HTTP status ${status}\\)$`))
    expect(refused(xml).message).not.toContain('HTTP status')
  })

  it('says which answers there are', () => {
    expect(refused(rsp('DeliverRsp', STATUS)).message).toBe(
      'The answer is "DeliverRsp", not one of SubmitRsp, CancelRsp, ReplaceRsp, extendedCancelRsp, extendedReplaceRsp, RSErrorRsp.',
    )
  })

  it('has in its error what could be read', () => {
    const error = refused(
      rsp('SubmitRsp', '<MM7Version>6.8.0</MM7Version><MessageID>m</MessageID>'),
    )
    expect(error).toMatchObject({ operation: 'SubmitRsp', path: 'Status/StatusCode' })
    expect(error.partial).toMatchObject({ transactionId: '1', mm7Version: '6.8.0', messageId: 'm' })
  })

  it('is misused with a TypeError', () => {
    const body = new Uint8Array(1)
    expect(() => parseMm7Response(undefined as never)).toThrow('Pass a response')
    expect(() => parseMm7Response({ status: '200', headers: {}, body } as never)).toThrow(
      new TypeError('The status of a response is a number such as 200, not "200".'),
    )
    expect(() => parseMm7Response({ status: 0, headers: {}, body })).toThrow(/such as 200, not 0/)
    expect(() => parseMm7Response({ headers: {}, body: 'x' } as never)).toThrow(TypeError)
    const strict = { strict: true }
    const response = {
      headers: { 'content-type': 'text/xml' },
      body: Buffer.from(rsp('SubmitRsp', STATUS)),
    }
    expect(() => parseMm7Response(response, strict)).toThrow(Mm7Error)
  })
})
