import { describe, expect, it } from 'vitest'
import { MAY_END, MOST_BOUNDARIES, SkipTable } from '../../src/mime/skip-table.js'

function tableOf(boundaries: readonly string[]) {
  const table = new SkipTable()
  // What it was made for before is not to show.
  table.fill(['xyz'])
  table.fill(boundaries)
  const entry = (character: string) => table.skips[character.charCodeAt(0)] as number
  const skipOf = (character: string) => entry(character) & ~MAY_END
  const isEnd = (character: string) => entry(character) >= MAY_END
  return { window: table.window, skipOf, isEnd }
}

/** As many boundaries as are said, of which none is the start of another. */
const many = (count: number) => Array.from({ length: count }, (_, i) => `${i}-ab`)

describe('a table of skips', () => {
  it.each<[string[], number, Record<string, number>]>([
    [['b'], 3, { '-': 1, b: 3, x: 3 }],
    [['abc'], 5, { '-': 3, a: 2, b: 1, c: 5, x: 5, y: 5 }],
    [['abca'], 6, { '-': 4, a: 3, b: 2, c: 1 }],
    [['aab'], 5, { a: 1 }],
    [['abc', 'bcax'], 5, { '-': 3, a: 2, b: 1, c: 1, x: 5 }],
    [['bcax', 'abc'], 5, { a: 2, b: 1, c: 1 }],
    [['abcdef', 'xy'], 4, { '-': 2, a: 1, b: 4, x: 1, y: 4 }],
    [['a-b'], 5, { '-': 1, a: 2 }],
    [[`a${'b'.repeat(300)}`], 127, { '-': 125, a: 124, b: 1 }],
  ])('has for %j a window of %i, and how far a byte at its end lets it move', (...row) => {
    const [boundaries, window, skips] = row
    const table = tableOf(boundaries)
    expect(table.window).toBe(window)
    const found = Object.keys(skips).map((character) => [character, table.skipOf(character)])
    expect(Object.fromEntries(found)).toEqual(skips)
  })

  it('has a character beyond Latin-1 stand for another', () => {
    const { window, skipOf, isEnd } = tableOf(['\u0161\u0162'])
    expect([window, skipOf('a'), isEnd('b'), skipOf('\u0161')]).toEqual([4, 1, true, 0])
  })

  it('knows the bytes at its end where a delimiter starts with it', () => {
    const { isEnd } = tableOf(['abc', 'bcax', '---d'])
    expect(['c', 'a', '-', 'b', 'x', 'd', '\n'].map(isEnd)).toEqual([
      ...[true, true, true],
      ...[false, false, false, false],
    ])
    expect(['b', 'y'].map(tableOf(['b']).isEnd)).toEqual([true, false])
  })

  it('is not made for too many: the dashes are looked for; nor for none: nothing is', () => {
    const { window, skipOf, isEnd } = tableOf(many(MOST_BOUNDARIES + 1))
    expect([window, skipOf('a'), skipOf('-'), isEnd('-')]).toEqual([2, 2, 1, true])
    expect(tableOf(many(MOST_BOUNDARIES)).window).toBe(6)
    expect([tableOf([]).window, tableOf([]).isEnd('z')]).toEqual([127, false])
  })
})
