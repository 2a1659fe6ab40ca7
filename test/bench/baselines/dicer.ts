import { createRequire } from 'node:module'
import { boundaryOf, decode, type Leaf, withoutBrackets } from './mime.js'

interface PartStream {
  on(event: 'header', listener: (header: Record<string, string[]>) => void): void
  on(event: 'data', listener: (chunk: Buffer) => void): void
  on(event: 'end', listener: () => void): void
}

interface DicerStream {
  on(event: 'part', listener: (part: PartStream) => void): void
  on(event: 'finish', listener: () => void): void
  on(event: 'error', listener: (error: Error) => void): void
  end(body: Uint8Array): void
}

const Dicer = createRequire(import.meta.url)('dicer') as new (options: {
  boundary: string
}) => DicerStream

interface RawPart {
  readonly headers: Record<string, string[]>
  readonly body: Buffer
}

/** One level: done when dicer has finished and every part of it has ended. */
function splitLevel(body: Uint8Array, boundary: string): Promise<RawPart[]> {
  return new Promise((resolve, reject) => {
    const parts: RawPart[] = []
    let pending = 1
    const settle = () => {
      pending -= 1
      if (pending === 0) resolve(parts)
    }
    const dicer = new Dicer({ boundary })
    dicer.on('error', reject)
    dicer.on('finish', settle)
    dicer.on('part', (part) => {
      pending += 1
      const index = parts.length
      let headers: Record<string, string[]> = {}
      const chunks: Buffer[] = []
      parts.push({ headers, body: Buffer.alloc(0) })
      part.on('header', (header) => {
        headers = header
      })
      part.on('data', (chunk) => chunks.push(chunk))
      part.on('end', () => {
        const [only] = chunks
        const whole = chunks.length === 1 && only !== undefined ? only : Buffer.concat(chunks)
        parts[index] = { headers, body: whole }
        settle()
      })
    })
    dicer.end(body)
  })
}

/** Both levels of a message. */
export async function splitWithDicer(
  contentType: string,
  body: Uint8Array,
  container = '',
): Promise<Leaf[]> {
  const leaves: Leaf[] = []
  for (const { headers, body: bytes } of await splitLevel(body, boundaryOf(contentType))) {
    const type = headers['content-type']?.[0] ?? 'text/plain'
    const contentId = withoutBrackets(headers['content-id']?.[0] ?? '')
    if (type.startsWith('multipart/')) {
      leaves.push(...(await splitWithDicer(type, bytes, contentId)))
    } else {
      const encoding = headers['content-transfer-encoding']?.[0] ?? ''
      leaves.push({ type, contentId, container, bytes: decode(bytes, encoding) })
    }
  }
  return leaves
}
