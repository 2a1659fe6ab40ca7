import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import manifest from '../../package.json' with { type: 'json' }
import { ignoreClosedPipe, nodeHost } from '../../src/cli/host.js'

let directory = ''

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'mm7-cli-'))
})

afterEach(() => {
  vi.unstubAllEnvs()
  vi.restoreAllMocks()
  process.exitCode = undefined
  rmSync(directory, { recursive: true })
})

describe('the world as Node has it', () => {
  it('makes directories and files, and reads them', () => {
    const host = nodeHost('0')
    const path = join(directory, 'a', 'b')
    host.makeDirectory(path)
    host.makeDirectory(path)
    expect(host.writeNew(join(path, 'c'), Uint8Array.of(1, 2))).toBe(true)
    expect([...host.read(join(path, 'c'))]).toEqual([1, 2])
  })

  it('replaces no file, and follows no link', () => {
    const host = nodeHost('0')
    const target = join(directory, 'target')
    writeFileSync(target, 'kept')
    symlinkSync(target, join(directory, 'link'))
    symlinkSync(join(directory, 'nowhere'), join(directory, 'dangling'))
    for (const name of ['target', 'link', 'dangling']) {
      expect(host.writeNew(join(directory, name), Uint8Array.of(1))).toBe(false)
    }
    expect(readFileSync(target, 'utf8')).toBe('kept')
  })

  it('tells what the file system has against it', () => {
    const write = () => nodeHost('0').writeNew(join(directory, 'no', 'where'), new Uint8Array(0))
    expect(write).toThrow('ENOENT')
  })

  it.each([
    [true, '', true],
    [true, '1', false],
    [undefined, '', false],
    [true, undefined, true],
  ])(
    'has colours only on a terminal (%s) that wants them (NO_COLOR=%j)',
    (isTty, noColour, has) => {
      vi.stubEnv('NO_COLOR', noColour)
      const before = process.stdout.isTTY
      Object.assign(process.stdout, { isTTY: isTty })
      expect(nodeHost('0').isColourful).toBe(has)
      Object.assign(process.stdout, { isTTY: before })
    },
  )

  it('prints to where it should', () => {
    const out = vi.spyOn(process.stdout, 'write').mockReturnValue(true)
    const err = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
    nodeHost('0').print('a')
    nodeHost('0').printError('b')
    expect(out).toHaveBeenCalledWith('a')
    expect(err).toHaveBeenCalledWith('b')
  })

  it('reads the standard input', async () => {
    const readFileSync = vi.fn(() => Buffer.of(1))
    vi.doMock('node:fs', async (original) => ({ ...(await original<object>()), readFileSync }))
    vi.resetModules()
    const { nodeHost: mocked } = await import('../../src/cli/host.js')
    vi.doUnmock('node:fs')
    expect([...mocked('0').read('-')]).toEqual([1])
    expect(readFileSync).toHaveBeenCalledWith(0)
  })

  it('is given to the command, with the version of the package', async () => {
    const out = vi.spyOn(process.stdout, 'write').mockReturnValue(true)
    vi.spyOn(process, 'argv', 'get').mockReturnValue(['node', 'mm7', '--version'])
    await import('../../src/cli/main.js')
    expect(out).toHaveBeenCalledWith(`${manifest.version}\n`)
    expect(process.exitCode).toBe(0)
  })
})

describe('the standard output', () => {
  it('may be closed before the end, but not fail otherwise', () => {
    const failure = (code: string) => Object.assign(new Error(code), { code })
    expect(() => ignoreClosedPipe(failure('EPIPE'))).not.toThrow()
    expect(() => ignoreClosedPipe(failure('EIO'))).toThrow('EIO')
  })
})
