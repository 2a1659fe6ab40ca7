import { printFailure } from './log.js'
import {
  CONSUMED,
  isBytes,
  type ReadBody,
  type ReadOptions,
  readChunks,
  readLimit,
} from './read-body.js'
import type { Receiver, ReceiverResponse } from './types.js'

/** What is needed of Node's `IncomingMessage`, of HTTP/1.1 or HTTP/2, and of what frameworks add. */
export interface NodeRequest extends AsyncIterable<unknown> {
  readonly method?: string | undefined
  readonly headers: Readonly<Record<string, string | string[] | undefined>> & {
    readonly 'content-length'?: string | undefined
  }
  /** Some of the stream was read already. */
  readonly readableDidRead?: boolean
}

/** What is needed of Node's `ServerResponse`, of HTTP/1.1 or HTTP/2. */
export interface NodeResponse {
  readonly headersSent: boolean
  readonly destroyed?: boolean
  on(event: 'error', listener: (error: Error) => void): unknown
  writeHead(status: number, headers: Record<string, string>): unknown
  end(body: string): unknown
}

/**
 * Makes a listener for Node's servers, and for what is built on them, such as Express.
 *
 * It reads the body itself, with a limit. If something in front has read it, and left its bytes in
 * `req.rawBody` or `req.body`, it takes these.
 *
 * @param receiver what `createReceiver` returned, or a function of your own around it
 * @param options the limit of the body
 * @returns a listener. At run time it returns a promise, which is resolved when the response has been
 * handed to the server and never rejected.
 * @throws TypeError if there is no receiver, or the option is not valid; the listener, if it is called
 * with a `Request` of fetch
 */
export function toNodeListener(
  receiver: Receiver,
  options: ReadOptions = {},
): (req: NodeRequest, res: NodeResponse) => void {
  const limit = readLimit(receiver, options)
  return (req, res) => {
    if (typeof res?.writeHead !== 'function') {
      throw new TypeError(
        "What toNodeListener makes takes (req, res) of Node's servers: for a Request of fetch use toFetchHandler.",
      )
    }
    return listen(receiver, req, res, limit)
  }
}

async function listen(
  receiver: Receiver,
  req: NodeRequest,
  res: NodeResponse,
  limit: number,
): Promise<void> {
  // A sender that hung up is no failure of ours, and without a listener would end the process.
  res.on('error', () => {})
  try {
    send(res, await answer(receiver, req, limit))
  } catch (error) {
    printFailure(error)
  }
}

async function answer(
  receiver: Receiver,
  req: NodeRequest,
  limit: number,
): Promise<ReceiverResponse> {
  const { method, headers } = req
  try {
    return await receiver({ method, headers, ...(await readBody(req, limit)) })
  } catch (error) {
    printFailure(error)
    return { status: 503, headers: { 'content-length': '0' }, body: '' }
  }
}

async function readBody(req: NodeRequest, limit: number): Promise<ReadBody> {
  const { rawBody, body } = req as { rawBody?: unknown; body?: unknown }
  const given = [rawBody, body].find(isBytes)
  if (given !== undefined) {
    return { body: given, bodyRead: given.byteLength > limit ? 'too-large' : 'whole' }
  }
  if (req.readableDidRead === true) return CONSUMED
  return readChunks(req, limit, req.headers['content-length'])
}

function send(res: NodeResponse, { status, headers, body }: ReceiverResponse): void {
  // Answered already, by a time limit of the framework for one, or hung up.
  if (res.headersSent || res.destroyed === true) return
  res.writeHead(status, headers)
  res.end(body)
}
