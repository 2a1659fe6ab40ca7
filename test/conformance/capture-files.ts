import { readdirSync, readFileSync } from 'node:fs'
import type { Limits } from '../../src/limits.js'
import { FIXTURES } from '../support/root.js'

/** What is expected of a capture: the JSON beside it. */
export interface Expectation {
  readonly options?: { readonly limits?: Partial<Limits>; readonly carrierIdHeader?: string }
  /** What `messageToJson` makes of the message. */
  readonly message?: unknown
  /** What an `Mm7Error` has, its `partial` as `messageToJson` makes it. */
  readonly error?: unknown
  /** What `parseMm7Response` makes of a response of a relay/server. */
  readonly response?: unknown
  /** What stands in an answer of a platform. */
  readonly answer?: unknown
}

/** A capture, and the JSON beside it. */
export interface CaptureFile {
  /** Below `fixtures/`, without extension: `skycore/deliver-req`. */
  readonly name: string
  readonly jsonPath: string
  readonly bytes: Uint8Array
  /** Undefined if there is none yet. */
  readonly expected: Expectation | undefined
}

/** @returns every capture of the folder, in order of name. */
export function captureFiles(): CaptureFile[] {
  const paths = readdirSync(FIXTURES, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .sort()
  const jsons = new Set(paths.filter((path) => path.endsWith('.json')))
  return paths
    .filter((path) => path.endsWith('.http'))
    .map((path) => {
      const name = path.replace(/\.http$/, '')
      const jsonPath = `${FIXTURES}${name}.json`
      const expected = jsons.has(`${name}.json`)
        ? (JSON.parse(readFileSync(jsonPath, 'utf8')) as Expectation)
        : undefined
      return { name, jsonPath, bytes: readFileSync(`${FIXTURES}${path}`), expected }
    })
}

interface Told {
  readonly code: string
  readonly partial: { readonly warnings?: readonly { readonly code: string }[] }
}

/** @returns the codes that a capture shows: its error's, and each warning's. */
export function codesShown({ expected }: CaptureFile): string[] {
  const error = expected?.error as Told | undefined
  const read = expected?.message ?? expected?.response
  const message = error?.partial ?? (read as Told['partial'] | undefined)
  const codes = (message?.warnings ?? []).map(({ code }) => code)
  return error === undefined ? codes : [error.code, ...codes]
}
