import { describe, expect, it } from 'vitest'
import { type Mm7Request, type ParseOptions, parseDeliverReq } from '../src/index.js'
import { MM7 } from '../src/soap/namespaces.js'
import {
  bytesOf,
  codesOf,
  deliverReq,
  envelope,
  errorOf,
  parse,
  parseFields,
  SENDER,
  VERSION,
} from './mm7/given.js'

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

describe('what a second reading of the rules found', () => {
  it.each(['Recipients', 'Previouslysentby', 'Previouslysentdateandtime', 'MessageExtraData'])(
    'text in %s is told',
    (name) => {
      const message = parseFields(`<${name}>12345</${name}>`)
      expect(codesOf(message)).toEqual(['text-unexpected'])
    },
  )

  it('an element that says nothing leaves its place to one that does', () => {
    const sender = `<Sender/>${SENDER}`
    const body = `<DeliverReq xmlns="${MM7}">${VERSION}${sender}</DeliverReq>`
    expect(parse(envelope(body)).sender.value).toBe('15550100')
    const priorities = '<Priority>urgent</Priority><Priority>High</Priority>'
    expect(parseFields(priorities).priority).toBe('High')
  })

  it('the order of warnings is that of the text, repaired or not', () => {
    const fields = '<Subject x:y="">a &amp; b & c</Subject>'
    expect(codesOf(parseFields(fields))).toEqual(['prefix-undeclared', 'ampersand-bare'])
  })

  it('a TransactionID in the namespace of MM7 in another case is read', () => {
    const header = `<TransactionID xmlns="${MM7.replace('Specs', 'specs')}">7</TransactionID>`
    const message = parse(envelope(deliverReq(), header))
    expect(message.transactionId).toBe('7')
    expect(codesOf(message)).toContain('namespace-unknown')
  })

  it('ASCII with bytes beyond it is UTF-8', () => {
    const body = new TextEncoder().encode(envelope(deliverReq('<Subject>é</Subject>')))
    const headers = { 'content-type': 'text/xml; charset=us-ascii' }
    expect(parseDeliverReq({ headers, body }).subject).toBe('é')
  })

  it('a charset nobody knows is told once', () => {
    const xml = `<?xml version="1.0" encoding="x-none"?>${envelope(deliverReq())}`
    const headers = { 'content-type': 'text/xml; charset=x-none' }
    const message = parseDeliverReq({ headers, body: new TextEncoder().encode(xml) })
    expect(codesOf(message)).toEqual(['charset-unknown'])
  })

  it('an empty carrier id is none', () => {
    const headers = { 'content-type': 'text/xml', 'x-skycore-carrier-id': ' ' }
    const body = new TextEncoder().encode(envelope(deliverReq()))
    expect(parseDeliverReq({ headers, body })).not.toHaveProperty('carrierId')
  })

  it('a start that names the envelope is believed, whatever type it was given', () => {
    const lines = [
      ['--b', 'Content-Type: text/plain', 'Content-ID: <s>', '', envelope(deliverReq())],
      ['--b', 'Content-Type: text/xml', 'Content-ID: <card>', '', '<vcard/>', '--b--'],
    ]
    const body = new TextEncoder().encode(lines.flat().join('\r\n'))
    for (const start of [' start="<s>";', '']) {
      const headers = { 'content-type': `multipart/related;${start} type="text/plain"; boundary=b` }
      const message = parseDeliverReq({ headers, body })
      expect(message.transactionId).toBe('1')
      expect(message.attachments.map(({ contentId }) => contentId)).toEqual(['card'])
    }
  })

  it('a picture is no presentation, whoever says so', () => {
    for (const parameters of ['start="<a>"', 'type="application/smil"']) {
      const lines = [
        ['--b', 'Content-Type: text/xml', '', envelope(deliverReq()), '--b'],
        [`Content-Type: multipart/related; ${parameters}; boundary=i`, '', '--i'],
        ['Content-Type: image/jpeg', 'Content-ID: <a>', '', 'x', '--i'],
        ['Content-Type: application/smil', '', '<smil/>', '--i--', '--b--'],
      ]
      const body = new TextEncoder().encode(lines.flat().join('\r\n'))
      const headers = { 'content-type': 'multipart/related; type="text/xml"; boundary=b' }
      const { attachments } = parseDeliverReq({ headers, body })
      expect(attachments.map(({ isPresentation }) => isPresentation)).toEqual([false, true])
    }
  })

  it('an empty href names no part with an empty Content-Location', () => {
    const lines = [
      ['--b', 'Content-Type: text/xml', '', envelope(deliverReq('<Content href=""/>'))],
      ['--b', 'Content-Type: a/b', '', '1', '--b', 'Content-Location:', '', '2', '--b--'],
    ]
    const body = new TextEncoder().encode(lines.flat().join('\r\n'))
    const headers = { 'content-type': 'multipart/related; type="text/xml"; boundary=b' }
    const message = parseDeliverReq({ headers, body })
    expect(codesOf(message)).toEqual(['content-href-unmatched'])
    expect(message.contents[0]?.attachments[0]?.mediaType).toBe('a/b')
  })
})
