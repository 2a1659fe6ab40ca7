import { spawn } from 'node:child_process'
import { buffer } from 'node:stream/consumers'
import { request } from 'undici'

/** What to send: a POST of its body, unless it names another method. */
export interface Outgoing {
  readonly method?: 'GET' | 'PUT'
  readonly headers?: [name: string, value: string][]
  readonly body?: Uint8Array
}

export interface Incoming {
  readonly status: number
  /** Names in lower case. */
  readonly headers: ReadonlyMap<string, string>
  readonly body: Buffer
}

export type Client = (url: string, outgoing: Outgoing) => Promise<Incoming>

/** A client that is not JavaScript's; the test fails if the machine has no curl. */
export const curl: Client = async (url, { method, headers = [], body }) => {
  const fields = headers.flatMap(([name, value]) => [
    '-H',
    value ? `${name}: ${value}` : `${name};`,
  ])
  const typed = headers.some(([name]) => name.toLowerCase() === 'content-type')
  if (!typed) fields.push('-H', 'Content-Type:')
  const data = body === undefined ? [] : ['--data-binary', '@-']
  const verb = ['-X', method ?? 'POST']
  const args = ['-sS', '--max-time', '20', '-D', '-', ...verb, ...fields, ...data, url]
  const child = spawn('curl', args, { stdio: ['pipe', 'pipe', 'pipe'] })
  const code = new Promise<number | null>((resolve, reject) => {
    child.on('error', (error) =>
      reject(new Error('curl is needed for this test.', { cause: error })),
    )
    child.on('close', resolve)
  })
  // curl may have its answer before it has read all that there is to send.
  child.stdin.on('error', () => {})
  child.stdin.end(body)
  const [output, complaint] = await Promise.all([buffer(child.stdout), buffer(child.stderr), code])
  if ((await code) !== 0) throw new Error(`curl: ${complaint.toString()}`)
  return parseResponse(output)
}

/** One with which Node itself fetches. */
export const undici: Client = async (url, { method, headers = [], body }) => {
  const response = await request(url, {
    method: method ?? 'POST',
    headers: headers.flat(),
    ...(body !== undefined && { body }),
  })
  const fields = Object.entries(response.headers).map(
    ([name, value]) => [name, String(value)] as const,
  )
  return {
    status: response.statusCode,
    headers: new Map(fields),
    body: Buffer.from(await response.body.arrayBuffer()),
  }
}

function parseResponse(output: Buffer): Incoming {
  const end = output.indexOf('\r\n\r\n')
  const [statusLine = '', ...lines] = output.toString('latin1', 0, end).split('\r\n')
  const status = Number(statusLine.split(' ')[1])
  const rest = output.subarray(end + 4)
  if (status === 100) return parseResponse(rest)
  const fields = lines.map((line) => {
    const colon = line.indexOf(':')
    return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()] as const
  })
  return { status, headers: new Map(fields), body: rest }
}
