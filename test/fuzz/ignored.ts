import type { BodyMap } from './places.js'

/** What a preamble or an epilogue may not hold in silence: fields, one of MIME among them, and an empty line. */
const STRAY_PART =
  /^(?:--\S*?\r?)?content-[\w-]+[ \t]*:[^\n]*\n(?:(?:[\w-]+[ \t]*:|[ \t])[^\n]*\n)*\r*\n/im
/** The headers of a multipart, to their empty line. */
const MULTIPART_HEADERS = /boundary="?=_boundary[\s\S]*?\n\r*\n/i
/** Where the envelope comes: the multiparts around it have said how to read it. */
const ENVELOPE = /<[\w-]+:?Envelope\b/
/** What stands before an envelope in its part: its header fields. */
const ENVELOPE_HEADERS =
  /^[\s\S]*?(?=<\?xml|<[\w-]+:?Envelope)|^[\s\S]*?\n\r*\n(?=PD9|PHM6|PGV|PHNvYXA)/

/** @returns whether the standards have what stands at the index ignored (docs/decisions/0007) */
export function isIgnored(map: BodyMap, index: number): boolean {
  const { run, after } = map.between(index)
  const [start, end] = run
  const inside = map.text.slice(start, end)
  const at = index - start
  const headers = endOf(MULTIPART_HEADERS, inside)
  if (isGap(inside, at, after === undefined || after.isClose ? 0 : headers)) return true
  if (headers !== undefined && at < headers && ENVELOPE.test(map.text.slice(end))) return true
  if (at < (ENVELOPE_HEADERS.exec(inside)?.[0].length ?? 0)) return true
  if (isUnusedNamespace(map, index)) return true
  return /<!--(?![\s\S]*-->)[\s\S]*$|<\?(?![\s\S]*\?>)[\s\S]*$/.test(inside.slice(0, at))
}

/** Prose of a preamble or an epilogue (RFC 2046 §5.1.1). @param start where one starts; undefined: there is none */
function isGap(inside: string, at: number, start: number | undefined): boolean {
  if (start === undefined || at < start) return false
  const stray = STRAY_PART.exec(inside.slice(start))
  return stray === null || at < start + stray.index
}

function endOf(pattern: RegExp, text: string): number | undefined {
  const found = pattern.exec(text)
  return found === null ? undefined : found.index + found[0].length
}

/** A namespace in which no name is (Namespaces in XML 1.0 §3). */
function isUnusedNamespace(map: BodyMap, index: number): boolean {
  const before = map.text.slice(0, index)
  const prefix = /<[^<>]*\bxmlns:+(\w+)=(?:3D)?["'][^"'<>]*$/.exec(before)?.[1]
  if (prefix === undefined) return false
  const [start, end] = map.element(before.lastIndexOf('<')).all
  const names = map.text.slice(start, end).replaceAll(/<!--[\s\S]*?(?:-->|$)/g, '')
  return !new RegExp(`(?:<|\\s)${prefix}:`).test(names)
}
