// Runs one of the guide's handlers in a process of its own: node host.mjs PAGE FOLDER.
// It listens on a free port of the loopback, and tells its parent that port and what is worked on.

import { existsSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { createAdaptorServer } from '@hono/node-server'
import express from 'express'
import Fastify from 'fastify'

const [page, folder] = process.argv.slice(2)
const tell = (message) => process.send?.(message)
const ids = new Set()

const seen = {
  async add({ transactionId }) {
    if (ids.has(transactionId)) return false
    if (transactionId.startsWith('store-down') && !ids.has(`was ${transactionId}`)) {
      ids.add(`was ${transactionId}`)
      throw new Error('The store is down, for once.')
    }
    ids.add(transactionId)
    return true
  },
}

async function work({ transactionId }) {
  if (transactionId.startsWith('slow')) holdUp(transactionId)
  if (transactionId.startsWith('failing')) throw new Error('The work fails, after the answer.')
  tell({ worked: transactionId })
}

/** Holds the whole process up until the sender says that he has the answer. */
function holdUp(transactionId) {
  const clock = new Int32Array(new SharedArrayBuffer(4))
  for (const end = Date.now() + 10_000; !existsSync(join(folder, transactionId)); ) {
    if (Date.now() > end) throw new Error('There was no answer before the work was done.')
    Atomics.wait(clock, 0, 0, 10)
  }
}

/** Each makes a server of what its page exports. */
const hosts = {
  'node-http': ({ createReceiver }) => createReceiver(seen, work),
  express: ({ createReceiver }) => createServer(express().use(createReceiver(seen, work))),
  fastify: async ({ createReceiver }) => {
    const app = Fastify()
    app.register(createReceiver(seen, work))
    app.post('/json', async (request) => request.body)
    await app.ready()
    return app.server
  },
  hono: ({ createReceiver }) => createAdaptorServer({ fetch: createReceiver(seen, work).fetch }),
  // Next.js calls the export that is named like the method.
  next: ({ POST, GET }) =>
    createAdaptorServer({
      fetch: (request) => ({ POST, GET })[request.method]?.(request) ?? methodNotAllowed(),
    }),
  worker: ({ createReceiver }) => {
    const { fetch } = createReceiver(seen, work)
    return createAdaptorServer({ fetch: (request) => fetch(request, {}, { waitUntil() {} }) })
  },
}

const methodNotAllowed = () => new Response(null, { status: 405 })

// Where the page's file of the reader's own would be: see `inbox.ts` in start.ts.
globalThis.scripted = { seen, work }
process.on('unhandledRejection', (reason) => tell({ crashed: String(reason) }))
const file = page === 'next' ? 'app/mm7/route.js' : 'receiver.js'
const server = await hosts[page](await import(join(folder, file)))
server.listen(0, '127.0.0.1', () => tell({ port: server.address().port }))
