import { createRequire } from 'node:module'
import { join } from 'node:path'
import { Script } from 'node:vm'
import { build } from 'esbuild'
import { miniVitest, type Test } from './mini-vitest.js'

/** Test files and all that they import, to be run again and again, each time as if for the first. */
export interface Bundle {
  /** @returns the tests of a file, all modules below them fresh */
  readonly testsOf: (file: string) => readonly Test[]
}

type Loaders = Readonly<Record<string, () => unknown>>
type Run = (require: (name: string) => unknown, module: { exports: unknown }) => void

/**
 * @param root the folder of the checkout, or of a copy
 * @param files of tests, from there
 */
export async function bundleTests(root: string, files: readonly string[]): Promise<Bundle> {
  const loaders = files.map((file) => `${JSON.stringify(file)}: () => require('./${file}'),`)
  const { outputFiles } = await build({
    absWorkingDir: root,
    stdin: { contents: `module.exports = {\n${loaders.join('\n')}\n}`, resolveDir: root },
    bundle: true,
    write: false,
    format: 'cjs',
    platform: 'node',
    packages: 'external',
    // As deep in the checkout as the other bundles: `test/support/root.ts`.
    define: { 'import.meta.url': JSON.stringify(`file://${root}/.tmp/mutants/main.js`) },
    logLevel: 'error',
  })
  const code = outputFiles[0]?.text ?? ''
  const script = new Script(`(function (require, module) {${code}\n})`, { filename: 'tests.cjs' })
  const run = script.runInThisContext() as Run
  const load = createRequire(join(root, 'package.json'))
  return {
    testsOf: (file) => {
      const tests: Test[] = []
      const vitest = miniVitest(tests)
      const module = { exports: {} as Loaders }
      run((name) => (name === 'vitest' ? vitest : load(name)), module)
      module.exports[file]?.()
      return tests
    },
  }
}
