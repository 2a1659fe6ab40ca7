import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ROOT } from '../support/root.js'

/** A shell opens and closes what the command writes to. */
describe.each([
  ['inspect --json CAPTURE'],
  ['inspect --html - CAPTURE'],
  ['inspect CAPTURE CAPTURE'],
  ['inspect CAPTURE'],
  ['--help'],
  ['--version'],
])('mm7 %s', (command) => {
  const run = (after: string) => {
    const capture = join(ROOT, 'fixtures/skycore/deliver-req-envelope.http')
    const line = `node ${join(ROOT, 'dist/cli.js')} ${command.replaceAll('CAPTURE', capture)}`
    return spawnSync('bash', ['-c', `set -o pipefail; ${line} ${after}`], { encoding: 'utf8' })
  }

  it('ends with 2 and no stack where nothing can be written', () => {
    const { status, stderr } = run('> /dev/full')
    expect(status).toBe(2)
    expect(stderr).toMatch(/^mm7: the output could not be written: ENOSPC[^\n]*\n$/)
    expect(run('> /dev/full 2> /dev/full').status).toBe(2)
  })

  it('ends with 2 and nothing more to say where nobody reads', () => {
    const { status, stderr } = run('| (exec 0<&-; sleep 2)')
    expect({ status, stderr }).toEqual({ status: 2, stderr: '' })
  })
})
