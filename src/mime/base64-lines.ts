import type { Progress } from './base64-digits.js'
import { CR, LF } from './bytes.js'

/** What is used of Node's `Buffer`, spelt out because the library compiles without Node's types. */
export interface BufferLike {
  from(memory: ArrayBufferLike, offset: number, length: number): BufferBytes
}

interface BufferBytes {
  toString(encoding: 'latin1', start: number, end: number): string
  write(text: string, offset: number, encoding: 'base64'): number
}

const CRLF = 0x0d0a
// Bounds the strings that `Buffer` needs on the way.
const CHUNK = 65536
// 998 and CRLF (RFC 5322 §2.1.1); a body without a line end by then is taken for a single line.
const LONGEST_LINE = 1000

/** Decodes with `buffer` for as long as the lines are all like the first one and hold only digits. */
export function decodeLines(
  buffer: BufferLike,
  input: Uint8Array,
  output: Uint8Array,
  progress: Progress,
): void {
  const source = buffer.from(input.buffer, input.byteOffset, input.length)
  const target = buffer.from(output.buffer, 0, output.length)
  const view = new DataView(input.buffer, input.byteOffset, input.length)
  const line = firstLine(input)

  for (;;) {
    const { read, written } = progress
    // Four lines hold whole quanta, whatever their length.
    const lines = 4 * Math.floor(Math.min(CHUNK, input.length - read) / line.length / 4)
    const end = read + lines * line.length
    if (lines === 0 || !linesEnd(view, read, end, line)) return
    const text = source.toString('latin1', read, end)
    const size = (lines * (line.length - line.ending) * 3) / 4
    // `write` skips what is no digit: then it writes less.
    if (target.write(text, written, 'base64') !== size) return
    // To it the two digits of base64url are like the others.
    if (read < progress.deviation && (text.includes('-') || text.includes('_'))) {
      progress.deviation = Math.min(progress.deviation, read + text.search(/[-_]/))
    }
    progress.read = end
    progress.written += size
  }
}

/** The length of a line with its ending, which is 0 bytes for none, 1 for LF, 2 for CRLF. */
interface Line {
  readonly length: number
  readonly ending: 0 | 1 | 2
}

function firstLine(input: Uint8Array): Line {
  const feed = input.subarray(0, LONGEST_LINE).indexOf(LF)
  if (feed < 1) return { length: LONGEST_LINE, ending: 0 }
  return { length: feed + 1, ending: input[feed - 1] === CR ? 2 : 1 }
}

/** Tells whether all lines from `start` to `end` have the ending of `line`. */
function linesEnd(input: DataView, start: number, end: number, line: Line): boolean {
  const mask = 0xffff >> (8 * (2 - line.ending))
  for (let at = start + line.length - 2; at < end; at += line.length) {
    if ((input.getUint16(at) & mask) !== (CRLF & mask)) return false
  }
  return true
}
