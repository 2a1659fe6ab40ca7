import { checkOptions, type OptionType } from '../options.js'
import { checkPositive, DEFAULT_BODY_LIMIT } from './settings.js'
import type { Receiver, ReceiverRequest } from './types.js'

/** How `toNodeListener` and `toFetchHandler` read. */
export interface ReadOptions {
  /** Bytes of a body. Default: that of the receiver. */
  readonly bodyLimit?: number
}

const OPTIONS = { bodyLimit: 'number' } as const satisfies Record<keyof ReadOptions, OptionType>

/**
 * @returns the limit to read up to
 * @throws TypeError if there is no receiver, or the option is not valid
 */
export function readLimit(receiver: Receiver, options: ReadOptions): number {
  if (typeof receiver !== 'function') {
    throw new TypeError('Pass a receiver: what createReceiver({ deliverReq }) returned.')
  }
  checkOptions(options, OPTIONS)
  const { bodyLimit = receiver.bodyLimit ?? DEFAULT_BODY_LIMIT } = options
  checkPositive('bodyLimit', bodyLimit)
  return bodyLimit
}

/** A body, and how reading it ended. */
export type ReadBody = Pick<ReceiverRequest, 'body' | 'bodyRead'>

const NOTHING: Uint8Array = new Uint8Array(0)

/** A body that something in front has read, and whose bytes are gone. */
export const CONSUMED: ReadBody = { body: NOTHING, bodyRead: 'consumed' }

/** What is reserved for a body whose length is not known, and at most for one whose length is. */
const FIRST_SIZE = 64 * 1024
const LARGEST_FIRST_SIZE = 1024 * 1024

/**
 * Reads a body to its end, also beyond the limit, where it is not kept: to close the connection while
 * the sender is still sending may reset it, and the response is lost.
 *
 * @param contentLength the header, if there is one
 * @returns the body, and whether that is all of it
 */
export async function readChunks(
  chunks: AsyncIterable<unknown>,
  limit: number,
  contentLength: string | null | undefined,
): Promise<ReadBody> {
  // One growing buffer: a list of chunks of one byte each would take a hundred times their size.
  const expected = /^\d+$/.test(contentLength ?? '') ? Number(contentLength) : FIRST_SIZE
  let buffer: Uint8Array = new Uint8Array(Math.min(expected, LARGEST_FIRST_SIZE, limit))
  let size = 0
  try {
    for await (const chunk of chunks) {
      // The receiver knows what to say of a body that is a string or an object.
      if (!isBytes(chunk)) return { body: chunk as Uint8Array }
      const end = size + chunk.byteLength
      buffer = end > limit ? NOTHING : append(buffer, size, chunk)
      size = end
    }
  } catch (error) {
    if (isOverLimit(error)) return { body: NOTHING, bodyRead: 'too-large' }
    return { body: buffer.subarray(0, Math.min(size, buffer.byteLength)), bodyRead: 'cut' }
  }
  if (size > limit) return { body: NOTHING, bodyRead: 'too-large' }
  return { body: buffer.subarray(0, size), bodyRead: 'whole' }
}

/** A framework with a limit of its own ends the stream with such an error: that is no hanging up. */
function isOverLimit(error: unknown): boolean {
  const { status, statusCode = status } = Object(error) as {
    status?: unknown
    statusCode?: unknown
  }
  return statusCode === 413
}

/** Not instanceof: test runners run code in realms of their own, and theirs is another Uint8Array. */
export function isBytes(value: unknown): value is Uint8Array {
  return ArrayBuffer.isView(value)
}

/** @returns the buffer, or a larger one, with `chunk` at `size`. */
function append(buffer: Uint8Array, size: number, chunk: Uint8Array): Uint8Array {
  const end = size + chunk.byteLength
  let grown = buffer
  if (end > buffer.byteLength) {
    grown = new Uint8Array(Math.max(end, buffer.byteLength * 2))
    grown.set(buffer.subarray(0, size))
  }
  grown.set(chunk, size)
  return grown
}
