/** A part to be written. */
export interface PartNode {
  /** Names in lower case. A Content-Type with parameters stands as it is. */
  headers: [name: string, value: string][]
  /** Before its transfer encoding; of a multipart, made from its parts. */
  bytes: Uint8Array
  /** Of a multipart. */
  readonly parts: PartNode[] | undefined
  /** The parameters of a multipart's Content-Type, but for its boundary. */
  readonly parameters: Record<string, string>
  /** The multipart's own; chosen when it is written, if it has none. */
  boundary?: string
}

const NOTHING = new Uint8Array(0)

/** @returns a part that is not a multipart. */
export function leafNode(headers: PartNode['headers'], bytes: Uint8Array): PartNode {
  return { headers, bytes, parts: undefined, parameters: {} }
}

/** @returns a multipart; its Content-Type is without parameters until it is written. */
export function multipartNode(
  headers: PartNode['headers'],
  parts: PartNode[],
  parameters: Record<string, string> = {},
): PartNode & { readonly parts: PartNode[] } {
  return { ...leafNode(headers, NOTHING), parts, parameters }
}
