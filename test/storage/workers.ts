import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'
import { ROOT } from '../support/root.js'
import type { Stage, Stored } from './campaign.js'
import { freePort, supervise } from './supervisor.js'
import type { Workshop } from './workshop.js'

/** What is used of miniflare. */
interface Miniflare {
  getD1Database(name: string): Promise<Database>
  dispatchFetch(url: string): Promise<{ json(): Promise<unknown> }>
  dispose(): Promise<void>
}
interface Database {
  prepare(sql: string): unknown
  batch(statements: unknown[]): Promise<unknown>
}

/** @param script the worker, in the workshop's folder */
export async function workersStage(workshop: Workshop, script: string): Promise<Stage> {
  const folder = mkdtempSync(join(tmpdir(), 'mm7-workers-'))
  const bundle = join(folder, 'worker.js')
  await build({
    entryPoints: [script],
    outfile: bundle,
    bundle: true,
    format: 'esm',
    conditions: ['workerd', 'worker'],
    logLevel: 'error',
  })
  const stores = {
    name: 'mms',
    compatibilityDate: '2026-01-01',
    cf: false,
    d1Databases: ['DB'],
    d1Persist: join(folder, 'd1'),
    r2Buckets: ['MEDIA'],
    r2Persist: join(folder, 'r2'),
  }
  const options = {
    ...stores,
    modulesRoot: folder,
    modules: [{ type: 'ESModule', path: bundle }],
    queueProducers: { WORK: 'mms-work' },
    queueConsumers: ['mms-work'],
  }
  const { Miniflare } = workshop.load<{ Miniflare: new (options: object) => Miniflare }>(
    'miniflare',
  )
  const reader = readFileSync(join(ROOT, 'test/storage/workers-reader.mjs'), 'utf8')
  /** Opens the files of the worker, which is not running meanwhile. */
  const withStores = async <T>(use: (miniflare: Miniflare) => Promise<T>): Promise<T> => {
    const miniflare = new Miniflare({ ...stores, modules: true, script: reader })
    try {
      return await use(miniflare)
    } finally {
      await miniflare.dispose()
    }
  }
  const schema = readFileSync(join(workshop.folder, 'guide/worker/schema.sql'), 'utf8')
  await withStores(async (miniflare) => {
    const db = await miniflare.getD1Database('DB')
    await db.batch(statementsOf(schema).map((sql) => db.prepare(sql)))
  })

  const host = join(workshop.folder, 'workers-host.mjs')
  copyFileSync(join(ROOT, 'test/storage/workers-host.mjs'), host)
  const sqlPort = await freePort()
  const server = await supervise({
    program: process.execPath,
    args: [host],
    cwd: workshop.folder,
    env: { WORKER: JSON.stringify(options), SQL_PORT: String(sqlPort) },
  })
  return {
    servers: [server],
    // Miniflare and workerd may end where the guide's worker has no part in it: it may not lose anything then.
    mostCrashes: 2,
    life: 700,
    // D1 and R2 are in the same process as the worker, and hang with it.
    disasters: [() => server.hang(3000), () => server.hang(5000)],
    async pending() {
      await server.untilUp()
      const body = 'SELECT count(*) AS n FROM mms_message WHERE times_worked = 0'
      const asked = fetch(`http://127.0.0.1:${sqlPort}/`, { method: 'POST', body })
      const response = await asked.catch(() => undefined)
      // It serves already, but cannot be asked yet.
      if (!response?.ok) return Number.POSITIVE_INFINITY
      const [{ n }] = (await response.json()) as [{ n: number }]
      return n
    },
    async stored() {
      await server.stop()
      return withStores(storedIn)
    },
    close: async () => {
      await server.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function statementsOf(sql: string): string[] {
  return sql
    .replace(/--.*$/gm, '')
    .split(';')
    .filter((statement) => statement.trim() !== '')
}

async function storedIn(miniflare: Miniflare): Promise<Stored[]> {
  const all: Stored[] = []
  for (;;) {
    const response = await miniflare.dispatchFetch(`http://reader/?offset=${all.length}`)
    const some = (await response.json()) as Stored[]
    if (some.length === 0) return all
    all.push(...some)
  }
}
