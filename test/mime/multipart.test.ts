import { describe, expect, it } from 'vitest'
import { bytesOf, split, splitText, textOf } from './given.js'

const INNER = 'Content-Type: multipart/mixed; boundary=i'

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
    ['an epilogue', '--b\r\n\r\none\r\n--b\r\n\r\ntwo\r\n--b--\r\nbye\r\n--bb\r\n\r\nbye'],
    ['the last one again', '--b\n\none\n--b\n\ntwo\n--b--\nbye\n--b--\nbye\n--b--'],
  ])('is found: %s', (_, text) => {
    expect(splitText(text)).toMatchObject({ tree: ['one', 'two'], codes: [] })
  })

  it.each([
    '--bX',
    '--bb',
    '--b-',
    '--b---',
    '--b--X',
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
    ['it is all', '--b\n\n\r\n--b--\n', ['\r']],
    ['an inner body is', `--b\n${INNER}\n\n--i\n\none\r\n--i--\n--b--\n`, [['one\r']]],
  ])('has a CR before its line feed as its part has not: %s', (_, text, bodies) => {
    expect(splitText(text).tree).toEqual(bodies)
  })

  it('takes nothing of the part before it where that has no line end', () => {
    expect(splitText('--b\n\n--b\n--b\r\n\r\n--b--')).toMatchObject({ tree: ['', '', ''] })
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

describe('a multipart in another', () => {
  const inner = ['--b', INNER, '', '--i', '', 'one', '--i', '', 'two']

  it.each([
    ['closed', [...inner, '--i--', '--b', '', 'three', '--b--']],
    [
      'closed, with an epilogue',
      [...inner, '--i--', '', 'bye', '--i--', '--b', '', 'three', '--b--'],
    ],
    [
      'with a preamble',
      ['--b', INNER, '', '', '', 'hello', ...inner.slice(3), '--i--', '--b', '', 'three', '--b--'],
    ],
  ])('is read: %s', (_, lines) => {
    expect(split(lines)).toMatchObject({ tree: [['one', 'two'], 'three'], codes: [] })
  })

  it.each([
    ['by a part of the outer one', [...inner, '--b', '', 'three', '--b--'], 'three'],
    ['by the last delimiter of the outer one', [...inner, '--b--'], undefined],
  ])('does not swallow what follows, ended %s', (_, lines, last) => {
    const { tree, report } = split(lines)
    expect(tree).toEqual([['one', 'two'], ...(last === undefined ? [] : [last])])
    const offset = lines.join('\r\n').indexOf('\r\n--b', 5)
    expect(report.warnings).toMatchObject([{ code: 'delimiter-not-closed', offset }])
  })

  it('has more parts after its last delimiter', () => {
    const lines = [...inner, '--i--', '--i', '', 'more', '--i--', '--b', '', 'three', '--b--']
    const { tree, codes, report } = split(lines)
    expect({ tree, codes }).toEqual({
      tree: [['one', 'two', 'more'], 'three'],
      codes: ['delimiter-premature'],
    })
    expect(report.warnings[0]?.offset).toBe(lines.join('\r\n').indexOf('--i--'))
  })

  it('is cut short with the one around it', () => {
    expect(split(inner)).toMatchObject({
      tree: [['one', 'two']],
      codes: ['delimiter-not-closed', 'delimiter-not-closed'],
    })
    expect(split([...inner, '--i--'])).toMatchObject({
      tree: [['one', 'two']],
      codes: ['delimiter-not-closed'],
    })
  })

  it('is missing its delimiters at every depth', () => {
    const lines = ['--b', INNER, '', '--i', 'Content-Type: multipart/mixed; boundary=j', '']
    expect(split([...lines, '--j', '', 'one', '--b', '', 'two', '--b--'])).toMatchObject({
      tree: [[['one']], 'two'],
      codes: ['delimiter-not-closed', 'delimiter-not-closed'],
    })
    expect(split([...lines, '--j', '', 'one', '--i', '', 'two', '--b--'])).toMatchObject({
      tree: [[['one'], 'two']],
      codes: ['delimiter-not-closed', 'delimiter-not-closed'],
    })
  })

  it.each([
    ['longer', 'b-inner', 'b'],
    ['shorter', 'b', 'b-inner'],
    ['a near twin', '_139079_', '_139078_'],
    ['in another case', 'B', 'b'],
    ['the other with two dashes', 'b--', 'b'],
  ])('has a boundary like the one around it: %s', (_, i, o) => {
    const type = `Content-Type: multipart/mixed; boundary="${i}"`
    const lines = [
      `--${o}`,
      type,
      '',
      `--${i}`,
      '',
      'one',
      `--${i}x`,
      `--${i}--`,
      `--${o}`,
      '',
      'two',
    ]
    expect(split([...lines, `--${o}--`], {}, o)).toMatchObject({
      tree: [[`one\r\n--${i}x`], 'two'],
      codes: [],
    })
  })

  it('may use the boundary of one that was closed', () => {
    const lines = [...inner, '--i--', ...inner, '--i--', '--b--']
    expect(split(lines)).toMatchObject({
      tree: [
        ['one', 'two'],
        ['one', 'two'],
      ],
      codes: [],
    })
  })

  it('shares the boundary of the one around it: their parts are fellows', () => {
    const lines = [
      '--b',
      INNER.replace('=i', '=b'),
      '',
      '--b',
      '',
      'one',
      '--b--',
      '--b',
      '',
      'two',
    ]
    expect(split(lines)).toMatchObject({
      tree: ['', 'one', 'two'],
      codes: ['boundary-reused', 'delimiter-premature'],
    })
  })

  it.each([
    ['does not occur', ['text'], 'text'],
    ['occurs as the last one only', ['--i--', 'text'], '--i--\r\ntext'],
  ])('is kept as one part where its boundary %s', (_, lines, body) => {
    const { tree, codes } = split(['--b', INNER, '', ...lines, '--b--'])
    expect(tree).toEqual([body])
    expect(codes).toContain('multipart-empty')
  })

  it('is read whatever there is after its headers', () => {
    const { parts } = split(['--b', INNER, '', '--i', '', 'one', '--i--', '--b--'])
    expect(textOf(parts[0]?.body ?? bytesOf(''))).toBe('--i\r\n\r\none\r\n--i--')
  })

  it('is kept as one part where it is encoded', () => {
    const lines = ['--b', INNER, 'Content-Transfer-Encoding: BASE64', '', 'LS1p', '--b--']
    expect(split(lines)).toMatchObject({ tree: ['LS1p'], codes: ['multipart-encoded'] })
  })

  it.each([
    ['7bit', []],
    ['8BIT', []],
    ['binary', []],
    ['x-none', ['transfer-encoding-unknown']],
  ])('is read in the encoding %s', (encoding, expected) => {
    const headers = [INNER, `Content-Transfer-Encoding: ${encoding}`]
    const { tree, codes } = split(['--b', ...headers, '', '--i', '', 'one', '--i--', '--b--'])
    expect({ tree, codes }).toEqual({ tree: [['one']], codes: expected })
  })

  it.each([
    ['at once', []],
    ['after empty lines', ['', ' ', '']],
  ])('without a boundary is read by its first line, %s', (_, lines) => {
    const type = 'Content-Type: multipart/mixed'
    const body = [
      '--b',
      type,
      '',
      ...lines,
      '--?\xe9 ',
      '',
      'one',
      '--?\xe9',
      '',
      'two',
      '--?\xe9--',
    ]
    expect(split([...body, '--b--'])).toMatchObject({
      tree: [['one', 'two']],
      codes: ['boundary-missing'],
    })
  })

  it('without a boundary or a first line like one is kept as one part', () => {
    const lines = ['--b', 'Content-Type: multipart/mixed', '', 'text', '--b--']
    expect(split(lines)).toMatchObject({ tree: ['text'], codes: ['boundary-missing'] })
  })

  it('without a boundary does not take the last delimiter around it for its own', () => {
    const lines = ['--b', 'Content-Type: multipart/mixed', '', '--b--', '--b--']
    expect(split(lines)).toMatchObject({ tree: [''], codes: ['boundary-missing'] })
  })

  it('is found after a header block without an empty line', () => {
    for (const boundary of ['i', '--=_i', 'a:b', "--'():i"]) {
      const type = `Content-Type: multipart/mixed; boundary="${boundary}"`
      const lines = ['--b', type, `--${boundary}`, 'Content-ID: <a>', '', 'one', `--${boundary}--`]
      expect(split([...lines, '--b--'])).toMatchObject({
        tree: [['one']],
        codes: ['blank-line-missing'],
      })
    }
  })

  it('is looked for at any depth, with a table of skips or without', () => {
    const depth = 40
    const names = Array.from({ length: depth }, (_, i) => 'b'.repeat(i + 1))
    const open = names.map((name) => [
      `--${name}`,
      `Content-Type: multipart/mixed; boundary=${name}b`,
      '',
    ])
    const last = `--${'b'.repeat(depth + 1)}`
    const close = names.map((name) => `--${name}--`).reverse()
    const after = ['--bb', '', 'after', '--bb--', '--b', '', 'end', '--b--']
    const body = [...open.flat(), last, '', 'one', `${last}--`, ...close.slice(0, -2), ...after]
    const { tree, codes } = split(body, { partDepth: 100 })
    let nested: unknown = ['one']
    for (let i = 2; i < depth; i++) nested = [nested]
    expect({ tree, codes }).toEqual({ tree: [[nested, 'after'], 'end'], codes: [] })
  })
})

describe('limits', () => {
  const three = ['--b', '', 'one', '--b', '', 'two', '--b', '', 'three', '--b--']

  it('stops at so many parts', () => {
    expect(split(three, { parts: 3 })).toMatchObject({ codes: [] })
    expect(split(three, { parts: 2 })).toMatchObject({
      tree: ['one', 'two'],
      codes: ['too-many-parts'],
    })
    expect(split(three, { parts: 1.5 }).tree).toEqual(['one', 'two'])
    expect(split(three, { parts: 2 }).report.failure?.offset).toBe(24)
  })

  it('counts multiparts as parts', () => {
    const lines = ['--b', INNER, '', '--i', '', 'one', '--i--', '--b--']
    expect(split(lines, { parts: 2 }).codes).toEqual([])
    expect(split(lines, { parts: 1 }).codes).toContain('too-many-parts')
  })

  it('gives bodies to the multiparts that are open when it stops', () => {
    const lines = [
      '--b',
      INNER,
      '',
      '--i',
      INNER.replace('=i', '=j'),
      '',
      '--j',
      '',
      'one',
      '--b--',
    ]
    for (const [parts, bodies] of [
      [1, ['']],
      [2, ['--i\r\nContent-Type: multipart/mixed; boundary=j\r\n\r\n', '']],
    ] as const) {
      const { parts: read, codes } = split(lines, { parts })
      const inner = read.flatMap((part) => [part, ...part.parts])
      expect({ bodies: inner.map(({ body }) => textOf(body)), codes }).toEqual({
        bodies,
        codes: ['too-many-parts'],
      })
      expect(inner.every(({ body }) => body.byteOffset > 0)).toBe(true)
    }
  })

  it('opens no more multiparts within one another', () => {
    const lines = ['--b', INNER, '', '--i', '', 'one', '--i--', '--b', '', 'two', '--b--']
    expect(split(lines, { partDepth: 2 }).codes).toEqual([])
    expect(split(lines, { partDepth: 1 })).toMatchObject({
      tree: ['--i\r\n\r\none\r\n--i--', 'two'],
      codes: ['parts-too-deep'],
    })
  })
})

describe('the bodies of parts', () => {
  it('are views of the input, which stays as it is', () => {
    const text = `--b\r\n${INNER}\r\n\r\n--i\r\n\r\none\r\n--i--\r\n--b\r\nx\r\n--b--`
    const { parts } = splitText(text)
    const leaf = parts[0]?.parts[0]
    expect(leaf?.body.buffer).toBe(parts[0]?.body.buffer)
    expect(leaf?.body.byteOffset).toBe(3 + text.indexOf('one'))
    expect(textOf(new Uint8Array(leaf?.body.buffer as ArrayBuffer))).toBe(`---${text}-----`)
  })
})
