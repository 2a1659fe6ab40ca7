import type { Codec, Table } from './codec.js'
import { OPERATIONS, tableOf } from './operations/index.js'
import { TRANSACTION_ID_NAMES } from './transaction-id.js'

/** In lower case; made when it is first asked for: only what is not well-formed needs it. */
let names: ReadonlySet<string> | undefined

/**
 * @param name the local name of an element of MM7, in any case
 * @returns whether it holds text and nothing else, wherever it stands
 */
export function isTextElement(name: string): boolean {
  names ??= textElements()
  return names.has(name.toLowerCase())
}

/** Goes through the tables of all operations; an attribute's name is that of no element. */
function textElements(): ReadonlySet<string> {
  const texts = new Set(TRANSACTION_ID_NAMES)
  for (const operation of OPERATIONS) collect(tableOf(operation), texts)
  return texts
}

function collect(table: Table, texts: Set<string>): void {
  for (const { row } of table.entries) {
    const { xpath, codec, alsoCalled = [], alsoIn = [] } = row
    if (codec.holds === 'text') add([xpath, ...alsoCalled, ...alsoIn], texts)
    collectInner(codec, texts)
  }
}

function collectInner({ table, texts: inner = [] }: Codec<unknown>, texts: Set<string>): void {
  if (table !== undefined) collect(table(), texts)
  add(inner, texts)
}

function add(xpaths: readonly string[], texts: Set<string>): void {
  for (const xpath of xpaths) texts.add(xpath.slice(xpath.lastIndexOf(':') + 1).toLowerCase())
}
