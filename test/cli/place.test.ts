import { describe, expect, it } from 'vitest'
import { excerptAt, excerptLines, hexRows, linesOf } from '../../src/cli/place.js'

const bytes = (text: string) => Buffer.from(text)
const show = (body: Uint8Array, offset: number) => {
  const [line = 0] = linesOf(body, [offset])
  const excerpt = excerptAt(body, offset, line)
  return excerpt === undefined ? [] : excerptLines(excerpt)
}

describe('a place in a body is shown', () => {
  it.each([
    [0, ['     1 │ one', '       │ ^']],
    [2, ['     1 │ one', '       │   ^']],
    [3, ['     1 │ one', '       │    ^']],
    [5, ['     2 │ \\t<two>', '       │ ^']],
    [6, ['     2 │  <two>', '       │  ^']],
    [12, ['     3 │ end', '       │ ^']],
    [15, ['     3 │ end', '       │    ^']],
  ])('by its line and a caret: byte %d', (offset, lines) => {
    const expected = lines.map((line) => line.replace('\\t', ' '))
    expect(show(bytes('one\r\n\t<two>\nend'), offset)).toEqual(expected)
  })

  it('below the character, however wide it and those before it are', () => {
    const text = 'é東e\u0301🎉x'
    expect(show(bytes(text), Buffer.byteLength('é東e\u0301🎉'))).toEqual([
      `     1 │ ${text}`,
      '       │       ^',
    ])
  })

  it('with some of a long line, never half a character', () => {
    const body = bytes('東'.repeat(1000))
    const [line = '', caret = ''] = show(body, 1500)
    expect(line).toBe(`     1 │ ${'東'.repeat(40)}`)
    expect(caret).toBe(`       │ ${' '.repeat(40)}^`)
    expect(show(bytes(`a${'東'.repeat(100)}`), 0)[0]).toBe(`     1 │ a${'東'.repeat(19)}`)
  })

  it('by bytes where there is no text, in brackets', () => {
    const body = Uint8Array.from({ length: 70 }, (_, i) => i + 128)
    expect(show(body, 34)).toEqual([
      `    16  ${[...body.subarray(16, 32)].map((byte) => byte.toString(16)).join('  ')}  ................`,
      expect.stringMatching(/^ {4}32 {2}a0 {2}a1 \[a2\] a3 {2}.*\.{16}$/),
      expect.stringMatching(/^ {4}48 {2}b0 .*\.{16}$/),
    ])
    expect(show(body, 70).at(-1)).toMatch(/^ {4}64 {2}c0 .* c5 \[ {2}\] +\.{6}$/)
    expect(show(Buffer.from('a\x00b'), 2)).toEqual([expect.stringContaining('61  00 [62]')])
  })

  it('by bytes where a line has nothing to show', () => {
    expect(show(bytes('a\n\nb'), 2)).toEqual([expect.stringContaining('61  0a [0a] 62')])
  })

  it('by nothing where there is none', () => {
    expect(show(new Uint8Array(0), 0)).toEqual([])
    expect(show(bytes('a'), 5)).toEqual([])
  })
})

it('lines are counted from 1, by line feeds', () => {
  expect(linesOf(bytes('a\r\nb\n\nc'), [0, 2, 3, 4, 5, 6, 7])).toEqual([1, 1, 2, 2, 3, 4, 4])
})

it('rows have sixteen bytes, what is printable beside them', () => {
  expect(hexRows(bytes('0123456789abcdef!\0'), 32)).toEqual([
    '    32  30  31  32  33  34  35  36  37  38  39  61  62  63  64  65  66  0123456789abcdef',
    `    48  21  00 ${' '.repeat(56)} !.`,
  ])
})
