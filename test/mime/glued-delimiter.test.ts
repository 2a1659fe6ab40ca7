import { describe, expect, it } from 'vitest'
import { INNER, splitText } from './given.js'

describe('a delimiter without a line end before it', () => {
  it.each([
    ['before a field', '--b\r\n\r\none--b\r\nA: b\r\n\r\ntwo\r\n--b--'],
    ['before an empty line', '--b\r\n\r\none--b\r\n\r\ntwo\r\n--b--'],
    ['in LF', '--b\n\none--b\n\ntwo\n--b--\n'],
    ['in CR CR LF', '--b\r\r\n\r\r\none--b\r\r\n\r\r\ntwo\r\r\n--b--'],
    ['at the end of all', '--b\r\n\r\none\r\n--b\r\n\r\ntwo--b--'],
    ['as the last line', '--b\r\n\r\none\r\n--b\r\n\r\ntwo--b--\r\n'],
    ['before an empty epilogue', '--b\r\n\r\none\r\n--b\r\n\r\ntwo--b--\r\n\r\nbye'],
    [
      'with padding, before a field of MIME',
      '--b\r\n\r\none--b \t\r\nContent-ID: <a>\r\n\r\ntwo\r\n--b--',
    ],
    ['after a preamble', 'hello--b\r\n\r\none\r\n--b\r\n\r\ntwo\r\n--b--'],
  ])('is found %s', (_, text) => {
    const { tree, report } = splitText(text)
    expect(tree).toEqual(['one', 'two'])
    const [warning] = report.warnings.filter(({ code }) => code === 'delimiter-malformed')
    const offset = /(?:one|two|hello)(?=--b)/.exec(text)
    expect(warning?.offset).toBe((offset?.index ?? 0) + (offset?.[0].length ?? 0))
  })

  it('is found though nothing comes after it', () => {
    expect(splitText('--b\n\none--b')).toMatchObject({
      tree: ['one', ''],
      codes: ['delimiter-malformed', 'delimiter-not-closed'],
    })
  })

  it.each(['-', '\xff\xd9', '\r', ' ', '\n-x-', 'x--b'])(
    'leaves all of what is before it: %j',
    (end) => {
      expect(splitText(`--b\r\n\r\none${end}--b\r\n\r\ntwo\r\n--b--`).tree).toEqual([
        `one${end}`,
        'two',
      ])
    },
  )

  it.each([
    ['before a text', 'one--b\r\ntwo'],
    ['before an indented field', 'one--b\r\n A: b'],
    ['with blanks after it', 'one--b \r\n\r\ntwo'],
    ['with blanks after it and a word with a colon', 'one--b \r\nRe: two'],
    ['with more after it', 'one--bX\r\n\r\ntwo'],
    ['with two other bytes after it', 'one--bXX\r\n\r\ntwo'],
    ['with a dash after it', 'one--b-\r\n\r\ntwo'],
    ['with two dashes and more after it', 'one--b--X\r\n\r\ntwo'],
    ['before a text, as the last', 'one--b--\r\ntwo'],
    ['with a dash more at the start of the line', 'one\r\n---b\r\n\r\ntwo'],
    ['with dashes more at the start of the line', 'one\r\n----b\r\nA: b\r\n\r\ntwo'],
    ['in other letters', 'one--B\r\n\r\ntwo'],
    ['of one dash', 'one-b\r\n\r\ntwo'],
    ['before a CR', 'one--b\r\rA: b'],
    ['before a CR and another byte', 'one--b\rxA: b'],
  ])('is none %s', (_, body) => {
    expect(splitText(`--b\r\n\r\n${body}\r\n--b--`)).toMatchObject({ tree: [body], codes: [] })
  })

  it('is of the multipart whose boundary is the longest', () => {
    const type = 'Content-Type: multipart/mixed; boundary="--b"'
    const text = `--b\r\n${type}\r\n\r\n----b\r\n\r\none----b\r\n\r\ntwo----b--\r\n--b\r\n\r\nend\r\n--b--`
    expect(splitText(text)).toMatchObject({
      tree: [['one', 'two'], 'end'],
      codes: ['delimiter-malformed', 'delimiter-malformed'],
    })
  })

  it.each([
    ['by the last one around it', '--b--', []],
    ['by another part', '--b\r\n\r\ntwo\r\n--b--', ['two']],
  ])('may come after the last one of an inner multipart: %s', (_, after, more) => {
    const text = `--b\r\n${INNER}\r\n\r\n--i\r\n\r\none\r\n--i--${after}`
    expect(splitText(text)).toMatchObject({
      tree: [['one'], ...more],
      codes: ['delimiter-malformed'],
    })
  })

  it('is found of each of the multiparts around', () => {
    const text = `--b\n${INNER}\n\n--i\n\none--i\n\ntwo--i--\n--b--`
    expect(splitText(text)).toMatchObject({
      tree: [['one', 'two']],
      codes: ['delimiter-malformed', 'delimiter-malformed'],
    })
    const open = `--b\n${INNER}\n\n--i\n\none--b\n\ntwo\n--b--`
    expect(splitText(open)).toMatchObject({
      tree: [['one'], 'two'],
      codes: ['delimiter-malformed', 'delimiter-not-closed'],
    })
  })

  it('comes after the last one of the same multipart: the part after it is read', () => {
    expect(splitText('--b\r\n\r\none\r\n--b----b\r\n\r\ntwo\r\n--b--')).toMatchObject({
      tree: ['one', 'two'],
      codes: ['delimiter-malformed', 'delimiter-premature'],
    })
  })

  it.each([
    ...['--j', '--j--', '--iXX', 'XXi--', '--i-X', 'X-i--', '--ii--', '--XX--', 'i--', 'X--i--'],
    'x'.repeat(99),
  ])('comes after %j, which is none of a multipart around', (line) => {
    const text = `--b\n${INNER}\n\n--i\n\none\n${line}--b\n\ntwo\n--b--`
    expect(splitText(text).tree).toEqual([[`one\n${line}`], 'two'])
  })
})
