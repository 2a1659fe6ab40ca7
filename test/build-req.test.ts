import { describe, expect, it } from 'vitest'
import {
  type Attachment,
  buildCancelReq,
  buildExtendedCancelReq,
  buildExtendedReplaceReq,
  buildReplaceReq,
  buildSubmitReq,
  type ContentReqOptions,
  parseMm7Request,
  type SubmitReq,
} from '../src/index.js'

const BASE = 'http://www.3gpp.org/ftp/Specs/archive/23_series/23.140/schema/'
const NEEDED = { transactionId: 't-1', recipients: '12025550123' }
const PICTURE = { bytes: Uint8Array.from([255, 216, 0, 13, 10]), mediaType: 'image/jpeg' }

function read(input: object, options?: ContentReqOptions): SubmitReq {
  const request = buildSubmitReq({ ...NEEDED, ...input }, options)
  return parseMm7Request(request, { strict: true }) as SubmitReq
}

function xmlOf(input: object, options?: ContentReqOptions): string {
  const { body } = buildSubmitReq({ ...NEEDED, ...input }, options)
  return Buffer.from(body).toString()
}

describe('a SubmitReq', () => {
  it('is bare XML without content, its headers fit', () => {
    const { headers, body } = buildSubmitReq(NEEDED)
    expect(headers).toEqual({
      'content-type': 'text/xml; charset=utf-8',
      'content-length': String(body.length),
      soapaction: '""',
    })
    expect(Buffer.from(body).toString()).toMatch(/^<\?xml /)
  })

  it('is the same for the same message, and has 6.8.0 and REL-6-MM7-1-4', () => {
    const input = { ...NEEDED, attachments: [PICTURE, { text: 'ä' }] }
    expect(buildSubmitReq(input)).toEqual(buildSubmitReq(input))
    expect(read({})).toMatchObject({ mm7Version: '6.8.0', namespace: `${BASE}REL-6-MM7-1-4` })
  })

  it('is without what is undefined, as if it were left out', () => {
    expect(xmlOf({ subject: undefined })).toBe(xmlOf({}))
  })

  it('has a boundary that does not occur in it', () => {
    const text = '\r\n--=_mm7_0_0--\r\n--=_mm7_0_1\r\n'
    expect(xmlOf({ attachments: [{ text }] })).toContain('--=_mm7_1_0')
    expect(
      Buffer.from(read({ attachments: [{ text }] }).attachments[0]?.bytes ?? []).toString(),
    ).toBe(text)
  })

  it.each([
    ['REL-5-MM7-1-0', '5.3.0', '<SenderAddress>5</SenderAddress>', 'DistributionProtection'],
    ['REL-5-MM7-1-1', '5.2.0', '<SenderAddress>5</SenderAddress>', 'DistributionIndicator'],
    ['REL-5-MM7-1-2', '5.3.0', '<Number>5</Number>', 'DistributionIndicator'],
    ['REL-6-MM7-1-0', '6.3.0', '<Number>5</Number>', 'DistributionIndicator'],
  ] as const)('of %s', (release, version, sender, indicator) => {
    const input = { senderAddress: '5', distributionIndicator: true }
    const xml = xmlOf(input, { release })
    expect(xml).toContain(`xmlns="${BASE}${release}"`)
    expect(xml).toContain(`<MM7Version>${version}</MM7Version>`)
    expect(xml).toContain(sender)
    expect(xml).toContain(`<${indicator}>true</${indicator}>`)
    expect(read(input, { release })).toMatchObject({ distributionIndicator: true })
    expect(xmlOf({ ...input, namespace: BASE + release, mm7Version: version })).toBe(xml)
    expect(xmlOf(input, { release: 'REL-6-MM7-1-0', textSender: true })).toContain('>5</Sender')
  })

  it.each([
    ['REL-5-MM7-1-3', '5.3.0'],
    ['REL-5-MM7-1-4', '5.3.0'],
    ['REL-5-MM7-1-5', '5.3.0'],
    ['REL-6-MM7-1-1', '6.3.0'],
    ['REL-6-MM7-1-2', '6.5.0'],
    ['REL-6-MM7-1-3', '6.5.0'],
    ['REL-6-MM7-1-4', '6.8.0'],
  ] as const)('of %s has the version %s', (release, version) => {
    expect(read({}, { release }).mm7Version).toBe(version)
  })

  it('takes an empty namespace for none, and one that a relay/server made up', () => {
    expect(read({ namespace: '' }).namespace).toBe(`${BASE}REL-6-MM7-1-4`)
    expect(xmlOf({ namespace: 'urn:mm7' })).toContain('xmlns="urn:mm7"')
  })

  it('has attributes on an address only where it is said what they are', () => {
    expect(xmlOf({ recipients: { kind: 'number', value: '1' } })).toContain('<Number>1</Number>')
    const id = { kind: 'number', value: '1', displayOnly: true, id: 'a' }
    expect(xmlOf({ recipients: id })).toContain('<Number displayOnly="true" id="a">1</Number>')
  })

  it.each(['displayOnly', 'addressCoding', 'id'])(
    'has no %s on the address of a sender that is text',
    (name) => {
      const value = { displayOnly: true, addressCoding: 'encrypted', id: 'a' }[name]
      const senderAddress = { kind: 'number', value: '5', [name]: value }
      expect(() => xmlOf({ senderAddress }, { textSender: true })).toThrow(
        'senderAddress is sent as text, which has no attributes: give its value.',
      )
    },
  )

  it('may have recipients of any kind, and what the schema does not require empty', () => {
    expect(xmlOf({ recipients: { bcc: '1' } })).toContain('<Bcc>')
    expect(xmlOf({ recipients: { to: '1', cc: '2' } })).toContain('<Cc>')
    expect(xmlOf({ subject: '' })).toContain('<Subject/>')
  })

  it('is named by a location that looks like a cid URL and is none', () => {
    const located = { ...PICTURE, contentLocation: 'acid:1' }
    expect(read({ attachments: [located] }).contents[0]?.href).toBe('acid:1')
  })

  it('takes times as Date, text and duration, and writes booleans in lower case', () => {
    const date = new Date('2026-01-02T03:04:05Z')
    const message = read({
      timeStamp: date,
      expiryDate: 'P3D',
      readReply: false,
      deliveryReport: true,
    })
    expect(message).toMatchObject({
      timeStamp: { text: '2026-01-02T03:04:05.000Z', date },
      expiryDate: { text: 'P3D' },
      readReply: false,
      deliveryReport: true,
    })
  })

  it('sends on what was read, as it was meant', () => {
    const first = read({
      attachments: [
        { ...PICTURE, name: 'Käse.jpg', transferEncoding: 'base64', contentId: 'a' },
        { text: '=?x?= is no word', name: '=?utf-8?q?a?=' },
      ],
    })
    const [smil, picture, text] = first.attachments as [Attachment, Attachment, Attachment]
    const headers = new Map([
      ...picture.headers,
      ['content-transfer-encoding', ['x-unknown']] as const,
      ['content-disposition', ['attachment']] as const,
      ['content-length', ['1']] as const,
      ['content-type', ['IMAGE/JPEG; NAME=b.jpg']] as const,
      ['content-id', ['a']] as const,
      ['content-md5', ['1']] as const,
      ['content-location', ['elsewhere']] as const,
      ['x-two-lines', ['a', 'b\nc']] as const,
      ['x bad', ['1']] as const,
    ])
    const again = read({
      ...first,
      attachments: [text, { ...picture, headers }, smil],
      contents: [],
    })
    expect(again.attachments.map(({ name }) => name)).toEqual([
      'presentation.smil',
      '=?utf-8?q?a?=',
      'Käse.jpg',
    ])
    expect([...(again.attachments[2]?.headers.keys() ?? [])]).toEqual([
      'content-type',
      'content-transfer-encoding',
      'content-id',
      'content-disposition',
    ])
    expect(again.attachments[2]?.headers.get('content-type')).toEqual(
      picture.headers.get('content-type'),
    )
    expect(again.attachments[2]?.headers.get('content-id')).toEqual(['<a>'])
    expect(read({ ...first })).toEqual(first)
    const disposed = { ...text, parameters: {}, name: 'a.txt' }
    expect(read({ attachments: [disposed] }).attachments[0]?.name).toBe('a.txt')
    const { name: _, ...nameless } = text
    const fields = new Map([...text.headers].filter(([name]) => !name.startsWith('content-t')))
    const [plain] = read({
      attachments: [{ ...nameless, parameters: {}, headers: fields }],
    }).attachments
    expect(plain?.headers.get('content-transfer-encoding')).toEqual(['binary'])
    expect(plain).not.toHaveProperty('name')
    const located = { ...text, contentLocation: 'a.txt' }
    expect(read({ attachments: [located] }).attachments[0]?.contentLocation).toBe('a.txt')
  })
})

