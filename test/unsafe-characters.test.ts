import { expect, test } from 'vitest'
import { escapeUnsafe, isSafe } from '../src/unsafe-characters.js'

/** By their properties, as the engine that runs this test knows them (Unicode 15 or later). */
const UNSAFE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u
/** Not assigned yet, among those that turn the direction of text. */
const RESERVED = 0x2065

test('controls, format characters, separators of lines and halves of characters are unsafe', () => {
  const wrong: string[] = []
  for (let code = 0; code <= 0x10ffff; code++) {
    const character = String.fromCodePoint(code)
    const expected = UNSAFE.test(character) || code === RESERVED
    if (isSafe(character) === expected) wrong.push(`U+${code.toString(16)}`)
  }
  expect(wrong).toEqual([])
})

test('what is unsafe becomes an escape, a character as one', () => {
  expect(escapeUnsafe('a\n\u202eb\u{e0041}\ud800😀')).toBe('a\\u{a}\\u{202e}b\\u{e0041}\\u{d800}😀')
})
