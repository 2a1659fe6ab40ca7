import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ROOT } from '../support/root.js'

/** What `npm pack` made. */
export interface Packed {
  /** The path of the tarball. */
  readonly tarball: string
  /** Its size in bytes. */
  readonly size: number
  /** The size of what is in it, without `docs/`. */
  readonly unpackedSize: number
  /** The paths of the files in it. */
  readonly files: readonly string[]
}

/** Packs the package, as built, into a folder of its own. */
export function pack(): Packed {
  const folder = mkdtempSync(join(tmpdir(), 'mm7-pack-'))
  const args = ['pack', '--json', '--ignore-scripts', '--pack-destination', folder]
  const output = execFileSync('npm', args, { cwd: ROOT, encoding: 'utf8' })
  const printed = JSON.parse(output) as NpmPacked[] | Record<string, NpmPacked>
  const [packed] = Object.values(printed)
  if (packed === undefined) throw new Error(`npm pack printed no package: ${output}`)
  const files = packed.files.map((file) => file.path)
  const unpackedSize = packed.files
    .filter((file) => !file.path.startsWith('docs/'))
    .reduce((sum, file) => sum + file.size, 0)
  return { tarball: join(folder, packed.filename), size: packed.size, unpackedSize, files }
}

interface NpmPacked {
  readonly filename: string
  readonly size: number
  readonly files: readonly { readonly path: string; readonly size: number }[]
}

/**
 * Unpacks the tarball where a consumer's `node_modules` would have it, below the project, so that
 * what the package depends on is found there.
 *
 * @returns the consumer's folder
 */
export function installPacked(tarball: string): string {
  const temporary = join(ROOT, '.tmp')
  mkdirSync(temporary, { recursive: true })
  const consumer = mkdtempSync(join(temporary, 'consumer-'))
  // Else this is a part of mm7, whose imports of mm7 are of itself.
  writeFileSync(join(consumer, 'package.json'), '{ "name": "consumer", "private": true }')
  const target = join(consumer, 'node_modules', 'mm7')
  mkdirSync(target, { recursive: true })
  execFileSync('tar', ['-xzf', tarball, '-C', target, '--strip-components=1'])
  return consumer
}

/** @returns the text of a file of the project. */
export function read(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8')
}
