import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { openWorkshop, type Workshop } from '../runtimes/workshop.js'
import { BUNDLERS, type Bundler, LIMITS, weigh } from './bundlers.js'

// What importing parts of the packed package adds to a bundle of each bundler: npm run test:bundlers

const WEBPACK = `
const webpack = require('webpack')
const output = { path: __dirname, filename: 'bundle.mjs', library: { type: 'module' }, module: true }
webpack(
  { mode: 'production', target: 'es2022', entry: './entry.mjs', output, experiments: { outputModule: true } },
  (error, stats) => {
    if (error || stats.hasErrors()) throw error ?? new Error(stats.toString())
  },
)
`

async function webpackIn(workshop: Workshop): Promise<Bundler> {
  await workshop.install('webpack')
  const script = workshop.write('webpack.cjs', WEBPACK)
  return async (code) => {
    workshop.write('entry.mjs', code)
    await workshop.run(process.execPath, [script])
    return readFileSync(join(workshop.folder, 'bundle.mjs'), 'utf8')
  }
}

const workshop = await openWorkshop(process.cwd())
const index = join(workshop.folder, 'node_modules/mm7/dist/index.js')
const bundlers = { ...BUNDLERS, webpack: await webpackIn(workshop) }
let failures = 0
for (const [names, limit] of LIMITS) {
  console.log(`${names}: at most ${limit} bytes, minified and gzipped`)
  for (const [name, bundler] of Object.entries(bundlers)) {
    const size = await weigh(bundler, names, index)
    if (size > limit) failures += 1
    console.log(`  ${size > limit ? 'FAIL' : 'ok  '} ${name.padEnd(8)} ${size}`)
  }
}
rmSync(workshop.folder, { recursive: true, force: true })
process.exitCode = failures > 0 ? 1 : 0
