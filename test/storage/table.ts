import type { Row } from './verdict.js'

const COLUMNS = ['store', 'kills', 'lost', 'partial', 'doubled', 'worked'] as const

/** Prints the rows, each column as wide as what is in it. */
export function printTable(rows: readonly Row[]): void {
  const lines = [COLUMNS, ...rows.map((row) => COLUMNS.map((name) => String(row[name])))]
  const widths = COLUMNS.map((_, at) => Math.max(...lines.map((line) => line[at]?.length ?? 0)))
  for (const line of lines) {
    console.log(
      line.map((cell, at) => cell[at ? 'padStart' : 'padEnd'](widths[at] ?? 0)).join('  '),
    )
  }
}
