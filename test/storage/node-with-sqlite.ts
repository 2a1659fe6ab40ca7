import { execFile } from 'node:child_process'
import { tmpdir } from 'node:os'
import { promisify } from 'node:util'
import { readPage } from '../support/markdown.js'
import type { GuideFile } from './guide-files.js'

const run = promisify(execFile)

const IMPORT = "import Database from 'better-sqlite3'"
/** What the page says to write in its place. */
const INSTEAD = "import { DatabaseSync as Database } from 'node:sqlite'"

/** @returns the page's files for SQLite with its other import, in a folder of their own */
export function withNodeSqlite(files: readonly GuideFile[]): GuideFile[] {
  const { text: page } = readPage('docs/guide/storage.md')
  if (!page.includes(`\`${INSTEAD}\``)) throw new Error('storage.md names another import.')
  return files
    .filter(({ name }) => name.startsWith('sqlite/') || !name.includes('/'))
    .map(({ name, text }) => ({
      name: `node-sqlite/${name}`,
      text: text.replace(IMPORT, INSTEAD),
    }))
}

/** @returns the path of a Node that has `node:sqlite`: this one, or Node 22 */
export async function nodeWithSqlite(): Promise<string> {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major > 22 || (major === 22 && minor >= 13)) return process.execPath
  const args = ['-y', 'node@22', '-p', 'process.execPath']
  const { stdout } = await run('npx', args, { cwd: tmpdir() })
  return stdout.trim()
}
