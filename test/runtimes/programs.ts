import type { Workshop } from './workshop.js'

/** A runtime that runs a script with arguments. */
export interface Program {
  readonly version: string
  readonly path: string
  /** What stands before the script. */
  readonly flags: readonly string[]
}

/** Gets a program; it rejects if that cannot be had. */
export type GetProgram = (workshop: Workshop) => Promise<Program>

function node(major: string): GetProgram {
  return async (workshop) => {
    const isThis = process.version.startsWith(`v${major}.`)
    const find = ['-y', `node@${major}`, '-p', 'process.execPath']
    const path = isThis ? process.execPath : (await workshop.run('npx', find)).trim()
    return { version: (await workshop.run(path, ['--version'])).trim(), path, flags: [] }
  }
}

/** A runtime that comes as a package of its name, in which there is its program. */
function packaged(name: string, flags: readonly string[]): GetProgram {
  return async (workshop) => {
    await workshop.install(name)
    const path = `${workshop.folder}/node_modules/.bin/${name}`
    const version = (await workshop.run(path, ['--version'])).split('\n')[0] ?? ''
    return { version, path, flags }
  }
}

/** Every such runtime, by the name that `--only` takes. */
export const PROGRAMS: Readonly<Record<string, GetProgram>> = {
  node20: node('20'),
  node22: node('22'),
  node24: node('24'),
  bun: packaged('bun', []),
  deno: packaged('deno', ['run', '--allow-read', '--allow-env', '--node-modules-dir=manual']),
}
