import { join } from 'node:path'
import { programOf, strictest, strictLint, typeErrors } from '../support/compile.js'
import type { GuideFile } from './guide-files.js'
import type { Workshop } from './workshop.js'

/** @returns what the compiler and typescript-eslint, at their strictest, say against the page's files */
export async function complaints(
  { folder }: Workshop,
  files: readonly GuideFile[],
): Promise<string[]> {
  const isWorker = ({ name }: GuideFile) => name.startsWith('worker/')
  const sources = files.filter(({ name }) => name.endsWith('.ts'))
  const check = async (some: readonly GuideFile[], types: string) => {
    const typeRoots = [join(folder, 'node_modules/@types'), join(folder, 'node_modules')]
    const paths = some.map(({ name }) => join(folder, 'guide', name))
    const program = programOf(paths, { ...strictest(), typeRoots, types: [types] })
    return [...typeErrors(program, paths), ...(await strictLint(program, paths))]
  }
  return [
    ...(await check(
      sources.filter((file) => !isWorker(file)),
      'node',
    )),
    ...(await check(sources.filter(isWorker), '@cloudflare/workers-types')),
  ]
}
