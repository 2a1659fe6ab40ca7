import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import manifest from '../../package.json' with { type: 'json' }
import { nodeHost, onMessageError, onOutputError } from '../../src/cli/host.js'

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
    execFileSync('mkfifo', [join(directory, 'pipe')])
    mkdirSync(join(directory, 'directory'))
    // A pipe that nobody reads would keep who opens it for ever.
    for (const name of ['target', 'link', 'dangling', 'pipe', 'directory', '.']) {
      expect(host.writeNew(join(directory, name), Uint8Array.of(1))).toBe(false)
    }
    expect(readFileSync(target, 'utf8')).toBe('kept')
  })

  it('tells what the file system has against it', () => {
    const write = () => nodeHost('0').writeNew(join(directory, 'no', 'where'), new Uint8Array(0))
    expect(write).toThrow('ENOENT')
  })

  it('replaces a page that is there', () => {
    const path = join(directory, 'page.html')
    nodeHost('0').write(path, 'one')
    nodeHost('0').write(path, 'two')
    expect(readFileSync(path, 'utf8')).toBe('two')
  })

  it('does not try for ever to make a directory where there can be none', () => {
    expect(() => nodeHost('0').makeDirectory('/proc/mm7-is-not-there/out')).toThrow('ENOENT')
    expect(() => nodeHost('0').makeDirectory(join(directory, 'file', 'out'))).not.toThrow()
  })

  it('shows progress where someone waits at a terminal, in place of what was there', () => {
    const err = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
    const before = process.stderr.isTTY
    Object.assign(process.stderr, { isTTY: false })
    nodeHost('0').progress('a')
    Object.assign(process.stderr, { isTTY: true })
    nodeHost('0').progress('b')
    Object.assign(process.stderr, { isTTY: before })
    expect(err.mock.calls).toEqual([['\r\x1b[2Kb']])
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

describe('an output that fails', () => {
  const failure = (code: string) => Object.assign(new Error(`${code}: it failed`), { code })

  it('is told in a line, unless its reader has enough; the exit status is 2 either way', () => {
    const err = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
    for (const code of ['EPIPE', 'ENOSPC']) {
      process.exitCode = 1
      onOutputError(failure(code))
      expect(process.exitCode).toBe(2)
    }
    expect(err.mock.calls).toEqual([['mm7: the output could not be written: ENOSPC: it failed\n']])
  })

  it('cannot be told where it is the one to tell it', () => {
    process.exitCode = 1
    onMessageError()
    expect(process.exitCode).toBe(2)
  })
})
