import { describe, expect, it } from 'vitest'
import { bytesOf, INNER, split, splitText, textOf } from './given.js'

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

  it('stops where the headers of all parts are longer', () => {
    const two = ['--b', 'Content-ID: <1>', '', 'one', '--b', 'Content-ID: <2>', '', 'two', '--b--']
    const headers = 2 * 'Content-ID: <1>\r\n\r\n'.length
    expect(split(two, { allHeaderBytes: headers })).toMatchObject({ codes: [] })
    const { tree, codes, report } = split(two, { allHeaderBytes: headers - 1 })
    expect({ tree, codes }).toEqual({ tree: ['one'], codes: ['all-headers-too-large'] })
    expect(report.failure?.offset).toBe(two.slice(0, 5).join('\r\n').length + 2)
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
