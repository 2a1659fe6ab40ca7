import type { Options } from 'tsup'

const common: Options = {
  outDir: '.tmp/bench',
  format: ['esm'],
  platform: 'node',
  target: 'es2022',
  splitting: false,
  treeshake: true,
}

/**
 * The library has its dependencies within it: a backend has it or a baseline, not both, and what one
 * does to xmldom in the compiler's eyes is not to slow the other down.
 */
const builds: Options[] = [
  { ...common, entry: { main: 'test/bench/main.ts' }, skipNodeModulesBundle: true },
  {
    ...common,
    entry: { library: 'test/bench/library.ts', 'service-server': 'test/bench/service-server.ts' },
    noExternal: [/./],
  },
]

export default builds
