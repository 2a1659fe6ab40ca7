import { describe, expect, it } from 'vitest'
import { isEmptyLine } from '../../src/mime/header-line.js'
import type { Warning } from '../../src/warnings.js'
import { bytesOf } from './given.js'

/** Tells whether the line, before a body, is taken for the empty line, and what is reported. */
function emptyLine(line: string, after = '\nbody') {
  const deviations: Warning[] = []
  const bytes = bytesOf(line + after)
  const place = { start: 0, end: line.length, next: Math.min(line.length + 1, bytes.length) }
  return [isEmptyLine(bytes, place, deviations), ...deviations.map(({ message }) => message)]
}

const OF_CR = 'An empty line that ends in CR CR LF; read as one in CRLF.'
const OF_BLANKS = 'A line of blanks where headers end; treated as the empty line.'

describe('the line that ends the headers', () => {
  it('is empty', () => {
    expect(emptyLine('')).toEqual([true])
  })

  it.each(['\r', '\r\r'])('may be of CRs: %j', (line) => {
    expect(emptyLine(line)).toEqual([true, OF_CR])
  })

  it('may be cut before its LF, as the message is', () => {
    expect(emptyLine('\r', '')).toEqual([true, OF_CR])
  })

  it.each([' ', '\t', ' \t ', '  \x0b', ' \x0c', ' \r', '\t\xa0 '])(
    'may be of blanks: %j',
    (line) => {
      expect(emptyLine(line)).toEqual([true, OF_BLANKS])
    },
  )

  it.each([
    'a',
    '\0',
    '\ra',
    '\r ',
    '\xa0',
    ' \x08',
    '  \x0e',
    ' \x1f',
    ' !',
    '\t~',
    ' \x9f',
    ' \xa1',
    ' a ',
  ])('is not %j, which is something else', (line) => {
    expect(emptyLine(line)).toEqual([false])
  })

  it('is none of blanks that a field comes after, or the rest of one: it is a fold', () => {
    expect(emptyLine(' ', '\nContent-ID: <a>')).toEqual([false])
    expect(emptyLine(' ', '\n folded')).toEqual([false])
  })
})
