import { readFileSync } from 'node:fs'
import { connect, type Socket } from 'node:net'
import { join } from 'node:path'
import { FIXTURES } from '../support/root.js'

/** A connection on which every byte is the test's own. */
export interface RawConnection {
  readonly socket: Socket
  /** What came back so far, a character a byte. */
  received(): string
  /** Once the other side has closed the connection, or the test has. */
  readonly closed: Promise<void>
}

export function open(port: number): RawConnection {
  const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true })
  let text = ''
  socket.on('data', (bytes) => {
    text += bytes.toString('latin1')
  })
  socket.on('error', () => {})
  const closed = new Promise<void>((resolve) => {
    socket.on('end', () => resolve()).on('close', () => resolve())
  })
  return { socket, received: () => text, closed }
}

const CONTENT_LENGTH = /^(Content-Length: )\d+/im

/**
 * @param name a request of `fixtures/`
 * @returns it byte for byte, but for a Content-Length that fits, and the others that are given
 */
export function rawCapture(name: string, headers: Readonly<Record<string, string>> = {}): Buffer {
  const { head, blank, body } = splitCapture(name)
  const fitting = head.replace(CONTENT_LENGTH, `$1${body.length}`)
  if (!CONTENT_LENGTH.test(fitting)) throw new Error(`${name} has no Content-Length.`)
  const lineEnd = blank.slice(0, blank.length / 2)
  const more = Object.entries(headers).map(([field, value]) => `${lineEnd}${field}: ${value}`)
  return Buffer.concat([Buffer.from(`${fitting}${more.join('')}${blank}`, 'latin1'), body])
}

/** @returns where the head of a capture ends, and what ends it */
export function splitCapture(name: string): { head: string; blank: string; body: Buffer } {
  const bytes = readFileSync(join(FIXTURES, name))
  const [blank = '\n\n'] = /\r\n\r\n|\n\n/.exec(bytes.toString('latin1')) ?? []
  const end = bytes.indexOf(blank)
  return { head: bytes.toString('latin1', 0, end), blank, body: bytes.subarray(end + blank.length) }
}

/** @returns the body in chunks of `size` bytes (RFC 9112 §7.1), with a trailer field */
export function chunked(body: Buffer, size: number): Buffer {
  const pieces: Buffer[] = []
  for (let at = 0; at < body.length; at += size) {
    const chunk = body.subarray(at, at + size)
    pieces.push(
      Buffer.from(`${chunk.length.toString(16)};name=value\r\n`),
      chunk,
      Buffer.from('\r\n'),
    )
  }
  return Buffer.concat([...pieces, Buffer.from('0\r\nX-Checksum: 1\r\n\r\n')])
}
