// Runs the guide's worker in workerd, as `npx wrangler dev` does, with a sweep each second.
import { createServer } from 'node:http'
import { text } from 'node:stream/consumers'
import { Miniflare } from 'miniflare'

const options = JSON.parse(process.env.WORKER)
const miniflare = new Miniflare({ ...options, host: '127.0.0.1', port: Number(process.env.PORT) })
await miniflare.ready
// The test asks here what is in D1: a second process with the same files would be in the way.
const db = await miniflare.getD1Database('DB')
createServer(async (req, res) => {
  try {
    const { results } = await db.prepare(await text(req)).all()
    res.end(JSON.stringify(results))
  } catch (error) {
    res.writeHead(503).end(String(error))
  }
}).listen(Number(process.env.SQL_PORT), '127.0.0.1')
const worker = await miniflare.getWorker()
for (;;) {
  await new Promise((resolve) => setTimeout(resolve, 1000))
  const { outcome } = await worker.scheduled({ cron: '* * * * *' })
  if (outcome !== 'ok') console.error(`The sweep ended with ${outcome}.`)
}
