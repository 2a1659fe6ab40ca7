import { describe, expect, it } from 'vitest'
import { DEFAULT_LIMITS } from '../../src/limits.js'
import { isTextElement } from '../../src/mm7/text-elements.js'
import { repairXml } from '../../src/soap/repair.js'
import { readText } from './given.js'

describe('attributes', () => {
  it.each([
    ['<a b="1"c="2"/>', '<a b="1" c="2"/>', ['c="']],
    ["<a b='1'c='2'd=\"3\"/>", "<a b='1' c='2' d=\"3\"/>", ["c='", 'd="']],
    ['<a b=1/>', '<a b="1"/>', ['1/>']],
    ['<a b=1 c=d:e/f?g&h >i</a>', '<a b="1" c="d:e/f?g&amp;h" >i</a>', ['1 c', 'd:e']],
    ['<a b=/c//d//>', '<a b="/c//d/"/>', ['/c/']],
    ['<a b=/c//d/>', '<a b="/c//d"/>', ['/c/']],
    ['<a b=c&>d</a>', '<a b="c&amp;">d</a>', ['c&>']],
    ['<a b=/>', '<a b=""/>', ['b=/']],
    ['<a b = 1 />', '<a b = "1" />', ['1 /']],
    ['<a b>c</a>', '<a b="">c</a>', ['b>c']],
    ['<a b= c="d"/>', '<a b= c="d"/>', undefined],
    ['<a b=>c</a>', '<a b="">c</a>', ['b=>']],
    ['<a b  = >c</a>', '<a b  ="" >c</a>', ['b  ']],
    ['<a b="1" b="1" c="2"/>', '<a b="1"  c="2"/>', ['b="']],
    ['<a b="1" b="2"/>', '<a b="1" />', ['b="']],
    ['<a b="1"b="1"/>', '<a b="1"/>', ['b="']],
    ['<a b="1" B="2">&#1;</a>', '<a b="1" B="2">\ufffd</a>', []],
    ['<a x:b="1" b="2">&#1;</a>', '<a x:b="1" b="2">\ufffd</a>', []],
    ['<a b="c=d e=f">&#1;</a>', '<a b="c=d e=f">\ufffd</a>', []],
  ])('of %j are read as in %j', (text, expected, places) => {
    expect(repairXml(text, isTextElement, DEFAULT_LIMITS).text).toBe(expected)
    const { report } = readText(text)
    const found = report.warnings.filter(({ code }) => code === 'attribute-malformed')
    const at = found.map(({ offset = -1 }) => text.slice(offset, offset + 3))
    if (places !== undefined) expect(at).toEqual(places)
    expect(report.failure === undefined).toBe(places !== undefined)
  })

  it.each(['<a b="1"c"/>', '<a "b"/>', '<a =b/>', '<a b/c="1"/>', '<a b="1"=""/>', '<a "b/>'])(
    'are left as they are where more than one way leads on: %j',
    (text) => {
      expect(repairXml(text, isTextElement, DEFAULT_LIMITS).text.replace(/^&lt;/, '<')).toBe(text)
      expect(readText(text).report.failure?.code).toBe('xml-malformed')
    },
  )

  it('of one name with two values: the first, and the warning says the other', () => {
    const { report } = readText('<a b="1" b="2"/>')
    expect(report.warnings.at(-1)?.message).toBe('The attribute b="2" is there twice; "1" counts.')
  })
})

it('a value without quotes may be longer than a pattern can go back', () => {
  const value = 'a/'.repeat(2 ** 23)
  const { text } = repairXml(`<a b=${value}/>`, isTextElement, DEFAULT_LIMITS)
  expect(text === `<a b="${value}"/>`).toBe(true)
})
