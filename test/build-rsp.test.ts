import { DOMParser } from '@xmldom/xmldom'
import { SaxesParser } from 'saxes'
import { describe, expect, it } from 'vitest'
import { FAILURE_STATUS, Mm7Error } from '../src/errors.js'
import {
  buildDeliverRsp,
  buildMm7Rsp,
  buildVaspErrorFault,
  parseDeliverReq,
  parseMm7Request,
  type StatusInput,
} from '../src/index.js'
import { MM7, SOAP } from '../src/soap/namespaces.js'
import { buildDeliveryReportReq } from '../src/testing/index.js'
import { WARNING_STATUS } from '../src/warnings.js'
import { readAnswer } from './support/answer.js'

const MESSAGE = { transactionId: '1000001', mm7Version: '6.6.0', namespace: MM7 }
const HEAD = `<?xml version="1.0" encoding="UTF-8"?>\n<soap-env:Envelope xmlns:soap-env="${SOAP}">`
const HEADER = `<soap-env:Header><TransactionID xmlns="${MM7}" soap-env:mustUnderstand="1">1000001</TransactionID></soap-env:Header>`

/** Parses with two parsers that stop at every fault. @returns the document */
function parseStrictly(xml: string) {
  const saxes = new SaxesParser({ xmlns: true })
  saxes.on('error', (error) => {
    throw error
  })
  saxes.write(xml).close()
  const onError = (level: string, message: string) => {
    if (!message.includes('replacement character')) throw new Error(`${level}: ${message}`)
  }
  return new DOMParser({ onError }).parseFromString(xml, 'text/xml')
}

/** The error that reading throws. */
function thrownBy(read: () => unknown): Mm7Error {
  try {
    read()
  } catch (error) {
    if (error instanceof Mm7Error) return error
    throw error
  }
  throw new Error('It was read.')
}

function textIn(xml: string, name: string, namespace = MM7): string | null | undefined {
  return parseStrictly(xml).getElementsByTagNameNS(namespace, name)[0]?.textContent
}

