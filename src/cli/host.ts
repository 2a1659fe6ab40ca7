import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'

/** What the command needs of the world around it. */
export interface Host {
  readonly version: string
  /** The standard output is a terminal that wants colours. */
  readonly isColourful: boolean
  readonly print: (text: string) => void
  readonly printError: (text: string) => void
  /** Reads a file, or the standard input if the path is `-`. */
  readonly read: (path: string) => Uint8Array
  readonly makeDirectory: (path: string) => void
  /** Writes a file. @returns false if there is one of that name already */
  readonly writeNew: (path: string, bytes: Uint8Array) => boolean
}

const STDIN = 0

/** @returns the world as Node has it. */
export function nodeHost(version: string): Host {
  return {
    version,
    // https://no-color.org: set and not empty.
    isColourful: process.stdout.isTTY === true && !process.env['NO_COLOR'],
    print: (text) => process.stdout.write(text),
    printError: (text) => process.stderr.write(text),
    read: (path) => readFileSync(path === '-' ? STDIN : path),
    makeDirectory: (path) => mkdirSync(path, { recursive: true }),
    writeNew,
  }
}

/**
 * A reader such as `head` may have enough before the end: that is not a failure.
 *
 * @param error of the standard output
 * @throws the error, if it is another
 */
export function ignoreClosedPipe(error: { readonly code?: string }): void {
  if (error.code !== 'EPIPE') throw error
}

function writeNew(path: string, bytes: Uint8Array): boolean {
  try {
    // `x` follows no link and replaces no file.
    writeFileSync(path, bytes, { flag: 'wx' })
    return true
  } catch (error) {
    if ((error as { code?: unknown }).code === 'EEXIST') return false
    throw error
  }
}
