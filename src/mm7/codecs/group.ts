import { checkText } from '../check.js'
import type { Codec, Fields, Table } from '../codec.js'
import { completeFields } from '../complete-fields.js'
import { type Draft, fillAbsent, readFields } from '../read-fields.js'
import { compileTable } from '../table.js'
import { type Values, writeAttributes, writeElements } from '../write-fields.js'

/** @returns the type of an element that is described by a table of its own. */
export function group<M extends object>(fields: Fields<M>): Codec<M> {
  let compiled: Table | undefined
  const table = (): Table => {
    compiled ??= compileTable(fields)
    return compiled
  }
  const rows = Object.entries<{ readonly xpath: string }>(fields)
  const attributes = rows.flatMap(([, { xpath }]) => (xpath[0] === '@' ? [xpath.slice(1)] : []))
  const holds = attributes.length === rows.length ? 'nothing' : 'elements'
  return {
    holds,
    attributes,
    inner: Object.fromEntries(rows.map(([property, { xpath }]) => [property, xpath])),
    table,
    absent: undefined,
    read: (context, element, path) => {
      if (holds === 'elements') checkText(context, element, path)
      const draft: Draft = {}
      fillAbsent(table(), draft)
      // In one that holds nothing they were reported with its shape.
      const children = holds === 'elements' ? element.children : []
      readFields(context, table(), element, children, path, draft)
      return draft as M
    },
    write: (value) => ({
      attributes: writeAttributes(table(), value as Values),
      children: writeElements(table().entries, value as Values),
    }),
    complete: (input, name) => completeFields(table(), input, name) as M,
  }
}
