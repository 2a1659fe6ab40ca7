import type { Limits } from '../limits.js'
import { lineEnd, nextLine } from './bytes.js'
import { type Field, fieldName, isForeign, typeField } from './header-field.js'
import { isCertain } from './header-line.js'
import { type Block, type HeaderSource, scanBlock } from './header-scan.js'

/**
 * Takes the fields that empty lines part from the others. After an empty line before the first field,
 * or where there is no Content-Type yet, lines that are fields of MIME, and that an empty line ends,
 * are no text. After an empty line before the first field that goes on, for fields of MIME that the
 * part does not have yet: such senders put one between all of them.
 */
export function takeSpreadFields(source: HeaderSource, block: Block, limits: Limits): void {
  const { bytes } = source
  const isSpread = block.fields.length === 0
  if (!isSpread && typeField(bytes, block.fields) !== undefined) return
  while (block.end === 'empty line') {
    const names = new Set(block.fields.map((field) => nameOf(bytes, field)))
    const hasType = names.has('content-type')
    if (hasType && !isSpread) return
    const from = names.size === 0 ? afterEmptyLines(bytes, block.at) : block.at
    const more = scanBlock(source, from, limits)
    const [first] = more.fields
    if (more.end !== 'empty line' || first === undefined || !isCertain(bytes, first)) return
    const isOwn = (field: Field): boolean =>
      hasType
        ? isCertain(bytes, field) && !names.has(nameOf(bytes, field))
        : field.nameEnd > field.start && !isForeign(bytes, field)
    if (!more.fields.every(isOwn)) return
    if (block.fields.length + more.fields.length > limits.headers) return
    const message = 'An empty line among the headers of a part; the fields after it are read.'
    block.deviations.push(
      { code: 'header-line-malformed', message, offset: from },
      ...more.deviations,
    )
    block.fields.push(...more.fields)
    block.at = more.at
  }
}

function nameOf(bytes: Uint8Array, field: Field): string {
  return fieldName(bytes, field).toLowerCase()
}

function afterEmptyLines(bytes: Uint8Array, from: number): number {
  let at = from
  for (;;) {
    const next = nextLine(bytes, at, bytes.length)
    if (next === at || lineEnd(bytes, at, next) > at) return at
    at = next
  }
}
