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

/** Goes through the tables of all operations: what holds text in one place and elements in another is none. */
function textElements(): ReadonlySet<string> {
  const texts = new Set(TRANSACTION_ID_NAMES)
  const others = new Set<string>()
  for (const operation of OPERATIONS) collect(tableOf(operation), texts, others)
  return new Set([...texts].filter((name) => !others.has(name)))
}

function collect(table: Table, texts: Set<string>, others: Set<string>): void {
  for (const { row } of table.entries) {
    const { xpath, codec, alsoCalled = [], alsoIn = [] } = row
    if (xpath.startsWith('@')) continue
    const found = codec.holds === 'text' ? texts : others
    for (const path of [xpath, ...alsoCalled, ...alsoIn]) found.add(lastName(path))
    collectInner(codec, texts, others)
  }
}

function collectInner(
  { table, texts: inner = [] }: Codec<unknown>,
  texts: Set<string>,
  others: Set<string>,
): void {
  if (table !== undefined) collect(table(), texts, others)
  for (const path of inner) texts.add(lastName(path))
}

function lastName(xpath: string): string {
  return xpath.slice(xpath.lastIndexOf(':') + 1).toLowerCase()
}
