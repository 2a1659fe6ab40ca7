import type { HeaderVisitor } from '../request.js'
import { printFailure } from './log.js'
import { CONSUMED, type ReadBody, type ReadOptions, readChunks, readLimit } from './read-body.js'
import type { Receiver } from './types.js'

/** What is needed of a `Request` of fetch. */
export interface FetchRequest {
  readonly method: string
  readonly headers: HeaderVisitor & { get(name: string): string | null }
  readonly bodyUsed: boolean
  readonly body: {
    readonly locked: boolean
    getReader(): { read(): Promise<{ readonly done: boolean; readonly value?: unknown }> }
  } | null
}

/** The `Response` of whatever types a project has. */
export type FetchResponse = typeof globalThis extends { Response: { prototype: infer R } }
  ? R
  : { readonly status: number; text(): Promise<string> }

/**
 * Makes a handler from a `Request` of fetch to a `Response`: for workers, Hono, Next.js, Deno, Bun
 * and the like. It reads the body itself, with a limit.
 *
 * @param receiver what `createReceiver` returned, or a function of your own around it
 * @param options the limit of the body
 * @returns a handler, whose promise is never rejected
 * @throws TypeError if there is no receiver, or the option is not valid; the handler, if it is called with
 * a request of Node
 */
export function toFetchHandler(
  receiver: Receiver,
  options: ReadOptions = {},
): (request: FetchRequest) => Promise<FetchResponse> {
  const limit = readLimit(receiver, options)
  return (request) => {
    if (typeof request?.headers?.get !== 'function') {
      throw new TypeError(
        "What toFetchHandler makes takes a Request of fetch: for (req, res) of Node's servers use toNodeListener.",
      )
    }
    return handle(receiver, request, limit)
  }
}

async function handle(
  receiver: Receiver,
  request: FetchRequest,
  limit: number,
): Promise<FetchResponse> {
  try {
    const { method, headers } = request
    const answer = await receiver({ method, headers, ...(await readBody(request, limit)) })
    return new Response(answer.body || null, { status: answer.status, headers: answer.headers })
  } catch (error) {
    printFailure(error)
    return new Response(null, { status: 503 })
  }
}

async function readBody(request: FetchRequest, limit: number): Promise<ReadBody> {
  if (request.bodyUsed || request.body?.locked === true) return CONSUMED
  if (request.body === null) return { body: new Uint8Array(0), bodyRead: 'whole' }
  return readChunks(chunksOf(request.body), limit, request.headers.get('content-length'))
}

/** The chunks of a stream, also where that cannot be iterated. */
async function* chunksOf(body: NonNullable<FetchRequest['body']>): AsyncGenerator<unknown> {
  const reader = body.getReader()
  for (let read = await reader.read(); !read.done; read = await reader.read()) yield read.value
}
