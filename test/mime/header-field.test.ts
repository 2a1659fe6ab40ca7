import { describe, expect, it } from 'vitest'
import {
  fieldBytes,
  isContentField,
  LONGEST_START,
  readField,
  startsField,
} from '../../src/mime/header-field.js'
import type { Warning } from '../../src/warnings.js'
import { bytesOf } from './given.js'

function read(line: string) {
  const deviations: Warning[] = []
  const bytes = bytesOf(line)
  const field = readField(bytes, 0, bytes.length, deviations)
  return { field, value: field && fieldBytes(bytes, field), deviations }
}

describe('a line that starts a field', () => {
  it.each([
    ['A: b', 'A', 'b'],
    ['a:', 'a', ''],
    ["!#$%&'*+-.^_`|~09azAZ: b", "!#$%&'*+-.^_`|~09azAZ", 'b'],
    ['A:b: c', 'A', 'b: c'],
    ['A: \t ', 'A', ''],
    ['A:  b \t', 'A', 'b'],
    ['A: b\r\n c\n\td ', 'A', 'b c\td'],
    ['A: b\r\r\n c', 'A', 'b c'],
    ['A:\n b', 'A', 'b'],
    ['A: \xa0', 'A', '\xa0'],
  ])('has the name and the value of %j', (line, name, value) => {
    expect(read(line)).toMatchObject({ field: { name, start: 0 }, value, deviations: [] })
    expect(startsField(bytesOf(line), 0)).toBe(true)
  })

  it.each([
    ['Content-Type : a', 'Content-Type', 0],
    ['X-A\t: a', 'X-A', 0],
    [' \tdate:a', 'date', 2],
    [' content-id : <a>', 'content-id', 1],
  ])('may have blanks around a name that parts have: %j', (line, name, start) => {
    const { field, deviations } = read(line)
    expect(field).toMatchObject({ name, start })
    expect(deviations).toEqual([
      {
        code: 'header-line-malformed',
        message: `Blanks around the name of the header field "${name}"; read without them.`,
        offset: 0,
      },
    ])
    if (start === 0) expect(startsField(bytesOf(line), 0)).toBe(true)
  })

  it.each(['', 'A', 'A ', 'A b: c', ': b', '--a: b', '-a: b', '<a>: b', '\xe9: b', 'hello : b'])(
    'is not %j',
    (line) => {
      expect(read(line)).toMatchObject({ field: undefined, deviations: [] })
      expect(startsField(bytesOf(line), 0)).toBe(false)
    },
  )

  it('is not indented where parts have no such name', () => {
    expect(read(' A: b')).toMatchObject({ field: undefined, deviations: [] })
  })
})

describe('a field that only parts have', () => {
  it.each([
    ['Content-Type: a', true],
    ['CONTENT-x \t: a', true],
    ['content_type: a', false],
    ['contents-a: b', false],
    ['montent-a: b', false],
    ['content-: a', false],
    ['content-a', false],
    [`content-${'a'.repeat(LONGEST_START - 9)}:`, true],
    [`content-${'a'.repeat(LONGEST_START - 8)}:`, false],
  ])('is found at its start: %j', (line, is) => {
    const bytes = bytesOf(`x${line}\n`)
    expect(isContentField(bytes, 1, bytes.length)).toBe(is)
  })

  it('ends where what is looked at does', () => {
    expect(isContentField(bytesOf('content-a:'), 0, 10)).toBe(true)
    expect(isContentField(bytesOf('content-a:'), 0, 9)).toBe(false)
  })
})

describe('a line with blanks before its colon', () => {
  it.each(['Content-A', 'x-A', 'X-_9-', 'MIME-Version', 'DATE', 'message-id'])(
    'is a field where parts have such a one: %s',
    (name) => {
      expect(startsField(bytesOf(`${name} \t: a`), 0)).toBe(true)
    },
  )

  it.each(['content-', 'x-', 'x-a!', 'x', 'dates', 'dat', 'mime-version-', 'content', 'Subject'])(
    'is none where they have not: %s',
    (name) => {
      expect(startsField(bytesOf(`${name} : a`), 0)).toBe(false)
      expect(startsField(bytesOf(`${name}: a`), 0)).toBe(true)
    },
  )
})
