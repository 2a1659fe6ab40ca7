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

/** The pages with a server. */
export const PAGES = ['node-http', 'express', 'fastify', 'hono', 'next', 'worker'] as const
export type Page = (typeof PAGES)[number]

/** The files that a page prints, and in front of them those of the first page that it says it needs. */
export function printedFiles(page: Page): PrintedFile[] {
  const files = filesOn(page)
  if (page === 'node-http') return files
  const folder = files.some(({ name }) => name === 'app/mm7/route.ts') ? 'app/mm7/' : ''
  const shared = filesOn('node-http').flatMap((file) => {
    if (file.name === 'store.ts') return [{ ...file, name: `${folder}${file.name}` }]
    return file.name === 'listen.ts' ? [file] : []
  })
  return [...shared, ...files]
}

function filesOn(page: Page): PrintedFile[] {
  return snippetsOf(readPage(`docs/guide/${page}.md`)).map(({ file: name, line, code }) => {
    if (name === undefined) throw new Error(`${page}.md:${line} is code without a file name.`)
    return { name, code }
  })
}

/** Entries of the package, by the names of their files. */
const ENTRIES = { index: '.', receiver: './receiver', testing: './testing' } as const

/**
 * Writes files as they stand into a folder of their own, and beside each `.ts` the `.js` that runs.
 * `mm7` is there as its users have it: a package, made from `src/` as it is now.
 *
 * @returns the folder, and how to get rid of it
 */
export async function setUp(
  files: readonly PrintedFile[],
): Promise<{ folder: string; remove: () => void }> {
  mkdirSync(join(ROOT, '.tmp'), { recursive: true })
  const folder = mkdtempSync(join(ROOT, '.tmp/guide-'))
  const mm7 = join(folder, 'node_modules/mm7')
  write(join(folder, 'package.json'), '{ "type": "module" }')
  const names = Object.entries(ENTRIES)
  const exports = Object.fromEntries(names.map(([file, entry]) => [entry, `./${file}.js`]))
  write(join(mm7, 'package.json'), JSON.stringify({ name: 'mm7', type: 'module', exports }))
  for (const { name, code } of files) write(join(folder, name), code)

  const common = { bundle: true, packages: 'external', format: 'esm', logLevel: 'error' } as const
  const entries = names.map(([file, entry]) => ({
    in: join(ROOT, 'src', entry, 'index.ts'),
    out: file,
  }))
  await build({ ...common, entryPoints: entries, outdir: mm7, splitting: true })
  const entryPoints = files.map(({ name }) => join(folder, name))
  await build({ ...common, entryPoints, outdir: folder, outbase: folder })
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text)
}
