import type * as Library from '../../src/index.js'
import type * as Testing from '../../src/testing/index.js'

/** A capture as every runtime can take it. */
export interface Case {
  readonly name: string
  /** The bytes of the file, in base64. */
  readonly http: string
  readonly options: Library.ParseOptions
  /** The JSON beside the capture, keys in order. */
  readonly expected: string
}

/** What a runtime made of the captures. */
export interface Report {
  /** What `globalThis.Buffer` was when the library was loaded. */
  readonly buffer: string
  /** The form in which the library was loaded: CommonJS, imported, has a default export. */
  readonly form: 'esm' | 'cjs'
  readonly captures: number
  readonly asExpected: number
  readonly messages: number
  readonly errors: number
  readonly warnings: number
  /** Of every outcome, strict and not, and every answer: what differs here differs somewhere. */
  readonly digest: string
  /** The names of those that are not as expected. */
  readonly failed: readonly string[]
}

/**
 * Reads and answers captures. It runs in every runtime as it stands, so it asks for nothing but the
 * language and `atob`.
 *
 * @param mm7 `mm7`, as this runtime has loaded it
 * @param testing `mm7/testing`, likewise
 */
export function check(
  mm7: typeof Library,
  testing: typeof Testing,
  cases: readonly Case[],
): Report {
  let [messages, errors, warnings, digest] = [0, 0, 0, 0x811c9dc5]
  const failed: string[] = []
  for (const { name, http, options, expected } of cases) {
    const request = testing.readHttpCapture(Uint8Array.from(atob(http), (c) => c.charCodeAt(0)))
    const outcome = read(mm7, request, options)
    const actual = inOrder(toJson(testing, outcome))
    if (actual !== expected) failed.push(name)
    if (outcome instanceof mm7.Mm7Error) errors++
    else messages++
    const partial = outcome instanceof mm7.Mm7Error ? outcome.partial : outcome
    warnings += partial.warnings?.length ?? 0

    const strict = read(mm7, request, { ...options, strict: true })
    const all = [actual, inOrder(toJson(testing, strict)), mm7.buildMm7Rsp(outcome)]
    digest = hash(digest, all.join())
  }
  return {
    buffer: typeof (globalThis as { Buffer?: unknown }).Buffer,
    form:
      Object.prototype.toString.call(mm7) === '[object Module]' && !('default' in mm7)
        ? 'esm'
        : 'cjs',
    captures: cases.length,
    asExpected: cases.length - failed.length,
    messages,
    errors,
    warnings,
    digest: digest.toString(16).padStart(8, '0'),
    failed,
  }
}

function read(
  mm7: typeof Library,
  request: Library.Mm7Request,
  options: Library.ParseOptions,
): Library.Mm7Message | Library.Mm7Error {
  try {
    return mm7.parseMm7Request(request, options)
  } catch (error) {
    if (error instanceof mm7.Mm7Error) return error
    throw error
  }
}

/** The form of the JSON beside a capture, which has no sentences. */
function toJson(testing: typeof Testing, outcome: Library.Mm7Message | Library.Mm7Error): unknown {
  const json = testing.messageToJson(outcome)
  if (!('error' in json)) return { message: json }
  const { message: _, ...error } = json['error'] as Testing.JsonObject
  return { error }
}

/** @returns `value` as JSON, the keys of its objects in alphabetical order. */
export function inOrder(value: unknown): string {
  return JSON.stringify(value, (_key, inner) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )
}

/** FNV-1a, over UTF-16 units. */
function hash(start: number, text: string): number {
  let state = start
  for (let i = 0; i < text.length; i++) state = Math.imul(state ^ text.charCodeAt(i), 0x01000193)
  return state >>> 0
}
