import { BASELINES } from './baselines/index.js'
import type * as library from './library.js'
import type { Contender } from './measure.js'
import { type BenchMessage, type Outcome, verify } from './message.js'

export type Library = typeof library

export const MM7 = 'mm7'
export const WITHOUT_BUFFER = 'mm7 without Buffer'
export const SCAN = 'one scan of the body'
export const COPY = 'one copy of the body'
export const DECODE_OWN = 'decodeBase64'
export const DECODE_TEXT = "Buffer.from(text, 'base64')"
export const DECODE_BYTES = "Buffer.from(bytes.toString('latin1'), 'base64')"
export const DECODE_CHUNKS = 'the same in chunks of 64 KB'

/** @returns the library loaded anew, as it is where there is no `Buffer`. */
export async function loadWithoutBuffer(
  load: (copy: string) => Promise<Library>,
): Promise<Library> {
  let copy: Library | undefined
  await withoutBuffer(async () => {
    copy = await load('?without-buffer')
  })
  return copy as Library
}

async function withoutBuffer(run: () => Promise<void>): Promise<void> {
  const buffer = Object.getOwnPropertyDescriptor(globalThis, 'Buffer') as PropertyDescriptor
  Reflect.deleteProperty(globalThis, 'Buffer')
  try {
    await run()
  } finally {
    Object.defineProperty(globalThis, 'Buffer', buffer)
  }
}

function read({ parseDeliverReq }: Library, message: BenchMessage): Outcome {
  const { transactionId, sender, attachments } = parseDeliverReq(message)
  return { transactionId, sender: sender.value, attachments: attachments.map(({ bytes }) => bytes) }
}

/** @returns the whole way. It has shown first that it does the work. */
export function own(message: BenchMessage, mm7: Library): Contender {
  verify(MM7, message, read(mm7, message))
  return { name: MM7, run: () => mm7.parseDeliverReq(message) }
}

/** @returns the whole way of a copy of the library that was loaded without `Buffer`. */
export async function ownWithoutBuffer(message: BenchMessage, copy: Library): Promise<Contender> {
  let outcome: Outcome | undefined
  await withoutBuffer(async () => {
    outcome = read(copy, message)
  })
  verify(WITHOUT_BUFFER, message, outcome as Outcome)
  const run = () => copy.parseDeliverReq(message)
  return { name: WITHOUT_BUFFER, run, within: withoutBuffer }
}

/** @returns what a backend could do instead. Each has shown first that it does the same work. */
export async function baselines(message: BenchMessage): Promise<Contender[]> {
  for (const { name, read, isSame } of BASELINES) {
    verify(name, message, await read(message), isSame)
  }
  return BASELINES.map(({ name, read }) => ({ name, run: () => read(message) }))
}

/** @returns for each baseline whether it reads a message that needs repair. */
export async function whoReads(message: BenchMessage): Promise<Map<string, boolean>> {
  const results = new Map<string, boolean>()
  for (const { name, read } of BASELINES) {
    try {
      verify(name, message, await read(message))
      results.set(name, true)
    } catch {
      results.set(name, false)
    }
  }
  return results
}

/** What no reader can do without: to look at each byte once, or to copy them. */
export function floors({ headers, body }: BenchMessage): Contender[] {
  const boundary = /boundary="([^"]+)"/.exec(headers['content-type'] ?? '')?.[1]
  const delimiter = Buffer.from(`\r\n--${boundary}`)
  const scan = () => {
    let found = 0
    for (let at = body.indexOf(delimiter); at >= 0; at = body.indexOf(delimiter, at + 1)) found += 1
    return found
  }
  return [
    { name: SCAN, run: scan },
    { name: COPY, run: () => Uint8Array.prototype.slice.call(body) },
  ]
}

/**
 * The encoded part of a message alone: by the library's own decoder, from a string that is there
 * already, and from the bytes, at once and in the way that is fastest on Node 20.
 */
export function decoders(message: BenchMessage, mm7: Library): Contender[] {
  const head = message.body.indexOf('base64\r\n')
  const from = message.body.indexOf('\r\n\r\n', head) + 4
  const bytes = message.body.subarray(from, message.body.indexOf('\r\n--', from))
  const text = bytes.toString('latin1')
  return [
    { name: DECODE_OWN, run: () => mm7.decodeBase64(bytes) },
    { name: DECODE_TEXT, run: () => Buffer.from(text, 'base64') },
    { name: DECODE_BYTES, run: () => Buffer.from(bytes.toString('latin1'), 'base64') },
    { name: DECODE_CHUNKS, run: () => decodeChunks(bytes) },
  ]
}

/** Whole quanta at a time, since 64 KB of lines of 78 bytes end with a line; nothing is checked. */
function decodeChunks(bytes: Buffer): Buffer {
  const output = Buffer.alloc(Math.ceil(bytes.length * 0.75))
  const size = 840 * 78
  let written = 0
  for (let at = 0; at < bytes.length; at += size) {
    const text = bytes.toString('latin1', at, Math.min(at + size, bytes.length))
    written += output.write(text, written, 'base64')
  }
  return output.subarray(0, written)
}
