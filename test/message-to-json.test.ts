import { describe, expect, it } from 'vitest'
import { type JsonObject, Mm7Error, messageToJson, parseDeliverReq } from '../src/index.js'
import * as testing from '../src/testing/index.js'
import { buildDeliverReq, type ExtensionInput, toDeliverReq } from '../src/testing/index.js'
import { RICH } from './deviations/samples.js'

function refusal(): Mm7Error {
  try {
    parseDeliverReq(buildDeliverReq(RICH, { deviations: ['no-blank-line'] }), { strict: true })
  } catch (error) {
    if (error instanceof Mm7Error) return error
  }
  throw new Error('It was read.')
}

describe('messageToJson', () => {
  it('is in mm7/testing, too, where captures are compared', () => {
    expect(testing.messageToJson).toBe(messageToJson)
  })

  it('has what JSON has, and nothing is lost', () => {
    const json = messageToJson(toDeliverReq(RICH))
    expect(JSON.parse(JSON.stringify(json))).toEqual(json)
    expect(json).toMatchObject({
      transactionId: 'tx & <1>',
      timeStamp: { text: '2026-01-15T10:00:00.000Z', date: '2026-01-15T10:00:00.000Z' },
      contents: [{ href: 'cid:content', allowAdaptations: true, attachments: [0, 1, 2] }],
      warnings: [],
    })
    expect((json['attachments'] as unknown[])[1]).toEqual({
      mediaType: 'image/jpeg',
      parameters: { name: 'a "b".jpg' },
      contentId: 'attachment-1',
      name: 'a "b".jpg',
      isPresentation: false,
      headers: {
        'content-type': ['image/jpeg; name="a \\"b\\".jpg"'],
        'content-transfer-encoding': ['binary'],
        'content-id': ['<attachment-1>'],
      },
      containers: [
        {
          'content-type': [expect.stringContaining('multipart/')],
          'content-id': ['<content>'],
        },
      ],
      bytes: '/9gN',
    })
  })

  it('has of a refusal why, and what could be read', () => {
    const error = refusal()
    expect(messageToJson(error)).toMatchObject({
      error: {
        code: 'blank-line-missing',
        status: { code: 2007, text: 'Message format corrupt' },
        offset: error.offset,
        message: error.message,
        partial: { transactionId: 'tx & <1>', attachments: [{}, {}, {}] },
      },
    })
  })

  it('has of a refusal the place, if there is one, and of a message what there is', () => {
    const placeless = new Mm7Error({ code: 'body-empty', message: 'm', partial: {} })
    expect(messageToJson(placeless)).toEqual({
      error: {
        code: 'body-empty',
        status: { code: 2007, text: 'Message format corrupt' },
        message: 'm',
        partial: {},
      },
    })
    const placed = { code: 'element-missing', message: 'm', path: 'Sender', partial: {} } as const
    expect(messageToJson(new Mm7Error(placed))).toMatchObject({ error: { path: 'Sender' } })
  })

  it('takes no name for something else', () => {
    const parameters = JSON.parse('{ "__proto__": "p", "constructor": "c" }')
    const json = messageToJson(
      toDeliverReq({
        attachments: [{ text: '', parameters }],
        extensions: [{ name: 'Extension', attributes: parameters }],
      }),
    )
    const text = JSON.stringify(json)
    expect(text.split('"__proto__":"p"')).toHaveLength(3)
    expect(Object.getPrototypeOf(json)).toBe(Object.prototype)
  })

  it('leaves out attachments that the message does not have', () => {
    const { contents } = toDeliverReq(RICH)
    expect(messageToJson({ contents })).toMatchObject({ contents: [{ attachments: [] }] })
  })

  it('goes as deep as extensions do', () => {
    let extension: ExtensionInput = { name: 'x' }
    for (let i = 0; i < 100_000; i++) extension = { name: 'x', children: [extension] }
    const message = toDeliverReq({ extensions: [extension] })
    let depth = 0
    let level = messageToJson(message)['extensions'] as JsonObject[]
    for (; level.length > 0; depth++) level = level[0]?.['children'] as JsonObject[]
    expect(depth).toBe(100_001)
  })
})

it('has no string for bytes that are more than one holds', () => {
  const message = toDeliverReq({ attachments: [{ text: 'x' }] })
  const bytes = Object.defineProperty(new Uint8Array(1), 'length', { value: 2 ** 28 + 1 })
  const attachments = message.attachments.map((one) => ({ ...one, bytes }))
  expect(() => messageToJson({ ...message, attachments })).toThrow(
    new TypeError(
      'An attachment has 268435457 bytes, more than one string holds in base64: keep its bytes by themselves, and leave them out here.',
    ),
  )
})

it.each([undefined, [], new Error('x'), Promise.resolve({}), buildDeliverReq(), 'tx-1'])(
  'has no JSON of what is no message: %o',
  (wrong) => {
    expect(() => messageToJson(wrong as never)).toThrow(TypeError)
    expect(() => messageToJson(wrong as never)).toThrow(
      /^Pass what parseMm7Request returned or threw/,
    )
  },
)
