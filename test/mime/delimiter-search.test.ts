import { describe, expect, it } from 'vitest'
import { DelimiterSearch } from '../../src/mime/delimiter-search.js'
import { bytesOf, INNER, split, splitText } from './given.js'

function open(text: string, boundaries: readonly string[]): DelimiterSearch {
  const search = new DelimiterSearch(bytesOf(text))
  for (const boundary of boundaries) search.open(boundary)
  return search
}

describe('DelimiterSearch', () => {
  it.each([
    ['xay', 'axy'],
    ['ab', 'ba'],
    ['-a', 'a-'],
    ['a', 'bcdefga'],
    ['aaaa', 'a'],
    ['a'.repeat(300), 'ba'.repeat(150)],
  ])('finds the delimiters of %.10j and %.10j wherever they are', (one, other) => {
    for (const [level, boundary] of [one, other].entries()) {
      for (let before = 0; before < 40; before++) {
        const text = `\n${'z'.repeat(before)}\n--${boundary}--\nz`
        const start = before + 2
        const next = text.length - 1
        expect(open(text, [one, other]).after(0)).toEqual({ level, isClose: true, start, next })
      }
    }
  })

  it.each(['xxb', '-xb', 'x-b', '--x', '--bx', '--bxx', '--b-x', '-', ''])(
    'finds none at %j',
    (line) => {
      expect(open(`${line}\n`, ['b']).at(0)).toBeUndefined()
    },
  )

  it('opens no boundary twice, and forgets those that are closed', () => {
    const search = open('--a\n--b', ['a', 'b'])
    expect(search.open('a')).toBe(false)
    expect(search.at(4)).toMatchObject({ level: 1, isClose: false, next: 7 })
    search.close()
    expect(search.at(4)).toBeUndefined()
    expect(search.at(0)).toMatchObject({ level: 0, isClose: false, next: 4 })
    expect(search.open('b')).toBe(true)
    expect(search.after(3)).toMatchObject({ level: 1, start: 4 })
  })
})

