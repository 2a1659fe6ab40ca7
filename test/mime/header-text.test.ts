import { describe, expect, it } from 'vitest'
import { isPlain, readHeaderText } from '../../src/mime/header-text.js'
import { createReport } from '../../src/report.js'
import { codesOf } from './given.js'

function read(text: string): { value: string; codes: string[] } {
  const report = createReport()
  const value = readHeaderText(text, report, { path: 'x-a' })
  return { value, codes: codesOf(report) }
}

describe('the text of a header', () => {
  it.each([
    ['plain', 'plain'],
    ['a\tb', 'a\tb'],
    ['a\xc2\xa0b', 'a\u00a0b'],
    ['\xc3\xa9', 'é'],
    ['\xef\xbb\xbfa\xc3\xa9', '\ufeffaé'],
    ['\xed\xa0\xbd\xed\xb8\x80', '😀'],
    ['€', '€'],
    ['€\xc3\xa9', '€\xc3\xa9'],
    ['', ''],
  ])('is UTF-8, or decoded already: %j', (text, value) => {
    expect(read(text)).toEqual({ value, codes: [] })
  })

  it.each([
    ['\xe9', 'é'],
    ['\xc3\xa9\xff', 'Ã©ÿ'],
    ['\x93a\x94', '“a”'],
    ['\xed\xa0\xbd\xed\xb8\x80\xff', 'í\u00a0½í¸€ÿ'],
  ])('is windows-1252, should it be no UTF-8: %j', (text, value) => {
    expect(read(text)).toEqual({ value, codes: ['header-line-malformed'] })
  })

  it.each([
    ['a\0b', 'a\ufffdb', []],
    ['a \t\0\xc2\xa0\x1f', 'a \t\ufffd\u00a0\ufffd', []],
    ['a\rb\x1b\x7f', 'a\ufffdb\ufffd\ufffd', []],
    ['\xc2\x85', '\ufffd', []],
    ['\x81', '\ufffd', ['header-line-malformed']],
  ])('has U+FFFD for the controls in %j', (text, value, codes) => {
    expect(read(text)).toEqual({ value, codes: [...codes, 'character-forbidden'] })
  })

  it('has characters whole, wherever in a long text they are', () => {
    const text = `a${'😀'.repeat(20_000)}`
    const sent = Buffer.from(`${text}\0`).toString('latin1')
    expect(read(sent)).toEqual({ value: `${text}\ufffd`, codes: ['character-forbidden'] })
    const latin = `${'é'.repeat(9000)}\x80`
    expect(read(latin).value).toBe(`${'é'.repeat(9000)}€`)
  })

  it('may be read as it is', () => {
    expect(['', 'a b\t~'].every(isPlain)).toBe(true)
    expect(['\0', '\x7f', '\r', 'é'].some(isPlain)).toBe(false)
  })
})
