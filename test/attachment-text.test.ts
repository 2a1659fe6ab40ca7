import { describe, expect, it } from 'vitest'
import { attachmentText, decodeAttachmentText } from '../src/attachment-text.js'

it.each([
  [[0xc3, 0xa9], {}, 'é'],
  [[0xe9], { charset: 'ISO-8859-1' }, 'é'],
  [[0xd6, 0xd0], { charset: 'gb2312' }, '中'],
  [[0xc3, 0xa9], { charset: 'x-none' }, 'é'],
  [[0xff, 0xfe, 0x61, 0], { charset: 'utf-16' }, 'a'],
  [[0xef, 0xbb, 0xbf, 0x61], {}, 'a'],
  [[0xfe, 0xff, 0, 0x68, 0, 0x69], { charset: 'utf-16' }, 'hi'],
  [[0xff, 0xfe, 0x68, 0], { charset: 'utf-16be' }, 'h'],
  [[0xc3, 0xa9], { charset: 'us-ascii' }, 'é'],
  [[0x61, 0xff], {}, 'aÿ'],
  [[0x61, 0xff], { charset: 'x-none' }, 'aÿ'],
  [[0x61, 0xff], { charset: '*' }, 'aÿ'],
  [[0x61, 0xff], { charset: '' }, 'aÿ'],
  [[0x61, 0xff], { charset: 'us-ascii' }, 'aÿ'],
  [[0x61, 0xff], { charset: 'utf-8' }, 'a\ufffd'],
  [[0x93, 0x78, 0x94, 0x20, 0x80], { charset: 'windows-1252' }, '“x” €'],
  [[0x80], { charset: 'iso-8859-1' }, '€'],
  [[0x80], {}, '€'],
  [[0, 0x48, 0, 0x69], { charset: 'utf-16' }, 'Hi'],
  [[0x48, 0, 0x69, 0], { charset: 'utf-16' }, 'Hi'],
  [[0x4e, 0x2d], { charset: 'utf-16' }, '中'],
  [[0x4e, 0x2d], { charset: 'ucs-2' }, '中'],
  [[0x4e, 0x2d], { charset: '1015' }, '中'],
  [[0x4e, 0x2d], { charset: 'iso-10646-ucs-2' }, '中'],
  [[0x2d, 0x4e], { charset: 'utf-16le' }, '中'],
  [[0x2d, 0x4e], { charset: '1014' }, '中'],
  [[0xff, 0xfe, 0x2d, 0x4e], { charset: 'ucs-2' }, '中'],
  [[0x61, 0, 0x62], { charset: 'utf-16le' }, 'a\ufffd'],
  [[0x59, 0x6f, 0x20, 0xed, 0xa0, 0xbd, 0xed, 0xb8, 0x80], { charset: 'utf-8' }, 'Yo 😀'],
  [[0xed, 0xa0, 0xbd, 0xed, 0xb8, 0x80, 0x61], {}, '😀a'],
  [[0xed, 0xa0, 0xbd, 0xed, 0xb8, 0x80, 0xff], { charset: 'utf-8' }, '😀\ufffd'],
  [[0xed, 0xa0, 0xbd, 0x61], { charset: 'utf-8' }, '\ufffd\ufffd\ufffda'],
  [[0xed, 0x95, 0x9c], { charset: 'utf-8' }, '한'],
  [[0xd8, 0x3d, 0xde, 0x00], { charset: 'utf-16' }, '😀'],
  [[0x00, 0x48, 0xd8, 0x3d, 0xde, 0x00, 0xd8, 0x3d, 0xde, 0x00], { charset: 'ucs-2' }, 'H😀😀'],
  [[0xdc, 0x00, 0xd8, 0x00], { charset: 'utf-16' }, 'ÜØ'],
  [[0xd8, 0x00, 0x00, 0x48], { charset: 'utf-16' }, '\ufffdH'],
  [[0xed, 0x95, 0x9c], { charset: 'euc-kr' }, '한'],
  [[0xc3, 0xa9, 0x61], { charset: 'utf-16be' }, 'éa'],
  [[0xc7, 0xd1, 0xff], { charset: 'euc-kr' }, '한\ufffd'],
  [[0xc3, 0xa9], { charset: 'iso-8859-1' }, 'Ã©'],
  [[0x82, 0xff], { charset: 'cp850' }, 'é\xa0'],
  [[0xe1], { charset: 'IBM437' }, 'ß'],
  [[], {}, ''],
])('the text of %j with %j is %j', (bytes, parameters: { charset?: string }, text) => {
  expect(attachmentText({ bytes: Uint8Array.from(bytes), parameters: { ...parameters } })).toBe(
    text,
  )
})

