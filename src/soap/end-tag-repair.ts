import { quote } from '../report.js'
import type { Deviations } from './deviations.js'
import type { Edits } from './edits.js'
import type { OpenElements } from './open-elements.js'
import { splitName } from './prefixes.js'
import type { ScannedEndTag } from './tag-scan.js'

/**
 * Has an end tag end the element that it is of, and repairs what differs from its start tag in the prefix
 * alone, or lacks its slash.
 *
 * @param at where the tag starts
 */
export function repairEndTag(
  text: string,
  at: number,
  { name, end }: ScannedEndTag,
  open: OpenElements,
  edits: Edits,
  deviations: Deviations,
): void {
  const { local } = splitName(name)
  endWithoutSlash(text, at, local, open, edits, deviations)
  const { last } = open
  if (last?.local !== local) return
  open.leave()
  if (last.name === name) return
  const what = () =>
    `The end tag ${quote(text.slice(at, end))} does not match ${quote(last.name)}; ends it anyway.`
  deviations.add('end-tag-prefix', what, at)
  edits.replace(at, end, `</${last.name}>`)
}

/**
 * Takes a start tag for the end tag that it was meant for: it repeats the name of the element that it
 * is in, nothing is in it, and what ends next is the element around both.
 */
function endWithoutSlash(
  text: string,
  at: number,
  local: string,
  open: OpenElements,
  edits: Edits,
  deviations: Deviations,
): void {
  const [around, element, tag] = open.innermost(3)
  if (tag === undefined || tag.name !== element?.name || around?.local !== local) return
  const written = text.slice(tag.start, tag.end)
  const isEmpty = text.slice(tag.end, at).trim() === ''
  if (!isEmpty || written !== `<${tag.name}>` || tag.local === local) return
  const what = () =>
    `${quote(written)} ends nothing; taken for the end tag of the element it is in.`
  deviations.add('end-tag-slash', what, tag.start)
  edits.replace(tag.start, tag.end, `</${tag.name}>`)
  open.leave()
  open.leave()
}

/** @returns whether the text ends within the end tag of the element that is open. */
export function isCutEndTag(text: string, at: number, { last }: OpenElements): boolean {
  if (last === undefined || text.length - at > last.name.length + 2) return false
  const next = text[at + 1]
  return next === undefined || (next === '/' && last.name.startsWith(text.slice(at + 2)))
}
