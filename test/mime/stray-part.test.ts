import { describe, expect, it } from 'vitest'
import { findStrayPart } from '../../src/mime/stray-part.js'
import { bytesOf } from './given.js'

const find = (text: string, from = 0, end = text.length) => findStrayPart(bytesOf(text), from, end)

describe('what looks like a part without a delimiter', () => {
  it.each([
    ['a field of MIME and an empty line', 'Content-ID: <a>\n\nx', 0],
    ['more fields', 'hello\nContent-ID: <a>\nA: b\n\nx', 6],
    ['a folded field', 'Content-Type: a/b;\n c: d\n\tno field\n\n', 0],
    ['the shortest field', 'content-x:\n\n', 0],
    ['lines in CR CR LF', '\r\r\nContent-ID: <a>\r\r\n\r\r\nx', 3],
    ['a field behind a delimiter', '--a-boundaryContent-ID: <a>\n\n', 0],
    ['one with a CR between', '--a-boundary\rContent-ID: <a>\n\n', 0],
    ['one with blanks before its colon', '--bContent-ID \t: <a>\n\n', 0],
    ['the longest boundary, and a field', `--${'b'.repeat(70)}Content-ID: <a>\n\n`, 0],
    ['one after what is none', 'Content-ID: <a>\nx\n\nContent-ID: <b>\n\n', 19],
  ])('has %s', (_, text, start) => {
    expect(find(text)).toBe(start)
  })

  it.each([
    ['nothing', ''],
    ['no empty line', 'Content-ID: <a>\nA: b'],
    ['a line between that is no field', 'Content-ID: <a>\nx\n\n'],
    ['no field of MIME', 'A: b\n\nx'],
    ['an indented field', ' Content-ID: <a>\n\nx'],
    ['no boundary, but a word before the field', 'bContent-ID: <a>\n\n'],
    ['one dash alone', '-bContent-ID: <a>\n\n'],
    ['blanks behind the delimiter', '--b --bContent-ID: <a>\n\n'],
    ['a field without a colon', '--bContent-ID\n\n'],
  ])('is nothing that has %s', (_, text) => {
    expect(find(text)).toBeUndefined()
  })

  it('lies where it is looked for', () => {
    const text = 'Content-ID: <a>\n\nContent-ID: <b>\n\n'
    expect(find(text, 17)).toBe(17)
    expect(find(text, 17, text.length - 1)).toBeUndefined()
    expect(find(text, 34)).toBeUndefined()
  })
})
