import { fork } from 'node:child_process'
import { once } from 'node:events'
import { Agent, request } from 'node:http'
import { fileURLToPath } from 'node:url'
import type { BenchMessage } from './message.js'

/** Microseconds of the server's processor for a request, answered with a constant and by `mm7`. */
export interface Service {
  readonly constant: number
  readonly mm7: number
}

const WARM_UP = 2000
const REQUESTS = 2000
const AT_ONCE = 8
/** In turn, so that what else the machine does hits both alike. */
const ROUNDS = 4

/** Posts messages to a server in a process of its own, on this machine. */
export async function measureService(message: BenchMessage): Promise<Service> {
  const server = fork(fileURLToPath(new URL('service-server.js', import.meta.url)))
  const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE })
  try {
    const [port] = (await once(server, 'message')) as [number]
    const measure = async (path: string, count: number): Promise<number> => {
      server.send('spent')
      const [before] = (await once(server, 'message')) as [number]
      await postAll(agent, port, path, message, count)
      server.send('spent')
      const [after] = (await once(server, 'message')) as [number]
      return (after - before) / count
    }
    await measure('/constant', WARM_UP)
    await measure('/mm7', WARM_UP)
    let [constant, mm7] = [0, 0]
    for (let round = 0; round < ROUNDS; round++) {
      constant += (await measure('/constant', REQUESTS)) / ROUNDS
      mm7 += (await measure('/mm7', REQUESTS)) / ROUNDS
    }
    return { constant, mm7 }
  } finally {
    agent.destroy()
    server.kill()
  }
}

async function postAll(
  agent: Agent,
  port: number,
  path: string,
  message: BenchMessage,
  count: number,
): Promise<void> {
  let left = count
  const worker = async (): Promise<void> => {
    while (left-- > 0) await post(agent, port, path, message)
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
}

function post(agent: Agent, port: number, path: string, message: BenchMessage): Promise<void> {
  const { headers, body } = message
  const options = { agent, port, path, method: 'POST', host: '127.0.0.1' }
  return new Promise((resolve, reject) => {
    const sent = request(
      { ...options, headers: { ...headers, 'content-length': body.length } },
      (response) => {
        let answer = ''
        response.setEncoding('utf8').on('data', (chunk) => {
          answer += chunk
        })
        response.on('end', () => {
          if (answer.includes('<StatusCode>1000<')) resolve()
          else reject(new Error(`The server answered ${response.statusCode}: ${answer}`))
        })
      },
    )
    sent.on('error', reject).end(body)
  })
}
