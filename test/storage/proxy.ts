import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

/** What stands between the relay/server and the servers. */
export interface Proxy {
  readonly url: string
  /** How many connections it has cut. */
  readonly cuts: () => number
  close(): Promise<void>
}

/**
 * Passes connections on to ports in turn, and cuts some in the middle of a request or an answer.
 *
 * @param ports of the servers; those that are down refuse the connection
 * @param random a number from 0 to 1
 * @param share of the chunks after which it cuts
 */
export async function startProxy(
  ports: readonly number[],
  random: () => number,
  share: number,
): Promise<Proxy> {
  const open = new Set<Socket>()
  let cuts = 0
  let turn = 0
  const server = createServer((client) => {
    const upstream = connect(ports[turn++ % ports.length] ?? 0, '127.0.0.1')
    const end = () => {
      client.destroy()
      upstream.destroy()
      open.delete(client)
    }
    open.add(client)
    const pass = (from: Socket, to: Socket) => {
      from.on('data', (chunk) => {
        if (random() < share) {
          cuts += 1
          to.write(chunk.subarray(0, Math.floor(random() * chunk.length)), end)
        } else to.write(chunk)
      })
      from.on('error', end)
      from.on('close', end)
    }
    pass(client, upstream)
    pass(upstream, client)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/mm7`,
    cuts: () => cuts,
    close: async () => {
      for (const socket of open) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}
