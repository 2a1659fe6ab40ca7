import { describe, expect, it } from 'vitest'
import { split } from './given.js'

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

describe('a multipart in another', () => {
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
