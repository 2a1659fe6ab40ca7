import type { Fields, Rest, Table } from '../codec.js'
import { compileTable } from '../table.js'

/** Operations that one side sends, or answers with, each with its table. */
export interface Catalog<N extends string = string> {
  readonly names: readonly N[]
  /** @returns the table of an operation, compiled when it is first asked for */
  tableOf(name: N): Table
  /** @returns the operation that a sender means by the name of an element, in whatever case */
  find(name: string): N | undefined
}

/**
 * @param fields what describes each operation; the most common one first
 * @param rest what the schema has besides
 * @returns a catalog of the operations
 */
export function catalog<N extends string>(
  fields: Readonly<Record<N, () => Readonly<Record<string, unknown>>>>,
  rest: { readonly [P in N]?: Rest } = {},
): Catalog<N> {
  const names = Object.keys(fields) as N[]
  const byLowerCase = new Map(names.map((name) => [name.toLowerCase(), name]))
  const compiled = new Map<N, Table>()
  return {
    names,
    tableOf: (name) => {
      const known = compiled.get(name)
      if (known !== undefined) return known
      const table = compileTable(fields[name]() as Fields<unknown>, rest[name])
      compiled.set(name, table)
      return table
    },
    find: (name) => byLowerCase.get(name.toLowerCase()),
  }
}
