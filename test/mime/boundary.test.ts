import { describe, expect, it } from 'vitest'
import {
  boundaryIn,
  findBoundary,
  guessBoundary,
  hasLastDashes,
  namedBoundary,
} from '../../src/mime/boundary.js'
import { createReport } from '../../src/report.js'
import { bytesOf } from './given.js'

function named(boundary: string | undefined) {
  const report = createReport()
  const parameters: Record<string, string> = boundary === undefined ? {} : { boundary }
  return { boundary: namedBoundary(parameters, 5, report), warnings: report.warnings }
}

describe('namedBoundary', () => {
  it.each([
    ['b', 'b'],
    ['b \t', 'b'],
    ['a b', 'a b'],
    ["0aZ_'()+,-./:=?", "0aZ_'()+,-./:=?"],
    ['b'.repeat(70), 'b'.repeat(70)],
    ['', undefined],
    [' ', undefined],
    [undefined, undefined],
  ])('takes %j', (boundary, expected) => {
    expect(named(boundary)).toEqual({ boundary: expected, warnings: [] })
  })

  it.each([
    ['b'.repeat(71), 'b'.repeat(71)],
    [' b', ' b', true],
    ['a*b', 'a*b'],
    ['a"b', 'a"b'],
    ['é', '\xc3\xa9'],
    ['€', '\xe2\x82\xac'],
  ])(
    'takes %j, which RFC 2046 does not allow, as bytes',
    (boundary, expected, isAllowed = false) => {
      const { boundary: taken, warnings } = named(boundary)
      expect(taken).toBe(expected)
      expect(warnings).toMatchObject(isAllowed ? [] : [{ code: 'boundary-invalid', offset: 5 }])
    },
  )
})

describe('boundaryIn', () => {
  it.each([
    ['multipart/mixed; boundary=b1', 'b1'],
    ['multipart/mixed; boundary = \tb1;a=b', 'b1'],
    ['multipart/mixed; Boundary="b c;d"; a=b', 'b c;d'],
    ['multipart/mixed; boundary=""', ''],
    ['multipart/mixed; boundary=b1 c', 'b1'],
    ['multipart/mixed; boundary=', undefined],
    ['multipart/mixed; xboundary=b1', undefined],
    ['multipart/mixed; boundaryx=b1', undefined],
    ['multipart/mixed; boundary', undefined],
    ['multipart/mixed', undefined],
  ])('is found in %j', (contentType, boundary) => {
    expect(boundaryIn(contentType)).toBe(boundary)
  })
})

describe('guessBoundary', () => {
  it.each([
    ['--b\r\n\r\nbody', 'b'],
    ['--b\nbody', 'b'],
    ['--b', 'b'],
    ['\r\n \t\n--b \t\r\n', 'b'],
    ['----=_b c\r\n', '--=_b c'],
    ['--\xe9\n', '\xe9'],
    [`--${'b'.repeat(198)}\n`, 'b'.repeat(198)],
    [`--${'b'.repeat(199)}\n`, undefined],
    ['--b--\r\n', undefined],
    ['--\r\n', undefined],
    ['--  \r\n--b', undefined],
    ['-b\r\n', undefined],
    ['-bcd\r\n', undefined],
    ['b-cd\r\n', undefined],
    ['hello\r\n--b', undefined],
    ['\xef\xbb\xbf--b\r\n', 'b'],
    ['-', undefined],
    [' \n', undefined],
    ['', undefined],
  ])('takes the first line of %j', (text, boundary) => {
    expect(guessBoundary(bytesOf(text), 0)).toBe(boundary)
    expect(guessBoundary(bytesOf(`--x${text}`), 3)).toBe(boundary)
  })
})

describe('findBoundary', () => {
  it.each([
    ['--b c\nbody', 'b c'],
    ['hello\r\n--b\r\nContent-Type: text/xml\r\n\r\nbody', 'b'],
    ['hello\n\n--b\n\nbody', 'b'],
    ['--\n-- \n--b c\u00a0\n\n--b--\n\n--d\nx\n--b\r\nA : b', 'b'],
    ['hello\n--b\nbody', undefined],
    ['hello\n--b', undefined],
    [`${'hello '.repeat(700)}\n--b\n\n`, undefined],
    ['', undefined],
  ])('takes the first line of %j that can be a delimiter', (text, boundary) => {
    expect(findBoundary(bytesOf(text))).toBe(boundary)
  })

  it('takes none that comes after the end', () => {
    expect(findBoundary(bytesOf('\r\n--b\r\n\r\n'), 0, 2)).toBeUndefined()
    expect(findBoundary(bytesOf('\r\n--b\r\n\r\n'), 0, 3)).toBe('b')
    expect(findBoundary(bytesOf('a\n--b\n\n'), 0, 2)).toBeUndefined()
    expect(findBoundary(bytesOf('a\n--b\n\n'), 0, 3)).toBe('b')
  })
})

describe('the dashes that only the last delimiter ends in', () => {
  it.each([
    ['b--', '--b\r\nx\r\n--b--', true],
    ['b--', '--b\nx', true],
    ['b--', 'hello\n--b\n', true],
    ['b--', '--bc\r\n--b\r\n', true],
    ['b--', '--b--\r\n--b\r\n', false],
    ['b--', 'hello--b\r\n', false],
    ['b--', '--bx\n', false],
    ['b--', '--b\rx', false],
    ['b--', '--b', false],
    ['b', '--b\r\n', false],
    ['bcd', '--b\r\n', false],
  ])('are counted into the boundary %j of %j: %s', (boundary, text, has) => {
    expect(hasLastDashes(boundary, bytesOf(`\n${text}`), 1)).toBe(has)
  })
})
