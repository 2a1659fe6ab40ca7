import { expect, test, vi } from 'vitest'

test('bytes are read without Buffer where there is none', async () => {
  vi.stubGlobal('Buffer', undefined)
  vi.resetModules()
  try {
    const without = await import('../../src/mime/bytes.js')
    expect(without.latin1(Uint8Array.of(0x61, 0xe9), 0, 2)).toBe('a\xe9')
  } finally {
    vi.unstubAllGlobals()
    vi.resetModules()
  }
})
