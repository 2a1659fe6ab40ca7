import { expect, it } from 'vitest'
import { attachmentText } from '../src/attachment-text.js'

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
  [[0x61, 0xff], {}, 'a\ufffd'],
  [[], {}, ''],
])('the text of %j with %j is %j', (bytes, parameters: { charset?: string }, text) => {
  expect(attachmentText({ bytes: Uint8Array.from(bytes), parameters: { ...parameters } })).toBe(
    text,
  )
})

it.each([
  [{ bytes: new Uint8Array(1) }],
  [{ bytes: new Uint8Array(1), parameters: null }],
  [{ bytes: 'text', parameters: {} }],
  [new Uint8Array(1)],
])('what is not an attachment has no text: %j', (wrong) => {
  expect(() => attachmentText(wrong as never)).toThrow(
    new TypeError('Pass an attachment of the message, not its bytes alone.'),
  )
})
