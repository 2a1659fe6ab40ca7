import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { build } from 'esbuild'
import ts from 'typescript'
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

const ENTRIES = {
  mm7: 'src/index.ts',
  'mm7/presentation': 'src/presentation/index.ts',
  'mm7/receiver': 'src/receiver/index.ts',
  'mm7/testing': 'src/testing/index.ts',
  'mm7/testing/arbitraries': 'src/testing/arbitraries/index.ts',
}

/** Writes snippets to files, each with what it is given, and builds them with `mm7` as it is in `src/`. */
export async function makeAll(snippets: readonly Snippet[]): Promise<Workshop> {
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
  return { folder, made, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

function given({ directive }: Snippet): string {
  const names = /^given: (.+)$/.exec(directive)?.[1]
  return names === undefined
    ? ''
    : `import { ${names} } from '${join(ROOT, 'test/docs/given.js')}'\n`
}

/** The compiler's options, at their strictest, with `mm7` as it is in `src/`. */
export function compilerOptions(): object {
  const { config } = ts.readConfigFile(join(ROOT, 'tsconfig.json'), ts.sys.readFile)
  const paths = Object.fromEntries(
    Object.entries(ENTRIES).map(([name, path]) => [name, [join(ROOT, path)]]),
  )
  return {
    ...config.compilerOptions,
    paths,
    // A snippet shows a thing without using it, and declares nothing for others.
    noUnusedLocals: false,
    declaration: false,
    isolatedDeclarations: false,
  }
}

/** @returns what the compiler, at its strictest, has to say against the sources. */
export function typeErrors(sources: readonly string[]): string[] {
  const { options } = ts.convertCompilerOptionsFromJson(compilerOptions(), ROOT)
  const program = ts.createProgram([...sources], options)
  return ts.getPreEmitDiagnostics(program).map(({ file, start, messageText }) => {
    const text = ts.flattenDiagnosticMessageText(messageText, '\n')
    if (file === undefined || start === undefined) return text
    return `${file.fileName}:${file.getLineAndCharacterOfPosition(start).line + 1} ${text}`
  })
}
