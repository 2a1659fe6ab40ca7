import { defineConfig } from 'tsup'

/**
 * How a program of the tests is bundled to be run: `tsup test/fuzz/main.ts --out-dir .tmp/fuzz` writes
 * `.tmp/fuzz/main.js`. What is published is built by `build.mjs`.
 */
export default defineConfig({
  format: ['esm'],
  platform: 'node',
  target: 'node20',
  splitting: false,
  silent: true,
  // Node finds packages itself.
  skipNodeModulesBundle: true,
})
