import { quote } from '../report.js'
import { latin1, lineEnd, nextLine } from './bytes.js'
import { type Field, fieldBytes, isForeign, typeField } from './header-field.js'
import { isCertain } from './header-line.js'
import { LIKELY_FIELD } from './header-names.js'
import type { Block, HeaderSource } from './header-scan.js'

/** Media types whose content may have lines that look like header fields. */
const TEXT_TYPE = /^text\/(?!xml\b)/i
/** How much of a field is looked at to see whether it is one. */
const GLANCE = 256

/** What a part is by its Content-Type. */
type Kind = 'text' | 'untyped' | 'other'

/**
 * Gives back to a text what looks like a field and is none: its sender left out the empty line. What
 * comes before a field that no text has is among headers. Of a text, fields that are none of MIME and
 * are left are reported: they may be its first lines.
 */
export function takeTextFromFields(source: HeaderSource, block: Block): void {
  const { bytes } = source
  const { fields, deviations } = block
  if (fields.every(isCertain)) return
  let certain = fields.length - 1
  while (certain >= 0 && !isCertain(fields[certain] as Field)) certain -= 1
  const kind = kindOf(bytes, fields)
  const isText = textTest(source, block, kind)
  const first = fields.findIndex((field, i) => i > certain && isText(field))
  const [start] = first < 0 ? [] : fields.splice(first)
  if (start !== undefined) {
    block.at = start.start
    block.end = 'text'
  }
  if (kind === 'other') return
  for (const field of fields) {
    if (field.name === '' || isCertain(field)) continue
    if (kind === 'untyped' && !isForeign(field)) continue
    const message = `The header field ${quote(field.name)} of a text may be its first line; read as a header.`
    deviations.push({ code: 'header-unexpected', message, offset: field.start })
  }
}

/** @returns what says of a field after the last certain one whether it is text. */
function textTest(source: HeaderSource, block: Block, kind: Kind): (field: Field) => boolean {
  const { bytes } = source
  const isUnlikely = (field: Field): boolean =>
    field.name !== '' &&
    !LIKELY_FIELD.test(latin1(bytes, field.start, Math.min(field.end, field.start + GLANCE)))
  const isEither = (field: Field): boolean =>
    isForeign(field) || (kind === 'text' && isUnlikely(field))
  const isNone = (): boolean => false
  switch (block.end) {
    case 'delimiter':
      return kind === 'text' ? (field) => field.name !== '' : isForeign
    case 'text':
      return kind === 'other' ? isNone : isEither
    case 'empty line':
      if (kind !== 'other' && isBodyEmpty(source, block.at)) return isEither
      return kind === 'text' ? isUnlikely : isNone
    default:
      return isNone
  }
}

/** @returns whether nothing stands between `at` and the next delimiter, or the end. */
function isBodyEmpty({ bytes, isDelimiter }: HeaderSource, at: number): boolean {
  const next = nextLine(bytes, at, bytes.length)
  const start = lineEnd(bytes, at, next) === at ? next : at
  return start >= bytes.length || isDelimiter(start)
}

/** A part without a type is a text by RFC 2045 §5.2, but senders leave the type of any out. */
function kindOf(bytes: Uint8Array, fields: readonly Field[]): Kind {
  const type = typeField(bytes, fields)
  if (type === undefined) return 'untyped'
  return TEXT_TYPE.test(fieldBytes(bytes, type)) ? 'text' : 'other'
}
