import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { build } from 'esbuild'
import { ENTRIES } from '../support/compile.js'
import type { Snippet } from '../support/markdown.js'
import { ROOT } from '../support/root.js'

/** A snippet as a file that can be compiled and run. */
export interface MadeSnippet {
  readonly snippet: Snippet
  readonly source: string
  readonly script: string
}

/** A folder where snippets are made into files: a page is a folder in it. */
export interface Workshop {
  readonly folder: string
  readonly made: readonly MadeSnippet[]
  readonly remove: () => void
}

/** Writes snippets to files, each with what it is given. */
export function writeAll(snippets: readonly Snippet[]): Workshop {
  mkdirSync(join(ROOT, '.tmp'), { recursive: true })
  const folder = mkdtempSync(join(ROOT, '.tmp/snippets-'))
  const made = snippets.map((snippet): MadeSnippet => {
    const page = snippet.page.replace(/\W/g, '-')
    const line = `line-${snippet.line}.${snippet.language}`
    const name = snippet.file ?? line
    const source = join(folder, page, name)
    mkdirSync(dirname(source), { recursive: true })
    writeFileSync(source, given(snippet) + snippet.code)
    const script = join(folder, 'out', page, name.replace(/\.\w+$/, '.mjs'))
    return { snippet, source, script }
  })
  return { folder, made, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

/** Writes snippets, and builds them with `mm7` as it is in `src/`. */
export async function makeAll(snippets: readonly Snippet[]): Promise<Workshop> {
  const workshop = writeAll(snippets)
  const { folder, made } = workshop
  await build({
    entryPoints: made.map(({ source }) => source),
    outdir: join(folder, 'out'),
    outbase: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    packages: 'external',
    alias: Object.fromEntries(
      Object.entries(ENTRIES).map(([name, path]) => [name, join(ROOT, path)]),
    ),
    platform: 'node',
    format: 'esm',
    logLevel: 'error',
  })
  return workshop
}

function given({ directive }: Snippet): string {
  const names = /^given: (.+)$/.exec(directive)?.[1]
  return names === undefined
    ? ''
    : `import { ${names} } from '${join(ROOT, 'test/docs/given.js')}'\n`
}
