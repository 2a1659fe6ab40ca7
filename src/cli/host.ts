import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { STATUS } from './summary.js'

/** What the command needs of the world around it. */
export interface Host {
  readonly version: string
  /** The standard output is a terminal that wants colours. */
  readonly isColourful: boolean
  readonly print: (text: string) => void
  readonly printError: (text: string) => void
  /** Shows what is being done to someone who waits, in place of what was shown before; '' for nothing. */
  readonly progress: (text: string) => void
  /** Reads a file, or the standard input if the path is `-`. */
  readonly read: (path: string) => Uint8Array
  readonly makeDirectory: (path: string) => void
  /** Writes a file. @returns false if there is one of that name already */
  readonly writeNew: (path: string, bytes: Uint8Array) => boolean
  /** Writes a file, in place of one that is there. */
  readonly write: (path: string, text: string) => void
}

const STDIN = 0
/** To the start of the line, and erase it (ECMA-48 §8.3.41). */
const ERASE_LINE = '\r\x1b[2K'

/** @returns the world as Node has it. */
export function nodeHost(version: string): Host {
  return {
    version,
    // https://no-color.org: set and not empty.
    isColourful: process.stdout.isTTY === true && !process.env['NO_COLOR'],
    print: (text) => process.stdout.write(text),
    printError: (text) => process.stderr.write(text),
    progress: (text) => {
      if (process.stderr.isTTY === true) process.stderr.write(`${ERASE_LINE}${text}`)
    },
    read: (path) => readFileSync(path === '-' ? STDIN : path),
    makeDirectory,
    writeNew,
    write: (path, text) => writeFileSync(path, text),
  }
}

/**
 * Whatever keeps the output from being written whole is the command's exit status, and told in a line; but a
 * reader such as `head`, which has enough, needs no line.
 *
 * @param error of the standard output
 */
export function onOutputError(error: { readonly code?: string; readonly message: string }): void {
  process.exitCode = STATUS.trouble
  if (error.code === 'EPIPE') return
  process.stderr.write(`mm7: the output could not be written: ${error.message}\n`)
}

/** There is nowhere left to tell it. */
export function onMessageError(): void {
  process.exitCode = STATUS.trouble
}

/** Makes a directory and those it is in. Node's own way tries for ever below `/proc`. */
function makeDirectory(path: string): void {
  const isThere = (one: string) => statSync(one, { throwIfNoEntry: false })?.isDirectory() === true
  const missing: string[] = []
  for (let one = path; !isThere(one) && one !== missing.at(-1); one = dirname(one))
    missing.push(one)
  for (const one of missing.reverse()) mkdirSync(one)
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
