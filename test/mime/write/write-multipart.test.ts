import { describe, expect, it } from 'vitest'
import { leafNode, multipartNode, type PartNode } from '../../../src/mime/write/part-node.js'
import {
  headerFields,
  nameBoundaries,
  type WriteOptions,
  writeMultipart,
} from '../../../src/mime/write/write-multipart.js'
import { bytesOf, splitText, textOf } from '../given.js'

const OPTIONS: WriteOptions = { lineEnd: '\n', foldHeaders: false, preamble: false }

const text = (body: string, encoding = '8bit'): PartNode =>
  leafNode([['content-transfer-encoding', encoding]], bytesOf(body))

/** A multipart in another, which has this Content-Type, and that boundary if it is in it. */
function inner(type: string, parts: PartNode[], parameters = {}): PartNode {
  const node = multipartNode([['content-type', type]], parts, parameters)
  const [, boundary] = /boundary="?([^";]+)/.exec(type) ?? []
  return boundary === undefined ? node : { ...node, boundary }
}

const write = (root: PartNode, options: Partial<WriteOptions> = {}): string =>
  textOf(writeMultipart(root, { ...OPTIONS, ...options }))

describe('a multipart', () => {
  it('is written with its parts, those within others too (RFC 2046 §5.1)', () => {
    const root = multipartNode(
      [],
      [
        text('one'),
        inner('multipart/mixed', [text('two'), text('three\n', 'base64')], { a: 'b c' }),
      ],
    )
    expect(write(root).split('\n')).toEqual([
      '--=_mm7_0_0',
      'Content-Transfer-Encoding: 8bit',
      '',
      'one',
      '--=_mm7_0_0',
      'Content-Type: multipart/mixed; a="b c"; boundary="=_mm7_0_1"',
      '',
      '--=_mm7_0_1',
      'Content-Transfer-Encoding: 8bit',
      '',
      'two',
      '--=_mm7_0_1',
      'Content-Transfer-Encoding: base64',
      '',
      'dGhyZWUK',
      '--=_mm7_0_1--',
      '--=_mm7_0_0--',
    ])
  })

  it('has only its last delimiter where it has no parts', () => {
    expect(write(multipartNode([], []))).toBe('--=_mm7_0_0--')
  })

  it('may have a preamble and an epilogue', () => {
    const line = 'This is a message in MIME format.'
    expect(write(multipartNode([], []), { preamble: true, lineEnd: '\r\n' })).toBe(
      `${line}\r\n--=_mm7_0_0--\r\n${line}`,
    )
  })

  it('may have its headers folded', () => {
    const part = leafNode([['content-type', 'a/b; c=d; e=f']], bytesOf(''))
    expect(write(multipartNode([], [part]), { foldHeaders: true })).toBe(
      '--=_mm7_0_0\nContent-Type: a/b;\n c=d;\n e=f\n\n\n--=_mm7_0_0--',
    )
  })

  it('is encoded where its headers say so, against RFC 2045 §6.4', () => {
    const type = 'multipart/mixed; boundary=i'
    const parts = [leafNode([], bytesOf('one'))]
    const node = { ...inner(type, parts), headers: headersOf(type, 'base64') }
    expect(
      write(multipartNode([], [node]))
        .split('\n')
        .slice(3, 5),
    ).toEqual(['', btoa('--i\n\none\n--i--')])
  })
})

const headersOf = (type: string, encoding: string): PartNode['headers'] => [
  ['content-type', type],
  ['content-transfer-encoding', encoding],
]

describe('a boundary', () => {
  it.each(['--=_mm7_0_0', 'a\n--=_mm7_0_9--\nb', 'x--=_mm7_0_'])(
    'does not occur in what the parts hold: %j',
    (body) => {
      const written = write(multipartNode([], [text(body), text('--=_mm7_1')]))
      expect(written).toMatch(/^--=_mm7_1_0\n/)
      expect(splitText(written, {}, '=_mm7_1_0')).toMatchObject({ tree: [body, '--=_mm7_1'] })
    },
  )

  it('does not occur in a body that is encoded: what it holds cannot be seen', () => {
    expect(write(multipartNode([], [text('--=_mm7_0_0', 'base64')]))).toMatch(/^--=_mm7_0_0\n/)
  })

  it('stays where it is given, and so does its Content-Type', () => {
    const type = 'Multipart/Mixed ;x=1; boundary="given one"'
    const root = multipartNode([], [inner(type, [text('--given')])])
    expect(write(root)).toContain(`Content-Type: ${type}\n\n--given one\n`)
  })

  it.each([
    ['occurs in what the parts hold', 'b', ['a\n--b', 'two']],
    ['is empty', '', ['one', 'two']],
    ['is not given', undefined, ['one', 'two']],
  ])('is another where it %s, in a Content-Type that has other parameters', (_, given, bodies) => {
    const type = `multipart/mixed; x=1;\n boundary="${given}"`
    const parts = bodies.map((body) => text(body))
    const node = multipartNode([['x-a', 'b;c'], ...headersOf(type, '8bit')], parts, { x: '1' })
    const root = multipartNode([], [given === undefined ? node : { ...node, boundary: given }])
    const fields = [
      'X-A: b;c',
      'Content-Type: multipart/mixed; x=1; boundary="=_mm7_0_1"',
      'Content-Transfer-Encoding: 8bit',
    ]
    expect(write(root).split('\n').slice(1, 6)).toEqual([...fields, '', '--=_mm7_0_1'])
  })

  it('is another for each multipart, though one is given twice, or is the name of a new one', () => {
    const given = (boundary: string, part: PartNode) =>
      inner(`multipart/mixed; boundary="${boundary}"`, [part])
    const bare = inner('multipart/mixed', [text('one')])
    const root = multipartNode([], [given('=_mm7_0_2', bare), given('=_mm7_0_2', text('two'))])
    expect(splitText(write(root), {}, '=_mm7_0_0')).toMatchObject({
      tree: [[['one']], ['two']],
      codes: [],
    })
    const boundaries = nameBoundaries(root, '\n').parts.map(({ node }) => node.boundary)
    expect(boundaries).toEqual(['=_mm7_0_2', '=_mm7_0_4'])
  })
})

describe('the header fields of a part', () => {
  it('are as they are where it is no multipart', () => {
    const { headers } = leafNode([['content-type', 'text/plain']], bytesOf(''))
    expect(headerFields(leafNode(headers, bytesOf('')))).toEqual(headers)
  })
})
