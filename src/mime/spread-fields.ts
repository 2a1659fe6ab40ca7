import type { Limits } from '../limits.js'
import { CR, LF } from './bytes.js'
import { CONTENT_TYPE } from './content-type.js'
import { type Field, isForeign, typeField } from './header-field.js'
import { isCertain } from './header-line.js'
import { type Block, type HeaderSource, scanBlock } from './header-scan.js'

/**
 * Takes the fields that empty lines part from the others: lines that are fields of MIME, and that an
 * empty line ends, are no text where the part lacks its Content-Type so far and they bring it, or
 * where an empty line came before the first field. Who puts one there puts one between all of them:
 * that goes on for fields of MIME that the part does not have yet.
 *
 * @param start where the block starts
 */
export function takeSpreadFields(
  source: HeaderSource,
  start: number,
  block: Block,
  limits: Limits,
): void {
  const { bytes } = source
  const isSpread = block.fields.length === 0
  if (block.end !== 'empty line') return
  if (typeField(bytes, block.fields) !== undefined) return
  const names = new Set(block.fields.map(nameOf))
  let count = block.fields.length
  let at = isSpread ? afterEmptyLines(bytes, block.at) : block.at
  let pending: Block[] = []
  // What is looked at in vain is no header: no limit would end it.
  while ((isSpread || !names.has(CONTENT_TYPE)) && source.looked <= limits.allHeaderBytes) {
    const more = scanBlock(source, at, limits)
    source.looked += more.at - at
    count += more.fields.length
    if (more.end !== 'empty line' || count > limits.headers) return
    if (more.at - start > limits.headerBytes) return
    if (!areOwn(more.fields, names)) return
    const message = 'An empty line among the headers of a part; the fields after it are read.'
    more.deviations.unshift({ code: 'header-line-malformed', message, offset: at })
    for (const field of more.fields) names.add(nameOf(field))
    pending.push(more)
    at = more.at
    if (!isSpread && !names.has(CONTENT_TYPE)) continue
    for (const { fields, deviations } of pending) {
      for (const field of fields) block.fields.push(field)
      for (const deviation of deviations) block.deviations.push(deviation)
    }
    block.at = at
    pending = []
  }
}

/** @returns whether these are fields of a part that has those of `names`. */
function areOwn(fields: readonly Field[], names: ReadonlySet<string>): boolean {
  const [first] = fields
  if (first === undefined || !isCertain(first)) return false
  return fields.every((field) =>
    names.has(CONTENT_TYPE)
      ? isCertain(field) && !names.has(nameOf(field))
      : field.name !== '' && !isForeign(field),
  )
}

function nameOf({ name }: Field): string {
  return name.toLowerCase()
}

function afterEmptyLines(bytes: Uint8Array, from: number): number {
  let at = from
  for (;;) {
    if (bytes[at] === LF) at += 1
    else if (bytes[at] === CR && bytes[at + 1] === LF) at += 2
    else return at
  }
}
