import { describe, expect, it } from 'vitest'
import { DelimiterSearch } from '../../src/mime/delimiter-search.js'
import { bytesOf } from './given.js'

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