describe('buildDeliverRsp', () => {
  it('answers 1000 Success in the order of the schema', () => {
    expect(buildDeliverRsp(MESSAGE)).toBe(
      `${HEAD}${HEADER}<soap-env:Body><DeliverRsp xmlns="${MM7}"><MM7Version>6.6.0</MM7Version>` +
        '<Status><StatusCode>1000</StatusCode><StatusText>Success</StatusText></Status>' +
        '</DeliverRsp></soap-env:Body></soap-env:Envelope>',
    )
  })

  it('answers with the status given, its text and its details', () => {
    const status = { code: 2004, text: 'No & no', details: '<b>' }
    expect(buildDeliverRsp(MESSAGE, status)).toContain(
      '<Status><StatusCode>2004</StatusCode><StatusText>No &amp; no</StatusText><Details>&lt;b&gt;</Details></Status>',
    )
    expect(buildDeliverRsp(MESSAGE, { code: 2004 })).toContain(
      '<StatusText>Multimedia content refused</StatusText></Status>',
    )
  })

  it('answers with an empty Header, in a version and a namespace of its own, where none is known', () => {
    expect(buildDeliverRsp({})).toBe(
      `${HEAD}<soap-env:Header/><soap-env:Body><DeliverRsp xmlns="${MM7}"><MM7Version>6.8.0</MM7Version>` +
        '<Status><StatusCode>1000</StatusCode><StatusText>Success</StatusText></Status>' +
        '</DeliverRsp></soap-env:Body></soap-env:Envelope>',
    )
  })

  it.each([
    ['', MM7],
    [' \n', MM7],
    ['http://www.w3.org/XML/1998/namespace', MM7],
    ['http://www.w3.org/2000/xmlns/', MM7],
    ['http://www.w3.org/2000/ xmlns/', MM7],
    ['urn:\n  mm7', 'urn:mm7'],
    ['urn:"<&>\0', 'urn:"<&>\ufffd'],
  ])('answers in the namespace of the request: %j', (namespace, expected) => {
    const xml = buildDeliverRsp({ ...MESSAGE, namespace })
    expect(textIn(xml, 'TransactionID', expected)).toBe('1000001')
    expect(textIn(xml, 'StatusCode', expected)).toBe('1000')
  })

  it.each([
    ['<a href="x">&amp;]]>', '<a href="x">&amp;]]>'],
    ['\r\n\t\x7f', '\r\n\t\x7f'],
    ['\0\x01\x1f\ufffe\uffff', '\ufffd'.repeat(5)],
    ['\ud800a\udc00', '\ufffda\ufffd'],
    ['😀\ufffd', '😀\ufffd'],
  ])('is well-formed whatever goes in: %j', (sent, read) => {
    const xml = buildDeliverRsp(
      { transactionId: sent, mm7Version: sent, namespace: MM7 },
      { code: 1000, text: sent, details: sent },
    )
    for (const name of ['TransactionID', 'MM7Version', 'StatusText', 'Details']) {
      expect(textIn(xml, name), name).toBe(read)
    }
  })

  it.each(Object.entries({ ...FAILURE_STATUS, ...WARNING_STATUS }))(
    'answers %s with its own status, %i',
    (code, status) => {
      const partial = { ...MESSAGE, warnings: [] }
      const error = new Mm7Error({ code: code as Mm7Error['code'], message: 'm', partial })
      const xml = buildDeliverRsp(error)
      expect(textIn(xml, 'StatusCode')).toBe(String(status))
      expect(textIn(xml, 'StatusText')).toBe(error.status.text)
      expect(textIn(xml, 'TransactionID')).toBe('1000001')
      expect(textIn(buildDeliverRsp(error, { code: 1000 }), 'StatusCode')).toBe('1000')
    },
  )

  it('answers an error of another copy of the package with its status', () => {
    const error = Object.assign(new Error('x'), { status: { code: 4003, text: 't' } })
    expect(textIn(buildDeliverRsp(error as Mm7Error), 'StatusCode')).toBe('4003')
  })

  it.each([
    [Promise.resolve({}), 'What is answered is a promise: await it.'],
    [[], 'Pass what parseMm7Request returned or threw, not the request or a list.'],
    [{ body: '' }, 'Pass what parseMm7Request returned or threw, not the request or a list.'],
    [{ headers: {} }, 'Pass what parseMm7Request returned or threw, not the request or a list.'],
  ])('refuses to answer what is not a message: %j', (to, message) => {
    for (const build of [buildDeliverRsp, buildVaspErrorFault]) {
      expect(() => build(to as never)).toThrow(new TypeError(message))
    }
  })

  it('refuses a status that is null or has no number', () => {
    expect(() => buildDeliverRsp({}, null as never)).toThrow(
      new TypeError('Pass Status.ContentRefused or { code: 2004 }, not null.'),
    )
    expect(() => buildDeliverRsp({}, { code: Object.create(null) } as never)).toThrow(
      new TypeError('A status code is a number of four digits such as 1000, not an object.'),
    )
  })

  it('does not answer another error with Success', () => {
    const error = Object.assign(new RangeError('x'), { status: 413 }) as unknown as Mm7Error
    expect(() => buildDeliverRsp(error)).toThrow(
      new TypeError('RangeError is not an Mm7Error: also pass the status to answer it with.'),
    )
    expect(() => buildVaspErrorFault(error)).toThrow(TypeError)
    expect(textIn(buildDeliverRsp(error, { code: 3000 }), 'StatusCode')).toBe('3000')
  })

  it.each([null, undefined, 'xml', 1000])('refuses to answer %j', (to) => {
    const wrong = to as unknown as Mm7Error
    const expected = new TypeError('Pass the message, or the Mm7Error, that is answered.')
    for (const status of [undefined, { code: 3000 }]) {
      expect(() => buildDeliverRsp(wrong, status)).toThrow(expected)
      expect(() => buildVaspErrorFault(wrong, status)).toThrow(expected)
    }
  })

  it.each([0, -1, 999, 10_000, 1000.5, Number.NaN, Infinity, 2 ** 53, '1000', undefined])(
    'refuses the status code %j',
    (code) => {
      const status = { code } as unknown as StatusInput
      expect(() => buildDeliverRsp(MESSAGE, status)).toThrow(
        new TypeError(
          `A status code is a number of four digits such as 1000, not ${code === '1000' ? '"1000"' : code}.`,
        ),
      )
    },
  )
})

