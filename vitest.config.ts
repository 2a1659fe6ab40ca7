import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    setupFiles: ['test/seed.ts'],
    // Compilers and servers are started in tests: on a busy machine that takes its time.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    coverage: {
      provider: 'v8',
      include: ['src/**/*.ts'],
      // A table of lines is for who asks: `npm run unit -- --coverage.reporter=text`.
      reporter: ['text-summary'],
      // Every line and every branch, or `npm test` fails. What cannot be reached is not written.
      thresholds: { lines: 100, branches: 100, functions: 100, statements: 100 },
    },
  },
})