describe('the part of the envelope', () => {
  it('is the first, in 8bit, and has an id that nothing else is called by', () => {
    const bodyOf = (id: string, href: string) => {
      const attachments = [PICTURE, { ...PICTURE, contentId: id }]
      const { body } = buildSubmitReq({ ...NEEDED, attachments, contents: [{ href }] } as never)
      const [, first = ''] = Buffer.from(body)
        .toString('latin1')
        .split(/^--.*\r\n/m)
      return first.slice(0, first.indexOf('\r\n\r\n')).toLowerCase().split('\r\n')
    }
    const fields = ['content-type: text/xml; charset=utf-8', 'content-transfer-encoding: 8bit']
    expect(bodyOf('a', 'cid:b')).toEqual([...fields, 'content-id: <envelope>'])
    expect(bodyOf('envelope', 'cid:b')).toEqual([...fields, 'content-id: <envelope-1>'])
    expect(bodyOf('a', 'cid:envelope')).toEqual([...fields, 'content-id: <envelope-1>'])
  })
})

describe('the content', () => {
  const typesOf = (input: object, options?: ContentReqOptions) =>
    read(input, options).attachments.map(({ mediaType }) => mediaType)
  const containerOf = (input: object, options?: ContentReqOptions) =>
    read(input, options).attachments[0]?.containers[0]?.get('content-type')?.[0]

  it('is one part by itself', () => {
    const { contents, attachments } = read({ attachments: [{ ...PICTURE, contentId: 'ü@%' }] })
    expect(contents).toEqual([{ href: 'cid:%C3%BC@%25', allowAdaptations: true, attachments }])
    expect(attachments[0]?.containers).toEqual([])
    const located = read({ attachments: [{ ...PICTURE, contentLocation: 'a.jpg' }] })
    expect(located.contents[0]?.href).toBe('a.jpg')
    const odd = { ...PICTURE, contentLocation: 'ein Bild 100%.jpg' }
    expect(containerOf({ attachments: [odd] })).toMatch(/^multipart\/mixed/)
  })

  it('is a multipart/related with the SMIL first, its start and type', () => {
    const smil = { text: '<smil/>', mediaType: 'application/smil', contentId: 's' }
    const input = { attachments: [PICTURE, { text: 'b' }, smil] }
    expect(typesOf(input)).toEqual(['application/smil', 'image/jpeg', 'text/plain'])
    expect(containerOf(input)).toMatch(/^multipart\/related; type="application\/smil"; start="<s>"/)
    expect(read(input).attachments[0]?.isPresentation).toBe(true)
  })

  it('has a SMIL made: a slide for each picture with its text, what plays ends by itself', () => {
    const video = { bytes: new Uint8Array(1), mediaType: 'video/3gpp' }
    const audio = { bytes: new Uint8Array(1), mediaType: 'audio/amr' }
    const card = { bytes: new Uint8Array(1), mediaType: 'text/x-vcard' }
    const attachments = [PICTURE, { text: '1' }, { text: '2' }, PICTURE, audio, video, card]
    const { attachments: all } = read({ attachments })
    const smil = Buffer.from(all[0]?.bytes ?? []).toString()
    expect(smil.slice(smil.indexOf('<body>'))).toBe(
      '<body><par dur="5000ms"><img src="cid:attachment-1" region="Image"/><text src="cid:attachment-2" region="Text"/></par>' +
        '<par><text src="cid:attachment-3" region="Text"/><img src="cid:attachment-4" region="Image"/><audio src="cid:attachment-5"/></par>' +
        '<par><video src="cid:attachment-6" region="Image"/></par>' +
        '<par dur="5000ms"><ref src="cid:attachment-7"/></par></body></smil>',
    )
  })

  it('is a multipart/mixed where none is made, or there is nothing to show', () => {
    const input = { attachments: [PICTURE, { text: 'b' }] }
    expect(containerOf(input, { makePresentation: false })).toMatch(/^multipart\/mixed/)
    expect(typesOf(input, { makePresentation: false })).toEqual(['image/jpeg', 'text/plain'])
    const data = { bytes: new Uint8Array(1) }
    expect(containerOf({ attachments: [data, data] })).toMatch(/^multipart\/mixed/)
  })

  it('may forbid adaptations, and have a href of its own', () => {
    const attachments = [PICTURE, { text: 'b' }]
    const message = read({
      attachments,
      contents: [{ href: 'cid:all', allowAdaptations: false, attachments }],
    })
    expect(message.contents).toMatchObject([{ href: 'cid:all', allowAdaptations: false }])
    expect(message.contents[0]?.attachments).toEqual(message.attachments)
  })
})

