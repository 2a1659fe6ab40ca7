import { describe, expect, it } from 'vitest'
import { trimXml } from '../../src/soap/element.js'

describe('the white space of XML around a text', () => {
  it.each([
    ['a', 'a'],
    [' a', 'a'],
    ['a ', 'a'],
    ['\r\n\t a b\t \r\n', 'a b'],
    ['\u00a0a\u3000', '\u00a0a\u3000'],
    ['!a!', '!a!'],
    [' ', ''],
    [' \n ', ''],
    ['', ''],
  ])('is taken off %j', (text, trimmed) => {
    expect(trimXml(text)).toBe(trimmed)
  })
})
