import { describe, expect, it } from 'vitest'
import { OwnEnds } from '../../src/soap/own-end.js'

/** @returns where the elements end that start with `<a` or `<b`, in order; each text stands for a place */
function ends(text: string): readonly string[] {
  const found = new OwnEnds(text, (name) => /^[ab]$/i.test(name))
  return [...text.matchAll(/<(?:x:)?[abc]\b/gi)].map(({ index }) => {
    const end = found.find(index)
    if (end === index) return 'unclear'
    return end === 'unclosed' ? end : text.slice(end)
  })
}

describe('an element of text', () => {
  it.each([
    ['with its own end tag', '<a>1</a>2', ['</a>2']],
    [
      'after others of its name',
      '<a>1</a><a>2</a><a>3</a>',
      ['</a><a>2</a><a>3</a>', '</a><a>3</a>', '</a>'],
    ],
    ['among others', '<a>1<b>2</a>3</b>', ['</a>3</b>', '</b>']],
    ['with another tag that looks like its own', '<a>1<c></ab></a>', ['</a>', 'unclear']],
    ['with another prefix at its end', '<x:a>1</a>', ['</a>']],
    ['with its name in another case at its end', '<a>1</A>', ['</A>']],
    ['with an end tag of its name in a CDATA section', '<a><![CDATA[</a>]]></a>', ['</a>']],
    ['with a CDATA section that never ends', '<a><![CDATA[</a><![CDATA[', ['</a><![CDATA[']],
    ['with two of them', '<a><![CDATA[</a>]]>1<![CDATA[<a>]]></a>', ['</a>', 'unclear']],
    ['without an end tag', '<a>1</b>', ['unclosed']],
    ['whose end tag is before it', '</a><a>1', ['unclosed']],
    ['with another of its name in it', '<a>1<a>2</a>', ['unclear', '</a>']],
    ['without one, before another of its name', '<a>1<a>2', ['unclear', 'unclosed']],
    ['that stands in a CDATA section', '<![CDATA[<a></a>]]>', ['unclear']],
    ['of no name that matters', '<c>1</c>', ['unclear']],
  ])('ends where its own end tag is: %s', (_, text, expected) => {
    expect(ends(text)).toEqual(expected)
  })
})
