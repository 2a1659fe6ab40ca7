import { describe, expect, it } from 'vitest'
import { bareId, idsIn, parseId } from '../../src/mime/content-id.js'

describe('an id', () => {
  it.each([
    ['<a@b>', 'a@b'],
    [' < a@b > ', 'a@b'],
    ['</tnn-200102/mm7-vasp>', '/tnn-200102/mm7-vasp'],
    ['<c1> (a picture)', 'c1'],
    ['(one) <c1> (two (and three))', 'c1'],
    ['<"a b"@c>', '"a b"@c'],
    ['<a%20b>', 'a%20b'],
    ['<acid:1>', 'acid:1'],
    ["<o'neil'>", "o'neil'"],
    ["<'c1'>", "'c1'"],
    ['<c1;>', 'c1;'],
    ['<a;b,c>', 'a;b,c'],
    ['', ''],
    [' ', ''],
    ['<>', ''],
  ])('is in %j, as it should be', (text, value) => {
    expect(parseId(text)).toEqual({ value, deviations: [] })
  })

  it.each([
    ['a@b', 'a@b'],
    ['<a@b', 'a@b'],
    ['a@b>', 'a@b'],
    ['<<a>>', 'a'],
    ['<', ''],
    ['"<c1>', 'c1'],
    ["'<c1>'", 'c1'],
    ['<c1>;', 'c1'],
    ['<c1> ,', 'c1'],
    ['"<c1>"', 'c1'],
    ['<"c1">', 'c1'],
    ['<"c1>', 'c1'],
    ['"c1"', 'c1'],
    ['"c1', 'c1'],
    ['< "c1', 'c1'],
    ['<cid:smil>', 'smil'],
    ['cid:a', 'a'],
    ['CID:<a>', 'a'],
    ['<cid:"a">', 'a'],
    ['"cid:<a>" (comment)', 'a'],
    ['<cid: a>', 'a'],
    ['<c1> (unclosed', 'c1> (unclosed'],
    ['a <c1>', 'a <c1'],
    ['<a> <b>', 'a'],
    ['<a>, (two) <b>;', 'a'],
    ['<a> or <b>', 'a> or <b'],
    ['c1;', 'c1'],
    ['c1,', 'c1'],
    ["'c1'", 'c1'],
    ["o'neil'", "o'neil'"],
    ['“c1”', 'c1'],
    ['<“c1”>', 'c1'],
    ['image (1)', 'image (1)'],
    ["'c1'x", "'c1'x"],
    ['<;<c1>', ';<c1'],
    ['"a b"@c', '"a b"@c'],
  ])('is in %j, with what is no part of it', (text, value) => {
    const { deviations, ...id } = parseId(text)
    expect(id).toEqual({ value })
    expect(deviations.map(({ code }) => code)).toEqual(['content-id-brackets'])
  })

  it('has three layers taken off, and no more', () => {
    expect(bareId('<<<<a>>>>')).toBe('<a>')
    expect(bareId(' <<<a>>> ')).toBe('a')
  })

  it('says what was made of it', () => {
    expect(parseId('<cid:a>').deviations[0]?.message).toBe(
      '"<cid:a>" is not an id in <>; compared as "a".',
    )
  })

  it.each([
    ['<a>', ['a']],
    ["<'a'>", ["'a'"]],
    ['<a> <b>', ['a', 'b']],
    ['<a><b>, <cid:c>', ['a', 'b', 'c']],
    ['<a> or <b>', ['a> or <b']],
    ['<a> <b> <', ['a> <b> <']],
    ['><a><b>', ['><a><b']],
    ['<<a>>', ['a']],
    ['a', ['a']],
  ])('is not alone in %j', (text, ids) => {
    expect(idsIn(text)).toEqual(ids)
  })

  it('is one of sixteen at most', () => {
    const ids = Array.from({ length: 17 }, (_, i) => `a${i}`)
    const listed = (count: number): string => ids.slice(0, count).join('> <')
    expect(idsIn(`<${listed(16)}>`)).toEqual(ids.slice(0, 16))
    expect(idsIn(`<${listed(17)}>`)).toEqual([listed(17)])
  })

  it('is read in linear time, whatever is around it', () => {
    const around = `${';'.repeat(100_000)}a<b>`
    expect(bareId(around)).toBe(around.slice(0, -1))
    for (const layer of ['<', '"', 'cid:', '(', '(a)', '<cid:', ')', ' ', ';', '<a>']) {
      expect(bareId(layer.repeat(100_000)).length).toBeLessThanOrEqual(layer.length * 100_000)
      parseId(`${layer.repeat(100_000)}<a>${')'.repeat(100_000)}`)
    }
  })
})