describe('an answer from JavaScript', () => {
  it.each([2004, '2004', true])('cannot have the status %j', (status) => {
    const wrong = status as unknown as StatusInput
    const expected = new TypeError(
      `Pass Status.ContentRefused or { code: 2004 }, not ${String(status)}.`,
    )
    expect(() => buildDeliverRsp(MESSAGE, wrong)).toThrow(expected)
    expect(() => buildVaspErrorFault(MESSAGE, wrong)).toThrow(expected)
  })

  it.each(['detail', 'statusText', 'Code', 'isDuplicate'])(
    'cannot have a status with %s',
    (name) => {
      const expected = new TypeError(
        `There is no property ${name} of a status: there are code, text, details.`,
      )
      const status = { code: 3000, [name]: 'x' }
      expect(() => buildDeliverRsp(MESSAGE, status)).toThrow(expected)
      expect(() => buildVaspErrorFault(MESSAGE, status)).toThrow(expected)
    },
  )

  it.each(['transactionId', 'mm7Version', 'namespace'])('needs a %s that is a string', (name) => {
    const answer = (value: unknown) => () => buildDeliverRsp({ ...MESSAGE, [name]: value })
    expect(answer(7)).toThrow(
      new TypeError(`${name} is of type number: pass a string, or leave it out.`),
    )
    expect(answer(null)).toThrow(new TypeError(`${name} is null: pass a string, or leave it out.`))
    expect(answer(undefined)()).toContain('<StatusCode>1000</StatusCode>')
  })

  it.each(['text', 'details'])('needs a %s that is a string', (name) => {
    const status = { code: 3000, [name]: new Date(0) }
    const expected = new TypeError(`${name} is of type object: pass a string, or leave it out.`)
    expect(() => buildDeliverRsp(MESSAGE, status)).toThrow(expected)
    expect(() => buildVaspErrorFault(MESSAGE, status)).toThrow(expected)
  })
})

describe('buildMm7Rsp', () => {
  it.each([
    ['DeliverReq', 'DeliverRsp'],
    ['DeliveryReportReq', 'DeliveryReportRsp'],
    ['ReadReplyReq', 'ReadReplyRsp'],
    ['SubmitReq', 'SubmitRsp'],
    [undefined, 'DeliverRsp'],
  ])('answers %s by %s, whichever builder is called, errors too', (operation, element) => {
    const message = { ...MESSAGE, ...(operation !== undefined && { operation }) }
    const error = new Mm7Error({
      code: 'element-missing',
      message: 'm',
      partial: MESSAGE,
      ...(operation !== undefined && { operation }),
    })
    for (const build of [buildDeliverRsp, buildMm7Rsp]) {
      for (const to of [message, error]) {
        const answer = readAnswer(build(to))
        expect(answer.element).toBe(element)
        expect(answer.statusCode).toBe(to === error ? 4004 : 1000)
        expect(answer.transactionId).toBe('1000001')
      }
    }
  })

  it.each(['CancelReq', 'extendedCancelReq', 'QueryStatusReq', 'RSErrorRsp', 'x', '', '__proto__'])(
    'answers %j by the fault, 4003, whichever builder is called',
    (operation) => {
      const error = new Mm7Error({ code: 'xml-malformed', message: 'm', operation, partial: {} })
      for (const build of [buildDeliverRsp, buildMm7Rsp]) {
        for (const to of [{ operation }, error]) {
          expect(readAnswer(build(to))).toMatchObject({ element: 'VASPErrorRsp', statusCode: 4003 })
        }
        expect(readAnswer(build(error, { code: 4000 })).statusCode).toBe(4000)
        expect(() => build(error, { code: 1000 })).toThrow(/not a failure/)
      }
    },
  )

  it('answers what parseDeliverReq refuses because of its operation by the Rsp of that', () => {
    const report = buildDeliveryReportReq()
    const error = thrownBy(() => parseDeliverReq(report))
    expect(error).toMatchObject({ code: 'operation-unsupported', operation: 'DeliveryReportReq' })
    expect(readAnswer(buildDeliverRsp(error))).toMatchObject({
      element: 'DeliveryReportRsp',
      statusCode: 4003,
      transactionId: '1000001',
    })
  })

  it('answers a body that cannot be read by DeliverRsp', () => {
    const error = thrownBy(() => parseMm7Request({ headers: {}, body: new Uint8Array(0) }))
    expect(error.operation).toBeUndefined()
    expect(readAnswer(buildMm7Rsp(error))).toMatchObject({
      element: 'DeliverRsp',
      statusCode: 2007,
    })
  })

  it.each([
    [{}, '1000001'],
    [{ messageId: 'm&1' }, 'm&1'],
    [{ messageId: '' }, ''],
    [{ messageId: undefined }, '1000001'],
  ])('has a MessageID after the status of a SubmitRsp: %j', (more, id) => {
    const xml = buildMm7Rsp({ ...MESSAGE, operation: 'SubmitReq' }, undefined, more as object)
    expect(textIn(xml, 'MessageID')).toBe(id)
    expect(xml).toMatch(/<\/Status><MessageID/)
  })

  it('has an empty MessageID where there is no TransactionID either', () => {
    expect(textIn(buildMm7Rsp({ operation: 'SubmitReq' }), 'MessageID')).toBe('')
  })

  it('has the ServiceCode of a DeliverRsp, and no MessageID', () => {
    const xml = buildDeliverRsp(MESSAGE, { code: 1000 }, { serviceCode: '<gold>' })
    expect(textIn(xml, 'ServiceCode')).toBe('<gold>')
    expect(xml).not.toContain('MessageID')
  })

  it.each([
    ['DeliverReq', { messageId: 'm' }, 'A DeliverRsp has no messageId: leave it out.'],
    ['SubmitReq', { serviceCode: 's' }, 'A SubmitRsp has no serviceCode: leave it out.'],
    [
      'DeliveryReportReq',
      { messageId: 'm' },
      'A DeliveryReportRsp has no messageId: leave it out.',
    ],
    ['ReadReplyReq', { serviceCode: 's' }, 'A ReadReplyRsp has no serviceCode: leave it out.'],
    ['CancelReq', { messageId: 'm' }, 'A VASPErrorRsp has no messageId: leave it out.'],
    ['DeliverReq', { ServiceCode: 's' }, 'There is no ServiceCode in an answer: leave it out.'],
    ['SubmitReq', { messageId: 7 }, 'messageId is of type number: pass a string, or leave it out.'],
    ['SubmitReq', null, "Pass what the answer has besides its status as { messageId: 'm-1' }."],
    ['SubmitReq', 'm-1', "Pass what the answer has besides its status as { messageId: 'm-1' }."],
  ])('refuses what the answer to %s has no room for: %j', (operation, more, message) => {
    expect(() => buildMm7Rsp({ ...MESSAGE, operation }, undefined, more as never)).toThrow(
      new TypeError(message),
    )
  })

  it('refuses an operation that is not a string', () => {
    expect(() => buildMm7Rsp({ operation: 7 } as never)).toThrow(TypeError)
  })
})

