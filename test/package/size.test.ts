import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { rollup } from 'rollup'
import { build as buildWithVite } from 'vite'
import { describe, expect, it } from 'vitest'
import { ROOT } from '../support/root.js'

/** What importing these may add to a bundle, minified and gzipped, in bytes. */
const LIMITS = [
  ['Status', 1024],
  ['buildDeliverRsp', 5 * 1024],
  ['parseDeliverReq, buildDeliverRsp', 52 * 1024],
] as const

const BUNDLERS: readonly (readonly [string, (names: string) => Promise<string>])[] = [
  ['esbuild', withEsbuild],
  ['Rollup', withRollup],
  ['Vite', withVite],
]

const INDEX = JSON.stringify(join(ROOT, 'dist/index.js'))
const codeOf = (names: string): string => `export { ${names} } from ${INDEX}`

describe.each(BUNDLERS)('what an import weighs in a bundle of %s', (_, bundle) => {
  it.each(LIMITS)('%s: at most %d bytes', async (names, limit) => {
    const size = gzipSync(await minify(await bundle(names))).length
    expect(size).toBeGreaterThan(200)
    expect(size).toBeLessThanOrEqual(limit)
  })
})

async function withEsbuild(names: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: codeOf(names), resolveDir: ROOT },
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'neutral',
    logLevel: 'error',
  })
  return outputFiles[0]?.text ?? ''
}

async function withRollup(names: string): Promise<string> {
  const entry = {
    name: 'entry',
    resolveId: (id: string) => (id === 'entry' ? id : null),
    load: (id: string) => (id === 'entry' ? codeOf(names) : null),
  }
  // Without a resolver of package.json it does not know that nothing in the package has side effects.
  const bundle = await rollup({ input: 'entry', plugins: [entry] })
  const { output } = await bundle.generate({ format: 'es' })
  await bundle.close()
  return output[0].code
}

async function withVite(names: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'mm7-size-'))
  const entry = join(folder, 'entry.js')
  writeFileSync(entry, codeOf(names))
  const built = await buildWithVite({
    root: ROOT,
    configFile: false,
    logLevel: 'error',
    build: { write: false, minify: false, lib: { entry, formats: ['es'] } },
  })
  rmSync(folder, { recursive: true })
  const [{ output }] = built as unknown as [{ output: [{ code: string }] }]
  return output[0].code
}

async function minify(code: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: code },
    minify: true,
    write: false,
    format: 'esm',
  })
  return outputFiles[0]?.text ?? ''
}
