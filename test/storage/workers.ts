import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'
import { ROOT } from '../support/root.js'
import type { Stage, Stored } from './campaign.js'
import { sha256 } from './messages.js'
import { freePort, supervise } from './supervisor.js'
import type { Workshop } from './workshop.js'

/** What is used of miniflare. */
interface Miniflare {
  getD1Database(name: string): Promise<Database>
  getR2Bucket(name: string): Promise<Bucket>
  dispose(): Promise<void>
}
interface Database {
  prepare(sql: string): Statement
  batch(statements: Statement[]): Promise<unknown>
}
interface Statement {
  all(): Promise<{ results: unknown[] }>
}
interface Bucket {
  get(
    key: string,
  ): Promise<null | { json(): Promise<{ linkedId: string }>; arrayBuffer(): Promise<ArrayBuffer> }>
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
  /** Opens the files of the worker, which is not running meanwhile. */
  const withStores = async <T>(use: (db: Database, media: Bucket) => Promise<T>): Promise<T> => {
    const miniflare = new Miniflare({ ...stores, modules: true, script: 'export default {}' })
    try {
      return await use(await miniflare.getD1Database('DB'), await miniflare.getR2Bucket('MEDIA'))
    } finally {
      await miniflare.dispose()
    }
  }
  const schema = readFileSync(join(workshop.folder, 'guide/worker/schema.sql'), 'utf8')
  await withStores((db) => db.batch(statementsOf(schema).map((sql) => db.prepare(sql))))

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
    life: 700,
    // D1 and R2 are in the same process as the worker, and hang with it.
    disasters: [() => server.hang(3000), () => server.hang(5000)],
    async pending() {
      await server.untilUp()
      const body = 'SELECT count(*) AS n FROM mms_message WHERE times_worked = 0'
      const asked = fetch(`http://127.0.0.1:${sqlPort}/`, { method: 'POST', body })
      const response = await asked.catch(() => undefined)
      // It serves already, but cannot be asked yet.
      if (response === undefined) return Number.POSITIVE_INFINITY
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

async function storedIn(db: Database, media: Bucket): Promise<Stored[]> {
  const { results } = await db
    .prepare(
      `SELECT id, (SELECT count(*) FROM inbox WHERE message_id = id AND pictures = 1) AS timesWorked,
         (SELECT count(*) FROM mms_attachment WHERE message_id = id) AS attachments
       FROM mms_message`,
    )
    .all()
  return Promise.all(
    (results as { id: string; timesWorked: number; attachments: number }[]).map(async (row) => {
      const message = await media.get(`${row.id}/message.json`)
      const objects = await Promise.all(
        Array.from({ length: row.attachments }, (_, position) =>
          media.get(`${row.id}/${position}`),
        ),
      )
      const digests = objects.map(async (one) =>
        one === null ? '' : sha256(new Uint8Array(await one.arrayBuffer())),
      )
      return {
        linkedId: (await message?.json())?.linkedId ?? '',
        digests: await Promise.all(digests),
        timesWorked: row.timesWorked,
      }
    }),
  )
}
