import type { Mm7Error, Warning } from '../../src/index.js'
import { type Delimiter, delimitersIn } from './delimiters.js'

/** A run of a text. */
export type Run = readonly [start: number, end: number]

/** A tag that is as it should be: a `>` within quotes is not its end. */
const TAG = /<(?:[^<>"']|"[^"<]*"|'[^'<]*')*>/y
/** What is where in a body, by its text alone: a character for each byte, without zeros. */
export class BodyMap {
  readonly text: string
  readonly #delimiters: readonly Delimiter[]
  readonly #repairs: ReadonlyMap<number, string>

  /**
   * @param contentType that of the request
   * @param repairs where a `<` starts no tag, or that of an end tag, by what was reported of it
   */
  constructor(text: string, contentType: string, repairs: ReadonlyMap<number, string>) {
    this.text = text
    this.#delimiters = delimitersIn(text, contentType)
    this.#repairs = repairs
  }

  /** @returns what is between two delimiters, and which was the first; undefined: the start of the body */
  between(index: number): { readonly run: Run; readonly after: Delimiter | undefined } {
    const after = this.#delimiters.filter(({ next }) => next <= index).at(-1)
    const start = after?.next ?? 0
    const end = this.#delimiters.find((line) => line.start >= start)?.start ?? this.text.length
    return { run: [start, end], after }
  }

  /** @returns the line at an index, and those folded into it */
  line(index: number): Run {
    const start = this.text.lastIndexOf('\n', index - 1) + 1
    const folded = /[^\n]*(?:\n[ \t][^\n]*)*/y
    folded.lastIndex = start
    folded.test(this.text)
    return [start, Math.max(folded.lastIndex, start)]
  }

  /** @returns the header fields of a name in the part that an index is in */
  fields(name: string, index: number): Run[] {
    const [start, end] = this.between(index).run
    const fields = this.text.slice(start, end).matchAll(/^[ \t]*([\w-]+)[ \t]*:/gm)
    return [...fields]
      .filter(({ 1: found }) => found?.toLowerCase() === name)
      .map(({ index: at }) => this.line(start + at))
  }

  /** @returns the header fields of the part that starts at an index */
  block(start: number): Run {
    const [, stop] = this.between(start).run
    const fields = /^(?:[^\r\n][^\n]*\n)*/.exec(this.text.slice(start, stop))?.[0] ?? ''
    return [start, start + fields.length]
  }

  /** @returns where the tag or the text starts that comes to an index */
  markup(index: number): number {
    if (this.text[index] === '<') return index
    const open = this.text.lastIndexOf('<', index - 1)
    const close = this.text.lastIndexOf('>', index - 1)
    return Math.max(open, close + 1, this.between(index).run[0])
  }

  /** @returns the start tag at an index */
  tag(index: number): Run {
    TAG.lastIndex = index
    if (TAG.test(this.text)) return [index, TAG.lastIndex]
    const end = this.text.indexOf('>', index)
    return [index, end < 0 ? this.text.length : end + 1]
  }

  /** @returns the element whose start tag is at an index: its tag and its own text, all of it */
  element(index: number): { readonly own: readonly Run[]; readonly all: Run } {
    const { text } = this
    const tags = /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>|<(\/?)[^\s<>/][^<>]*>/g
    tags.lastIndex = index
    const own: Run[] = []
    let [depth, at] = [0, index]
    for (let tag = tags.exec(text); tag !== null; tag = tags.exec(text)) {
      const [found, slash] = tag
      const repair = this.#repairs.get(tag.index)
      if (repair === 'less-than-bare') tags.lastIndex = tag.index + 1
      if (slash === undefined || repair === 'less-than-bare') continue
      if (depth <= 1) own.push([at, depth === 0 ? tags.lastIndex : tag.index])
      at = tags.lastIndex
      if (slash === '/' || repair === 'end-tag-slash') depth -= 1
      else if (!found.endsWith('/>')) depth += 1
      if (depth <= 0) return { own, all: [index, tags.lastIndex] }
    }
    const [, end] = this.between(index).run
    return { own: [...own, [at, end]], all: [index, end] }
  }
}

const ENVELOPE = /<[\w-]+:?Envelope\b/
const XML_TYPE = /^content-type:\s*(?:text|application)\/(?:\w+\+)?xml\b/im
/** An empty line, from the end of the one before it. */
const NO_LINE = /\n\r*\n/

type Covers = (map: BodyMap, index: number, path: string) => readonly Run[]

const tag: Covers = (map, index) => [map.tag(index)]
const own: Covers = (map, index) => map.element(index).own
const all: Covers = (map, index) => [map.element(index).all]
const field: Covers = (map, index, path) => map.fields(path, index)
/** The envelope, should it be a line among the fields of its part: those after it are of that part, too. */
const fieldsOfLine: Covers = (map, index) => {
  const [start, end] = map.line(index)
  if (!ENVELOPE.test(map.text.slice(start, end))) return [[start, end]]
  const length = map.text.slice(end).search(NO_LINE)
  return [[start, length < 0 ? map.between(index).run[1] : end + length]]
}
/** The line that headers end before; should it look like a delimiter that ends nothing, its fields are prose. */
const endOfHeaders: Covers = (map, index) => {
  const [start, end] = map.line(index)
  return [[start, map.text.startsWith('--', start) ? map.block(end + 1)[1] : end]]
}
const rest: Covers = (map, index) => [[index, endOfPart(map, index)]]
/**
 * The tag or the text that reading ended in, and what comes after it; where the part is called XML, its
 * header fields, too, and those of the multiparts around it: they are the envelope's own, whatever the
 * part holds.
 */
const end: Covers = (map, index) => {
  const [start] = map.between(index).run
  const fields = map.block(start)
  const ended: Run = [map.markup(index), endOfPart(map, index)]
  return XML_TYPE.test(map.text.slice(...fields)) ? [fields, ...around(map, start), ended] : [ended]
}
/** Where a part ends: multiparts are of its body that its headers should have opened, and ended early. */
function endOfPart(map: BodyMap, from: number): number {
  const own = Number(boundaryOf(map, map.between(from).run[0]))
  for (let at = from; ; ) {
    const [, stop] = map.between(at).run
    const [, number] = /^--=_boundary\.(\d+)/.exec(map.text.slice(stop)) ?? []
    if (number === undefined || !(Number(number) > own)) return stop
    at = map.line(stop)[1] + 1
  }
}
/** The number of the boundary whose delimiter is before a part. */
function boundaryOf(map: BodyMap, start: number): string | undefined {
  const delimiter = map.between(start).after
  return delimiter && map.text.slice(delimiter.start, delimiter.next).match(/\d+/)?.[0]
}
/** The header fields of the multiparts that a part is in, but for the outermost, which are the request's. */
function around(map: BodyMap, start: number): Run[] {
  const boundary = boundaryOf(map, start)
  const named = map.text
    .slice(0, start)
    .search(new RegExp(`boundary="?=_boundary\\.${boundary}\\b`, 'i'))
  if (boundary === undefined || named < 0) return []
  const fields = map.block(map.between(named).run[0])
  return [fields, ...around(map, fields[0])]
}
const part: Covers = (map, index) => {
  const [start] = map.between(index).run
  return [[start, endOfPart(map, index)]]
}
const attribute: Covers = (map, index) => {
  const pattern = /[^\s=]+\s*(?:=\s*(?:"[^"]*"|'[^']*'|[^\s>]*))?/y
  pattern.lastIndex = index
  return pattern.test(map.text) ? [[index, pattern.lastIndex]] : []
}

/**
 * What a report is about that may have made something vanish, by its code, from its place on. Of all
 * others nothing vanishes: what they are about is read.
 */
const COVERED: Partial<Record<Mm7Error['code'], Covers>> = {
  // A line among headers that is no field.
  'header-line-malformed': fieldsOfLine,
  'blank-line-missing': endOfHeaders,
  // Of the envelope's own part, whose header fields are in no attachment.
  'parameter-malformed': field,
  'parameter-unquoted': field,
  'content-type-malformed': field,
  // In a preamble or an epilogue.
  'delimiter-missing': rest,
  // The line that the boundary was taken from, and what comes before it.
  'boundary-missing': rest,
  // What is no base64 may be anywhere before what shows it.
  'transfer-encoding-malformed': part,
  'charset-invalid-bytes': part,
  'xml-declaration': tag,
  'prefix-undeclared': tag,
  'attribute-malformed': attribute,
  'attribute-unexpected': tag,
  'attribute-name': tag,
  'text-unexpected': own,
  'soap-header-unknown': all,
  'soap-body-extra': all,
  'element-repeated': own,
  'value-malformed': own,
  'value-unknown': own,
  'address-empty': own,
  // What cannot be read at all.
  'body-unreadable': (map) => [[0, map.text.length]],
  'envelope-missing': part,
  'xml-malformed': end,
  'xml-doctype': end,
}

const ENCODINGS = /^content-transfer-encoding[ \t]*:([^\n]*)/gim
const ENCODED = /^(?:base64|quotedprintable)/i

/** @returns whether header fields name a transfer encoding that has to be undone: by its letters and digits */
function isEncoded(fields: string): boolean {
  return [...fields.matchAll(ENCODINGS)].some(([, sent = '']) =>
    ENCODED.test(sent.replaceAll(/[^a-z\d]/gi, '')),
  )
}

/** @returns what a report covers of the body, by its place. @param index that of its offset */
export function coveredBy(map: BodyMap, report: Warning | Mm7Error, index: number): readonly Run[] {
  const covers = COVERED[report.code]
  if (covers === undefined) return []
  // Of what is in a transfer encoding, the place is that of the part's body.
  const [start] = map.between(index).run
  const isBody = map.text[index - 1] === '\n' && isEncoded(map.text.slice(start, index))
  return isBody ? part(map, index, '') : covers(map, index, report.path ?? '')
}
