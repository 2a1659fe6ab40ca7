import { describe, expect, it } from 'vitest'
import { DEFAULT_LIMITS } from '../../src/limits.js'
import { isTextElement } from '../../src/mm7/text-elements.js'
import { repairXml } from '../../src/soap/repair.js'
import { readText } from './given.js'

describe('references to halves of surrogates', () => {
  it.each([
    ['&#55357;&#56832;', '😀'],
    ['&#xD83D;&#xde00;', '😀'],
    ['&#xD83D;&#56832;', '😀'],
    ['&#0055357;&#x0DE00;', '😀'],
    ['&#xDBFF;&#xDFFF;', '\u{10ffff}'],
    ['&#xD800;&#xDC00;', '\u{10000}'],
    ['&#xD83D;&#xDE00;&#xD83D;&#xDE00;', '😀😀'],
    ['&#xD83D; &#xDE00;', '\ufffd \ufffd'],
    ['&#xDE00;&#xD83D;', '\ufffd\ufffd'],
    ['&#xD83D;&#xD83D;&#xDE00;', '\ufffd😀'],
    ['&#xD83D;\ude00', '\ufffd\ude00'],
    ['&#xD83D;&amp;', '\ufffd&amp;'],
    ['&#xD83D;A', '\ufffdA'],
    ['&#x1F600;', '&#x1F600;'],
    // The first halves end before U+DC00, the second before U+E000.
    ['&#xDC00;&#xDC00;', '\ufffd\ufffd'],
    ['&#xD83D;&#xE000;', '\ufffd&#xE000;'],
    // No halves: the first character behind the controls, and the first of four bytes.
    ['&#x20;&#x10000;', '&#x20;&#x10000;'],
  ])('%j are %j', (text, expected) => {
    expect(repairXml(`<a b="${text}">${text}</a>`, isTextElement, DEFAULT_LIMITS).text).toBe(
      `<a b="${expected}">${expected}</a>`,
    )
  })

  it('are reported each, with its place', () => {
    expect(readText('<a>&#xD83D;&#xDE00; &#xD83D;</a>').told.slice(1)).toEqual([
      'character-forbidden 3',
      'character-forbidden 20',
    ])
  })
})
