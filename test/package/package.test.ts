import { execFileSync, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { text } from 'node:stream/consumers'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { publint } from 'publint'
import ts from 'typescript'
import { beforeAll, describe, expect, it } from 'vitest'
import { ROOT } from '../support/root.js'
import { type Packed, pack, read } from './pack.js'

/** What the bundler adds to the names of shared files: it changes with their contents. */
const CONTENT_HASH = /(?<=from "[^"]+)-[\w-]{8}(?=\.cjs")/g

/** What a download may weigh. */
const PACKED_LIMIT = 360 * 1024
/** What it may take when it is unpacked, without the documentation. */
const UNPACKED_LIMIT = 640 * 1024
/** What importing it may add to a bundle, its dependencies included, minified and gzipped. */
const IMPORT_LIMIT = 68 * 1024

describe('the package', () => {
  let packed: Packed
  beforeAll(() => {
    packed = pack()
  })

  it('holds nothing but dist, docs, README, CHANGELOG and LICENSE', () => {
    const others = packed.files.filter((file) => !/^(?:dist|docs)\//.test(file))
    expect(others.sort()).toEqual(['CHANGELOG.md', 'LICENSE', 'README.md', 'package.json'])
    const kinds = new Set(packed.files.map((file) => file.replace(/^.*?\./, '.')))
    expect([...kinds].filter((kind) => kind.endsWith('.map'))).toEqual([])
  })

  it(`takes at most ${UNPACKED_LIMIT / 1024} KiB unpacked, without the documentation`, () => {
    expect(packed.unpackedSize).toBeLessThanOrEqual(UNPACKED_LIMIT)
  })

  it(`weighs at most ${PACKED_LIMIT / 1024} KiB`, () => {
    expect(packed.size).toBeLessThanOrEqual(PACKED_LIMIT)
  })

  it(`adds at most ${IMPORT_LIMIT / 1024} KiB to a bundle`, async () => {
    const { outputFiles } = await build({
      entryPoints: [join(ROOT, 'dist/index.js')],
      bundle: true,
      minify: true,
      write: false,
      format: 'esm',
      platform: 'neutral',
      mainFields: ['module', 'main'],
    })
    const [bundle] = outputFiles
    expect(gzipSync(bundle?.contents ?? '').length).toBeLessThanOrEqual(IMPORT_LIMIT)
  })

  it('has no regular expression that looks up properties of Unicode when it is loaded', () => {
    // An engine takes milliseconds for the first: each start would pay for it.
    const core = packed.files.filter((file) => /^dist\/core-.+js$/.test(file))
    expect(core.length).toBeGreaterThan(1)
    for (const file of core) {
      expect(readFileSync(join(ROOT, file), 'utf8'), file).not.toMatch(/(?<!\\)\\p\{/i)
    }
  })

  it('has a command that a reader may leave before the end', async () => {
    const args = ['dist/cli.js', 'inspect', 'fixtures/skycore/deliver-req.crlf.http']
    const child = spawn(process.execPath, args, { cwd: ROOT })
    child.stdout.destroy()
    const errors = await text(child.stderr)
    expect(errors).toBe('')
  })

  it('passes publint', async () => {
    const { messages } = await publint({ pkgDir: ROOT, level: 'suggestion', pack: 'npm' })
    expect(messages).toEqual([])
  })

  it('passes are-the-types-wrong', () => {
    const bin = join(ROOT, 'node_modules/.bin/attw')
    const args = [
      packed.tarball,
      '--no-color',
      '--format',
      'ascii',
      '--exclude-entrypoints',
      'package.json',
    ]
    expect(() => execFileSync(bin, args, { encoding: 'utf8' })).not.toThrow()
  })

  it('names no type of its dependencies in its declarations', () => {
    const declarations = packed.files.filter((file) => /\.d\.c?ts$/.test(file))
    expect(declarations.length).toBeGreaterThan(0)
    for (const file of declarations) {
      expect(read(file)).not.toMatch(/from ['"](?:@xmldom|xpath|saxes)|reference (?:lib|types)/)
    }
  })
})

describe('the published API', () => {
  it.each(['index', 'receiver', 'presentation', 'testing', 'testing/arbitraries'])(
    'of the entry %s is what the report says',
    async (entry) => {
      // After a change on purpose: npx vitest run test/package -u, and read the difference.
      await expect(report(`dist/${entry}.d.cts`)).toMatchFileSnapshot(
        `api/${entry.replace('/', '-')}.api.txt`,
      )
    },
  )

  /** The declarations of the entry and of what it shares with others, without their comments. */
  function report(path: string): string {
    const shared = [...read(path).matchAll(/from "(\.[^"]+)\.cjs"/g)].map(
      ([, name]) => `${posix.join(posix.dirname(path), name ?? '')}.d.cts`,
    )
    return [path, ...shared].map(print).join('\n').replace(CONTENT_HASH, '')
  }

  function print(path: string): string {
    const source = ts.createSourceFile(path, read(path), ts.ScriptTarget.ES2022)
    return ts.createPrinter({ removeComments: true }).printFile(source)
  }
})
