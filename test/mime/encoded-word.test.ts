import { describe, expect, it } from 'vitest'
import { decodeEncodedWords } from '../../src/mime/encoded-word.js'

const codesOf = (text: string): string[] =>
  decodeEncodedWords(text).deviations.map(({ code }) => code)

describe('decodeEncodedWords', () => {
  it.each([
    ['=?utf-8?Q?=E2=82=AC_rates?=', '€ rates'],
    ['=?UTF-8?b?4oKs?=', '€'],
    ['=?iso-8859-1?q?=e9?=', 'é'],
    ['=?utf-8*en?q?a?=', 'a'],
    ['=?gb2312?B?1tDOxA==?=', '中文'],
    ['=?4?q?=e9?=', 'é'],
    ['=?windows-1252?Q?=93x=94_=80?=', '“x” €'],
    ['=?utf-16?B?/v8AYQ==?=', 'a'],
    ['=?utf-8?q?=ed=a0=bd=ed=b8=80?=', '😀'],
    ['=?us-ascii?q?=e9?=', 'é'],
    ['=?utf-8?q?a b?=', 'a b'],
    ['=?utf-8?q?a b ?= c', 'a b  c'],
    ['=?utf-8?q?€=e2=82=ac ü?=', '€€ ü'],
    ['=?iso-8859-1?q?=e9€=e9?=', 'é€é'],
    ['=?utf-8?b?4o Ks?=', '€'],
    ['=?x-none?q?a?= =?utf-8?q?b?=', '=?x-none?q?a?= b'],
    ['=?utf-8?q?a=?= b', 'a= b'],
    ['=?utf-8?q?=4=x4=41_=é4?=', '=4=x4A =é4'],
    ['=?utf-8?q?=ff?=', '\ufffd'],
    ['=?utf-8?q??=', ''],
    ['a =?utf-8?q?b?= c', 'a b c'],
    [' \t=?utf-8?q?b?=', ' \tb'],
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
    expect(decodeEncodedWords(text).value).toBe(decoded)
    expect(codesOf(text)).toContain('encoded-word')
  })

  it.each(['=?x-none?q?=c3=a9?=', 'a =?x-mac-foo?B?gYKDhIWG?= b', '=?constructor?q?a?='])(
    'leaves %j as it is, and reports it: nobody knows the charset (RFC 2047 §6.2)',
    (text) => {
      expect(decodeEncodedWords(text).value).toBe(text)
      expect(codesOf(text)).toEqual(['charset-unknown'])
    },
  )

  it.each([
    ['=?utf-8?Q?a=85b?=', 'a\ufffdb'],
    ['=?utf-8?B?4oKs4oI=?=', '€\ufffd'],
    ['=?utf-8?q?=e2=82?= =?iso-8859-1?q?=ac?=', '\ufffd¬'],
    ['=?shift_jis?q?=82?=', '\ufffd'],
  ])('has U+FFFD for what is not of its charset in %j, and reports it', (text, value) => {
    expect(decodeEncodedWords(text).value).toBe(value)
    expect(codesOf(text)).toEqual(['encoded-word', 'charset-invalid-bytes'])
  })

  it.each([
    '=?utf-8?Q?=EF=BF=BD?=',
    '=?us-ascii?q?=e9?=',
    '=?utf-8?q?=ed=a0=bd?= =?utf-8?q?=ed=b8=80?=',
  ])('reports no such bytes in %j', (text) => expect(codesOf(text)).toEqual(['encoded-word']))

  it.each([
    ['=?utf-8?Q?S=00J?=', 'S\ufffdJ'],
    ['=?utf-8?q?a=1B=0D=0Ac?=', 'a\ufffd\ufffd\ufffdc'],
    ['=?utf-8?b?AAE=?= x', '\ufffd\ufffd x'],
    ['=?iso-8859-1?q?=81?=', '\ufffd'],
    ['=?utf-8?q?a\x80?=', 'a\ufffd'],
  ])('has U+FFFD for the controls in %j', (text, value) => {
    expect(decodeEncodedWords(text).value).toBe(value)
    expect(codesOf(text)).toEqual(['encoded-word', 'character-forbidden'])
  })

  it('leaves the white space alone that is not in encoded words', () => {
    expect(decodeEncodedWords('=?utf-8?q?a=09b?=\nc\r\n=?utf-8?q?d?=').value).toBe('a\tb\nc\r\nd')
    expect(codesOf('=?utf-8?q?a=09b?=\nc')).toEqual(['encoded-word'])
  })

  it.each([
    '',
    'a',
    '=?',
    '=??=',
    '=?utf-8?x?a?=',
    '=?utf-8?q?a?',
    '=?utf-8?q?a=',
    '=?utf 8?q?a?=',
    '=??q?a?=',
    '=?utf-8?q?a?b?=',
  ])('leaves %j as it is', (text) => {
    expect(decodeEncodedWords(text)).toEqual({ value: text, deviations: [] })
  })

  it('takes a word of any number of pieces: a call has no room for so many arguments', () => {
    const { value } = decodeEncodedWords(`=?utf-8?q?${'=41é'.repeat(200_000)}?=`)
    expect(value).toBe('Aé'.repeat(200_000))
  })

  it('is linear', () => {
    for (const text of [
      '=?',
      '=?a',
      '=?a?b?',
      '=?a?q?b?= ',
      '?',
      '=',
      '=?a*',
      ' ',
      '=?a?q?b ',
      '=?x?q?é',
    ]) {
      expect(decodeEncodedWords(text.repeat(50_000)).value.length).toBeLessThanOrEqual(
        text.length * 50_000,
      )
    }
  })
})