describe('decodeAttachmentText', () => {
  const read = (bytes: number[], charset?: string) => {
    const parameters = charset === undefined ? {} : { charset }
    const { charset: found, isExact } = decodeAttachmentText({
      bytes: Uint8Array.from(bytes),
      parameters,
    })
    return [found, isExact]
  }

  it.each([
    [[0x61], undefined, 'utf-8'],
    [[0xc3, 0xa9], undefined, 'utf-8'],
    [[0xc3, 0xa9], 'utf-8', 'utf-8'],
    [[0x61], 'us-ascii', 'utf-8'],
    [[0xe9], '4', 'windows-1252'],
    [[0xe9], 'latin-1', 'windows-1252'],
    [[0x4e, 0x2d], 'utf-16', 'utf-16be'],
    [[0xff, 0xfe, 0x2d, 0x4e], 'utf-16', 'utf-16le'],
    [[0xff, 0xfe, 0x2d, 0x4e], 'x-none', 'utf-16le'],
    [[0xed, 0xa0, 0xbd, 0xed, 0xb8, 0x80], 'cesu-8', 'cesu-8'],
    [[0x82], 'cp850', 'ibm850'],
  ])('is sure of %j in %s', (bytes, charset, found) => {
    expect(read(bytes, charset)).toEqual([found, true])
  })

  it.each([
    [[0xe9], undefined, 'windows-1252'],
    [[0xe9], 'x-none', 'windows-1252'],
    [[0x61], 'x-none', 'utf-8'],
    [[0xc3, 0xa9], 'us-ascii', 'utf-8'],
    [[0xe9], 'us-ascii', 'windows-1252'],
    [[0xe9], 'utf-8', 'utf-8'],
    [[0x48, 0], 'utf-16', 'utf-16le'],
    [[0x48], 'utf-16be', 'utf-16be'],
    [[0xed, 0x95, 0x9c], 'euc-kr', 'utf-8'],
    [[0xc3, 0xa9, 0x61], 'utf-16', 'utf-8'],
    [[0xed, 0xa0, 0xbd, 0xed, 0xb8, 0x80], 'utf-8', 'cesu-8'],
  ])('guesses %j in %s', (bytes, charset, found) => {
    expect(read(bytes, charset)).toEqual([found, false])
  })

  it('has no string for what is longer than one', () => {
    const bytes = Object.defineProperty(new Uint8Array(1), 'length', { value: 2 ** 28 + 1 })
    expect(() => decodeAttachmentText({ bytes, parameters: {} })).toThrow(
      new TypeError(
        'The attachment has 268435457 bytes, more than one string may have characters: decode its bytes in pieces, by a TextDecoder with stream: true.',
      ),
    )
  })
})

it.each([
  [{ bytes: new Uint8Array(1) }],
  [{ bytes: new Uint8Array(1), parameters: null }],
  [{ bytes: 'text', parameters: {} }],
  [new Uint8Array(1)],
  [undefined],
  [null],
])('what is not an attachment has no text: %j', (wrong) => {
  expect(() => attachmentText(wrong as never)).toThrow(
    new TypeError('Pass an attachment of the message, not its bytes alone.'),
  )
})
