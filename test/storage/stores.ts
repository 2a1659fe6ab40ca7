import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '../support/root.js'
import type { Stage } from './campaign.js'
import { nodeWithSqlite } from './node-with-sqlite.js'
import { postgresStage } from './postgres.js'
import { sqliteStage } from './sqlite.js'
import { workersStage } from './workers.js'
import type { Workshop } from './workshop.js'

/** Sets the stage for a store. */
export type Store = (workshop: Workshop) => Promise<Stage>

/** Every store of the page, by the name that `--only` takes. */
export const STORES: Readonly<Record<string, Store>> = {
  sqlite: (workshop) =>
    sqliteStage(workshop, process.execPath, join(workshop.folder, 'guide/sqlite/server.js')),
  postgres: (workshop) =>
    postgresStage(workshop, join(workshop.folder, 'guide/postgres/server.js')),
  workers: (workshop) => workersStage(workshop, join(workshop.folder, 'guide/worker/worker.js')),
}

/** Stores that are run only if `--only` names them. */
export const MORE_STORES: Readonly<Record<string, Store>> = {
  ...STORES,
  'node:sqlite': async (workshop) =>
    sqliteStage(
      workshop,
      await nodeWithSqlite(),
      join(workshop.folder, 'guide/node-sqlite/sqlite/server.js'),
    ),
  'as before': (workshop) => {
    const script = join(workshop.folder, 'as-before.mjs')
    copyFileSync(join(ROOT, 'test/storage/as-before.mjs'), script)
    return postgresStage(workshop, script)
  },
}
