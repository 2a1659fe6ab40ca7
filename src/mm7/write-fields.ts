import { mm7Node, type XmlNode } from '../soap/write/xml-node.js'
import type { Entry, Table } from './codec.js'
import { parseXPath } from './names.js'
import { nameIn, simpleOf } from './table.js'

/** Properties to be written, by their names. */
export type Values = Readonly<Record<string, unknown>>

/** @returns the attributes that a table has for these values. */
export function writeAttributes(table: Table, values: Values): XmlNode['attributes'] {
  return table.attributes.flatMap(([name, entry]): XmlNode['attributes'] => {
    const value = values[entry.property]
    return value === undefined ? [] : [[name, simpleOf(entry).format(value)]]
  })
}

/**
 * @param namespace MM7's, where the release it is of matters
 * @param holders elements that are there even if nothing is in them
 * @returns the elements that some rows of a table have for these values, in the order of the rows
 */
export function writeElements(
  entries: readonly Entry[],
  values: Values,
  namespace: string = '',
  holders: Table['holders'] = [],
): XmlNode[] {
  const nodes: XmlNode[] = []
  for (const { property, row } of entries) {
    const value = values[property]
    const steps = parseXPath(row.xpath)
    const names = steps.map(({ name }) => name)
    const name = nameIn(row, namespace) ?? (names.at(-1) as string)
    names.pop()
    if (holders.some(([holder]) => holder === names[0])) containerIn(nodes, names)
    if (value === undefined || steps[0]?.isAttribute) continue
    for (const item of row.isMany ? (value as readonly unknown[]) : [value]) {
      const written = row.codec.write(item)
      if (written !== undefined) containerIn(nodes, names).push(mm7Node(name, written))
    }
  }
  return nodes
}

/** @returns where elements go that are in others: rows that share these follow one another. */
function containerIn(nodes: XmlNode[], names: readonly string[]): XmlNode[] {
  let level = nodes
  for (const name of names) {
    let container = level.at(-1)
    if (container?.name !== name) {
      container = mm7Node(name)
      level.push(container)
    }
    level = container.children
  }
  return level
}
