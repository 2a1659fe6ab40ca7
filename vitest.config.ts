import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

/** Who starts compilers, bundlers and servers, and runs what is built or printed. */
const BUILT = ['test/docs/**', 'test/integration/**', 'test/package/**']
/** Who measures the processor's time. */
const MEASURING = ['**/*growth.test.ts', 'test/hostile/cost.test.ts']

export default defineConfig({
  test: {
    setupFiles: ['test/seed.ts'],
    // All of the cores: it is not watched while one works on something else.
    maxWorkers: availableParallelism(),
    // Compilers and servers are started in tests: on a busy machine that takes its time.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'library',
          include: ['test/**/*.test.ts'],
          exclude: [...BUILT, ...MEASURING],
          // Nothing has state, so files share what was loaded: that is most of their time.
          pool: 'threads',
          isolate: false,
        },
      },
      {
        extends: true,
        test: { name: 'built', include: BUILT.map((folder) => `${folder}/*.test.ts`) },
      },
      {
        extends: true,
        test: {
          name: 'measuring',
          include: MEASURING,
          // After all others: what compilers and servers do beside it is measured, too.
          sequence: { groupOrder: 1 },
        },
      },
    ],
    coverage: {
      provider: 'v8',
      include: ['src/**/*.ts'],
      // A table of lines is for who asks: add `--coverage.reporter=text`.
      reporter: ['text-summary'],
      // Of some 4,600 branches one, in src/soap/envelope.ts, was not counted though its test is there.
      thresholds: { lines: 100, branches: 99.9, functions: 100, statements: 100 },
    },
  },
})
