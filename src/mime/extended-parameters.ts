import { strictDecoder } from '../charset.js'
import { findCharsetName } from '../charset-names.js'
import { decodeText, remedyOf } from '../decode-text.js'
import { type Deviation, quote } from '../report.js'
import { hasControls, replaceControls } from './header-text.js'
import { hasBarePercent, percentBytes } from './percent-escapes.js'

const SECTION = /^(.+?)(?:\*(\d{1,9}))?(\*)?$/
const CHARSET_AND_LANGUAGE = /^([^']*)'[^']*'/
const ESCAPE = /%[\da-f]{2}/i
/**
 * What parsers that know nothing of RFC 2231 read in its plain form: were ours to read the extended one,
 * the two would see two messages in one body.
 */
const PLAIN_FIRST: ReadonlySet<string> = new Set(['boundary', 'start', 'type', 'charset'])

/** What SECTION finds in a name: any that has a character matches. */
type SectionName = readonly [all: string, name: string, index?: string, star?: string]

interface Section {
  readonly index: number
  readonly isEncoded: boolean
  readonly text: string
}

/** Parameters with the extended ones under their plain names, and what is not as it should be. */
export interface DecodedParameters {
  readonly parameters: Readonly<Record<string, string>>
  /** The names of those that RFC 2231 has in a charset: what they hold is in no other encoding. */
  readonly encoded: ReadonlySet<string>
  readonly deviations: readonly Deviation[]
}

/**
 * Undoes the extensions of RFC 2231: values in another charset (`name*=utf-8''%e2%82%ac`) and values
 * in sections (`name*0="…"; name*1*=…`).
 *
 * @param parameters as they stand in the header
 * @param read the names of those that are asked for; undefined: any
 * @returns the same with the extended ones decoded under their plain names. An extended form wins over
 * a plain one beside it (RFC 2231 §4 lets the plain one be there for old readers), but for those by
 * which a body is taken apart and read.
 */
export function decodeExtendedParameters(
  parameters: Record<string, string>,
  read?: ReadonlySet<string>,
): DecodedParameters {
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
  const encoded = new Set<string>()
  const deviations: Deviation[] = []
  for (const [name, sections] of extended) {
    if (read?.has(name) === false) continue
    if (PLAIN_FIRST.has(name) && decoded[name] !== undefined) {
      const message = `${quote(name)} is there as RFC 2231 extends it, too; the plain one counts.`
      deviations.push({ code: 'parameter-repeated', message })
      continue
    }
    const value = joinSections(name, sections)
    decoded[name] = value.text
    deviations.push(...value.deviations)
    if (sections.some(({ isEncoded }) => isEncoded)) encoded.add(name)
  }
  return { parameters: decoded, encoded, deviations }
}

function joinSections(
  name: string,
  sections: Section[],
): { text: string; deviations: readonly Deviation[] } {
  const deviations: Deviation[] = []
  sections.sort((a, b) => a.index - b.index)
  if (sections.some(({ index }, i) => index !== i)) {
    const message = `Of ${name} a section is missing; read as far as possible.`
    deviations.push({ code: 'parameter-malformed', message })
  }
  let charset = 'utf-8'
  let isBare = false
  let isUnsaid = false
  const texts = sections.map(({ isEncoded, text }, i) => {
    if (!isEncoded) return text.replaceAll('%', '%25')
    const [prefix, named] = (i === 0 && CHARSET_AND_LANGUAGE.exec(text)) || ['', '']
    charset = named || charset
    isUnsaid ||= i === 0 && prefix === '' && ESCAPE.test(text)
    isBare ||= hasBarePercent(text)
    return text.slice(prefix.length)
  })
  if (isBare) {
    const message = `A % in ${name} starts no two hexadecimal digits; read as it is.`
    deviations.push({ code: 'parameter-malformed', message })
  }
  if (isUnsaid) {
    const message = `${name} is encoded, and names no charset; read as UTF-8.`
    deviations.push({ code: 'parameter-malformed', message })
  }
  const known = findCharsetName(charset)
  if (strictDecoder(charset) === undefined) {
    const message = `The charset ${quote(charset)} of ${name} is unknown; read as far as possible.`
    deviations.push({ code: 'parameter-malformed', message })
  } else if (known?.isNickname) {
    const message = `The charset ${quote(charset)} of ${name} is not a registered name; read as ${known.encoding}.`
    deviations.push({ code: 'charset-unknown', message })
  }
  // Only then is it taken apart: a character may be cut in two by the end of a section.
  const decoded = decodeText(percentBytes(texts.join('')), charset)
  const { text } = decoded
  const remedy = remedyOf(decoded, charset)
  if (remedy !== undefined) {
    const message = `The bytes of ${name} are not of ${charset}; ${remedy}.`
    deviations.push({ code: 'charset-invalid-bytes', message })
  }
  if (!hasControls(text)) return { text, deviations }
  const message = `There are control characters in ${name}; replaced by U+FFFD.`
  deviations.push({ code: 'character-forbidden', message })
  return { text: replaceControls(text), deviations }
}
