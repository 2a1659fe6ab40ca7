import { describe, expect, it } from 'vitest'
import { parseId } from '../../src/mime/content-id.js'
import type { Part } from '../../src/mime/part.js'
import {
  escapeDeviations,
  idsOf,
  nameWithoutComments,
  partsWithId,
  plainName,
  reportRepeatedNames,
} from '../../src/mime/part-names.js'
import { percentDecode } from '../../src/mime/percent-escapes.js'
import { createReport } from '../../src/report.js'

function part(ids: readonly string[], contentLocation?: string, offset = 0): Part {
  const sent = ids.map((id) => (id === '' ? '' : `<${id}>`))
  const contentId = parseId(sent[0] ?? '').value
  return {
    headers: new Map(ids.length > 0 ? [['content-id', sent]] : []),
    mediaType: 'a/b',
    parameters: {},
    ...(contentId !== '' && { contentId }),
    ...(contentLocation !== undefined && { contentLocation }),
    body: new Uint8Array(0),
    offset,
    parts: [],
  }
}

describe('the ids of a part', () => {
  it.each([
    [[], []],
    [['a'], ['a']],
    [
      ['a', 'b'],
      ['a', 'b'],
    ],
    [['', 'b'], ['b']],
    [['a', ''], ['a']],
    [['a> <b'], ['a', 'b']],
    [[''], []],
  ])('of %j are %j', (sent, ids) => {
    expect(idsOf(part(sent))).toEqual(ids)
  })

  it('are those of sixteen fields at most', () => {
    const ids = Array.from({ length: 17 }, (_, i) => `a${i}`)
    expect(idsOf(part(ids))).toEqual(ids.slice(0, 16))
  })
})

describe('the parts that have an id', () => {
  const a = part(['a@x'])
  const escaped = part(['a%40x'])
  const second = part(['b', 'c'])

  it('are those that have it as it is', () => {
    expect(partsWithId([escaped, a, second], 'a@x')).toEqual([a])
    expect(partsWithId([a, escaped, second], 'a%40x')).toEqual([escaped])
    expect(partsWithId([a, second], 'c')).toEqual([second])
  })

  it('are, where there are none, those that have it but for escapes', () => {
    expect(partsWithId([escaped, second], 'a@x')).toEqual([escaped])
    expect(partsWithId([a, second], 'a%40x')).toEqual([a])
    expect(partsWithId([a, escaped, second], 'd')).toEqual([])
  })
})

describe('what deviates in a start', () => {
  it('is the escapes by which it differs from the id of the part that it names', () => {
    expect(escapeDeviations(part(['a', 'b%40c']), 'b%40c')).toEqual([])
    expect(escapeDeviations(part(['a', 'b%40c']), 'b@c')).toEqual([
      {
        code: 'start-unmatched',
        message: 'start="b@c" names a part but for percent-escapes; found without them.',
      },
    ])
  })
})

describe('a name', () => {
  it.each([
    ['a%40x', 'a@x'],
    ['%', '%'],
    ['%zz', '%zz'],
    ['%C3%A4', 'ä'],
    ['a', 'a'],
  ])('%j is %j without escapes', (sent, decoded) => {
    expect(percentDecode(sent)).toBe(decoded)
    expect(plainName(`<${sent}>`)).toBe(decoded)
  })
})

describe('comments around a name', () => {
  it.each([
    ['c1 (a picture)', 'c1'],
    ['(one) c1 (two (three))', 'c1'],
    ['image (1)', 'image'],
    ['image(1)', undefined],
    ['a (b) c', undefined],
    ['image (1).gif', undefined],
    ['(1)', undefined],
    [' (1)', undefined],
    ['c1', undefined],
  ])('may be in %j', (sent, name) => {
    expect(nameWithoutComments(sent)).toBe(name)
  })
})

describe('a name that two parts have', () => {
  const reported = (...parts: Part[]) => {
    const report = createReport()
    reportRepeatedNames(parts, report)
    return report.warnings
  }

  it('is reported at the second', () => {
    expect(reported(part(['a'], 'l', 1), part(['a'], 'l', 2))).toEqual([
      {
        code: 'content-id-repeated',
        message: 'Two parts have the Content-ID "a"; the first is found by it.',
        offset: 2,
        path: 'content-id',
      },
      {
        code: 'content-id-repeated',
        message: 'Two parts have the Content-Location "l"; the first is found by it.',
        offset: 2,
        path: 'content-location',
      },
    ])
  })

  it('is none where it is empty, or one part has it twice, or it is the id of one alone', () => {
    expect(reported(part([], ''), part([], ''))).toEqual([])
    expect(reported(part(['a', 'a']), part(['l']), part([], 'l'))).toEqual([])
    expect(reported(part(['a', 'b']), part(['c', 'b']))).toHaveLength(1)
  })
})
