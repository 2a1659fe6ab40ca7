import { defineConfig, type Options } from 'tsup'

const common: Options = { target: 'es2022', sourcemap: true, treeshake: true }

/** The library's own entries, which the command finds beside it. */
const BUILT = /^(?:\.\.\/)+(?:(presentation|testing)\/)?index\.js$/

export default defineConfig([
  {
    ...common,
    entry: {
      index: 'src/index.ts',
      presentation: 'src/presentation/index.ts',
      receiver: 'src/receiver/index.ts',
      xpath: 'src/xpath/index.ts',
      testing: 'src/testing/index.ts',
      'testing/arbitraries': 'src/testing/arbitraries/index.ts',
    },
    format: ['esm', 'cjs'],
    platform: 'neutral',
    dts: true,
    // All but the command, which is built at the same time.
    clean: ['!cli.*'],
    splitting: true,
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
