import { quote } from '../report.js'
import type { Deviations } from './deviations.js'
import type { Edits } from './edits.js'
import { repairReference } from './reference-repair.js'
import { isPlainQuote, type ScannedAttribute } from './tag-scan.js'

const BLANK = /\s/

/**
 * Repairs the attributes of a start tag where that can be done in one way only: no blank before one, a
 * value without quotes or with typographic ones, no value, the same name again, and a bare `&`.
 *
 * @returns the values of those that are left, as they were sent
 */
export function repairAttributes(
  text: string,
  attributes: Iterable<ScannedAttribute>,
  edits: Edits,
  deviations: Deviations,
): ReadonlyMap<string, string> {
  const values = new Map<string, string>()
  for (const attribute of attributes) {
    const { name, start, from, to, end } = attribute
    const value = text.slice(from, to)
    const first = values.get(name)
    if (first !== undefined) {
      const what = (): string => {
        const done = first === value ? 'with the same value' : `${quote(first)} counts`
        return `The attribute ${name}=${quote(value)} is there twice; ${done}.`
      }
      deviations.add('attribute-malformed', what, start)
      edits.replace(start, end, '')
      continue
    }
    values.set(name, value)
    if (!BLANK.test(text.charAt(start - 1))) {
      const what = () => `No blank before the attribute ${quote(name)}; read as if there were one.`
      deviations.add('attribute-malformed', what, start)
      edits.replace(start, start, ' ')
    }
    if (attribute.isQuoted) repairQuotes(text, attribute, edits, deviations)
    else quoteValue(text, attribute, edits, deviations)
  }
  return values
}

function repairQuotes(
  text: string,
  { from, to }: ScannedAttribute,
  edits: Edits,
  deviations: Deviations,
): void {
  const isPlain = isPlainQuote(text[from - 1]) && isPlainQuote(text[to])
  if (!isPlain) {
    const what = 'Typographic quotes around the value of an attribute; read as plain ones.'
    deviations.add('quote-typographic', what, isPlainQuote(text[from - 1]) ? to : from - 1)
    edits.replace(from - 1, from, '"')
  }
  repairValue(text, from, to, edits, deviations)
  if (!isPlain) edits.replace(to, to + 1, '"')
}

function quoteValue(
  text: string,
  { name, start, from, to, isAssigned }: ScannedAttribute,
  edits: Edits,
  deviations: Deviations,
): void {
  const what = () =>
    from === to
      ? `The attribute ${quote(name)} has no value; read as empty.`
      : `The value of the attribute ${quote(name)} is not in quotes; read as it is.`
  deviations.add('attribute-malformed', what, from === to ? start : from)
  if (from === to) {
    edits.replace(from, to, isAssigned ? '""' : '=""')
    return
  }
  edits.replace(from, from, '"')
  repairValue(text, from, to, edits, deviations)
  edits.replace(to, to, '"')
}

function repairValue(
  text: string,
  from: number,
  to: number,
  edits: Edits,
  deviations: Deviations,
): void {
  // Not in the text: where no more of them comes, each value would be looked for one to its end.
  const value = text.slice(from, to)
  let at = value.indexOf('&')
  while (at >= 0) {
    at = value.indexOf('&', repairReference(text, from + at, edits, deviations) - from)
  }
}
