import { readFile } from 'node:fs/promises'
import { defineConfig, type Options } from 'tsup'

const common: Options = { target: 'es2022', treeshake: true }

/**
 * saxes and what it needs, as compiled for CommonJS, as the ES modules that they were: bundled so they
 * are no slower to load than our own code, and a bundler leaves them out where nothing is read.
 */
const SAXES: NonNullable<Options['esbuildPlugins']>[number] = {
  name: 'saxes-as-modules',
  setup: ({ onLoad }) =>
    onLoad({ filter: /node_modules[\\/](?:saxes|xmlchars)[\\/].*\.js$/ }, async ({ path }) => ({
      contents: toModule(await readFile(path, 'utf8')),
    })),
}

function toModule(commonJs: string): string {
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

/** The library's own entries, which the command finds beside it. */
const BUILT = /^(?:\.\.\/)+(?:(presentation|testing)\/)?index\.js$/

const ENTRIES = {
  index: 'src/index.ts',
  presentation: 'src/presentation/index.ts',
  receiver: 'src/receiver/index.ts',
  xpath: 'src/xpath/index.ts',
  testing: 'src/testing/index.ts',
  'testing/arbitraries': 'src/testing/arbitraries/index.ts',
}

/** What many import alone: in files of its own, so that a bundler leaves out those beside it. */
const APART = { 'parts/status': 'src/status.ts', 'parts/answers': 'src/build-rsp.ts' }

export default defineConfig([
  {
    ...common,
    entry: { ...ENTRIES, ...APART },
    format: ['esm', 'cjs'],
    platform: 'neutral',
    dts: { entry: ENTRIES },
    // All but the command, which is built at the same time.
    clean: ['!cli.js'],
    splitting: true,
    esbuildPlugins: [SAXES],
  },
  {
    ...common,
    entry: { cli: 'src/cli/main.ts' },
    format: ['esm'],
    platform: 'node',
    removeNodeProtocol: false,
    banner: {
      js: '// Holds parts of image-size: Copyright © 2013-Present Aditya Yadav, MIT License.',
    },
    esbuildPlugins: [
      {
        name: 'built-library',
        setup: ({ onResolve }) =>
          onResolve({ filter: BUILT }, ({ path }) => ({
            path: `./${BUILT.exec(path)?.[1] ?? 'index'}.js`,
            external: true,
          })),
      },
    ],
  },
])
