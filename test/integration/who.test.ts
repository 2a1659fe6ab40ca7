import { execFileSync } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer, type RequestListener, type Server } from 'node:http'
import { request } from 'node:https'
import { type AddressInfo, BlockList } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { createReceiver, toNodeListener } from '../../src/receiver/index.js'
import { buildDeliverReq } from '../../src/testing/index.js'
import { readPage, snippetsOf } from '../support/markdown.js'
import { setUp } from './guide.js'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

/** What frameworks.md prints of who may post. */
const files = snippetsOf(readPage('docs/guide/frameworks.md')).flatMap(({ file, code }) =>
  file === 'who.ts' || file === 'certificate.ts' ? [{ name: file, code }] : [],
)

const listener = toNodeListener(createReceiver({ deliverReq: () => {} }))
const { headers, body } = buildDeliverReq()

let folder = ''
let remove = () => {}
let printed: Record<string, (...args: unknown[]) => RequestListener> = {}
beforeAll(async () => {
  ;({ folder, remove } = await setUp(files))
  printed = await import(/* @vite-ignore */ join(folder, 'who.js'))
})
afterAll(() => remove())

async function statusesOf(
  guarded: RequestListener,
  ...fields: readonly Record<string, string>[]
): Promise<number[]> {
  const server = createServer(guarded).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/mm7`
  const statuses: number[] = []
  for (const more of fields) {
    const init = { method: 'POST', headers: { ...headers, ...more }, body }
    statuses.push((await fetch(url, init)).status)
  }
  server.closeAllConnections()
  server.close()
  return statuses
}

it('lets listed addresses through', async () => {
  const list = new BlockList()
  const guarded = () => printed['onlyFrom']?.(list, listener) as RequestListener
  expect(await statusesOf(guarded(), {})).toEqual([403])
  list.addSubnet('127.0.0.0', 8)
  expect(await statusesOf(guarded(), {})).toEqual([200])
})

it('lets a user with the password through', async () => {
  const guarded = printed['onlyWith']?.('relay', 'pass:wörd', listener) as RequestListener
  const basic = (text: string) => ({
    authorization: `Basic ${Buffer.from(text).toString('base64')}`,
  })
  const statuses = await statusesOf(guarded, {}, basic('relay:other'), basic('relay:pass:wörd'))
  expect(statuses).toEqual([401, 401, 200])
})

describe('a client certificate', () => {
  const openssl = (...args: string[]) =>
    execFileSync('openssl', args, { cwd: folder, stdio: 'pipe' })
  const make = (name: string, ...more: string[]) => {
    const names = ['-keyout', `${name}.key`, '-out', `${name}.crt`, '-subj', `/CN=${name}`]
    const curve = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1']
    openssl('req', '-x509', ...curve, '-nodes', '-days', '1', ...names, ...more)
  }

  it('that the authority has signed is let through, and nothing else', async () => {
    make('relay-server-ca')
    make('server', '-addext', 'subjectAltName=IP:127.0.0.1')
    make('client', '-CA', 'relay-server-ca.crt', '-CAkey', 'relay-server-ca.key')
    make('stranger')
    const certificate = await import(/* @vite-ignore */ join(folder, 'certificate.js'))
    const server: Server = certificate.onlyCertified(folder, listener).listen(0, '127.0.0.1')
    await once(server, 'listening')
    const { port } = server.address() as AddressInfo
    const ca = readFileSync(join(folder, 'server.crt'))
    const post = async (name?: string) => {
      const read = (end: string) => readFileSync(join(folder, `${name}.${end}`))
      const own = name === undefined ? {} : { key: read('key'), cert: read('crt') }
      const post = request({ port, host: '127.0.0.1', method: 'POST', headers, ca, ...own })
      post.end(body)
      const [response] = await once(post, 'response')
      response.resume()
      return response.statusCode
    }
    expect(await post('client')).toBe(200)
    await expect(post('stranger')).rejects.toThrow()
    await expect(post()).rejects.toThrow()
    server.closeAllConnections()
    server.close()
  })
})
