import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { build } from 'esbuild'
import { LAYERS } from './layers.js'
import { printSurvivors, printTable, type Report } from './report.js'
import { LAYER } from './test-files.js'

// Changes the code of a layer in every small way that Stryker knows, one at a time, and tells which of
// these mutants its tests do not notice: npm run mutants -- --only mime,soap --mutate 'src/mime/root.ts'

const { values } = parseArgs({
  options: { only: { type: 'string' }, mutate: { type: 'string' } },
})
const layers = values.only?.split(',') ?? Object.keys(LAYERS)
const unknown = layers.filter((layer) => !Object.hasOwn(LAYERS, layer))
if (unknown.length > 0) {
  console.error(`There is no ${unknown.join(', ')}: there is ${Object.keys(LAYERS).join(', ')}.`)
  process.exit(2)
}

const FOLDER = join(process.cwd(), '.tmp/mutants')
const STRYKER = join(FOLDER, 'node_modules/@stryker-mutator/core/bin/stryker.js')
const RUNNER = join(FOLDER, 'runner.js')

mkdirSync(FOLDER, { recursive: true })
writeFileSync(join(FOLDER, 'package.json'), '{ "private": true, "type": "module" }')
if (!existsSync(STRYKER)) {
  console.log('Installing Stryker.')
  const quiet = ['--no-audit', '--no-fund', '--loglevel=error']
  const packages = ['@stryker-mutator/core@9.6']
  execFileSync('npm', ['install', '--prefix', FOLDER, ...quiet, ...packages], { stdio: 'inherit' })
}
await build({
  entryPoints: ['test/mutants/runner.ts'],
  outfile: RUNNER,
  bundle: true,
  platform: 'node',
  format: 'esm',
  packages: 'external',
  logLevel: 'error',
})

const reports: Report[] = []
for (const layer of layers) reports.push(runStryker(layer, values.mutate ?? `src/${layer}/**/*.ts`))
printSurvivors(reports)
printTable(reports)

function runStryker(layer: string, mutate: string): Report {
  const fileName = join(FOLDER, `${layer}.json`)
  const config = join(FOLDER, `${layer}.conf.json`)
  const settings = {
    testRunner: 'layers',
    plugins: [RUNNER],
    coverageAnalysis: 'perTest',
    mutate: mutate.split(','),
    // It must lie as deep in the checkout as other bundles: see test/support/root.ts.
    tempDirName: '.tmp/mutants/sandbox',
    ignorePatterns: ['.tmp', 'dist', 'coverage', '.ci'],
    concurrency: 2,
    // The runner ends what does not end by itself; this is for when it fails to.
    timeoutMS: 120_000,
    dryRunTimeoutMinutes: 20,
    reporters: ['json', 'progress-append-only'],
    jsonReporter: { fileName },
    allowConsoleColors: false,
  }
  writeFileSync(config, JSON.stringify(settings))
  const env = { ...process.env, [LAYER]: layer }
  const { status } = spawnSync(process.execPath, [STRYKER, 'run', config], {
    stdio: 'inherit',
    env,
  })
  if (status !== 0) throw new Error(`Stryker has ended with ${status}.`)
  return { layer, ...JSON.parse(readFileSync(fileName, 'utf8')) }
}
