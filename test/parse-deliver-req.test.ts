import { describe, expect, it } from 'vitest'
import { type Mm7Error, type Mm7Request, type ParseOptions, parseDeliverReq } from '../src/index.js'
import { SOAP } from '../src/soap/namespaces.js'
import { bytesOf, deliverReq, envelope, errorOf, parse } from './mm7/given.js'

const headers = { 'content-type': 'text/xml' }

describe('parseDeliverReq', () => {
  it('refuses what is no request with a TypeError that says what to do', () => {
    const wrong = (request: unknown) => () => parseDeliverReq(request as Mm7Request)
    expect(wrong(undefined)).toThrow(/^Pass a request: /)
    expect(wrong({ body: bytesOf('') })).toThrow(/^Pass request.headers: /)
    expect(wrong({ headers, body: '<a/>' })).toThrow(/express.raw/)
    expect(wrong({ headers })).toThrow(TypeError)
  })

  it('refuses an option that there is none of, rather than pass it over', () => {
    const options = { stric: true } as ParseOptions
    expect(() => parseDeliverReq({ headers, body: bytesOf('<a/>') }, options)).toThrow(
      new TypeError(
        'There is no option called stric: the options are strict, limits, carrierIdHeader.',
      ),
    )
  })

  it('tells the carrier of a message without a body, too', () => {
    const request = {
      headers: { ...headers, 'x-skycore-carrier-id': '0001890' },
      body: new ArrayBuffer(0),
    }
    expect(() => parseDeliverReq(request)).toThrow(
      expect.objectContaining({
        code: 'body-empty',
        partial: expect.objectContaining({ carrierId: '0001890' }),
      }),
    )
  })

  it.each([
    ['00\x1b[31m', '00\ufffd[31m', ['character-forbidden']],
    ['00\0', '00\ufffd', ['character-forbidden']],
    ['\xc3\xa9', 'é', []],
    [' 0001890\t', '0001890', []],
  ])('reads a carrier id as it does headers of parts: %j', (sent, carrierId, codes) => {
    const request = {
      headers: { ...headers, 'x-skycore-carrier-id': sent },
      body: bytesOf(envelope(deliverReq())),
    }
    const message = parseDeliverReq(request)
    expect(message.carrierId).toBe(carrierId)
    expect(message.warnings.map(({ code }) => code)).toEqual(codes)
  })

  it('takes a carrier id of nothing but blanks for none', () => {
    const message = parseDeliverReq({
      headers: { ...headers, 'x-skycore-carrier-id': ' ' },
      body: bytesOf(envelope(deliverReq())),
    })
    expect(message).not.toHaveProperty('carrierId')
  })

  it.each([
    ['image/jpeg', 'JPEG', 'xml-malformed', ['JPEG', 'hi']],
    ['text/plain', 'text', 'xml-malformed', ['text', 'hi']],
    ['text/xml', '<smil/>', 'envelope-missing', ['hi']],
    ['text/xml', `<s:Envelop xmlns:s="${SOAP}">a</s:Envelop>`, 'envelope-missing', undefined],
    ['text/xml', '<nope', 'xml-malformed', ['hi']],
    ['text/xml', '<!DOCTYPE a><a/>', 'xml-doctype', ['hi']],
    ['text/xml', '<SubmitReq/>', 'envelope-missing', ['hi']],
    ['text/plain', '<DeliverReq/>', 'envelope-missing', ['hi']],
    ['text/plain', '<b>so</b>', 'envelope-missing', ['<b>so</b>', 'hi']],
    ['text/plain', '<b>so</b> it is', 'xml-malformed', ['<b>so</b> it is', 'hi']],
  ])('keeps a %s that is no envelope as what it is: %s', (type, root, code, bytes) => {
    const parts = [`Content-Type: ${type}\r\n\r\n${root}`, 'Content-Type: text/plain\r\n\r\nhi']
    const body = `${parts.map((part) => `--b\r\n${part}\r\n`).join('')}--b--`
    const contentType = 'multipart/related; type="text/xml"; boundary=b'
    try {
      parseDeliverReq({ headers: { 'content-type': contentType }, body: bytesOf(body) })
      expect.unreachable()
    } catch (error) {
      const { partial } = error as Mm7Error
      expect(error).toMatchObject({ code })
      const found = partial.attachments?.map((each) => new TextDecoder().decode(each.bytes))
      expect(found).toEqual(bytes ?? [root, 'hi'])
    }
  })

  it('keeps the attachments where the envelope is bad', () => {
    const part = 'Content-Type: text/plain\r\n\r\nhi\r\n'
    const body = `--b\r\nContent-Type: text/xml\r\n\r\n<nope\r\n--b\r\n${part}--b--`
    const type = 'multipart/related; type="text/xml"; boundary=b'
    const request = { headers: { 'content-type': type }, body: bytesOf(body) }
    expect(() => parseDeliverReq(request)).toThrow(
      expect.objectContaining({
        code: 'xml-malformed',
        partial: expect.objectContaining({
          attachments: [expect.objectContaining({ bytes: bytesOf('hi') })],
        }),
      }),
    )
  })

  it('shares nothing between messages, and answers the same to the same', () => {
    const xml = envelope(deliverReq('<x:a/><Priority>high</Priority>'))
    const first = parse(xml)
    errorOf('<a>&<b>')
    const second = parse(xml)
    expect(second).toEqual(first)
    for (const list of ['warnings', 'extensions', 'contents', 'attachments'] as const) {
      expect(second[list]).not.toBe(first[list])
    }
  })

  it.each(['\n', '\r\n'])(
    'points at the byte, behind text of many bytes, lines ending in %j',
    (line) => {
      const xml = [
        '<?xml version="1.0"?>',
        '<!-- é€😀 -->',
        envelope(deliverReq('<Subject>é& €</Subject><x:odd/>')),
      ].join(line)
      const bytes = bytesOf(xml)
      const at = (text: string) => Buffer.from(bytes).indexOf(text)
      const { warnings } = parseDeliverReq({ headers, body: bytes })
      expect(warnings.slice(0, 2)).toMatchObject([
        { code: 'ampersand-bare', offset: at('& €') },
        { code: 'prefix-undeclared', offset: at('<x:odd') },
      ])
    },
  )
})

describe('an envelope that is called base64, and is not', () => {
  it('is read as it is, with the places of what is reported', () => {
    const xml = envelope(deliverReq('<Subject>a & b</Subject>'))
    const head = 'Content-Type: text/xml\r\nContent-Transfer-Encoding: base64\r\n\r\n'
    const body = Buffer.from(`--b\r\n${head}${xml}\r\n--b--\r\n`)
    const headers = { 'content-type': 'multipart/related; type="text/xml"; boundary=b' }
    const { subject, warnings } = parseDeliverReq({ headers, body })
    expect(subject).toBe('a & b')
    expect(warnings.map(({ code }) => code)).toEqual([
      'transfer-encoding-malformed',
      'ampersand-bare',
    ])
    expect(warnings[1]?.offset).toBe(body.indexOf('& b'))
  })
})
