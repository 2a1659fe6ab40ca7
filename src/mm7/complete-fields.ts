import type { Table } from './codec.js'
import type { Values } from './write-fields.js'

/** @returns what was given, for a message about it. */
export function describe(value: unknown): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'a list'
  return typeof value === 'object' ? 'an object' : `of type ${typeof value}`
}

/**
 * Fills in what an input of a table's type leaves out.
 *
 * @param input properties, each a value or a short form of it
 * @param name of what they are the properties of, as their caller writes it; empty at the top
 * @param beside the properties that are not the table's
 * @returns the properties of the table
 * @throws TypeError if one is not the table's, or not of its type
 */
export function completeFields(
  table: Table,
  input: unknown,
  name: string,
  beside: readonly string[] = [],
): Record<string, unknown> {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) {
    throw new TypeError(`${name} is ${describe(input)}: pass an object.`)
  }
  const values = input as Values
  const known = new Set([...table.entries.map(({ property }) => property), ...beside])
  for (const property of Object.keys(values)) {
    if (known.has(property)) continue
    const all = [...known].join(', ')
    throw new TypeError(`There is no property ${nameOf(name, property)}: there are ${all}.`)
  }
  const completed: Record<string, unknown> = {}
  for (const { property, row } of table.entries) {
    const value = values[property]
    const inner = nameOf(name, property)
    if (value !== undefined) {
      completed[property] = row.isMany
        ? listOf(value, inner).map((item, at) => row.codec.complete(item, `${inner}[${at}]`))
        : row.codec.complete(value, inner)
    } else if (row.isMany) completed[property] = []
    else if (row.codec.absent !== undefined) completed[property] = row.codec.absent()
  }
  return completed
}

function nameOf(parent: string, property: string): string {
  return parent === '' ? property : `${parent}.${property}`
}

function listOf(value: unknown, name: string): readonly unknown[] {
  if (Array.isArray(value)) return value
  throw new TypeError(`${name} is ${describe(value)}: pass a list.`)
}
