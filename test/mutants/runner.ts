import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import fc from 'fast-check'
import { type Bundle, bundleTests } from './bundle.js'
import type { Test } from './mini-vitest.js'
import { testFiles } from './test-files.js'
import { TimeLimitError, withTimeLimit } from './time-limit.js'

/** Where the first run says which tests are too slow to be run for every mutant. */
const SLOW = '.tmp-slow-tests.json'
/** In ms of CPU. */
const TOO_SLOW = 150
/** Stryker lets a mutant be run through a hundred times as often as without any; ten times will do. */
const HITS = 0.1

/** What the code of mutants and this runner tell each other (Stryker's instrumenter). */
interface Namespace {
  activeMutant?: string | undefined
  currentTestId?: string | undefined
  mutantCoverage?: object
  hitCount?: number | undefined
  hitLimit?: number | undefined
}

const shared: Namespace = {}
Object.assign(globalThis, { __stryker__: shared })

interface MutantRun {
  readonly activeMutant: { readonly id: string; readonly fileName: string }
  readonly testFilter?: readonly string[]
  readonly hitLimit?: number
}

/**
 * A test runner of Stryker's. To Stryker a whole file is one test: what a file's first test leaves in
 * caches of the library is not run again by its second, so that no test alone tells what it covers. A
 * file is run until its first test that fails; one with modules of its own, so that mutants of what is
 * run when a module is loaded cost no more than others.
 */
function createRunner(): object {
  let bundle: Bundle
  let slow: ReadonlySet<string> | undefined
  return {
    capabilities: () => ({ reloadEnvironment: true }),
    async init() {
      fc.configureGlobal({ seed: 23140 })
      bundle = await bundleTests(process.cwd(), testFiles(process.cwd()))
    },
    async dryRun() {
      const tests: object[] = []
      const tooSlow: string[] = []
      for (const file of testFiles(process.cwd())) {
        shared.currentTestId = file
        const start = Date.now()
        const failed = await runFile(bundle.testsOf(file), tooSlow)
        const timeSpentMs = Date.now() - start
        const status = failed === undefined ? 0 : 1
        tests.push({ id: file, name: file, timeSpentMs, status, failureMessage: String(failed) })
      }
      shared.currentTestId = undefined
      writeFileSync(SLOW, JSON.stringify(tooSlow))
      return { status: 'complete', tests, mutantCoverage: shared.mutantCoverage }
    },
    async mutantRun({ activeMutant, testFilter, hitLimit }: MutantRun) {
      slow ??= new Set(existsSync(SLOW) ? JSON.parse(readFileSync(SLOW, 'utf8')) : [])
      const files = nearestFirst(testFilter ?? testFiles(process.cwd()), activeMutant.fileName)
      const most = Math.max(10_000, (hitLimit ?? 0) * HITS)
      Object.assign(shared, { activeMutant: activeMutant.id, hitCount: 0, hitLimit: most })
      let nrOfTests = 0
      for (const file of files) {
        nrOfTests += 1
        const failure = await runMutated(bundle, file, slow)
        if (failure instanceof TimeLimitError || (shared.hitCount ?? 0) > most) {
          return { status: 'timeout', reason: `${file}: ${failure}` }
        }
        if (failure === undefined) continue
        const failureMessage = String(failure)
        return { status: 'killed', failureMessage, killedBy: [file], nrOfTests }
      }
      return { status: 'survived', nrOfTests }
    },
  }
}

/** @returns why the first test failed that did. @param tooSlow is given the names of those that are */
async function runFile(tests: readonly Test[], tooSlow: string[]): Promise<unknown> {
  try {
    for (const { name, run } of tests) {
      const start = process.cpuUsage()
      await run()
      if (process.cpuUsage(start).user / 1000 > TOO_SLOW) tooSlow.push(name)
    }
    return undefined
  } catch (error) {
    return error
  }
}

/** @returns why the first test failed that did; undefined if none did */
async function runMutated(
  bundle: Bundle,
  file: string,
  slow: ReadonlySet<string>,
): Promise<unknown> {
  try {
    for (const { name, run } of withTimeLimit(() => bundle.testsOf(file))) {
      if (!slow.has(name)) await withTimeLimit(run)
    }
    return undefined
  } catch (error) {
    return error ?? new Error('Something was thrown.')
  }
}

/** The tests of the mutated file first, then those of its folder. */
function nearestFirst(files: readonly string[], mutated: string): readonly string[] {
  const [, folder = ''] = /\/src\/([^/]+)\//.exec(mutated) ?? []
  const name = basename(mutated, '.ts')
  const distance = (file: string): number => {
    if (!file.startsWith(`test/${folder}/`)) return 2
    return basename(file, '.test.ts') === name ? 0 : 1
  }
  return [...files].sort((a, b) => distance(a) - distance(b))
}

export const strykerPlugins: object[] = [
  { kind: 'TestRunner', name: 'layers', factory: createRunner },
]