describe('what cannot be written is a TypeError that names the property', () => {
  const attachment = (one: unknown) => ({ attachments: [one] })
  it.each<[string, object]>([
    [
      'transactionId is missing: give a text of its own to each request.',
      { transactionId: undefined },
    ],
    ['transactionId is missing: give a text of its own to each request.', { transactionId: '' }],
    ['transactionId has blanks around it, which readers take off.', { transactionId: ' 1' }],
    ['recipients has no address: give one at least.', { recipients: [] }],
    [
      'recipients.to[0] is of an unknown kind: make it number, rfc2822 or shortCode.',
      { recipients: { kind: 'unknown', value: '1' } },
    ],
    ['recipients.to[1] is " 1": an address without blanks around it.', { recipients: ['1', ' 1'] }],
    ['recipients.to[0] is "": an address without blanks around it.', { recipients: '' }],
    ['senderAddress is " 5": an address without blanks around it.', { senderAddress: ' 5' }],
    ['timeStamp: "a;b" is not a date.', { timeStamp: 'a;b' }],
    [
      'recipients.to[0] has a /TYPE= suffix, which MM7 does not have: leave it out.',
      { recipients: '1/TYPE=PLMN' },
    ],
    [
      'recipients.cc[0].id is not a name of XML (xs:ID).',
      { recipients: { to: '1', cc: { kind: 'number', value: '1', id: '1 2' } } },
    ],
    [
      'recipients.to[1].id is that of another address, too.',
      {
        recipients: [
          { kind: 'number', value: '1', id: 'a' },
          { kind: 'number', value: '2', id: 'a' },
        ],
      },
    ],
    [
      'senderAddress is of an unknown kind: make it number, rfc2822 or shortCode.',
      { senderAddress: { kind: 'unknown', value: '1' } },
    ],
    [
      'senderAddress is sent as text, which has no attributes: give its value.',
      { namespace: `${BASE}REL-5-MM7-1-0`, senderAddress: { kind: 'number', value: '1', id: 'a' } },
    ],
    ['priority is none of High, Normal, Low.', { priority: 'high' }],
    [
      'chargedParty is none of Sender, Recipient, Both, Neither, ThirdParty.',
      { chargedParty: 'Other' },
    ],
    [
      'There is no property colour: there are mm7Version, vaspId, vasId, senderAddress, recipients, serviceCode, linkedId, messageClass, timeStamp, replyCharging, earliestDeliveryTime, expiryDate, deliveryReport, readReply, priority, subject, chargedParty, chargedPartyId, distributionIndicator, deliveryCondition, applicId, replyApplicId, auxApplicInfo, contentClass, drmContent, contents, operation, transactionId, namespace, attachments, warnings.',
      { colour: 1 },
    ],
    ['subject holds U+0001, which XML cannot: take it out.', { subject: 'a\u0001' }],
    ['subject holds U+D83D, which XML cannot: take it out.', { subject: 'a\ud83d' }],
    ['recipients[1] holds U+0000, which XML cannot: take it out.', { recipients: ['1', '\0'] }],
    [
      'replyCharging.deadline holds U+0000, which XML cannot: take it out.',
      { replyCharging: { deadline: '\0' } },
    ],
    ['subject: "=?utf-8?q?a?=" is in encoded words.', { subject: '=?utf-8?q?a?=' }],
    ['timeStamp: "P1D" is not a date.', { timeStamp: 'P1D' }],
    ['expiryDate: "2026-01-01T00:00:00" has no zone.', { expiryDate: '2026-01-01T00:00:00' }],
    [
      'timeStamp is an object: pass a Date, or a text such as an ISO 8601.',
      { timeStamp: { text: 5 } },
    ],
    ['mm7Version: The version "6" does not have the form 6.8.0.', { mm7Version: '6' }],
    ['mm7Version is empty: give a text.', { mm7Version: ' ' }],
    ['mm7Version is of type number: pass a string.', { mm7Version: 6 }],
    ['namespace is "a b", which MM7 cannot have.', { namespace: 'a b' }],
    ['replyCharging.size is not a positive integer.', { replyCharging: { size: 0 } }],
    ['replyCharging.deadline: "soon" is not a date.', { replyCharging: { deadline: 'soon' } }],
    ['deliveryCondition is an empty list: leave it out.', { deliveryCondition: [] }],
    ['deliveryCondition is of type number: pass a list.', { deliveryCondition: 1 }],
    ['extensions are not in the schema of 3GPP: leave them out.', { extensions: [{ name: 'a' }] }],
    ['carrierId is what relay/servers send: leave it out.', { carrierId: '1' }],
    ['operation is not SubmitReq: use the builder for it.', { operation: 'DeliverReq' }],
    ['attachments is of type string: pass a list.', { attachments: 'a' }],
    ['attachments[0] is of type string: pass { bytes, mediaType }.', attachment('a')],
    ['attachments[0] has neither bytes nor text: give one of the two.', attachment({})],
    [
      'attachments[0] has both bytes and text: give one of the two.',
      attachment({ text: 'a', bytes: new Uint8Array(0) }),
    ],
    [
      'attachments[0].bytes is of type string: pass a Uint8Array, or a text.',
      attachment({ bytes: 'a' }),
    ],
    ['attachments[0].text is no whole text: pass a string.', attachment({ text: '\ud83d' })],
    [
      'There is no property attachments[0].type: there are bytes, text, mediaType, parameters, contentId, contentLocation, name, transferEncoding.',
      attachment({ text: 'a', type: 'b' }),
    ],
    [
      'attachments[0].mediaType is not one such as image/jpeg, without parameters and no multipart.',
      attachment({ text: 'a', mediaType: 'a/b; c=d' }),
    ],
    [
      'attachments[0].mediaType is not one such as image/jpeg, without parameters and no multipart.',
      attachment({ text: 'a', mediaType: 'multipart/mixed' }),
    ],
    [
      'attachments[0].transferEncoding is none of binary, 8bit, 7bit, base64, quoted-printable.',
      attachment({ text: 'a', transferEncoding: 'gzip' }),
    ],
    [
      'attachments[0].name is not a text without control characters.',
      attachment({ text: 'a', name: 'a\nb' }),
    ],
    [
      'attachments[0].parameters.a b is not a parameter: its name is no token.',
      attachment({ text: 'a', parameters: { 'a b': '' } }),
    ],
    [
      'attachments[0].contentLocation is not a text without control characters.',
      attachment({ text: 'a', contentLocation: 'a\nb' }),
    ],
    [
      'attachments[0].contentId is not one: no brackets, no blanks.',
      attachment({ text: 'a', contentId: '<a>' }),
    ],
    [
      'attachments[1].contentId is not its own: an attachment before it has the same.',
      {
        attachments: [
          { text: 'a', contentId: 'a' },
          { text: 'b', contentId: 'a' },
        ],
      },
    ],
    [
      'contents[0].href is no URL: give one such as cid:content, or leave it out.',
      { ...attachment({ text: 'a' }), contents: [{ href: 5 }] },
    ],
    [
      'contents[0] is null: pass { href } or leave it out.',
      { ...attachment({ text: 'a' }), contents: [null] },
    ],
    [
      'attachments[0].contentId is not one: no brackets, no blanks.',
      attachment({ text: 'a', contentId: ' a' }),
    ],
    [
      'attachments[0].contentId is not one: no brackets, no blanks.',
      attachment({ text: 'a', contentId: 'a ' }),
    ],
    ['attachments[0].text is no whole text: pass a string.', attachment({ text: 5 })],
    [
      'attachments[0].parameters.x is not a text without control characters.',
      attachment({ text: 'a', parameters: { x: 5 } }),
    ],
    ['namespace is of type number: pass a string.', { namespace: 5 }],
    ['contents refers to nothing: give the attachments.', { contents: [{ href: 'cid:a' }] }],
    [
      'contents has more than one: the schema has one Content, for all of them.',
      { ...attachment({ text: 'a' }), contents: [{}, {}] },
    ],
    ['contents is an object: pass a list.', { ...attachment({ text: 'a' }), contents: {} }],
    [
      'contents[0] is of type string: pass { href } or leave it out.',
      { ...attachment({ text: 'a' }), contents: ['cid:a'] },
    ],
    [
      'contents[0].type is not in the schema of 3GPP: leave it out.',
      { ...attachment({ text: 'a' }), contents: [{ type: 'TEXT' }] },
    ],
    [
      'contents[0].href is no URL: give one such as cid:content, or leave it out.',
      { ...attachment({ text: 'a' }), contents: [{ href: 'cid:' }] },
    ],
    [
      'contents[0].href is no URL: give one such as cid:content, or leave it out.',
      { ...attachment({ text: 'a' }), contents: [{ href: 'cid:%4g' }] },
    ],
    [
      'contents[0].allowAdaptations is not true or false.',
      { ...attachment({ text: 'a' }), contents: [{ allowAdaptations: 1 }] },
    ],
    [
      'contents[0].attachments are not those of the message: leave them out.',
      { ...attachment({ text: 'a' }), contents: [{ attachments: [] }] },
    ],
    [
      'contents[0].attachments are not those of the message: leave them out.',
      { attachments: [PICTURE, PICTURE], contents: [{ attachments: [PICTURE, {}] }] },
    ],
    [
      'contents[0].href names one of several attachments: leave it out.',
      { attachments: [{ text: 'a', contentId: 'a' }, PICTURE], contents: [{ href: 'cid:a' }] },
    ],
  ])('%s', (message, input) => {
    let thrown: unknown
    try {
      buildSubmitReq({ ...NEEDED, ...input } as never)
    } catch (error) {
      thrown = error
    }
    expect(thrown).toBeInstanceOf(TypeError)
    expect((thrown as Error).message).toBe(message)
  })

  it('nor is what is no message, or an option that is none', () => {
    expect(() => buildSubmitReq(undefined as never)).toThrow(
      new TypeError('The message is of type undefined: pass an object.'),
    )
    expect(() => buildSubmitReq(null as never)).toThrow(
      new TypeError('The message is null: pass an object.'),
    )
    expect(() => buildSubmitReq(NEEDED, { release: 'REL-7' } as never)).toThrow(
      new TypeError(
        'The option release is one of REL-5-MM7-1-0, REL-5-MM7-1-1, REL-5-MM7-1-2, REL-5-MM7-1-3, REL-5-MM7-1-4, REL-5-MM7-1-5, REL-6-MM7-1-0, REL-6-MM7-1-1, REL-6-MM7-1-2, REL-6-MM7-1-3, REL-6-MM7-1-4.',
      ),
    )
    expect(() => buildSubmitReq(NEEDED, { smil: true } as never)).toThrow(/no option called smil/)
    const other = { ...NEEDED, namespace: `${BASE}REL-5-MM7-1-0` }
    expect(() => buildSubmitReq(other, { release: 'REL-6-MM7-1-4' })).toThrow(
      new TypeError('namespace is not that of the release REL-6-MM7-1-4: give one of the two.'),
    )
  })

  it('nor have other requests what they have no room for', () => {
    const cancel = { transactionId: '1', messageId: 'm' }
    expect(() => buildCancelReq({ ...cancel, attachments: [PICTURE] } as never)).toThrow(
      'A CancelReq has no content: leave attachments and contents out.',
    )
    expect(() => buildCancelReq({ ...cancel, contents: [{}] } as never)).toThrow('no content')
    expect(() => buildCancelReq({ transactionId: '1' } as never)).toThrow(
      'messageId is missing: the schema requires it.',
    )
    expect(() => buildCancelReq({ ...cancel, messageId: '' })).toThrow(
      'messageId is empty: give a text.',
    )
    expect(() => buildCancelReq({ ...cancel, subject: 'a' } as never)).toThrow(
      'There is no property subject: there are mm7Version, vaspId, vasId, senderAddress, messageId, applicId, replyApplicId, auxApplicInfo, operation, transactionId, namespace, warnings.',
    )
    expect(() => buildReplaceReq({ ...cancel, recipients: '1' } as never)).toThrow(
      'There is no property recipients',
    )
    expect(() => buildExtendedCancelReq({ transactionId: '1' } as never)).toThrow('cancelId')
    expect(() =>
      buildExtendedReplaceReq({ transactionId: '1', senderAddress: '1' } as never),
    ).toThrow('There is no property senderAddress')
  })
})

