import type { Report } from './check.js'

/** What one way of one runtime has come to. */
export interface TableRow {
  readonly name: string
  readonly version: string
  readonly entry: string
  readonly buffer: string
  readonly report: Report
  readonly seconds: number
}

const COLUMNS = {
  runtime: (row: TableRow) => row.name,
  version: (row: TableRow) => /\d[\w.-]*/.exec(row.version)?.[0] ?? row.version,
  entry: (row: TableRow) => row.entry,
  Buffer: (row: TableRow) => row.buffer,
  captures: (row: TableRow) => String(row.report.captures),
  'as expected': (row: TableRow) => String(row.report.asExpected),
  messages: (row: TableRow) => String(row.report.messages),
  errors: (row: TableRow) => String(row.report.errors),
  warnings: (row: TableRow) => String(row.report.warnings),
  digest: (row: TableRow) => row.report.digest,
  seconds: (row: TableRow) => row.seconds.toFixed(1),
}

export function printTable(rows: readonly TableRow[]): void {
  const lines = [Object.keys(COLUMNS)]
  for (const row of rows) lines.push(Object.values(COLUMNS).map((read) => read(row)))
  const widths = Object.keys(COLUMNS).map((_, i) =>
    Math.max(...lines.map((line) => line[i]?.length ?? 0)),
  )
  for (const line of lines) {
    console.log(line.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join('  '))
  }
}
