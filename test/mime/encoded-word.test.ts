import { describe, expect, it } from 'vitest'
import { decodeEncodedWords } from '../../src/mime/encoded-word.js'

describe('decodeEncodedWords', () => {
  it.each([
    ['=?utf-8?Q?=E2=82=AC_rates?=', '€ rates'],
    ['=?UTF-8?b?4oKs?=', '€'],
    ['=?iso-8859-1?q?=e9?=', 'é'],
    ['=?utf-8*en?q?a?=', 'a'],
    ['=?gb2312?B?1tDOxA==?=', '中文'],
    ['=?x-none?q?=c3=a9?=', 'é'],
    ['=?utf-8?q?=ff?=', '\ufffd'],
    ['=?utf-8?q??=', ''],
    ['a =?utf-8?q?b?= c', 'a b c'],
    ['a=?utf-8?q?b?=c', 'abc'],
    ['=?utf-8?q?a?= =?utf-8?q?b?=', 'ab'],
    ['=?utf-8?q?a?=\r\n\t=?utf-8?q?b?=', 'ab'],
    ['=?utf-8?q?a?==?utf-8?q?b?=', 'ab'],
    ['=?utf-8?q?a?= =?iso-8859-1?q?=e9?= =?utf-8?q?b?=', 'aéb'],
    ['=?utf-8?q?a?= and =?utf-8?q?b?=', 'a and b'],
    ['=?utf-8?q?=e2=82?= =?UTF-8?b?rA==?=', '€'],
    ['=?utf-8?q?a?= ', 'a '],
    ['=?utf-8?Q?Hello_?= =?utf-8?Q?World?=', 'Hello World'],
    ['=?utf-8?q?a__?=', 'a  '],
  ])('decodes %j (RFC 2047)', (text, decoded) => {
    expect(decodeEncodedWords(text)).toBe(decoded)
  })

  it.each([
    '',
    'a',
    '=?',
    '=??=',
    '=?utf-8?q?a b?=',
    '=?utf-8?x?a?=',
    '=?utf-8?q?a?',
    '=?utf-8?q?a=',
    '=?utf 8?q?a?=',
    '=??q?a?=',
    '=?utf-8?q?€?=',
    '=?utf-8?b?\xe9?=',
  ])('leaves %j as it is', (text) => {
    expect(decodeEncodedWords(text)).toBe(text)
  })

  it('is linear', () => {
    for (const text of ['=?', '=?a', '=?a?b?', '=?a?q?b?= ', '?', '=', '=?a*', ' ']) {
      expect(decodeEncodedWords(text.repeat(50_000)).length).toBeLessThanOrEqual(
        text.length * 50_000,
      )
    }
  })
})
