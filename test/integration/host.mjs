// Runs what a page exports for a server that is not Node's own: node host.mjs FILE LISTEN.
// LISTEN is listen.ts of node-http.md.

import { createAdaptorServer } from '@hono/node-server'

const [file, listenFile] = process.argv.slice(2)
const { listen, options: serverOptions } = await import(listenFile)
const exported = await import(file)
// Next.js calls the export that is named like the method.
const byMethod = (request) =>
  exported[request.method]?.(request) ??
  new Response(null, { status: 405, headers: { Allow: 'POST' } })
const fetch = exported.default?.fetch ?? byMethod
const server = createAdaptorServer({ fetch, hostname: 'localhost', serverOptions })
listen(server)