describe('the other requests of a platform', () => {
  const elementsOf = (xml: string) => [...xml.matchAll(/<([\w]+)/g)].map(([, name]) => name)
  const written = ({ body }: { readonly body: Uint8Array }) => Buffer.from(body).toString()
  const who = { vaspId: 'p', vasId: 's' }
  const identification = ['SenderIdentification', 'VASPID', 'VASID']

  it('have every element in the order of the schema', () => {
    const base = { transactionId: '1', ...who, applicId: 'a' }
    const cancel = buildCancelReq({ ...base, messageId: 'm', senderAddress: '5' })
    expect(elementsOf(written(cancel)).slice(4)).toEqual([
      ...['CancelReq', 'MM7Version', ...identification, 'SenderAddress', 'Number'],
      ...['MessageID', 'ApplicID'],
    ])
    const replace = buildReplaceReq({ ...base, messageId: 'm', readReply: true })
    expect(elementsOf(written(replace)).slice(4)).toEqual([
      ...['ReplaceReq', 'MM7Version', ...identification, 'MessageID', 'ReadReply', 'ApplicID'],
    ])
    const all = buildExtendedCancelReq({ transactionId: '1', ...who, cancelId: 'c' })
    expect(elementsOf(written(all)).slice(4)).toEqual([
      ...['extendedCancelReq', 'MM7Version', ...identification, 'CancelID'],
    ])
    const other = buildExtendedReplaceReq({ transactionId: '1', ...who, replaceId: 'r' })
    expect(elementsOf(written(other)).slice(4)).toContain('ReplaceID')
  })

  it('have all that they replace', () => {
    const common = {
      ...{ transactionId: '1', ...who, serviceCode: 'gold', timeStamp: '2026-01-02T03:04:05Z' },
      ...{ readReply: true, earliestDeliveryTime: 'PT1H' },
    }
    const replace = buildReplaceReq({
      ...{ ...common, messageId: 'm', distributionIndicator: true, contentClass: 'text' },
      ...{ drmContent: false, replyApplicId: 'r', auxApplicInfo: 'x' },
    })
    expect(elementsOf(written(replace)).slice(8)).toEqual([
      ...['VASID', 'MessageID', 'ServiceCode', 'TimeStamp', 'ReadReply', 'EarliestDeliveryTime'],
      ...['DistributionIndicator', 'ContentClass', 'DRMContent', 'ReplyApplicID', 'AuxApplicInfo'],
    ])
    const other = buildExtendedReplaceReq({
      ...{ ...common, replaceId: 'r', expiryDate: 'P1D', deliveryReport: true },
    })
    expect(elementsOf(written(other)).slice(4)).toEqual([
      ...['extendedReplaceReq', 'MM7Version', 'VASPID', 'VASID', 'ServiceCode', 'ReplaceID'],
      ...['TimeStamp', 'EarliestDeliveryTime', 'ExpiryDate', 'ReadReply', 'DeliveryReport'],
    ])
  })

  it('have content where they replace one', () => {
    const attachments = [PICTURE]
    for (const { body, headers } of [
      buildReplaceReq({ transactionId: '1', messageId: 'm', attachments }),
      buildExtendedReplaceReq({ transactionId: '1', attachments }),
    ]) {
      expect(headers['content-type']).toMatch(/^multipart\/related/)
      expect(written({ body })).toContain('<Content href="cid:attachment-1"')
    }
  })
})
