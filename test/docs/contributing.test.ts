import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readPage, tableRows } from '../support/markdown.js'
import { ROOT } from '../support/root.js'

const page = readPage('docs/contributing.md').text
const scripts = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).scripts as object

const section = (title: string) =>
  page.split(/^## /m).find((part) => part.startsWith(`${title}\n`)) ?? ''
const codeSpans = (text: string) =>
  [...text.matchAll(/(?<!`)`([^`\n]+)`(?!`)/g)].map(([, code = '']) => code)

describe('the page for contributors', () => {
  test('names every script, and none that there is not', () => {
    const named = [...page.matchAll(/npm run ([\w:]+)|npm (test)\b/g)]
    expect(new Set(named.map(([, run, test]) => run ?? test))).toEqual(
      new Set(Object.keys(scripts)),
    )
  })

  test('names files and folders that are there', () => {
    const paths = codeSpans(page).filter((code) => /^(?:src|test|docs|fixtures)\/[^ ]*$/.test(code))
    expect(paths.length).toBeGreaterThan(40)
    const made = 'fixtures/found/'
    expect(paths.filter((path) => path !== made && !existsSync(join(ROOT, path)))).toEqual([])
  })
})

describe('who imports whom is as the table says', () => {
  const shared = codeSpans(section('Who may import whom').split('\n\n')[1] ?? '')
    .filter((name) => name.endsWith('.ts'))
    .map((name) => `src/${name}`)
  const rows = tableRows(section('Who may import whom'))
    .slice(1)
    .map(([folder = '', allowed = '']) => ({
      folder: codeSpans(folder)[0] ?? '',
      allowed: [...codeSpans(allowed), ...(allowed.includes('the shared files') ? shared : [])],
    }))
  const files = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
    .map((path) => `src/${path.replaceAll('\\', '/')}`)
    .filter((path) => path.endsWith('.ts'))

  /** What a file imports of the project, types too. */
  const importsOf = (path: string) =>
    [...readFileSync(join(ROOT, path), 'utf8').matchAll(/ from '(\.[^']+)\.js'/g)].map(
      ([, name = '']) => `${posix.join(dirname(path), name)}.ts`,
    )

  test('no file imports itself by way of others', () => {
    const circles: string[] = []
    const seen = new Set<string>()
    const visit = (path: string, way: readonly string[]): void => {
      if (way.includes(path)) circles.push([...way.slice(way.indexOf(path)), path].join(' > '))
      if (seen.has(path)) return
      seen.add(path)
      for (const target of importsOf(path)) visit(target, [...way, path])
    }
    for (const path of files) visit(path, [])
    expect(circles).toEqual([])
  })

  /** The row whose folder a file is in; the innermost one. */
  const rowOf = (path: string) =>
    rows
      .filter(({ folder }) =>
        folder === 'src/' ? dirname(path) === 'src' : path.startsWith(folder),
      )
      .sort((a, b) => b.folder.length - a.folder.length)[0]

  test('every file is in a folder of the table', () => {
    expect(shared).toHaveLength(20)
    expect(files.filter((path) => rowOf(path) === undefined)).toEqual([])
  })

  test.each(rows.map((row) => [row.folder, row] as const))('%s', (folder, row) => {
    const strangers = files
      .filter((path) => rowOf(path) === row)
      .flatMap((path) => {
        const code = readFileSync(join(ROOT, path), 'utf8')
        return [...code.matchAll(/ from '([^']+)'/g)].flatMap(([, name = '']) => {
          const target = name.startsWith('.')
            ? posix.join(dirname(path), name).replace(/\.js$/, '.ts')
            : name
          const isFree =
            rowOf(target) === row ||
            target === 'package.json' ||
            row.allowed.some(
              (one) => target === one || (/[:/]$/.test(one) && target.startsWith(one)),
            )
          return isFree ? [] : [`${path} imports ${target}`]
        })
      })
    expect(strangers, folder).toEqual([])
  })
})
