import type { Report } from './check.js'
import { runChromium } from './chromium.js'
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
function scripted(workshop: Workshop, program: string, flags: readonly string[]): Row[] {
  return (['esm', 'cjs'] as const).flatMap((entry) => {
    const script = workshop.write(entry === 'esm' ? 'run.mjs' : 'run.cjs', SCRIPTS[entry])
    return (['yes', 'no'] as const).map((buffer) => ({
      entry,
      buffer,
      run: async () =>
        JSON.parse(await workshop.run(program, [...flags, script, buffer])) as Report,
    }))
  })
}

function node(major: string): Runtime {
  return async (workshop) => {
    const isThis = process.version.startsWith(`v${major}.`)
    const find = ['-y', `node@${major}`, '-p', 'process.execPath']
    const program = isThis ? process.execPath : (await workshop.run('npx', find)).trim()
    const version = (await workshop.run(program, ['--version'])).trim()
    return { version, rows: scripted(workshop, program, []) }
  }
}

/** A runtime that comes as a package of its name, in which there is its program. */
function packaged(name: string, flags: readonly string[]): Runtime {
  return async (workshop) => {
    await workshop.install(name)
    const program = `${workshop.folder}/node_modules/.bin/${name}`
    const version = (await workshop.run(program, ['--version'])).split('\n')[0] ?? ''
    return { version, rows: scripted(workshop, program, flags) }
  }
}

/** Every runtime, by the name that `--only` takes. */
export const RUNTIMES: Readonly<Record<string, Runtime>> = {
  node20: node('20'),
  node22: node('22'),
  node24: node('24'),
  bun: packaged('bun', []),
  deno: packaged('deno', ['run', '--allow-read', '--allow-env', '--node-modules-dir=manual']),
  workerd: runWorkerd,
  chromium: runChromium,
}
