import { defineConfig } from 'tsup'

/** The benchmark runs as Node runs the package: compiled, its dependencies beside it. */
export default defineConfig({
  entry: { main: 'test/bench/main.ts', library: 'test/bench/library.ts' },
  outDir: '.tmp/bench',
  format: ['esm'],
  target: 'es2022',
  clean: true,
  splitting: false,
  treeshake: true,
  skipNodeModulesBundle: true,
})
