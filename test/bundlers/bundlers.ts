import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { rollup } from 'rollup'
import { build as buildWithVite } from 'vite'

/** What importing these may add to a bundle, minified and gzipped, in bytes. */
export const LIMITS: readonly (readonly [names: string, limit: number])[] = [
  ['Status', 1024],
  ['buildDeliverRsp', 5 * 1024],
  ['parseDeliverReq, buildDeliverRsp', 56 * 1024],
]

/** Makes one file of some code that imports the package. */
export type Bundler = (code: string) => Promise<string>

/** Those that are here; webpack is installed by who needs it. */
export const BUNDLERS: Readonly<Record<string, Bundler>> = {
  esbuild: withEsbuild,
  Rollup: withRollup,
  Vite: withVite,
}

/** @param index the entry of the built package */
export async function weigh(bundler: Bundler, names: string, index: string): Promise<number> {
  const bundle = await bundler(`export { ${names} } from ${JSON.stringify(index)}`)
  return gzipSync(await minify(bundle)).length
}

async function withEsbuild(code: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: code, resolveDir: tmpdir() },
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'neutral',
    logLevel: 'error',
  })
  return outputFiles[0]?.text ?? ''
}

async function withRollup(code: string): Promise<string> {
  const entry = {
    name: 'entry',
    resolveId: (id: string) => (id === 'entry' ? id : null),
    load: (id: string) => (id === 'entry' ? code : null),
  }
  // Without a resolver of package.json it does not know that nothing in the package has side effects.
  const bundle = await rollup({ input: 'entry', plugins: [entry] })
  const { output } = await bundle.generate({ format: 'es' })
  await bundle.close()
  return output[0].code
}

async function withVite(code: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'mm7-size-'))
  const entry = join(folder, 'entry.js')
  writeFileSync(entry, code)
  const built = await buildWithVite({
    root: folder,
    configFile: false,
    logLevel: 'error',
    build: { write: false, minify: false, lib: { entry, formats: ['es'], fileName: 'bundle' } },
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
