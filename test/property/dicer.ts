import { createRequire } from 'node:module'
import { setTimeout } from 'node:timers/promises'

/** What is used of dicer's streams; it has no types of its own. */
interface Stream {
  on(event: string, listener: (value: never) => void): void
  end(body: Uint8Array): void
}

const Dicer = createRequire(import.meta.url)('dicer') as new (options: {
  boundary: string
}) => Stream

/** A part as dicer gives it; without headers where it has none to give. */
export interface DicerPart {
  headers: Readonly<Record<string, readonly string[]>> | undefined
  readonly body: Buffer
}

/** How long dicer may take before it counts as one that will never finish. */
const PATIENCE = 250

/**
 * Splits a multipart with dicer, every error listened to.
 *
 * @returns its parts; the error, if it or one of them has one; undefined if it never finishes
 */
export function splitWithDicer(
  body: Uint8Array,
  boundary: string,
): Promise<DicerPart[] | Error | undefined> {
  const given = new Promise<DicerPart[] | Error>((resolve) => {
    const parts: { headers: DicerPart['headers']; chunks: Buffer[] }[] = []
    const dicer = new Dicer({ boundary })
    dicer.on('part', (stream: Stream) => {
      const part: (typeof parts)[number] = { headers: undefined, chunks: [] }
      parts.push(part)
      stream.on('header', (headers: Record<string, string[]>) => {
        part.headers = headers
      })
      stream.on('data', (chunk: Buffer) => part.chunks.push(chunk))
      stream.on('error', (error: Error) => resolve(error))
    })
    dicer.on('error', (error: Error) => resolve(error))
    dicer.on('finish', () => {
      // The last part's data may still be under way.
      setImmediate(() =>
        resolve(parts.map(({ headers, chunks }) => ({ headers, body: Buffer.concat(chunks) }))),
      )
    })
    try {
      dicer.end(body)
    } catch (error) {
      resolve(error as Error)
    }
  })
  return Promise.race([given, setTimeout(PATIENCE, undefined, { ref: false })])
}
