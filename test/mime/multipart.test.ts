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
    ['a preamble of a dash more', '---b\nA: b\n--b\n\none\n--b\n\ntwo\n--b--'],
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

describe('the boundary of an inner multipart', () => {
  const parts = (boundary: string) => [
    `--${boundary}`,
    '',
    'one',
    `--${boundary}`,
    '',
    'two',
    `--${boundary}--`,
  ]
  const type = (boundary: string) => `Content-Type: multipart/mixed; boundary="${boundary}"`

  it.each([
    ['has the two dashes', '--i', []],
    ['has those of the last', 'i--', []],
    ['has those of the last, and a preamble comes before', 'i--', ['hello', '']],
    ['is another', 'j', []],
    ['is another, and a preamble comes before', 'j', ['hello', '']],
    ['is empty', '', []],
    ['is empty, and a preamble comes before', '', ['hello', '']],
  ])('is taken from its delimiters where it %s', (_, named, before) => {
    const lines = ['--b', type(named), '', ...before, ...parts('i'), '--b', '', 'three', '--b--']
    expect(split(lines)).toMatchObject({
      tree: [['one', 'two'], 'three'],
      codes: ['boundary-missing'],
    })
  })

  it('is taken from its delimiters at any depth', () => {
    const inner = [...['--j', '', 'one', '--j--']]
    const lines = ['--b', type('--i'), '', '--i', type('--j'), '', ...inner, '--i--', '--b--']
    expect(split(lines)).toMatchObject({
      tree: [[['one']]],
      codes: ['boundary-missing', 'boundary-missing'],
    })
  })

  it('is taken from its delimiters at a depth where none is named', () => {
    const inner = ['--j', '', 'one', '--j--']
    const lines = ['--b', type('i'), '', '--i', 'Content-Type: multipart/mixed', '', ...inner]
    expect(split([...lines, '--i--', '--b--'])).toMatchObject({
      tree: [[['one']]],
      codes: ['boundary-missing'],
    })
  })

  it('is not taken from what comes after the multipart', () => {
    expect(split(['--b', type('i'), '', '--b', '', ...parts('i'), '--b--']).tree).toEqual([
      '',
      parts('i').join('\r\n'),
    ])
  })

  it('is not taken from those of the multipart around it', () => {
    const lines = ['--b', type('j'), '', 'hello', '--b', 'A: b', '', 'two', '--b--']
    const { tree, codes } = split(lines)
    expect(tree).toEqual(['hello', 'two'])
    expect(codes).toContain('multipart-empty')
    expect(
      split(['--b', type(''), '', 'hello', '--b', 'X-A: b', '', 'two', '--b--']),
    ).toMatchObject({
      tree: ['hello', 'two'],
      codes: ['boundary-missing'],
    })
  })

  it('is as named where the two dashes at its end are its own', () => {
    const lines = ['--b', type('i--'), '', ...parts('i--'), '--b--']
    expect(split(lines)).toMatchObject({ tree: [['one', 'two']], codes: [] })
  })

  it('is as named where it occurs, whatever is before', () => {
    const lines = ['--b', type('i'), '', '--x', 'A: b', '', 'hello', ...parts('i'), '--b--']
    expect(split(lines)).toMatchObject({ tree: [['one', 'two']], codes: [] })
  })

  it('is none that a Content-Type of no multipart has, of several', () => {
    for (const other of ['text/xml', 'x-multipart/mixed']) {
      const fields = ['Content-Type: multipart/mixed', `Content-Type: ${other}; boundary=i`]
      expect(split(['--b', ...fields, '', ...parts('i'), '--b--'])).toMatchObject({
        tree: [['one', 'two']],
        codes: ['header-repeated', 'boundary-missing'],
      })
    }
  })

  it('is that of the Content-Type whose boundary occurs, of several', () => {
    const other = [type('unused'), type('b'), 'Content-Type: multipart/mixed', type('i')]
    expect(split(['--b', ...other, '', ...parts('i'), '--b--'])).toMatchObject({
      tree: [['one', 'two']],
      codes: ['header-repeated', 'header-repeated', 'header-repeated'],
    })
    const bare = 'Content-Type: multipart/mixed; boundary=i'
    expect(split(['--b', type('unused'), bare, '', ...parts('i'), '--b--'])).toMatchObject({
      tree: [['one', 'two']],
      codes: ['header-repeated'],
    })
    const none = ['--b', type('j'), type('k'), '', 'hello', '--b--']
    expect(split(none).tree).toEqual(['hello'])
  })

  it('is not looked for again and again', () => {
    const deep = Array.from({ length: 60 }, (_, i) => [`--c${i}`, type('x'), ''])
    const named = split(['--b', type('c0'), '', ...deep.flat()], { partDepth: 100 })
    expect(named.codes).toContain('boundary-missing')
    // Of the 60, those that come once the body was looked through often enough are taken as named.
    expect(named.report.counts.get('boundary-missing')).toBeLessThan(40)
    const bare = deep.map(([delimiter = '']) => [delimiter, type(''), '', 'x'])
    expect(split(['--b', type('c0'), '', ...bare.flat()], { partDepth: 100 }).codes).toContain(
      'boundary-missing',
    )
  })
})

describe("a multipart by WAP's name", () => {
  const wap = (end: string) => `Content-Type: application/vnd.wap.multipart.related${end}`
  const inner = ['', '--i', '', 'one', '--i--', '--b--']

  it.each([
    ['with a boundary', '; boundary=i', ['content-type-unexpected']],
    ['without one', '', ['content-type-unexpected', 'boundary-missing']],
  ])('is read %s', (_, end, expected) => {
    const { tree, codes, parts } = split(['--b', wap(end), ...inner])
    expect({ tree, codes }).toEqual({ tree: [['one']], codes: expected })
    expect(parts[0]?.mediaType).toBe('application/vnd.wap.multipart.related')
  })

  it('is none where it has neither boundary nor delimiter', () => {
    const lines = ['--b', wap('; type="application/smil"'), '', '\x02\x1f', '--b--']
    expect(split(lines)).toMatchObject({ tree: ['\x02\x1f'], codes: [] })
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
    ['base64', ['--i', '', 'one', '--i--'], [['one']]],
    ['quoted-printable', ['prose', '--i', '', 'one', '--i', '', 'two', '--i--'], [['one', 'two']]],
    ['base64', ['LS1p', '--j--'], ['LS1p\r\n--j--']],
    ['base64', ['LS1pDQ==', '--ib', 'one'], ['LS1pDQ==\r\n--ib\r\none']],
  ])(
    'is read where it is called %s, and its boundary occurs all the same: %j',
    (encoding, lines, tree) => {
      const inner = ['--b', INNER, `Content-Transfer-Encoding: ${encoding}`, '', ...lines, '--b--']
      expect(split(inner)).toMatchObject({ tree, codes: ['multipart-encoded'] })
    },
  )

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
    const part = ['--b', 'Content-Type: multipart/mixed', '', '--b', '', 'two', '--b--']
    const { tree, report } = split(part)
    expect(tree).toEqual(['', 'two'])
    expect(report.warnings).toMatchObject([
      { message: 'A multipart names no boundary; it is kept as one part.' },
    ])
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
