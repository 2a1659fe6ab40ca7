import type { Element } from '../soap/element.js'
import type { Entry, Node, Table } from './codec.js'
import { type Context, failAt, warnAt } from './context.js'
import { parseXPath, type Step } from './names.js'

/** What was found of what a table says. */
interface Presence {
  readonly filled: ReadonlySet<Entry>
  readonly held: ReadonlyMap<Node, Element> | undefined
  readonly hollow: ReadonlySet<Entry> | undefined
}

/** @returns the path of a row's element as warnings have it. */
export function plainPath({ row }: Entry): string {
  return row.xpath.replaceAll('mm7:', '')
}

/**
 * Reports what should be in an element and is not. Of one that is there and says nothing, such as an
 * empty Recipient, that was reported.
 *
 * @param parent the path of the element
 */
export function checkPresence(
  context: Context,
  table: Table,
  { filled, held, hollow }: Presence,
  element: Element,
  parent: string,
): void {
  for (const [name, node] of table.holders) {
    if (!held?.has(node)) miss(context, name, element)
  }
  for (const entry of table.entries) {
    const { presence } = entry.row
    if (presence === 'optional' || filled.has(entry)) continue
    const path = parent === '' ? plainPath(entry) : `${parent}/${plainPath(entry)}`
    const around = holderOf(entry, table, held) ?? element
    if (presence === 'required') {
      failAt(context, 'element-missing', `There is no ${path}.`, { path }, around)
    } else if (!hollow?.has(entry)) miss(context, path, around)
  }
}

/** @returns the element that should hold that of a row, if there is one, and it only holds others */
function holderOf(
  { row }: Entry,
  { elements }: Table,
  held: Presence['held'],
): Element | undefined {
  const [first] = parseXPath(row.xpath) as readonly [Step]
  return held?.get(elements.get(first.name) as Node)
}

function miss(context: Context, path: string, element: Element): void {
  warnAt(context, 'element-missing', `There is no ${path}; read without it.`, path, element)
}
