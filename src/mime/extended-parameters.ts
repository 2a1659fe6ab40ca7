import { decodeAs, strictDecoder } from '../charset.js'
import { quote } from '../report.js'
import { hexPair } from './bytes.js'

const SECTION = /^(.+?)(?:\*(\d{1,9}))?(\*)?$/
const CHARSET_AND_LANGUAGE = /^([^']*)'[^']*'/

/** What SECTION finds in a name: any that has a character matches. */
type SectionName = readonly [all: string, name: string, index?: string, star?: string]

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
 * over a plain one beside it (RFC 2231 §4 lets the plain one be there for old readers); the names of
 * those; and what is wrong with them
 */
export function decodeExtendedParameters(parameters: Record<string, string>): {
  parameters: Record<string, string>
  extended: ReadonlySet<string>
  faults: readonly string[]
} {
  const decoded: Record<string, string> = Object.create(null)
  const extended = new Map<string, Section[]>()
  for (const [key, text] of Object.entries(parameters)) {
    const [, name, index, star] = SECTION.exec(key) as unknown as SectionName
    if (index === undefined && star === undefined) {
      decoded[name] = text
      continue
    }
    const section = { index: Number(index ?? 0), isEncoded: star !== undefined, text }
    const sections = extended.get(name)
    if (sections === undefined) extended.set(name, [section])
    else sections.push(section)
  }
  const faults: string[] = []
  for (const [name, sections] of extended) {
    sections.sort((a, b) => a.index - b.index)
    if (sections.some(({ index }, i) => index !== i)) faults.push(`Of ${name} a section is missing`)
    const { text, charset } = joinSections(sections)
    if (strictDecoder(charset) === undefined) {
      faults.push(`The charset ${quote(charset)} of ${name} is unknown`)
    }
    decoded[name] = text
  }
  return { parameters: decoded, extended: new Set(extended.keys()), faults }
}

function joinSections(sections: readonly Section[]): { text: string; charset: string } {
  let charset = 'utf-8'
  const texts = sections.map(({ isEncoded, text }, i) => {
    if (!isEncoded) return text.replaceAll('%', '%25')
    const [prefix, named] = (i === 0 && CHARSET_AND_LANGUAGE.exec(text)) || ['', '']
    charset = named || charset
    return text.slice(prefix.length)
  })
  // Only then is it taken apart: a character may be cut in two by the end of a section.
  return { text: decodeAs(decodePercent(utf8.encode(texts.join(''))), charset), charset }
}

const utf8 = new TextEncoder()
const PERCENT = 0x25

/** Undoes `%` and two hexadecimal digits, in place; a `%` before anything else stays. */
function decodePercent(bytes: Uint8Array): Uint8Array {
  let length = 0
  for (let at = 0; at < bytes.length; at++) {
    const value = bytes[at] === PERCENT ? hexPair(bytes, at + 1) : -1
    bytes[length++] = value < 0 ? (bytes[at] as number) : value
    if (value >= 0) at += 2
  }
  return bytes.subarray(0, length)
}
