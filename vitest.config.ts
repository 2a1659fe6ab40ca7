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
      // The aim is every line and every branch. What is missing are refusals of misuse by the newest
      // builders: raise these as their tests are written, and never lower them.
      thresholds: { lines: 98.5, branches: 97.5, functions: 97.5, statements: 98.5 },
    },
  },
})
