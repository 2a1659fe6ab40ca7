import { execFile } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { build } from 'esbuild'
import { allCases } from './cases.js'

const run = promisify(execFile)

/** A folder outside of the repository, with the package as its users get it. */
export interface Workshop {
  readonly folder: string
  /** Runs a program in the folder; its output. */
  run(program: string, args: readonly string[]): Promise<string>
  /** Installs packages that a runtime needs. */
  install(...packages: string[]): Promise<void>
  write(name: string, text: string): string
  /** Makes one file of `entry` and all that it imports. */
  bundle(entry: string, conditions: readonly string[]): Promise<string>
}

/**
 * Packs what is in `dist/` and installs it in a new folder, with the captures and the check of them
 * beside it.
 *
 * @param root the repository
 */
export async function openWorkshop(root: string): Promise<Workshop> {
  const folder = mkdtempSync(join(tmpdir(), 'mm7-runtimes-'))
  const workshop: Workshop = {
    folder,
    async run(program, args) {
      const env = { ...process.env, DENO_NO_UPDATE_CHECK: '1', NODE_NO_WARNINGS: '1' }
      const { stdout } = await run(program, args, { cwd: folder, env, maxBuffer: 1 << 26 })
      return stdout
    },
    async install(...packages) {
      const quiet = ['--no-audit', '--no-fund', '--loglevel=error']
      await workshop.run('npm', ['install', '--prefix', folder, ...quiet, ...packages])
    },
    write(name, text) {
      const path = join(folder, name)
      writeFileSync(path, text)
      return path
    },
    async bundle(entry, conditions) {
      const outfile = entry.replace(/\.[jt]s$/, '.bundle.js')
      await build({
        absWorkingDir: folder,
        entryPoints: [entry],
        outfile,
        bundle: true,
        format: 'esm',
        platform: 'neutral',
        mainFields: ['module', 'main'],
        conditions: [...conditions, 'import'],
        logLevel: 'error',
      })
      return outfile
    },
  }

  const packed = await run('npm', ['pack', '--json', '--pack-destination', folder], { cwd: root })
  const [{ filename }] = JSON.parse(packed.stdout) as [{ filename: string }]
  workshop.write('package.json', '{ "name": "workshop", "type": "module", "private": true }')
  await workshop.install(join(folder, filename))
  workshop.write('cases.json', JSON.stringify(allCases()))
  const check = join(root, 'test/runtimes/check.ts')
  const outfile = join(folder, 'check.js')
  await build({ entryPoints: [check], outfile, bundle: true, format: 'esm', logLevel: 'error' })
  return workshop
}
