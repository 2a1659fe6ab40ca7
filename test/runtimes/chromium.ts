import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { promisify } from 'node:util'
import type { Report } from './check.js'
import { FLAGS, PROGRAM } from './chromium-program.js'
import type { Row, Runtime } from './runtimes.js'
import type { Workshop } from './workshop.js'

/** As bundlers do that bring Node's globals along. */
const POLYFILL = `import { Buffer } from 'buffer'
globalThis.Buffer = Buffer
`

const PAGE = `
import cases from './cases.json'
import { check } from './check.js'
const report = (path, what) => fetch(path, { method: 'POST', body: what })
try {
  const mm7 = await import('mm7')
  const testing = await import('mm7/testing')
  await report('/report', JSON.stringify(check(mm7, testing, cases)))
} catch (error) {
  await report('/error', String(error?.stack ?? error))
}
`

/** Serves a page that runs `script`, opens it, and waits for what it posts. */
async function open(workshop: Workshop, script: string): Promise<Report> {
  let done: (report: Report) => void = () => {}
  let failed: (error: Error) => void = () => {}
  const report = new Promise<Report>((resolve, reject) => {
    done = resolve
    failed = reject
  })
  const server = createServer(async (req, res) => {
    if (req.method === 'GET') {
      const isScript = req.url === '/script.js'
      res.setHeader('Content-Type', isScript ? 'text/javascript' : 'text/html; charset=utf-8')
      res.end(isScript ? script : '<!doctype html><script type="module" src="/script.js"></script>')
      return
    }
    const body = await text(req)
    res.end()
    if (req.url === '/report') done(JSON.parse(body))
    else failed(new Error(`Chromium: ${body}`))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const profile = mkdtempSync(join(workshop.folder, 'profile-'))
  const args = [...FLAGS, `--user-data-dir=${profile}`, `http://127.0.0.1:${port}/`]
  const child = spawn(PROGRAM, args, { stdio: 'ignore' })
  const timer = setTimeout(() => failed(new Error('Chromium has not told within 60 s.')), 60_000)
  child.on('exit', (code) => failed(new Error(`Chromium ended with ${code}.`)))
  try {
    return await report
  } finally {
    clearTimeout(timer)
    child.kill()
    await once(child, 'exit')
    server.closeAllConnections()
    server.close()
  }
}

export const runChromium: Runtime = async (workshop) => {
  if (!existsSync(PROGRAM)) await promisify(execFile)('apt-get', ['install', '-y', 'chromium'])
  const version = (await workshop.run(PROGRAM, ['--version'])).trim()
  await workshop.install('buffer')
  const row = (buffer: 'polyfill' | 'no', entry: string): Row => ({
    entry: 'bundle',
    buffer,
    run: async () => {
      const name = `page-${buffer}.js`
      workshop.write(name, entry)
      const bundle = await workshop.bundle(name, ['browser'])
      return open(workshop, readFileSync(join(workshop.folder, bundle), 'utf8'))
    },
  })
  return { version, rows: [row('polyfill', POLYFILL + PAGE), row('no', PAGE)] }
}
