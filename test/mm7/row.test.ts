import { describe, expect, expectTypeOf, it } from 'vitest'
import type { Address } from '../../src/index.js'
import type { Fields } from '../../src/mm7/codec.js'
import { recipient } from '../../src/mm7/codecs/address.js'
import { boolean, oneOf, positiveInteger, text } from '../../src/mm7/codecs/simple.js'
import { expected, many, one, repeated, required } from '../../src/mm7/row.js'

/** A type that a table describes. */
interface Example {
  readonly name: string
  readonly size?: number
  readonly tags: readonly string[]
  readonly isOpen?: boolean
  readonly kind?: 'a' | 'b'
  readonly address?: Address
}

const NAME = required('mm7:Name', text)
const SIZE = one('mm7:Size', positiveInteger)
const TAGS = many('mm7:Tag', text)
const IS_OPEN = one('@isOpen', boolean)
const KIND = one('mm7:Kind', oneOf(['a', 'b']))
const ADDRESS = expected('mm7:Address', recipient)
const ALL = { name: NAME, size: SIZE, tags: TAGS, isOpen: IS_OPEN, kind: KIND, address: ADDRESS }

describe('the compiler holds a table to its interface', () => {
  it('takes a row for each property', () => {
    expectTypeOf(ALL).toExtend<Fields<Example>>()
  })

  it('misses a forgotten row, of an optional property too', () => {
    const { size: _, ...others } = ALL
    expectTypeOf(others).not.toExtend<Fields<Example>>()
    // @ts-expect-error -- there is no row for size.
    const forgotten: Fields<Example> = others
    expect(forgotten).not.toHaveProperty('size')
  })

  it('refuses a row for no property', () => {
    // @ts-expect-error -- there is no property more.
    const more: Fields<Example> = { ...ALL, more: one('mm7:More', text) }
    expect(more).toHaveProperty('more')
  })

  it('refuses two rows for one property', () => {
    const twice: Fields<Example> = {
      ...ALL,
      // biome-ignore lint/suspicious/noDuplicateObjectKeys: this is what is to be refused
      name: NAME,
      // @ts-expect-error -- it is there already.
      name: required('mm7:Other', text),
    }
    expect(twice.name.xpath).toBe('mm7:Other')
  })

  it('refuses a row of the wrong type', () => {
    // @ts-expect-error -- size is a number.
    const asText: Fields<Example> = { ...ALL, size: one('mm7:Size', text) }
    // @ts-expect-error -- kind is one of two words.
    const otherWords: Fields<Example> = { ...ALL, kind: one('mm7:Kind', oneOf(['a', 'c'])) }
    // @ts-expect-error -- address is no text.
    const address: Fields<Example> = { ...ALL, address: one('mm7:Address', text) }
    expect([asText, otherWords, address]).toHaveLength(3)
  })

  it('refuses many for one, and one for many', () => {
    // @ts-expect-error -- there is one name.
    const names: Fields<Example> = { ...ALL, name: many('mm7:Name', text) }
    // @ts-expect-error -- tags are a list.
    const tag: Fields<Example> = { ...ALL, tags: one('mm7:Tag', text) }
    // @ts-expect-error -- so it is of what the schema has once.
    const again: Fields<Example> = { ...ALL, name: repeated('mm7:Name', text) }
    expect([names.name.isMany, tag.tags.isMany, again.name.isMany]).toEqual([true, false, true])
  })

  it('refuses an attribute that is no simple type, and an XPath without a namespace', () => {
    // @ts-expect-error -- an attribute holds no address.
    const attribute = one('@address', recipient)
    // @ts-expect-error -- an element is MM7's.
    const element = one('Name', text)
    expect([attribute.xpath, element.xpath]).toEqual(['@address', 'Name'])
  })
})

it('says of each row when it must be there, and how often', () => {
  const rows = [NAME, ADDRESS, SIZE, TAGS, repeated('mm7:Tag', text)]
  expect(rows.map(({ presence, isMany, isOnce }) => [presence, isMany, isOnce])).toEqual([
    ['required', false, undefined],
    ['expected', false, undefined],
    ['optional', false, undefined],
    ['optional', true, undefined],
    ['optional', true, true],
  ])
})