describe('buildVaspErrorFault', () => {
  it('answers 3000 Server Error in the form of a fault', () => {
    expect(buildVaspErrorFault(MESSAGE)).toBe(
      `${HEAD}${HEADER}<soap-env:Body><soap-env:Fault><faultcode>soap-env:Server</faultcode>` +
        '<faultstring>Server Error</faultstring><detail>' +
        `<VASPErrorRsp xmlns="${MM7}"><MM7Version>6.6.0</MM7Version>` +
        '<Status><StatusCode>3000</StatusCode><StatusText>Server Error</StatusText></Status>' +
        '</VASPErrorRsp></detail></soap-env:Fault></soap-env:Body></soap-env:Envelope>',
    )
  })

  it.each([
    [2000, 'Client'],
    [2999, 'Client'],
    [3000, 'Server'],
    [4000, 'Server'],
    [4001, 'Client'],
    [4004, 'Client'],
    [4005, 'Server'],
    [6102, 'Server'],
  ])('says whose fault %i is: %s', (code, side) => {
    const xml = buildVaspErrorFault(MESSAGE, { code, text: '<&' })
    parseStrictly(xml)
    expect(xml).toContain(
      `<faultcode>soap-env:${side}</faultcode><faultstring>&lt;&amp;</faultstring>`,
    )
  })

  it("has the table's text for a status without one, in both places", () => {
    const xml = buildVaspErrorFault(MESSAGE, { code: 4006 })
    expect(xml).toContain('<faultstring>Service unavailable</faultstring>')
    expect(textIn(xml, 'StatusText')).toBe('Service unavailable')
  })

  it('answers an error with its own status', () => {
    const error = new Mm7Error({ code: 'body-empty', message: 'm', partial: {} })
    expect(textIn(buildVaspErrorFault(error), 'StatusCode')).toBe('2007')
  })

  it('is no way to tell success', () => {
    expect(() => buildVaspErrorFault(MESSAGE, { code: 1000 })).toThrow(
      new TypeError(
        'Status 1000 is not a failure, and a fault tells of one: accept a message by the Rsp of its operation, with buildMm7Rsp.',
      ),
    )
  })
})
