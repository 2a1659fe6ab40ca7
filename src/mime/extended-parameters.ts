import { decodeAs } from '../charset.js'

const SECTION = /^(.+?)(?:\*(\d{1,9}))?(\*)?$/
const CHARSET_AND_LANGUAGE = /^([^']*)'[^']*'/

interface Section {
  readonly index: number
  readonly isEncoded: boolean
  readonly text: string
}

/**
 * Undoes the extensions of RFC 2231: values in another charset (`name*=utf-8''%e2%82%ac`) and values
 * in sections (`name*0="…"; name*1*=…`).
 *
 * @param parameters as they stand in the header
 * @returns the same with the extended ones decoded under their plain names; an extended form wins
 * over a plain one beside it (RFC 2231 §4 lets the plain one be there for old readers)
 */
export function decodeExtendedParameters(
  parameters: Record<string, string>,
): Record<string, string> {
  const decoded: Record<string, string> = Object.create(null)
  const extended = new Map<string, Section[]>()
  for (const [key, text] of Object.entries(parameters)) {
    const [, name = key, index, star] = SECTION.exec(key) ?? []
    if (index === undefined && star === undefined) {
      decoded[name] = text
      continue
    }
    const section = { index: Number(index ?? 0), isEncoded: star !== undefined, text }
    const sections = extended.get(name)
    if (sections === undefined) extended.set(name, [section])
    else sections.push(section)
  }
  for (const [name, sections] of extended) decoded[name] = joinSections(sections)
  return decoded
}

function joinSections(sections: Section[]): string {
  sections.sort((a, b) => a.index - b.index)
  let charset = 'utf-8'
  const bytes: number[] = []
  for (const [i, section] of sections.entries()) {
    let text = section.text
    if (i === 0 && section.isEncoded) {
      const [prefix, named] = CHARSET_AND_LANGUAGE.exec(text) ?? ['']
      if (named !== undefined && named !== '') charset = named
      text = text.slice(prefix.length)
    }
    pushBytes(bytes, text, section.isEncoded)
  }
  return decodeAs(Uint8Array.from(bytes), charset)
}

const utf8 = new TextEncoder()

function pushBytes(bytes: number[], text: string, isEncoded: boolean): void {
  for (let i = 0; i < text.length; i++) {
    const hex = isEncoded && text[i] === '%' ? /^[\da-f]{2}/i.exec(text.slice(i + 1, i + 3)) : null
    if (hex !== null) {
      bytes.push(Number.parseInt(hex[0], 16))
      i += 2
    } else {
      const character = String.fromCodePoint(text.codePointAt(i) as number)
      bytes.push(...utf8.encode(character))
      i += character.length - 1
    }
  }
}
