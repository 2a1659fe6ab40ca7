/** A leaf of the MIME tree, as every splitter hands it over. */
export interface Leaf {
  readonly type: string
  readonly contentId: string
  /** The Content-ID of the multipart it is in; empty at the top. */
  readonly container: string
  readonly bytes: Uint8Array
}

const BOUNDARY = /boundary\s*=\s*(?:"([^"]+)"|([^\s;]+))/i

export function boundaryOf(contentType: string): string {
  const match = BOUNDARY.exec(contentType)
  return match?.[1] ?? match?.[2] ?? ''
}

export function withoutBrackets(id: string): string {
  return id.trim().replace(/^<|>$/g, '')
}

/** Undoes base64 the way a backend does. */
export function decode(bytes: Uint8Array, encoding: string): Uint8Array {
  if (encoding.trim().toLowerCase() !== 'base64') return bytes
  const { buffer, byteOffset, byteLength } = bytes
  return Buffer.from(Buffer.from(buffer, byteOffset, byteLength).toString('latin1'), 'base64')
}
