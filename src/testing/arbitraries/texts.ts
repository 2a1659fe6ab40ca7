import * as fc from 'fast-check'

const astral = { min: 0x10000, max: 0x10ffff }

/** A character of XML 1.0 §2.2, those that need escaping more often than others. */
const xmlCharacter: fc.Arbitrary<string> = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...'abcXYZ019 .,-/+@#%') },
  { weight: 3, arbitrary: fc.constantFrom(...'&<>"\']\t\n\r', ']]>', '&amp;', '<!--', '\u2028') },
  { weight: 2, arbitrary: fc.integer({ min: 0x20, max: 0xd7ff }).map(toCharacter) },
  { weight: 1, arbitrary: fc.integer({ min: 0xe000, max: 0xfffd }).map(toCharacter) },
  { weight: 1, arbitrary: fc.integer(astral).map(toCharacter) },
)

function toCharacter(code: number): string {
  return String.fromCodePoint(code)
}

/** Any characters of XML: the value of an attribute. */
export const xmlText: fc.Arbitrary<string> = fc.string({ unit: xmlCharacter, maxLength: 20 })

/** What an element holds, as the parser reads it: white space around it taken off. */
export const elementText: fc.Arbitrary<string> = xmlText.map((text) => text.trim())

/** An `elementText` of a character at least. */
export const someText: fc.Arbitrary<string> = elementText.map((text) => text || 'x')

/** A name of XML without a colon (Namespaces in XML 1.0 §3). */
export const xmlName: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom('a', 'B', '_', 'é', '漢', 'constructor', '__proto__'),
    fc.string({ unit: fc.constantFrom('a', '0', '-', '.', '·', '_', 'ß'), maxLength: 5 }),
  )
  .map((parts) => parts.join(''))

/** Visible ASCII: a value that a header of HTTP can have (RFC 9110 §5.5), and any client can send. */
export const visibleText: fc.Arbitrary<string> = fc.string({
  unit: fc.integer({ min: 0x21, max: 0x7e }).map(toCharacter),
  minLength: 1,
  maxLength: 20,
})

/** A text that can stand in a header of a part, and is the same without blanks around it. */
export const headerText: fc.Arbitrary<string> = fc
  .string({
    unit: fc.constantFrom(...'abcXYZ019 .,-/+@#%;:="()\\', 'ß', 'à', '漢', '😀'),
    maxLength: 20,
  })
  .map((text) => text.replace(/^[ ]+|[ ]+$/g, '').replaceAll('=?', '='))

/** What a Content-ID can be, between its brackets. */
export const idText: fc.Arbitrary<string> = fc.string({
  unit: fc.constantFrom(...'abcXYZ019.-/+@%_', 'ü'),
  minLength: 1,
  maxLength: 12,
})
