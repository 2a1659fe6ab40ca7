import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Stage, Stored } from './campaign.js'
import { sha256 } from './messages.js'
import { supervise } from './supervisor.js'
import type { Workshop } from './workshop.js'

/** What is used of better-sqlite3. */
interface Database {
  exec(sql: string): void
  prepare(sql: string): { all(...values: unknown[]): unknown[]; get(): unknown }
  close(): void
}

/**
 * @param program the Node that runs the server
 * @param script the server, in the workshop's folder
 */
export async function sqliteStage(
  workshop: Workshop,
  program: string,
  script: string,
): Promise<Stage> {
  const folder = mkdtempSync(join(tmpdir(), 'mm7-sqlite-'))
  const path = join(folder, 'mms.db')
  const server = await supervise({
    program,
    args: [script],
    cwd: workshop.folder,
    env: { MMS_DATABASE: path, NODE_NO_WARNINGS: '1' },
  })
  const Sqlite = workshop.load<new (path: string) => Database>('better-sqlite3')
  const withDatabase = async <T>(use: (db: Database) => T | Promise<T>): Promise<T> => {
    const db = new Sqlite(path)
    try {
      return await use(db)
    } finally {
      db.close()
    }
  }
  return {
    servers: [server],
    mostCrashes: 0,
    life: 500,
    disasters: [
      // Another process holds the lock, longer than the server waits for it.
      () =>
        withDatabase(async (db) => {
          db.exec('BEGIN EXCLUSIVE')
          await pause(3000)
          db.exec('ROLLBACK')
        }),
      // The disk is slow, or the machine: nothing is done at all.
      () => server.hang(3000),
    ],
    pending: () =>
      withDatabase((db) => {
        const sql = 'SELECT count(*) AS n FROM mms_message WHERE worked_at IS NULL'
        return (db.prepare(sql).get() as { n: number }).n
      }),
    stored: () => withDatabase(storedIn),
    close: async () => {
      await server.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function storedIn(db: Database): Stored[] {
  const messages = db
    .prepare(
      `SELECT message, id,
         (SELECT count(*) FROM inbox WHERE message_id = id AND pictures = 1) AS timesWorked
       FROM mms_message`,
    )
    .all() as { id: number; message: string; timesWorked: number }[]
  const bytesOf = db.prepare(
    'SELECT bytes FROM mms_attachment WHERE message_id = ? ORDER BY position',
  )
  return messages.map(({ id, message, timesWorked }) => ({
    linkedId: JSON.parse(message).linkedId,
    digests: (bytesOf.all(id) as { bytes: Uint8Array }[]).map(({ bytes }) => sha256(bytes)),
    timesWorked,
  }))
}
