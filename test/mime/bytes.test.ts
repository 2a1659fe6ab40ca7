import { describe, expect, it } from 'vitest'
import {
  hexPair,
  isBlank,
  isLineSpace,
  latin1,
  latin1WithoutBuffer,
  lineEnd,
  nextLine,
  undoEscapes,
} from '../../src/mime/bytes.js'
import { bytesOf, textOf } from './given.js'

const every = Uint8Array.from({ length: 256 }, (_, i) => i)

describe('bytes', () => {
  it('knows blanks and line ends', () => {
    expect([...every].filter(isBlank)).toEqual([9, 32])
    expect([...every].filter(isLineSpace)).toEqual([9, 10, 13, 32])
    expect([isBlank(undefined), isLineSpace(undefined)]).toEqual([false, false])
  })

  it('makes a character of each byte, with Buffer and without', () => {
    for (const text of [latin1, latin1WithoutBuffer]) {
      expect([...text(every, 0, 256)].map((character) => character.charCodeAt(0))).toEqual([
        ...every,
      ])
      expect(text(bytesOf('abcd'), 1, 3)).toBe('bc')
      expect(text(bytesOf('abcd'), 2, 2)).toBe('')
      expect(text(bytesOf('ab'.repeat(20_000)), 1, 40_000)).toBe('ba'.repeat(20_000).slice(0, -1))
    }
  })

  it.each([
    ['00', 0],
    ['fF', 255],
    ['9A', 0x9a],
    ['a', -1],
    ['', -1],
    ['0/', -1],
    [':0', -1],
    ['g0', -1],
    ['0`', -1],
  ])('reads %j as a hexadecimal number', (text, value) => {
    const number = hexPair(bytesOf(text), 0)
    expect(value < 0 ? number < 0 : number === value).toBe(true)
  })

  it.each([
    ['=41=4a=G0', 0, 9, 'AJ=G0'],
    ['x=41=4', 1, 6, 'A=4'],
    ['=4=', 0, 3, '=4='],
    ['=41', 0, 2, '=4'],
    ['=41', 0, 1, '='],
  ])('undoes the escapes in %j, from %i to %i', (text, start, end, plain) => {
    const bytes = bytesOf(text)
    expect(textOf(bytes.subarray(start, undoEscapes(bytes, 0x3d, start, end)))).toBe(plain)
  })

  it('finds lines', () => {
    const bytes = bytesOf('ab\r\nc\n\r\n\nd')
    const lines: [number, number, number][] = []
    for (let at = 0; at < bytes.length; at = lines[lines.length - 1]?.[2] ?? 0) {
      const next = nextLine(bytes, at, bytes.length)
      lines.push([at, lineEnd(bytes, at, next), next])
    }
    expect(lines).toEqual([
      [0, 2, 4],
      [4, 5, 6],
      [6, 6, 8],
      [8, 8, 9],
      [9, 10, 10],
    ])
    expect(nextLine(bytes, 4, 5)).toBe(5)
    for (const length of [1, 62, 63, 64, 65, 127, 128, 129, 255, 256, 257, 1000]) {
      const long = bytesOf(`${'a'.repeat(length)}\nb`)
      expect(nextLine(long, 0, length + 2)).toBe(length + 1)
      expect(nextLine(long, 0, length + 1)).toBe(length + 1)
      expect(nextLine(long, 0, length)).toBe(length)
      expect(nextLine(long, length + 1, length + 2)).toBe(length + 2)
    }
    expect(lineEnd(bytes, 3, 3)).toBe(3)
    expect(lineEnd(bytes, 4, 4)).toBe(4)
    expect(lineEnd(bytes, 3, 4)).toBe(3)
  })
})
