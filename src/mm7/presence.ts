import type { Element } from '../soap/element.js'
import type { Entry, Node, Table } from './codec.js'
import { type Context, failAt, warnAt } from './context.js'

/** What was found of what a table says. */
interface Presence {
  readonly filled: ReadonlySet<Entry>
  readonly held: ReadonlySet<Node> | undefined
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
    if (presence === 'required') {
      failAt(context, 'element-missing', `There is no ${path}.`, { path }, element)
    } else if (!hollow?.has(entry)) miss(context, path, element)
  }
}

function miss(context: Context, path: string, element: Element): void {
  warnAt(context, 'element-missing', `There is no ${path}; read without it.`, path, element)
}
