import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Workshop } from '../runtimes/workshop.js'
import type { Served } from './check.js'
import { lambda } from './lambda.js'
import { resultOf, serve, writeDeep, writePrinted } from './serve.js'

export type Framework = (workshop: Workshop) => Promise<Served>

const NODE = process.execPath

/** One whose printed file is a server on Node. */
function nodeServer(file: string, packages: readonly string[]): Framework {
  return async (workshop) => {
    await workshop.install(...packages)
    return serve(workshop, NODE, [await writePrinted(workshop, 'frameworks', file)])
  }
}

async function importFile(path: string): Promise<Record<string, unknown>> {
  return (await import(pathToFileURL(path).href)) as Record<string, unknown>
}

type FetchLike = (context: { request: Request }) => Promise<Response>

/** Express 4, with the route that express.md prints for 5, and the parser that may be in front. */
const EXPRESS_4 = `
import express from 'express'
import { toNodeListener } from 'mm7/receiver'
import { receiver } from './receiver.js'
const app = express()
app.use(express.json())
app.all('/mm7', toNodeListener(receiver))
app.listen(Number(process.env.PORT))
`

const express4: Framework = async (workshop) => {
  await workshop.install('express@4')
  await writePrinted(workshop, 'frameworks', 'koa.ts')
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
  return serve(workshop, NODE, ['build'], { env: { BODY_SIZE_LIMIT: '5M' } })
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
  const file = await writePrinted(workshop, 'frameworks', 'elysia.ts')
  return serve(workshop, join(workshop.folder, 'node_modules/.bin/bun'), ['run', file], {
    folded: 400,
  })
}

interface AzureRequest {
  new (init: object): unknown
}

const azure: Framework = async (workshop) => {
  await workshop.install('@azure/functions@4')
  const file = await writePrinted(workshop, 'frameworks', 'azure.ts')
  const { mm7 } = await importFile(file)
  const library = await importFile(
    join(workshop.folder, 'node_modules/@azure/functions/dist/azure-functions.js'),
  )
  const HttpRequest = (library['HttpRequest'] ??
    (library['default'] as Record<string, unknown>)['HttpRequest']) as AzureRequest
  return {
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
  const program = join(workshop.folder, 'node_modules/.bin/functions-framework')
  return serve(workshop, program, ['--target=mm7', `--source=${file}`, '--port=$PORT'])
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
  koa: nodeServer('koa.ts', ['koa@3']),
  hapi: nodeServer('hapi.ts', ['@hapi/hapi@21']),
  express4,
  sveltekit,
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
