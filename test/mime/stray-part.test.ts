import { describe, expect, it } from 'vitest'
import { findStrayPart } from '../../src/mime/stray-part.js'
import { bytesOf, INNER, splitText } from './given.js'

const find = (text: string, from = 0, end = text.length) => findStrayPart(bytesOf(text), from, end)

describe('what looks like a part without a delimiter', () => {
  it.each([
    ['a field of MIME and an empty line', 'Content-ID: <a>\n\nx', 0],
    ['more fields', 'hello\nContent-ID: <a>\nA: b\n\nx', 6],
    ['a folded field', 'Content-Type: a/b;\n c: d\n\tno field\n\n', 0],
    ['the shortest field', 'content-x:\n\n', 0],
    ['lines in CR CR LF', '\r\r\nContent-ID: <a>\r\r\n\r\r\nx', 3],
    ['a CR before its first field', 'x\n\rContent-ID: <a>\nA: b\n\nx', 3],
    ['a CR before another field', 'Content-ID: <a>\n\rA: b\n\nx', 0],
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

describe('what looks like a part outside of all', () => {
  const PART = 'Content-Type: text/plain\r\n\r\nlost'

  it.each([
    ['in the preamble', `${PART}\r\n--b\r\n\r\none\r\n--b--`],
    ['in the preamble, after others', `hello\r\nA: b\r\n${PART}\r\n--b\r\n\r\none\r\n--b--`],
    ['with more fields', `Content-ID: <a>\r\nA: b;\r\n c\r\n\r\nx\r\n--b\r\n\r\none\r\n--b--`],
    ['in the epilogue', `--b\r\n\r\none\r\n--b--\r\n${PART}`],
    ['after an empty line', `--b\r\n\r\none\r\n--b--\r\n\r\n${PART}`],
    ['in LF', '--b\n\none\n--b--\nContent-ID: <a>\n\nlost'],
    ['after a delimiter without a line end', `--b${PART}\r\n--b\r\n\r\none\r\n--b--`],
    ['after one with a CR alone', `--b\r${PART}\r\n--b\r\n\r\none\r\n--b--`],
    ['in CR CR LF', `${PART.replaceAll('\r', '\r\r')}\r\r\n--b\r\r\n\r\r\none\r\r\n--b--`],
    ['before a last one that comes too early', `--b--\r\n${PART}\r\n--b\r\n\r\none\r\n--b--`],
    ['within another', `--b\r\n${INNER}\r\n\r\n${PART}\r\n--i\r\n\r\none\r\n--i--\r\n--b--`],
    ['after another', `--b\r\n${INNER}\r\n\r\n--i\r\n\r\none\r\n--i--\r\n${PART}\r\n--b--`],
  ])('is reported: %s', (_, text) => {
    const { tree, report } = splitText(text)
    expect(tree.flat()).toEqual(['one'])
    const offset = text.search(/(?:--b\r?)?Content-(?:Type: text|ID)/)
    const found = report.warnings.filter(({ code }) => code === 'delimiter-missing')
    expect(found).toMatchObject([{ offset }])
  })

  it.each([
    ['a field and no empty line', 'Content-Type: text/plain\r\nlost\r\n\r\nx'],
    ['an empty line and no field', 'lost\r\n\r\nlost'],
    ['a field of another name', 'Subject: a\r\n\r\nlost'],
    ['a field at the end', 'x\r\n\r\nContent-Type: text/plain'],
    ['a line like a delimiter', '--c\r\n\r\nlost'],
    ['an indented field', ' Content-Type: text/plain\r\n\r\nlost'],
  ])('has a field of MIME and an empty line after it: %s is none', (_, prose) => {
    expect(splitText(`${prose}\r\n--b\r\n\r\none\r\n--b--\r\n${prose}`)).toMatchObject({
      tree: ['one'],
      codes: [],
    })
  })

  it('is not reported in a multipart without parts, which is kept', () => {
    const text = `--b\r\n${INNER}\r\n\r\n${PART}\r\n--b--`
    expect(splitText(text).codes).toEqual(['delimiter-not-closed', 'multipart-empty'])
    const deeper = `--b\r\n${INNER}\r\n\r\n--i\r\n${INNER}x\r\n\r\n${PART}\r\n--i--\r\n--b--`
    expect(splitText(deeper).codes).toEqual(['delimiter-not-closed', 'multipart-empty'])
  })
})
