import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Workshop } from '../runtimes/workshop.js'
import type { Served } from './check.js'
import { lambda } from './lambda.js'
import { checkPrinted, resultOf, serve, writeDeep, writePrinted } from './serve.js'

/** Something to post to, and what is wrong with the file that the page prints for it. */
export type Framework = (workshop: Workshop) => Promise<Served & { problems?: string[] }>

const NODE = process.execPath

/** One whose printed file is a server on Node. */
function nodeServer(file: string, packages: readonly string[]): Framework {
  return async (workshop) => {
    await workshop.install(...packages)
    const problems = await checkPrinted(workshop, 'frameworks', file)
    await writePrinted(workshop, 'node-http', 'listen.ts')
    const script = await writePrinted(workshop, 'frameworks', file)
    return { ...(await serve(workshop, NODE, [script])), problems }
  }
}

async function importFile(path: string): Promise<Record<string, unknown>> {
  return (await import(pathToFileURL(path).href)) as Record<string, unknown>
}

type FetchLike = (context: { request: Request }) => Promise<Response>

/** Express 4, with the route that express.md prints for 5, and the parser that may be in front. */
const EXPRESS_4 = `
import { createServer } from 'node:http'
import express from 'express'
import { toNodeListener } from 'mm7/receiver'
import { listen, options } from './listen.js'
import { receiver } from './receiver.js'
const app = express()
app.use(express.json())
app.all('/mm7', toNodeListener(receiver))
listen(createServer(options, app))
`

const express4: Framework = async (workshop) => {
  await workshop.install('express@4')
  await writePrinted(workshop, 'node-http', 'listen.ts')
  return serve(workshop, NODE, [workshop.write('express4.js', EXPRESS_4)])
}

const SVELTE_CONFIG = `
import adapter from '@sveltejs/adapter-node'
export default { kit: { adapter: adapter() } }
`
const VITE_CONFIG = `
import { sveltekit } from '@sveltejs/kit/vite'
export default { plugins: [sveltekit()] }
`

const sveltekit: Framework = async (workshop) => {
  await workshop.install(
    'svelte@5',
    'vite@7',
    '@sveltejs/vite-plugin-svelte@6',
    '@sveltejs/kit@2',
    '@sveltejs/adapter-node@5',
  )
  await writePrinted(workshop, 'frameworks', 'src/routes/mm7/+server.ts', 'src/receiver.js')
  writeDeep(
    workshop,
    'src/app.html',
    '<html><head>%sveltekit.head%</head><body>%sveltekit.body%</body></html>',
  )
  workshop.write('svelte.config.js', SVELTE_CONFIG)
  workshop.write('vite.config.js', VITE_CONFIG)
  await workshop.run(join(workshop.folder, 'node_modules/.bin/vite'), ['build'])
  await writePrinted(workshop, 'node-http', 'listen.ts')
  const script = await writePrinted(workshop, 'frameworks', 'server.js')
  return serve(workshop, NODE, [script], { env: { BODY_SIZE_LIMIT: '5M' } })
}

/** In place of the page's store: it writes down the digest of what it is to keep. */
const NEXT_STORE = `
import { createHash } from 'node:crypto'
import { appendFileSync } from 'node:fs'
export async function keep({ transactionId, attachments: [first] }) {
  const digest = first && createHash('sha256').update(first.bytes).digest('hex')
  appendFileSync('kept.txt', transactionId + ' ' + digest + '\\n')
  return true
}
`

/** Built, and served by the server that the page prints. */
const next: Framework = async (workshop) => {
  await workshop.install('next@16', 'react@19', 'react-dom@19')
  const problems = await checkPrinted(workshop, 'next', 'server.ts')
  await writePrinted(workshop, 'next', 'app/mm7/route.ts')
  writeDeep(workshop, 'app/mm7/store.js', NEXT_STORE)
  await writePrinted(workshop, 'node-http', 'listen.ts')
  const script = await writePrinted(workshop, 'next', 'server.ts')
  await workshop.run(join(workshop.folder, 'node_modules/.bin/next'), ['build'])
  const kept = () => readFileSync(join(workshop.folder, 'kept.txt'), 'utf8')
  const digestOf = (id: string) => new RegExp(`^${id} (\\w+)$`, 'm').exec(kept())?.[1]
  return { ...(await serve(workshop, NODE, [script], { digestOf })), problems }
}

