import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as delay } from 'node:timers/promises'
import { goodCapture, postable, readCapture } from '../integration/captures.js'
import { type Client, curl, undici } from '../integration/clients.js'
import { printedFiles } from '../integration/guide.js'
import { withWorkerd, workerdConfig } from './workerd.js'
import type { Workshop } from './workshop.js'

/** Starts what `docs/guide/worker.md` prints, and stops it when `use` is done. */
type Host = (workshop: Workshop, use: (url: string) => Promise<void>) => Promise<void>

/** A runtime that serves the page's file as it stands, by the command that the page tells. */
function served(program: string, ...args: string[]): Host {
  return async ({ folder }, use) => {
    const port = String(20_000 + (process.pid % 20_000))
    const command = args.map((arg) => arg.replace('8080', port))
    const path = `${folder}/node_modules/.bin/${program}`
    const child = spawn(path, command, { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] })
    let complaints = ''
    child.stderr.on('data', (text) => {
      complaints += text
    })
    const url = `http://localhost:${port}/`
    try {
      for (let tries = 0; !(await isUp(url)); tries++) {
        if (tries > 100) throw new Error(`${program} does not serve the worker: ${complaints}`)
        await delay(100)
      }
      await use(url)
    } finally {
      child.kill()
      await once(child, 'exit')
    }
  }
}

const isUp = (url: string): Promise<boolean> => fetch(url).then(Boolean, () => false)

/** The runtimes that the page is for. */
const HOSTS: Readonly<Record<string, Host>> = {
  bun: served('bun', 'run', '--port', '8080', 'server.ts'),
  deno: served('deno', 'serve', '--port', '8080', 'server.ts'),
  workerd: async (workshop, use) => {
    const bundle = await workshop.bundle('server.ts', ['workerd', 'worker'])
    workshop.write('page.capnp', workerdConfig(bundle, []))
    await withWorkerd(workshop, 'page.capnp', use)
  },
}

/**
 * Runs the guide's worker in a runtime that it is for, and posts captures to it.
 *
 * @returns whether the page is for this runtime
 */
export async function checkWorkerPage(name: string, workshop: Workshop): Promise<boolean> {
  const host = HOSTS[name]
  if (host === undefined) return false
  for (const file of printedFiles('worker')) workshop.write(file.name, file.code)
  await host(workshop, async (url) => {
    await Promise.all([postAll(url, curl), postAll(url, undici)])
  })
  return true
}

async function postAll(url: string, post: Client): Promise<void> {
  const verdict = async (capture: Parameters<Client>[1]) => {
    const { status, headers, body } = await post(url, capture)
    assert.equal(status, 200)
    assert.equal(headers.get('content-type'), 'text/xml; charset=utf-8')
    assert.equal(headers.get('content-length'), String(body.byteLength))
    return /<StatusCode>(\d+)</.exec(body.toString())?.[1]
  }
  const good = goodCapture(`runtime-${post === curl}`)
  const posts = [good, good, good, postable(readCapture('synthetic/truncated.http'))].map(verdict)
  assert.deepEqual(await Promise.all(posts), ['1000', '1000', '1000', '1000'])
  assert.equal(await verdict(postable(readCapture('synthetic/doctype.http'))), '4004')
  assert.equal(await verdict({ headers: [['Content-Type', 'text/xml']] }), '2007')
  const large = { headers: good.headers, body: Buffer.alloc(6 * 1024 * 1024, 0x61) }
  assert.equal((await post(url, large)).status, 413)
  const got = await post(url, { method: 'GET' })
  assert.deepEqual([got.status, got.headers.get('allow')], [405, 'POST'])
}
