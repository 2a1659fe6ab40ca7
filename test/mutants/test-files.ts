import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { testsOf } from './layers.js'

/** Which layer is mutated, told to the processes that run its tests. */
export const LAYER = 'MUTANTS_LAYER'

/** @returns the files of the tests that a mutant of the layer has to survive, from the root */
export function testFiles(root: string): readonly string[] {
  const all = readdirSync(join(root, 'test'), { recursive: true, encoding: 'utf8' })
    .map((file) => `test/${file}`)
    .filter((file) => file.endsWith('.test.ts'))
    .sort()
  return testsOf(process.env[LAYER] ?? '', all)
}
