// Runs the guide's worker in workerd, as `npx wrangler dev` does, with a sweep each second.
import { Miniflare } from 'miniflare'

const options = JSON.parse(process.env.WORKER)
const miniflare = new Miniflare({ ...options, host: '127.0.0.1', port: Number(process.env.PORT) })
await miniflare.ready
const worker = await miniflare.getWorker()
for (;;) {
  await new Promise((resolve) => setTimeout(resolve, 1000))
  const { outcome } = await worker.scheduled({ cron: '* * * * *' })
  if (outcome !== 'ok') console.error(`The sweep ended with ${outcome}.`)
}