/** The router itself, with the printed module as a route. */
const reactRouter: Framework = async (workshop) => {
  await workshop.install('react-router@7', 'react@19', 'react-dom@19')
  await writePrinted(workshop, 'frameworks', 'mm7.route.ts')
  const script = `
import { createStaticHandler } from 'react-router'
import * as route from './mm7.route.js'
const { queryRoute } = createStaticHandler([{ id: 'mm7', path: '/mm7', action: route.action, loader: route.loader }])
export const answer = ({ request }) => queryRoute(request, { routeId: 'mm7' })
`
  const { answer } = await importFile(workshop.write('router.js', script))
  return {
    post: async (method, headers, body) => {
      const init =
        method === 'GET' ? { method, headers } : { method, headers, body: Buffer.from(body) }
      const request = new Request('http://127.0.0.1/mm7', init)
      return resultOf(await (answer as FetchLike)({ request }))
    },
    stop: () => {},
  }
}

const elysia: Framework = async (workshop) => {
  await workshop.install('bun', 'elysia@1')
  const problems = await checkPrinted(workshop, 'frameworks', 'elysia.ts')
  const file = await writePrinted(workshop, 'frameworks', 'elysia.ts')
  const bun = join(workshop.folder, 'node_modules/.bin/bun')
  return { ...(await serve(workshop, bun, ['run', file], { folded: 400 })), problems }
}

interface AzureRequest {
  new (init: object): unknown
}

const azure: Framework = async (workshop) => {
  await workshop.install('@azure/functions@4')
  const problems = await checkPrinted(workshop, 'frameworks', 'azure.ts')
  const file = await writePrinted(workshop, 'frameworks', 'azure.ts')
  const { mm7 } = await importFile(file)
  const library = await importFile(
    join(workshop.folder, 'node_modules/@azure/functions/dist/azure-functions.js'),
  )
  const HttpRequest = (library['HttpRequest'] ??
    (library['default'] as Record<string, unknown>)['HttpRequest']) as AzureRequest
  return {
    problems,
    post: async (method, headers, body) => {
      const bytes = method === 'GET' ? {} : { body: { bytes: Buffer.from(body) } }
      const request = new HttpRequest({ method, url: 'http://127.0.0.1/mm7', headers, ...bytes })
      const response = await (mm7 as (request: unknown) => Promise<AzureResponse>)(request)
      return { status: response.status, allow: response.headers['allow'], text: response.body }
    },
    stop: () => {},
  }
}

interface AzureResponse {
  readonly status: number
  readonly headers: Record<string, string>
  readonly body: string
}

const gcf: Framework = async (workshop) => {
  await workshop.install('@google-cloud/functions-framework')
  const file = await writePrinted(workshop, 'frameworks', 'gcf.ts')
  const problems = await checkPrinted(workshop, 'frameworks', 'gcf.ts')
  const program = join(workshop.folder, 'node_modules/.bin/functions-framework')
  const args = ['--target=mm7', `--source=${file}`, '--port=$PORT']
  return { ...(await serve(workshop, program, args, { isFronted: true })), problems }
}

/** The worker of worker.md, in a runtime that comes as a package of its name. */
function worker(name: string, args: readonly string[], folded: number): Framework {
  return async (workshop) => {
    await workshop.install(name)
    await writePrinted(workshop, 'frameworks', 'koa.ts')
    const script = `
import { toFetchHandler } from 'mm7/receiver'
import { receiver } from './receiver.js'
export default { fetch: toFetchHandler(receiver) }
`
    workshop.write('worker.js', script)
    return serve(workshop, join(workshop.folder, 'node_modules/.bin', name), args, { folded })
  }
}

/** Every row of the page, by the name that `--only` takes. */
export const FRAMEWORKS: Readonly<Record<string, Framework>> = {
  nestjs: nodeServer('nest.ts', [
    '@nestjs/core@11',
    '@nestjs/common@11',
    '@nestjs/platform-express@11',
    'reflect-metadata',
    'rxjs@7',
  ]),
  koa: nodeServer('koa.ts', ['koa@3', '@types/koa']),
  hapi: nodeServer('hapi.ts', ['@hapi/hapi@21']),
  express4,
  sveltekit,
  next,
  h3: nodeServer('h3.ts', ['h3@1']),
  'react-router': reactRouter,
  elysia,
  ...lambda,
  azure,
  gcf,
  bun: worker('bun', ['run', '--port', '$PORT', 'worker.js'], 400),
  deno: worker(
    'deno',
    ['serve', '--allow-env', '--allow-read', '--port', '$PORT', 'worker.js'],
    400,
  ),
}
