import { describe, expect, it } from 'vitest'
import { scanEndTag, scanStartTag } from '../../src/soap/tag-scan.js'

/** @returns the tag, how it ends, and its attributes: name, value between the quotes that it has */
function scan(text: string, at = 0): readonly string[] | undefined {
  const tag = scanStartTag(text, at)
  if (tag === undefined) return undefined
  const attributes = [...tag.attributes].map(({ name, from, to, end, isQuoted, isAssigned }) => {
    const value = isQuoted ? text.slice(from - 1, end) : text.slice(from, to)
    return isAssigned ? `${name}=${value}` : name
  })
  return [text.slice(at, tag.end), tag.isEmpty ? `${tag.name}/` : tag.name, ...attributes]
}

describe('a start tag', () => {
  it.each([
    ['without anything', '<a>', ['a']],
    ['that is an end tag as well', '<a/>', ['a/']],
    ['that is one, behind a blank', '<a />', ['a/']],
    ['over lines', '<a\n\tb="1"\r\n c = \'2\' >', ['a', 'b="1"', "c='2'"]],
    ['with names that are not ASCII', '<p:ä-1 _é.b="1">', ['p:ä-1', '_é.b="1"']],
    ['with no blank between attributes', '<a b="1"c=\'2\'>', ['a', 'b="1"', "c='2'"]],
    ['with a > in a value', '<a b=">" c=\'/>\'/>', ['a/', 'b=">"', "c='/>'"]],
    ['with a value without quotes', '<a b=12>', ['a', 'b=12']],
    ['with a slash at the end of one', '<a b=c/ d=e/>', ['a/', 'b=c/', 'd=e']],
    ['with names alone', '<a b c/>', ['a/', 'b', 'c']],
    ['with a = and no value', '<a b= >', ['a', 'b=']],
    ['with a = and no value at its end', '<a b=/>', ['a/', 'b=']],
    ['with nothing that has a name', '<a "b>c" \'d\' “>” =e>', ['a']],
    ['with something without a name among others', '<a b="1" =>', ['a']],
    ['with a slash among others', '<a b="1" / c="2">', ['a']],
  ])('is made out %s', (_, tag, expected) => {
    expect(scan(`x${tag}y>`, 1)).toEqual([tag, ...expected])
  })

  it.each([
    ['a name', '< a>'],
    ['a name', '<1a>'],
    ['a name', '<>'],
    ['its >', '<a b'],
    ['its >', '<a b='],
    ['its > before another tag', '<a b<c>'],
    ['the end of a value', '<a b="c>'],
    ['the end of a value before another tag', '<a b="c<d">'],
    ['the end of a value before another tag', "<a b='c<d'>"],
    ['the end of a value before another tag', '<a b=“c<d”>'],
    ['the end of a value', '<a b=„c>'],
    ['the end of what has no name', '<a "b>'],
  ])('is none without %s: %s', (_, text) => {
    // A > before it is none of its own.
    expect(scan(`>${text}`, 1)).toBeUndefined()
  })
})

describe('a value in quotes that are not of one kind', () => {
  it.each([
    // Typographic quotes end with any, wherever that stands.
    ['<a b=“c” d=„e“>', ['b=“c”', 'd=„e“']],
    ['<a b=“c"d=”e“>', ['b=“c"', 'd=”e“']],
    // Plain ones end with a typographic one where the tag goes on behind it.
    ['<a b="c”>', ['b="c”']],
    ['<a b="c” >', ['b="c”']],
    ['<a b="c”/>', ['b="c”']],
    ['<a b="c” d="e">', ['b="c”', 'd="e"']],
    ['<a b="c”  de = "f">', ['b="c”', 'de="f"']],
    ["<a b='c’ de='f'>", ["b='c’", "de='f'"]],
    // Elsewhere it is text.
    ['<a b="“c” d”e>f">', ['b="“c” d”e>f"']],
    ['<a b="c” d e" f="g">', ['b="c” d e"', 'f="g"']],
    ["<a b='it’s'>", ["b='it’s'"]],
    ['<a b="it\'s">', ['b="it\'s"']],
    // So it is with apostrophes, which end with any of their kind.
    ["<a b=‘it’s’ c=’d'>", ['b=‘it’s’', "c=’d'"]],
    // They may stand in a value without quotes, too.
    ['<a b=’twas c="d">', ['b=’twas', 'c="d"']],
    ['<a b=O’Brien>', ['b=O’Brien']],
    ['<a b=‘c d="e’">', ['b=‘c', 'd="e’"']],
  ])('ends where it was meant to: %s', (text, attributes) => {
    expect(scan(text)?.slice(2)).toEqual(attributes)
  })
})

describe('an end tag', () => {
  it.each([
    ['</a>', 'a'],
    ['</p:a \n>', 'p:a'],
    ['</é>', 'é'],
    ['</ a>', undefined],
    ['</>', undefined],
    ['<a>', undefined],
    ['</a b>', undefined],
    ['</a', undefined],
    ['</a<b>', undefined],
  ])('is %j: %s', (text, name) => {
    const end = 1 + text.length
    expect(scanEndTag(`x${text}y`, 1)).toEqual(name === undefined ? undefined : { name, end })
  })
})