describe('a delimiter', () => {
  it.each([
    ['CRLF', '--b\r\n\r\none\r\n--b\r\n\r\ntwo\r\n--b--\r\n'],
    ['LF', '--b\n\none\n--b\n\ntwo\n--b--\n'],
    ['CRLF in headers, LF after bodies', '--b\r\n\r\none\n--b\r\n\r\ntwo\n--b--\r\n'],
    ['no line end after the last', '--b\r\n\r\none\r\n--b\r\n\r\ntwo\r\n--b--'],
    ['blanks after it', '--b \t\r\n\r\none\r\n--b  \n\ntwo\r\n--b-- \t \r\n'],
    ['more than one CR after it', '--b\r\r\n\r\none\r\n--b \r \r\n\r\ntwo\r\n--b--\r\r\n'],
    ['an empty line before the first', '\r\n--b\r\n\r\none\r\n--b\r\n\r\ntwo\r\n--b--'],
    ['only a line feed before the first', '\n--b\n\none\n--b\n\ntwo\n--b--'],
    ['a preamble', '\r\n\r\nthis is a message\r\n--b\r\n\r\none\r\n--b\r\n\r\ntwo\r\n--b--'],
    ['a preamble with dashes', '--\n--c\n--bb\n--b\n\none\n--b\n\ntwo\n--b--'],
    ['a preamble of a dash more', '---b\nA: b\n--b\n\none\n--b\n\ntwo\n--b--'],
    ['an epilogue', '--b\r\n\r\none\r\n--b\r\n\r\ntwo\r\n--b--\r\nbye\r\n--bb\r\n\r\nbye'],
    ['the last one again', '--b\n\none\n--b\n\ntwo\n--b--\nbye\n--b--\nbye\n--b--'],
  ])('is found: %s', (_, text) => {
    expect(splitText(text)).toMatchObject({ tree: ['one', 'two'], codes: [] })
  })

  it.each(['x--cb \t', 'x--cb', '--cb', 'x--b'])('is of its boundary: %j is none', (line) => {
    expect(split(['--ab', '', line, '', 'two', '--ab--'], undefined, 'ab')).toMatchObject({
      tree: [`${line}\r\n\r\ntwo`],
      codes: [],
    })
  })

  it.each([
    '--bX',
    '--bb',
    '--b-',
    '--b---',
    '--b--X',
    '--bXY',
    '--bX-',
    '--b-X',
    '--b --',
    '--b.',
    ' --b',
    '\t--b',
    'x--b',
    '---b',
    '-b',
    '-',
    '--',
    '----',
    '--B',
    '--\0b',
    '--b\0',
    '\r--b',
    `--b${' '.repeat(300)}x`,
    `--${'b'.repeat(300)}`,
  ])('is a whole line: %j is none', (line) => {
    expect(split(['--b', '', 'one', line, 'two', '--b--'])).toMatchObject({
      tree: [`one\r\n${line}\r\ntwo`],
      codes: [],
    })
  })

  it.each([
    '--NextPart_0_9094',
    '--==_mimepart_5',
    '----=_Part_139078_1411587550.1397492135426',
    'StoryParts 74526 8432 2002-77645',
    'Nokia-mm-messageHandler-BoUnDaRy-=_-735647067',
    '-',
    '--',
    "a'b()+_,-./:=?",
    '\xc3\xa9',
    'b'.repeat(254),
    'b'.repeat(70_000),
  ])('takes the boundary %.80j as it is', (boundary) => {
    const body = `--${boundary}\r\n\r\none\r\n--${boundary}x\r\n--${boundary}\r\n\r\ntwo\r\n--${boundary}--`
    expect(splitText(body, {}, boundary).tree).toEqual([`one\r\n--${boundary}x`, 'two'])
  })

  it('has the line end before it, and no more', () => {
    expect(splitText('--b\n\none\r\n\r\n--b\n\ntwo\n\n--b\n\n\r\r\n--b\n\n\n--b--').tree).toEqual([
      'one\r\n\r',
      'two\n',
      '\r\r',
      '',
    ])
  })

  it.each([
    ['the lines around are of LF', '--b\nA: b\n\none\r\n--b\n\ntwo\r\n--b--\n', ['one\r', 'two\r']],
    ['and the body ends there', '--b\nA: b\n\none\r\n--b--', ['one\r']],
    ['and the part has no headers', '--b\n\none\r\n--b--', ['one\r']],
    ['and no empty line', '--b\none\r\n--b--', ['one\r']],
    ['the line before is of CRLF', '--b\r\nA: b\r\n\r\none\r\n--b--', ['one']],
    ['the delimiter before is of CRLF', '--b\r\nA: b\n\none\r\n--b--', ['one']],
    ['the delimiter is of CRLF', '--b\nA: b\n\none\r\n--b--\r\n', ['one']],
    ['the lines around are of CRLF', '--b\r\n\r\none\r\r\n--b--\r\n', ['one\r']],
    ['the line before alone is of CR CR LF', '--b\r\r\n\r\r\none\r\r\n--b--\r\n', ['one\r']],
    ['it is all', '--b\n\n\r\n--b--\n', ['\r']],
    ['an inner body is', `--b\n${INNER}\n\n--i\n\none\r\n--i--\n--b--\n`, [['one\r']]],
  ])('has a CR before its line feed as its part has not: %s', (_, text, bodies) => {
    expect(splitText(text).tree).toEqual(bodies)
  })

  it('takes nothing of the part before it where that has no line end', () => {
    expect(splitText('--b\n\n--b\n--b\r\n\r\n--b--')).toMatchObject({
      tree: ['', '', ''],
      codes: [],
    })
    expect(splitText('--b\nX-A: b\n--b\nX-A: b\n--b--')).toMatchObject({
      tree: ['', ''],
      codes: [],
    })
  })

  it('keeps bodies of any bytes', () => {
    const every = Array.from({ length: 256 }, (_, i) => String.fromCharCode(i)).join('')
    expect(split(['--b', '', every, '--b', '', `\0\xff${every}`, '--b--']).tree).toEqual([
      every,
      `\0\xff${every}`,
    ])
  })

  it.each([
    ['\xef\xbb\xbf', ['delimiter-malformed']],
    [' ', ['delimiter-malformed']],
    ['\r\n\t', ['delimiter-malformed']],
    ['\xef\xbb\xbf\r\n', []],
  ])('is found behind %j at the start of the body', (before, expected) => {
    const { tree, codes, report } = splitText(`${before}--b\r\n\r\none\r\n--b\r\n\r\ntwo\r\n--b--`)
    expect({ tree, codes }).toEqual({ tree: ['one', 'two'], codes: expected })
    expect(report.warnings.every(({ offset }) => offset === 0)).toBe(true)
  })

  it('is missing: there are no parts', () => {
    expect(split(['one', '--c', 'two'])).toMatchObject({ tree: [], codes: [] })
    expect(splitText('')).toMatchObject({ tree: [], codes: [] })
    expect(splitText('\n')).toMatchObject({ tree: [], codes: [] })
  })
})

describe('the last delimiter', () => {
  it.each([
    ['after a body', '--b\r\n\r\none\r\n', 'one\r\n'],
    ['in a body', '--b\r\n\r\non', 'on'],
    ['in a delimiter', '--b\r\n\r\none\r\n--', 'one\r\n--'],
    ['after headers', '--b\r\nContent-ID: <a>\r\n', ''],
    ['in headers', '--b\r\nContent-ID: <a>', ''],
    ['in the first line', '--b', ''],
  ])('is missing: the part is kept, cut short %s', (_, text, body) => {
    const { tree, report } = splitText(text)
    expect(tree).toEqual([body])
    const message =
      'The multipart with the boundary "b" ends without its last delimiter: it may have been cut short.'
    expect(report.warnings).toEqual([
      { code: 'delimiter-not-closed', message, offset: text.length },
    ])
  })

  it('comes alone: a multipart without parts', () => {
    expect(split(['--b--', 'one'])).toMatchObject({ tree: [], codes: ['multipart-empty'] })
  })

  it.each([
    ['first', ['--b--', '--b', '', 'one', '--b', '', 'two', '--b--'], 0],
    ['between parts', ['--b', '', 'one', '--b--', '--b', '', 'two', '--b--'], 12],
    ['after each part', ['--b', '', 'one', '--b--', 'x', '--b', '', 'two', '--b--', '--b--'], 12],
    ['and never again', ['--b', '', 'one', '--b--', '--b', '', 'two'], 12],
  ])('comes too early: the parts after it are read (%s)', (_, lines, offset) => {
    const { tree, report } = split(lines)
    expect(tree).toEqual(['one', 'two'])
    const message =
      'The last delimiter of the multipart with the boundary "b" comes before its last part; read on.'
    expect(report.warnings).toEqual([{ code: 'delimiter-premature', message, offset }])
  })
})
