import { readFileSync } from 'node:fs'

/** A change of the code, and what became of it. */
interface Mutant {
  readonly status: string
  readonly mutatorName: string
  readonly replacement: string
  readonly location: { readonly start: Position; readonly end: Position }
}

/** Both from 1. */
interface Position {
  readonly line: number
  readonly column: number
}

/** What Stryker writes of a layer (the schema of mutation testing reports). */
export interface Report {
  readonly layer: string
  readonly files: Readonly<Record<string, { readonly mutants: readonly Mutant[] }>>
}

const KILLED: readonly string[] = ['Killed', 'Timeout']
const ALIVE: readonly string[] = ['Survived', 'NoCoverage']

/** Prints every mutant that no test has noticed: the line, and what stands there instead. */
export function printSurvivors(reports: readonly Report[]): void {
  for (const { files } of reports) {
    for (const [file, { mutants }] of Object.entries(files)) {
      const lines = readFileSync(file, 'utf8').split('\n')
      for (const { status, location, replacement } of mutants) {
        if (!ALIVE.includes(status)) continue
        const { start, end } = location
        const line = lines[start.line - 1] ?? ''
        const last = start.line === end.line ? end.column - 1 : line.length
        const what = line.slice(start.column - 1, last)
        console.log(`${file}:${start.line}:${start.column} ${what} -> ${replacement}`)
        console.log(`    ${line.trim()}`)
      }
    }
  }
}

/** Prints what became of the mutants of each file, of each layer and of all. */
export function printTable(reports: readonly Report[]): void {
  const all = reports.flatMap(({ layer, files }) => {
    const rows = Object.entries(files).map(([file, { mutants }]) => ({ file, mutants }))
    for (const { file, mutants } of rows) printRow(file, mutants)
    const mutants = rows.flatMap((row) => row.mutants)
    printRow(`${layer}, ${rows.length} files`, mutants)
    return mutants
  })
  printRow('all', all)
}

function printRow(name: string, mutants: readonly Mutant[]): void {
  const countOf = (statuses: readonly string[]): number =>
    mutants.filter(({ status }) => statuses.includes(status)).length
  const killed = countOf(KILLED)
  const alive = countOf(ALIVE)
  if (killed + alive === 0) return
  const score = ((100 * killed) / (killed + alive)).toFixed(1)
  console.log(`${name}: ${killed} of ${killed + alive} killed, ${score} %`)
}
