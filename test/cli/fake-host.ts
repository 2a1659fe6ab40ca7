import type { Host } from '../../src/cli/host.js'

/** A world of its own: files by their paths, and what was printed. */
export interface FakeHost extends Host {
  readonly files: Map<string, Uint8Array>
  readonly printed: string[]
  readonly errors: string[]
  /** What was shown to someone who waits. */
  readonly shown: string[]
}

export function fakeHost(given: Readonly<Record<string, Uint8Array>> = {}): FakeHost {
  const files = new Map(Object.entries(given))
  const printed: string[] = []
  const errors: string[] = []
  const shown: string[] = []
  return {
    files,
    printed,
    errors,
    shown,
    version: '1.2.3',
    isColourful: false,
    print: (text) => printed.push(text),
    printError: (text) => errors.push(text),
    read: (path) => {
      const bytes = files.get(path)
      if (bytes === undefined) throw new Error(`ENOENT: no such file or directory, open '${path}'`)
      return bytes
    },
    makeDirectory: () => {},
    progress: (text) => shown.push(text),
    write: (path, text) => files.set(path, new TextEncoder().encode(text)),
    writeNew: (path, bytes) => {
      if (files.has(path)) return false
      files.set(path, bytes)
      return true
    },
  }
}
