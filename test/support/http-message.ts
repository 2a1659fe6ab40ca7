/** An HTTP message, taken apart. */
export interface HttpMessage {
  readonly startLine: string
  readonly headers: [name: string, value: string][]
  /** A view of what was given. */
  readonly body: Uint8Array
}

/**
 * Takes a raw HTTP message apart: a start line, header fields, an empty line, the body. Lines end
 * with CRLF or LF, and fields may be folded, as documents print them.
 */
export function readHttpMessage(bytes: Uint8Array): HttpMessage {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1')
  const end = /\r?\n\r?\n/.exec(text)
  if (end === null) throw new Error('No empty line ends the HTTP headers.')
  const [startLine = '', ...lines] = text
    .slice(0, end.index)
    .replace(/[ \t]*\r?\n[ \t]+/g, ' ')
    .split(/\r?\n/)
  const headers = lines.map((line): [string, string] => {
    const colon = line.indexOf(':')
    return [line.slice(0, colon), line.slice(colon + 1).trim()]
  })
  return { startLine, headers, body: bytes.subarray(end.index + end[0].length) }
}
