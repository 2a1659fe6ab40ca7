import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buildDeliverRsp, parseDeliverReq } from './library.js'

// The server of `service.ts`: the same work around a constant answer and around the library's.
const CONSTANT = buildDeliverRsp({ transactionId: '0F2-M5550-7A1C1' })

const server = createServer(async (request, response) => {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  const body = Buffer.concat(chunks)
  const answer =
    request.url === '/mm7'
      ? buildDeliverRsp(parseDeliverReq({ headers: request.headers, body }))
      : CONSTANT
  response.setHeader('content-type', 'text/xml; charset=utf-8')
  response.end(answer)
})

server.listen(0, '127.0.0.1', () => {
  process.send?.((server.address() as AddressInfo).port)
})
process.on('message', () => {
  const { user, system } = process.cpuUsage()
  process.send?.(user + system)
})
process.on('disconnect', () => process.exit())
