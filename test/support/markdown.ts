import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from './root.js'

/** A page of the manual. */
export interface Page {
  /** From the checkout: `docs/errors.md`. */
  readonly path: string
  readonly text: string
}

/** A code block, and what the comment above it says of it. */
export interface Snippet {
  readonly page: string
  readonly line: number
  readonly language: string
  /** The name of the file that it is, if its first line is a comment with it. */
  readonly file: string | undefined
  /** `types only`, `run: server`, `run: client`, `given: request`; empty if there is no such comment. */
  readonly directive: string
  readonly code: string
}

/** @returns the README, the changelog, the page on captures and every page under `docs/`. */
export function pages(): Page[] {
  const docs = readdirSync(join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.md'))
    .map((path) => `docs/${path.replaceAll('\\', '/')}`)
    .sort()
  return ['README.md', 'CHANGELOG.md', 'fixtures/README.md', ...docs].map(readPage)
}

/** @param path from the checkout */
export function readPage(path: string): Page {
  return { path, text: readFileSync(join(ROOT, path), 'utf8') }
}

const BLOCK = /(?:^<!-- (?<directive>.+) -->\n+)?^```(?<language>\w+)\n(?<code>[\s\S]*?)^```$/gm
const CODE = new Set(['ts', 'js', 'mjs'])

/** @returns the blocks of TypeScript and JavaScript in a page. */
export function snippetsOf({ path, text }: Page): Snippet[] {
  return [...text.matchAll(BLOCK)].flatMap((match) => {
    const { directive = '', language = '', code = '' } = match.groups ?? {}
    if (!CODE.has(language)) return []
    const line = text.slice(0, text.indexOf(code, match.index)).split('\n').length
    const file = /^\/\/ (\S+\.\w+)\n/.exec(code)?.[1]
    return [{ page: path, line, language, file, directive, code }]
  })
}

/** @returns the cells of every row of every table, the code spans of each taken out of their marks. */
export function tableRows(text: string): string[][] {
  return text
    .split('\n')
    .filter((line) => line.startsWith('|') && !/^\|[\s|:-]+$/.test(line))
    .map((line) =>
      line
        .slice(1, -1)
        .split(/(?<!\\)\|/)
        .map((cell) => cell.trim()),
    )
}
