import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { build } from 'esbuild'
import { readPage, snippetsOf } from '../support/markdown.js'
import { ROOT } from '../support/root.js'

/** A file that a page of the guide prints: a code block whose first line is a comment with its name. */
export interface PrintedFile {
  readonly name: string
  readonly code: string
}

/** The pages with a handler. */
export const PAGES = ['node-http', 'express', 'fastify', 'hono', 'next', 'worker'] as const
export type Page = (typeof PAGES)[number]

/** The pages' handlers, each the first file of its page. */
export function printedFiles(page: Page): PrintedFile[] {
  return snippetsOf(readPage(`docs/guide/${page}.md`)).map(({ file: name, line, code }) => {
    if (name === undefined) throw new Error(`${page}.md:${line} is code without a file name.`)
    return { name, code }
  })
}

/**
 * Writes files as they stand into a folder of their own, and beside each `.ts` the `.js` that runs.
 * `mm7` is there as its users have it: a package, made from `src/` as it is now.
 *
 * @returns the folder, and how to get rid of it
 */
export async function setUp(files: PrintedFile[]): Promise<{ folder: string; remove: () => void }> {
  mkdirSync(join(ROOT, '.tmp'), { recursive: true })
  const folder = mkdtempSync(join(ROOT, '.tmp/guide-'))
  const mm7 = join(folder, 'node_modules/mm7')
  write(join(folder, 'package.json'), '{ "type": "module" }')
  write(join(mm7, 'package.json'), '{ "name": "mm7", "type": "module", "exports": "./index.js" }')
  // Next.js is not installed for this: of all it has, the handler uses but `after`.
  const next = join(folder, 'node_modules/next')
  const entry = '{ "types": "./server.d.ts", "default": "./server.js" }'
  write(join(next, 'package.json'), `{ "name": "next", "exports": { "./server": ${entry} } }`)
  write(join(next, 'server.js'), 'exports.after = (task) => setTimeout(task)')
  write(join(next, 'server.d.ts'), 'export declare function after(task: () => unknown): void')
  for (const { name, code } of files) write(join(folder, name), code)

  const common = { bundle: true, packages: 'external', format: 'esm', logLevel: 'error' } as const
  await build({ ...common, entryPoints: [join(ROOT, 'src/index.ts')], outdir: mm7 })
  const entryPoints = files.map(({ name }) => join(folder, name))
  await build({ ...common, entryPoints, outdir: folder, outbase: folder })
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text)
}
