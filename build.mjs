// npm run build: makes dist/ of src/.
import { chmod, readFile, rm } from 'node:fs/promises'
import { basename } from 'node:path'
import { build } from 'rolldown'
import { parseAst } from 'rolldown/parseAst'
import { dts } from 'rolldown-plugin-dts'

/** What there is to import. */
const ENTRIES = {
  index: 'src/index.ts',
  presentation: 'src/presentation/index.ts',
  receiver: 'src/receiver/index.ts',
  xpath: 'src/xpath/index.ts',
  testing: 'src/testing/index.ts',
  'testing/arbitraries': 'src/testing/arbitraries/index.ts',
}

const IMAGE_SIZE =
  '// Holds parts of image-size: Copyright © 2013-Present Aditya Yadav, MIT License.'

/** What all builds have in common. */
const COMMON = {
  input: ENTRIES,
  external: [/^node:/, '@xmldom/xmldom', 'xpath', 'fast-check'],
  platform: 'neutral',
  resolve: { mainFields: ['module', 'main'] },
  treeshake: { moduleSideEffects: false },
  checks: { bundlerTimings: false },
}

/**
 * saxes and what it needs, as compiled for CommonJS, as the ES modules that they were: a bundler leaves
 * them out where nothing is read.
 */
const saxesAsModules = {
  name: 'saxes-as-modules',
  load: {
    filter: { id: /node_modules[\\/](?:saxes|xmlchars)[\\/].*\.js$/ },
    handler: async (path) => toModule(await readFile(path, 'utf8')),
  },
}

function toModule(commonJs) {
  return commonJs
    .replace(/^"use strict";$/m, '')
    .replace(/^Object\.defineProperty\(exports, "__esModule".*$/m, '')
    .replace(/^exports\.\w+ = (?:exports\.\w+ = )*void 0;$/m, '')
    .replace(/^const (\w+) = require\("(.*)"\);$/gm, 'import * as $1 from "$2";')
    .replace(/^exports\.(\w+) = \1;$/gm, 'export { $1 };')
    .replace(/^exports\.(\w+) = /gm, 'export const $1 = ')
    .replace(/\bexports\.(\w+)/g, '$1')
    .replace(/ = new RegExp\(/g, ' = /* @__PURE__ */ new RegExp(')
}

/**
 * Each statement at the top on a line of its own: Node prints the whole line that an error comes from
 * before it says what is wrong.
 */
const statementsOnLines = {
  name: 'statements-on-lines',
  generateBundle(_, bundle) {
    for (const chunk of Object.values(bundle)) {
      const starts = parseAst(chunk.code).body.map(({ start }) => start)
      const ends = [...starts.slice(1), chunk.code.length]
      const statements = starts.map((start, i) => chunk.code.slice(start, ends[i]).trimEnd())
      chunk.code = `${[chunk.code.slice(0, starts[0]), ...statements].join('\n').trimStart()}\n`
    }
  },
}

/** Nearly all that `import 'mm7'` loads is in one file: each costs a process that has just been started. */
function code(format, extension, more) {
  const needed = new Set()
  const whatIndexNeeds = {
    name: 'what-index-needs',
    buildEnd() {
      const pending = [...this.getModuleIds()].filter((id) => /[\\/]src[\\/]index\.ts$/.test(id))
      for (let id = pending.pop(); id !== undefined; id = pending.pop()) {
        if (needed.has(id)) continue
        needed.add(id)
        pending.push(...(this.getModuleInfo(id)?.importedIds ?? []))
      }
    },
  }
  const names = { keepNames: { class: true, function: false } }
  return {
    ...COMMON,
    ...more,
    plugins: [saxesAsModules, whatIndexNeeds, statementsOnLines],
    output: {
      dir: 'dist',
      format,
      entryFileNames: `[name].${extension}`,
      chunkFileNames: `[name]-[hash].${extension}`,
      codeSplitting: {
        groups: [
          // What many import alone: a bundler that is in doubt about the rest leaves that out.
          { name: 'status', test: /src[\\/](?:skycore[\\/])?status\.ts$/, priority: 1 },
          { name: 'core', test: (id) => needed.has(id) },
        ],
      },
      // What CommonJS exports says that it was compiled, and does not pass for an ES module itself.
      esModule: true,
      generatedCode: { symbols: false },
      // Classes keep their names: people read those of errors.
      minify: { compress: names, mangle: names },
      // V8 takes such a file as it is.
      charset: 'ascii',
      // Bundlers go by the pure marks.
      comments: { annotation: true, legal: true, jsdoc: false },
      postBanner: ({ name }) => (name === 'cli' ? IMAGE_SIZE : ''),
    },
  }
}

/**
 * An ES module may take its types from a CommonJS one, not the other way round: they are written once.
 * What names another package's types is written twice: to each kind of module that package may have
 * types of their own, and those of fast-check do not fit each other.
 */
const typesOfModules = {
  name: 'types-of-modules',
  generateBundle(_, bundle) {
    for (const name of Object.keys(ENTRIES)) {
      const { code, imports } = bundle[`${name}.d.cts`]
      const isAlone = imports.every((path) => path in bundle)
      const source = isAlone ? `export * from './${basename(name)}.cjs'\n` : code
      this.emitFile({ type: 'asset', fileName: `${name}.d.ts`, source })
    }
  },
}

const declarations = {
  ...COMMON,
  plugins: [dts({ emitDtsOnly: true, oxc: true }), typesOfModules],
  output: {
    dir: 'dist',
    entryFileNames: '[name].cjs',
    chunkFileNames: '[name]-[hash].cjs',
    minifyInternalExports: false,
  },
}

await rm('dist', { recursive: true, force: true })
await build([
  code('esm', 'js', { input: { ...ENTRIES, cli: 'src/cli/main.ts' } }),
  code('cjs', 'cjs'),
  declarations,
])
await chmod('dist/cli.js', 0o755)
