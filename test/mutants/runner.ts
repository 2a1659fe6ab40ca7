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
  mutantCoverage?: object | undefined
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

/** The tests of a file that are to be run; undefined: all of them. */
type Chosen = ReadonlySet<number> | undefined

/**
 * A test runner of Stryker's. A mutant is run by the tests that come by it, those of a file one after the
 * other until one fails. They have modules of their own, so that mutants of what is run when a module is
 * loaded cost no more than others.
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
        shared.currentTestId = undefined
        const failed = await runFile(bundle.testsOf(file), tooSlow)
        if (failed !== undefined) return { status: 'error', errorMessage: `${file}: ${failed}` }
      }
      shared.mutantCoverage = undefined
      for (const file of testFiles(process.cwd())) {
        tests.push(...(await cover(bundle, file, tooSlow)))
      }
      shared.currentTestId = undefined
      writeFileSync(SLOW, JSON.stringify(tooSlow))
      return { status: 'complete', tests, mutantCoverage: shared.mutantCoverage }
    },
    async mutantRun({ activeMutant, testFilter, hitLimit }: MutantRun) {
      slow ??= new Set(existsSync(SLOW) ? JSON.parse(readFileSync(SLOW, 'utf8')) : [])
      const chosen = byFile(testFilter ?? testFiles(process.cwd()))
      const files = nearestFirst([...chosen.keys()], activeMutant.fileName)
      const most = Math.max(10_000, (hitLimit ?? 0) * HITS)
      Object.assign(shared, { activeMutant: activeMutant.id, hitCount: 0, hitLimit: most })
      let nrOfTests = 0
      for (const file of files) {
        nrOfTests += 1
        const failure = await runMutated(bundle, file, chosen.get(file), slow)
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

/**
 * Runs each test that is not too slow with modules of its own: it comes by what another would have left in caches. What is run
 * when modules are loaded is put down to the file: each of its tests depends on it.
 *
 * @returns the file and its tests, as Stryker is to know them
 */
async function cover(
  bundle: Bundle,
  file: string,
  tooSlow: readonly string[],
): Promise<readonly object[]> {
  const known = (id: string): object => ({ id, name: id, timeSpentMs: 1, status: 0 })
  const tests = [known(file)]
  for (let at = 0, count = 1; at < count; at++) {
    shared.currentTestId = file
    const all = bundle.testsOf(file)
    count = all.length
    shared.currentTestId = `${file}#${at}`
    const test = all[at]
    if (test === undefined || tooSlow.includes(test.name)) continue
    await test.run()
    tests.push(known(shared.currentTestId))
  }
  return tests
}

/** @param ids of files and of tests in them. @returns the files, and which of the tests of each */
function byFile(ids: readonly string[]): ReadonlyMap<string, Chosen> {
  const files = new Map<string, Set<number> | undefined>()
  for (const id of ids) {
    const [file = '', at] = id.split('#')
    if (at === undefined) files.set(file, undefined)
    else if (!files.has(file)) files.set(file, new Set([Number(at)]))
    else files.get(file)?.add(Number(at))
  }
  return files
}

/** @returns why the first test failed that did; undefined if none did */
async function runMutated(
  bundle: Bundle,
  file: string,
  chosen: Chosen,
  slow: ReadonlySet<string>,
): Promise<unknown> {
  try {
    for (const [at, { name, run }] of withTimeLimit(() => bundle.testsOf(file)).entries()) {
      if (chosen?.has(at) !== false && !slow.has(name)) await withTimeLimit(run)
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
