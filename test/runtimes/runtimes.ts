import type { Report } from './check.js'
import { runChromium } from './chromium.js'
import { type GetProgram, PROGRAMS } from './programs.js'
import { runWorkerd } from './workerd.js'
import type { Workshop } from './workshop.js'

/** One way in which a runtime can load the library. */
export interface Row {
  readonly entry: 'esm' | 'cjs' | 'bundle'
  readonly buffer: 'yes' | 'no' | 'polyfill'
  run(): Promise<Report>
}

/** A runtime that is there. */
export interface Found {
  readonly version: string
  readonly rows: readonly Row[]
}

/** Gets a runtime; it rejects if it cannot be had. */
export type Runtime = (workshop: Workshop) => Promise<Found>

/**
 * Each loads the library once the global `Buffer` is as it is to be. Two files: Deno takes every
 * import of a name for a CommonJS one if there is also a `require` of it in the file.
 */
const SCRIPTS = {
  esm: `import { readFileSync } from 'node:fs'
import { check } from './check.js'
const cases = JSON.parse(readFileSync('cases.json', 'utf8'))
if (process.argv[2] === 'no') delete globalThis.Buffer
const mm7 = await import('mm7')
const testing = await import('mm7/testing')
console.log(JSON.stringify(check(mm7, testing, cases)))
`,
  cjs: `const { readFileSync } = require('node:fs')
import('./check.js').then(({ check }) => {
  const cases = JSON.parse(readFileSync('cases.json', 'utf8'))
  if (process.argv[2] === 'no') delete globalThis.Buffer
  const mm7 = require('mm7')
  const testing = require('mm7/testing')
  console.log(JSON.stringify(check(mm7, testing, cases)))
})
`,
}

/** The ways of a runtime that runs a script with arguments. */
function scripted(getProgram: GetProgram): Runtime {
  return async (workshop) => {
    const { version, path, flags } = await getProgram(workshop)
    const rows = (['esm', 'cjs'] as const).flatMap((entry) => {
      const script = workshop.write(entry === 'esm' ? 'run.mjs' : 'run.cjs', SCRIPTS[entry])
      return (['yes', 'no'] as const).map((buffer) => ({
        entry,
        buffer,
        run: async () => JSON.parse(await workshop.run(path, [...flags, script, buffer])) as Report,
      }))
    })
    return { version, rows }
  }
}

/** Every runtime, by the name that `--only` takes. */
export const RUNTIMES: Readonly<Record<string, Runtime>> = {
  ...Object.fromEntries(
    Object.entries(PROGRAMS).map(([name, getProgram]) => [name, scripted(getProgram)]),
  ),
  workerd: runWorkerd,
  chromium: runChromium,
}
