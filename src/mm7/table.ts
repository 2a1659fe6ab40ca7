import type { Entry, Fields, Node, Rest, Row, Simple, Table } from './codec.js'
import { Names, parseXPath, type Step } from './names.js'

/** @returns the table that a description says. @param rest what the schema has besides */
export function compileTable<M>(fields: Fields<M>, rest: Rest = {}): Table {
  const rows = Object.entries(fields as Readonly<Record<string, Row<unknown>>>)
  let order = -1
  const entries = rows.map(([property, row]): Entry => {
    if (row.isInAnyOrder !== true) order += 1
    return { property, row, order }
  })
  const elements = new Names<Node>()
  const attributes: [string, Entry][] = []
  for (const entry of entries) {
    const steps = parseXPath(entry.row.xpath)
    const [first] = steps
    if (first?.isAttribute) attributes.push([first.name, entry])
    else add(elements, steps, entry, entry.order)
  }
  for (const entry of entries) {
    for (const xpath of entry.row.alsoIn ?? []) add(elements, parseXPath(xpath), entry, undefined)
  }
  for (const [property, xpath] of rest.kept ?? []) {
    const after = entries.findIndex((entry) => entry.property === property)
    for (const step of parseXPath(xpath)) {
      elements.add(step, { entry: undefined, isKept: true, order: after + 0.5, inner: new Names() })
    }
  }
  for (const [, node] of nodesOf(elements, rest.filled)) node.isFilled = true
  return { entries, elements, attributes, holders: nodesOf(elements, rest.holders) }
}

/** @returns what stands for elements, and their names */
function nodesOf(names: Names<Node>, xpaths: readonly string[] = []): [string, Node][] {
  return xpaths.flatMap(parseXPath).flatMap(({ name }): [string, Node][] => {
    return [[name, names.get(name) as Node]]
  })
}

function add(
  names: Names<Node>,
  steps: readonly Step[],
  entry: Entry,
  order: number | undefined,
): void {
  let level = names
  for (const [at, step] of steps.entries()) {
    const isLast = at === steps.length - 1
    let node = level.get(step.name)
    if (node === undefined) {
      node = { entry: undefined, order, inner: new Names() }
      const others = isLast && order !== undefined ? (entry.row.alsoCalled ?? []) : []
      level.add(step, node, others.flatMap(parseXPath))
    }
    if (isLast) node.entry = entry
    level = node.inner
  }
}

/** @returns the codec of a row for an attribute: a simple type, as the row's maker sees to. */
export function simpleOf({ row }: Entry): Simple<unknown> {
  return row.codec as Simple<unknown>
}

/** @returns what the release of a namespace calls the element of a row, if that is a name of its own. */
export function nameIn({ calledIn }: Row<unknown>, namespace: string): string | undefined {
  if (calledIn === undefined || !namespace.endsWith(`/${calledIn.release}`)) return undefined
  return calledIn.name
}
