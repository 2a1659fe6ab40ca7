import { posix } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { programOf, strictLint, typeErrors } from '../support/compile.js'
import { pages, type Snippet, snippetsOf } from '../support/markdown.js'
import { type Workshop, writeAll } from './workshop.js'

/** Files that need packages of others: `npm run test:storage` and `test:frameworks` install and check them. */
const ELSEWHERE: Readonly<Record<string, RegExp>> = {
  'docs/guide/storage.md': /./,
  'docs/guide/frameworks.md': /^(?:nest|koa|hapi|h3|elysia|azure|gcf)\.ts$/,
  'docs/guide/next.md': /^server\.ts$/,
}

const all = pages().flatMap(snippetsOf)
const snippets = all.filter(
  ({ page, file = '', language }) => language === 'ts' && !ELSEWHERE[page]?.test(file),
)

/** What a snippet imports that is printed elsewhere: in another folder of its page, or on node-http.md. */
function imported({ page, file = '', code }: Snippet): Snippet[] {
  const names = [...code.matchAll(/ from '(\.[^']+?)(?:\.[jt]s)?'/g)].map(([, path = '']) =>
    posix.join(posix.dirname(file), `${path}.ts`),
  )
  return names.flatMap((name) => {
    if (all.some((other) => other.page === page && other.file === name)) return []
    const printed = all.find(
      (other) =>
        [page, 'docs/guide/node-http.md'].includes(other.page) &&
        other.file === posix.basename(name),
    )
    if (printed === undefined) return []
    const copy = { ...printed, page, file: name }
    return [copy, ...imported(copy)]
  })
}

let workshop: Workshop
let files: string[] = []
let program: ReturnType<typeof programOf>

beforeAll(() => {
  workshop = writeAll([...snippets.flatMap(imported), ...snippets])
  files = [...new Set(workshop.made.map(({ source }) => source))]
  program = programOf(files)
}, 120_000)
afterAll(() => workshop?.remove())

test('every snippet compiles, at the strictest', { timeout: 120_000 }, () => {
  expect(snippets.length).toBeGreaterThan(35)
  expect(typeErrors(program, files)).toEqual([])
})

test('every snippet passes the strictest rules of typescript-eslint', {
  timeout: 120_000,
}, async () => {
  expect(await strictLint(program, files)).toEqual([])
})
