/** All that must not stand in XML text or between double quotes as it is, CR for the line ends. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what it is about
const UNSAFE = /[&<>"\r]|[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|\p{Surrogate}/gu

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#13;',
}

/**
 * @param text any string
 * @returns it for an element's text or an attribute's value in double quotes; what XML 1.0 §2.2 has
 * no character for, a lone surrogate too, is U+FFFD
 */
export function escapeXml(text: string): string {
  return text.replace(UNSAFE, (character) => ENTITIES[character] ?? '\ufffd')
}
